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
    zh: '本系统分配的 DOI 与 CSTR 及其登记状态。登记在后台进行，失败的自动重试。',
    en: 'DOIs and CSTRs assigned here and their registration status. Registration runs in the background; failures are retried automatically.',
  },
  none: { zh: '还没有分配标识符。', en: 'No identifiers yet.' },
  identifier: { zh: '标识符', en: 'Identifier' },
  record: { zh: '资源', en: 'Record' },
  scheme: { zh: '类型', en: 'Type' },
  state: { zh: '状态', en: 'State' },
  triedAt: { zh: '最近登记时间', en: 'Last attempt' },
  problem: { zh: '问题', en: 'Problem' },
  retry: { zh: '立即重试', en: 'Retry now' },
  retryOf: (value: string): Text => ({ zh: `立即重试：${value}`, en: `Retry now: ${value}` }),
  retried: { zh: '已安排重新登记。', en: 'Registration will be retried.' },
  reserve: (scheme: string): Text => ({ zh: `分配 ${scheme}`, en: `Assign ${scheme}` }),
  reserved: { zh: '标识符已分配。', en: 'Identifier assigned.' },
  reserveAbout: {
    zh: '标识符一经分配就不再改变；草稿发布时登记，撤回后仍可解析到说明页。',
    en: 'Identifiers never change. They are registered when the record is published and, after a withdrawal, lead to the withdrawal notice.',
  },
  released: { zh: '草稿已删除，等待登记机构释放', en: 'Draft deleted; waiting to be released' },
  hasOne: {
    zh: '这条资源已经有这种标识符。',
    en: 'This record already has an identifier of this type.',
  },
  notGiven: {
    zh: '本系统没有为这类资源分配这种标识符：未设置登记机构，或登记机构没有相应模板。',
    en: 'This type of identifier cannot be assigned to this kind of record. No registry is configured, or it has no template for it.',
  },
  isRegistered: {
    zh: '这条资源的标识符已经登记，不能删除；请撤回资源，标识符会指向撤回说明。',
    en: 'This record has a registered identifier and cannot be deleted. Withdraw it instead; the identifier will lead to the withdrawal notice.',
  },
  noIdentifier: { zh: '该标识符不存在。', en: 'This identifier does not exist.' },
  unknownPid: {
    zh: '没有与该标识符对应的资源。',
    en: 'No record here has this identifier.',
  },
} satisfies Words

export const schemeNames = {
  cstr: { zh: 'CSTR', en: 'CSTR' },
  doi: { zh: 'DOI', en: 'DOI' },
} as const satisfies Record<RegistryScheme, Text>

export const stateNames = {
  failed: { tone: 'danger', text: { zh: '登记失败', en: 'Failed' } },
  waiting: { tone: 'note', text: { zh: '等待登记', en: 'Waiting for registration' } },
  reserved: { tone: 'calm', text: { zh: '已预留', en: 'Reserved' } },
  registered: { tone: 'good', text: { zh: '已登记', en: 'Registered' } },
  withdrawn: { tone: 'calm', text: { zh: '已标为撤回', en: 'Marked as withdrawn' } },
} as const satisfies Record<IdentifierState, { tone: string; text: Text }>

/** Why the last try failed, and what comes of it. */
const failureNames: Readonly<Record<RegistryFailure, Text>> = {
  unauthorised: {
    zh: '登记机构不接受本系统的账户，请管理员核对账户与密码。系统将自动重试。',
    en: 'The registry does not accept our account. An administrator should check the account and password. Retried automatically.',
  },
  refused: {
    zh: '登记机构不接受这些元数据。请按以下说明修改资源，修改后将重新登记。',
    en: 'The registry refused this metadata. Edit the record as described below; it is then registered again.',
  },
  busy: {
    zh: '登记机构暂不接受更多请求。系统将自动重试。',
    en: 'The registry is not accepting more requests at present. Retried automatically.',
  },
  unavailable: {
    zh: '登记机构未正常响应。系统将自动重试。',
    en: 'The registry did not respond properly. Retried automatically.',
  },
  timeout: {
    zh: '登记机构未及时响应。系统将自动重试。',
    en: 'The registry did not respond in time. Retried automatically.',
  },
  unconfigured: {
    zh: '本系统未配置该登记机构的账户，请管理员配置后重试。',
    en: 'No account for this registry is configured. An administrator should configure it, then retry.',
  },
  not_described: {
    zh: '这条资源无法写成登记所需的元数据，请联系管理员。',
    en: 'The record cannot be converted to the metadata the registry requires. Contact an administrator.',
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
    'identifier.retry': { on: 'minted_identifier', zh: '重试登记', en: 'Registration retried' },
    'identifier.register': {
      on: 'minted_identifier',
      zh: '登记标识符',
      en: 'Identifier registered',
    },
  },
} as const satisfies AuditNames
