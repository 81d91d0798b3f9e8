import type { AuditNames } from '../../audit/model.ts'
import {
  registryFailures,
  type RegistryFailure,
  type RegistryScheme,
} from '../../core/registries.ts'
import type { Text, Words } from '../../core/text.ts'
import type { IdentifierState } from './model.ts'

export const identifierWords = {
  identifiers: { zh: '标识符登记', en: 'Registered identifiers' },
  identifiersAbout: {
    zh: '本系统分配的 DOI 与 CSTR，以及登记机构对它们的记录。登记在后台进行，失败的会自动重试。',
    en: 'DOIs and CSTRs given here, and what their registries know of them. They are told in the background; what fails is tried again by itself.',
  },
  none: { zh: '还没有分配标识符。', en: 'No identifiers have been given yet.' },
  identifier: { zh: '标识符', en: 'Identifier' },
  record: { zh: '资源', en: 'Record' },
  scheme: { zh: '类型', en: 'Type' },
  state: { zh: '状态', en: 'State' },
  triedAt: { zh: '最近一次登记', en: 'Last told' },
  problem: { zh: '问题', en: 'Problem' },
  retry: { zh: '立即重试', en: 'Try again now' },
  retryOf: (value: string): Text => ({ zh: `立即重试：${value}`, en: `Try again now: ${value}` }),
  retried: { zh: '已安排重新登记。', en: 'The registry will be told again.' },
  reserve: (scheme: string): Text => ({ zh: `分配 ${scheme}`, en: `Give it a ${scheme}` }),
  reserved: { zh: '标识符已分配。', en: 'The identifier is reserved.' },
  reserveAbout: {
    zh: '标识符一经分配就不再改变；草稿发布时登记，撤回后仍可解析到说明页。',
    en: 'An identifier never changes. It is registered when the record is published, and after a withdrawal it leads to the note that remains.',
  },
  released: { zh: '草稿已删除，等待登记机构释放', en: 'Its draft was deleted; to be let go' },
  hasOne: {
    zh: '这条资源已经有这种标识符。',
    en: 'This record has an identifier of this type already.',
  },
  notGiven: {
    zh: '本系统没有为这类资源分配这种标识符：未设置登记机构，或登记机构没有相应模板。',
    en: 'No identifiers of this type are given to such records here: no registry is set up, or it has no template for them.',
  },
  isRegistered: {
    zh: '这条资源的标识符已经登记，不能删除；请撤回资源，标识符会指向撤回说明。',
    en: 'An identifier of this record is registered, so it cannot be deleted: withdraw it, and the identifier leads to the note.',
  },
  noIdentifier: { zh: '没有这个标识符。', en: 'There is no such identifier.' },
  unknownPid: {
    zh: '这里没有这个标识符对应的资源。',
    en: 'No record here has this identifier.',
  },
} satisfies Words

export const schemeNames = {
  cstr: { zh: 'CSTR', en: 'CSTR' },
  doi: { zh: 'DOI', en: 'DOI' },
} as const satisfies Record<RegistryScheme, Text>

export const stateNames = {
  failed: { tone: 'danger', text: { zh: '登记失败', en: 'Failed' } },
  waiting: { tone: 'note', text: { zh: '等待登记', en: 'To be registered' } },
  reserved: { tone: 'calm', text: { zh: '已预留', en: 'Reserved' } },
  registered: { tone: 'good', text: { zh: '已登记', en: 'Registered' } },
  withdrawn: { tone: 'calm', text: { zh: '已标为撤回', en: 'Marked as withdrawn' } },
} as const satisfies Record<IdentifierState, { tone: string; text: Text }>

/** Why the last try failed, and what comes of it. */
const failureNames: Readonly<Record<RegistryFailure, Text>> = {
  unauthorised: {
    zh: '登记机构不接受本系统的账户，请管理员核对账户与密码。会自动重试。',
    en: 'The registry does not accept our account: an administrator should check it. It is tried again by itself.',
  },
  refused: {
    zh: '登记机构不接受这些元数据。请按下面的说明修改资源；修改后会重新登记。',
    en: 'The registry refuses this metadata: change the record as said below, and it is told again.',
  },
  busy: {
    zh: '登记机构暂时不接受更多请求。会自动重试。',
    en: 'The registry takes no more requests for now. It is tried again by itself.',
  },
  unavailable: {
    zh: '登记机构没有正常应答。会自动重试。',
    en: 'The registry did not answer as it should. It is tried again by itself.',
  },
  timeout: {
    zh: '登记机构没有及时应答。会自动重试。',
    en: 'The registry did not answer in time. It is tried again by itself.',
  },
  unconfigured: {
    zh: '本系统没有设置这个登记机构的账户，请管理员设置后重试。',
    en: 'No account at this registry is set up here: an administrator should set it up, then try again.',
  },
  not_described: {
    zh: '这条资源无法写成登记所需的元数据，请联系管理员。',
    en: 'The record cannot be written as the metadata that the registry takes: please tell an administrator.',
  },
}

/** Why the last try failed, in a sentence, with what the registry itself says of it. */
export function failureText(failure: { code: string; detail: string } | null): Text | null {
  if (!failure) return null
  const code = registryFailures.find((one) => one === failure.code) ?? 'unavailable'
  const { zh, en } = failureNames[code]
  return failure.detail
    ? { zh: `${zh}（${failure.detail}）`, en: `${en} (${failure.detail})` }
    : { zh, en }
}

export const identifierAudit = {
  entities: {
    minted_identifier: { zh: '标识符', en: 'Identifier' },
  },
  actions: {
    'identifier.reserve': { on: 'minted_identifier', zh: '分配标识符', en: 'Identifier reserved' },
    'identifier.retry': { on: 'minted_identifier', zh: '重试登记', en: 'Registration tried again' },
    'identifier.register': {
      on: 'minted_identifier',
      zh: '登记标识符',
      en: 'Identifier registered',
    },
  },
} as const satisfies AuditNames
