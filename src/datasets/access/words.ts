import type { Access } from '../../catalog/records/model/record.ts'
import type { Text } from '../../core/text.ts'
import { defaultZone, type Temporal } from '../../core/time.ts'
import { lastingInWords } from '../../core/wall-clock.ts'

type Granted = {
  until: Temporal.Instant | null
  number: string | undefined
  /** How many files alone; null: all. */
  files: number | null
}

const afterEmbargo: Readonly<Record<Access, Text>> = {
  open: { zh: '之后开放获取', en: 'open after that' },
  registered: { zh: '之后登录即可获取', en: 'for everybody who signs in after that' },
  on_request: { zh: '之后可以申请获取', en: 'given on request after that' },
  closed: { zh: '之后也不对外提供', en: 'not given out after that either' },
}

/** One sentence for each way in which a person gets the files of a version, or does not. */
export const wayWords = {
  open: { zh: '文件公开，可直接下载。', en: 'The files are open: download them.' },
  registered: {
    zh: '您已登录，可直接下载文件。',
    en: 'You are signed in, so you may download the files.',
  },
  granted: ({ until, number, files }: Granted): Text => {
    const [zh, en] = number === undefined ? ['', ''] : [`（${number}）`, ` by request ${number}`]
    const end = until && lastingInWords(until, defaultZone)
    if (files !== null)
      return {
        zh: `您的申请${zh}已获准${end ? `，有效期至${end.zh}` : ''}：可下载其中 ${files} 个文件。`,
        en: `You were given ${files === 1 ? 'one file' : `${files} files`} of it${en}${end ? ` until ${end.en}` : ''}.`,
      }
    return {
      zh: `您的申请${zh}已获准，${end ? `有效期至${end.zh}，` : ''}可直接下载文件。`,
      en: `You were given access${en}${end ? ` until ${end.en}` : ''}, so you may download the files.`,
    }
  },
  kept: {
    zh: '您负责此数据集，可下载全部文件。',
    en: 'You are responsible for this dataset, so you may download all its files.',
  },
  sign_in: {
    zh: '登录后即可下载文件。',
    en: 'Sign in to download the files.',
  },
  signInAndAccept: {
    zh: '登录并接受使用条款后即可下载文件。',
    en: 'Sign in and accept the terms of use to download the files.',
  },
  terms: {
    zh: '接受使用条款后即可下载文件。',
    en: 'Accept the terms of use to download the files.',
  },
  request: {
    zh: '文件需申请获取：请与提供单位联系，由其授权。',
    en: 'The files are given on request: write to the institution, which gives access.',
  },
  grant_expired: {
    zh: '您的获取授权已到期：请与提供单位联系续期。',
    en: 'Your access has ended: write to the institution to have it renewed.',
  },
  embargo: (until: string | null, access: Access): Text =>
    until === null
      ? {
          zh: '文件处于保护期，暂不对外提供。',
          en: 'The files are under embargo and not given out yet.',
        }
      : {
          zh: `文件处于保护期，至 ${until} 止，${afterEmbargo[access].zh}。`,
          en: `The files are under embargo until the end of ${until}, and ${afterEmbargo[access].en}.`,
        },
  closed: { zh: '文件不对外提供。', en: 'The files are not given out.' },
  core_data: {
    zh: '核心数据的文件不对外提供。',
    en: 'Files of core data are not given out.',
  },
  withdrawn: {
    zh: '此版本已撤回，文件不再提供。',
    en: 'This version is withdrawn; its files are no longer given out.',
  },
} as const

export const grantWords = {
  mine: { zh: '可下载的数据', en: 'Data that I may download' },
  noneMine: { zh: '没有另行授权给您的数据。', en: 'No data were given to you alone.' },
  heldUntil: (zh: string, en: string): Text => ({ zh: `至 ${zh}`, en: `until ${en}` }),
  access: { zh: '文件获取', en: 'Access to files' },
  lead: (access: Text): Text => ({
    zh: `获取方式：${access.zh}。在这里决定谁可以得到文件。`,
    en: `Access: ${access.en.toLowerCase()}. Decide here who gets the files.`,
  }),
  accessTo: (title: Text): Text => ({
    zh: `${title.zh}的文件获取`,
    en: `Access to the files of ${title.en}`,
  }),
  manage: { zh: '管理文件获取', en: 'Manage access' },
  grants: { zh: '已授权的人', en: 'Who was given access' },
  noGrants: { zh: '还没有人获得授权', en: 'Nobody was given access yet' },
  noGrantsText: {
    zh: '获取方式为“申请获取”的数据集，在这里按邮箱授权。',
    en: 'For a dataset that is given on request, give people access here by their address.',
  },
  person: { zh: '姓名', en: 'Person' },
  email: { zh: '邮箱', en: 'E-mail' },
  emailHint: {
    zh: '对方登录所用的邮箱。',
    en: 'The address with which they sign in.',
  },
  reason: { zh: '授权理由', en: 'Reason' },
  reasonHint: {
    zh: '例如申请书编号或用途；仅管理人员可见。',
    en: 'As the number of the request, or the purpose; shown to staff alone.',
  },
  until: { zh: '有效期至', en: 'Until' },
  untilHint: {
    zh: '当天全天有效；留空表示长期有效。',
    en: 'Valid through that day. Leave empty for no expiry.',
  },
  forGood: { zh: '长期有效', en: 'No expiry' },
  grant: { zh: '授权', en: 'Give access' },
  granted: (name: string): Text => ({
    zh: `已授权${name}获取文件。`,
    en: `${name} may take the files now.`,
  }),
  revoke: { zh: '撤销授权', en: 'Take access back' },
  revokeAbout: {
    zh: '对方将立即不能再下载，并会收到通知。',
    en: 'They cannot download from now on, and are told.',
  },
  revocationReason: { zh: '原因（对方会收到）', en: 'Reason (they will read it)' },
  revoked: { zh: '授权已撤销。', en: 'The access is taken back.' },
  isRevoked: { zh: '此授权已经撤销。', en: 'This access was taken back already.' },
  noGrant: { zh: '没有这项授权。', en: 'There is no such grant.' },
  noPerson: {
    zh: '没有人以此邮箱登录：请对方先注册。',
    en: 'Nobody signs in with this address: ask them to register first.',
  },
  personNeeded: { zh: '请写明给谁。', en: 'Say whom it is for.' },
  past: { zh: '有效期要晚于昨天。', en: 'It has to last until today at least.' },
  notStaff: {
    zh: '只有提供单位的管理员可以授权。',
    en: 'Only staff of the institution give access.',
  },
  grantedOn: { zh: '授权日期', en: 'Given on' },
  onlyOnRequest: {
    zh: '此数据集的获取方式不是“申请获取”，授权暂不起作用。',
    en: 'This dataset is not given on request, so grants have no effect now.',
  },
} as const

export const grantStateNames = {
  valid: { text: { zh: '有效', en: 'Valid' }, tone: 'good' },
  expired: { text: { zh: '已到期', en: 'Expired' }, tone: 'caution' },
  revoked: { text: { zh: '已撤销', en: 'Taken back' }, tone: 'calm' },
} as const

export const termsWords = {
  terms: { zh: '使用条款', en: 'Terms of use' },
  lead: {
    zh: '下载前请阅读并接受一次；之后下载此版本不再询问。',
    en: 'Read and accept them once; you will not be asked again for this version.',
  },
  accept: { zh: '接受并下载', en: 'Accept and download' },
  noTerms: {
    zh: '此版本没有需要接受的条款。',
    en: 'This version has no terms to accept.',
  },
} as const
