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
  open: { zh: '之后开放获取', en: 'open to everyone after that' },
  registered: { zh: '之后登录即可获取', en: 'available to signed-in users after that' },
  on_request: { zh: '之后可以申请获取', en: 'available on request after that' },
  closed: { zh: '之后也不提供', en: 'not available after that' },
}

/** One sentence for each way in which a person gets the files of a version, or does not. */
export const wayWords = {
  open: { zh: '文件公开，可直接下载。', en: 'The files are open for download.' },
  registered: {
    zh: '您已登录，可直接下载文件。',
    en: 'You are signed in and can download the files.',
  },
  granted: ({ until, number, files }: Granted): Text => {
    const [zh, en] = number === undefined ? ['', ''] : [`（${number}）`, ` under request ${number}`]
    const end = until && lastingInWords(until, defaultZone)
    if (files !== null)
      return {
        zh: `您的申请${zh}已批准${end ? `，有效期至${end.zh}` : ''}：可下载其中 ${files} 个文件。`,
        en: `You have access to ${files === 1 ? 'one file' : `${files} files`}${en}${end ? ` until ${end.en}` : ''}.`,
      }
    return {
      zh: `您的申请${zh}已批准，${end ? `有效期至${end.zh}，` : ''}可直接下载文件。`,
      en: `You have access${en}${end ? ` until ${end.en}` : ''} and can download the files.`,
    }
  },
  kept: {
    zh: '您负责管理此数据集，可下载全部文件。',
    en: 'You manage this dataset and can download all its files.',
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
    zh: '文件需申请获取：请联系提供方授权。',
    en: 'Files are available on request. Contact the institution for access.',
  },
  grant_expired: {
    zh: '您的访问权限已到期：请联系提供方续期。',
    en: 'Your access has expired. Contact the institution to renew it.',
  },
  embargo: (until: string | null, access: Access): Text =>
    until === null
      ? {
          zh: '文件处于保护期，暂不提供。',
          en: 'The files are under embargo and not available yet.',
        }
      : {
          zh: `文件处于保护期，至 ${until} 止，${afterEmbargo[access].zh}。`,
          en: `The files are under embargo until the end of ${until} and ${afterEmbargo[access].en}.`,
        },
  closed: { zh: '文件不对外提供。', en: 'The files are not available to others.' },
  core_data: {
    zh: '核心数据的文件不对外提供。',
    en: 'Files of core data are not available.',
  },
  withdrawn: {
    zh: '此版本已撤回，文件不再提供。',
    en: 'This version has been withdrawn. Its files are no longer available.',
  },
} as const

export const grantWords = {
  mine: { zh: '可下载的数据', en: 'Data I can download' },
  noneMine: {
    zh: '还没有单独授权给您的数据。',
    en: 'No data has been granted to you individually.',
  },
  heldUntil: (zh: string, en: string): Text => ({ zh: `至 ${zh}`, en: `until ${en}` }),
  access: { zh: '文件获取', en: 'File access' },
  lead: (access: Text): Text => ({
    zh: `获取方式：${access.zh}。在此管理可以获取文件的人员。`,
    en: `Access: ${access.en.toLowerCase()}. Manage who can download the files here.`,
  }),
  accessTo: (title: Text): Text => ({
    zh: `${title.zh}的文件获取`,
    en: `File access: ${title.en}`,
  }),
  manage: { zh: '管理文件获取', en: 'Manage file access' },
  grants: { zh: '已授权人员', en: 'People with access' },
  noGrants: { zh: '还没有授权', en: 'Nobody has been granted access yet' },
  noGrantsText: {
    zh: '获取方式为“申请获取”的数据集，可在此按邮箱授权。',
    en: 'For a dataset available on request, grant people access here by email address.',
  },
  person: { zh: '姓名', en: 'Person' },
  email: { zh: '邮箱', en: 'Email' },
  emailHint: {
    zh: '对方登录使用的邮箱。',
    en: 'The email address they use to sign in.',
  },
  reason: { zh: '授权理由', en: 'Reason' },
  reasonHint: {
    zh: '例如申请书编号或用途；仅管理人员可见。',
    en: 'For example a request number or the purpose. Visible only to staff.',
  },
  until: { zh: '有效期至', en: 'Until' },
  untilHint: {
    zh: '当天全天有效；留空表示长期有效。',
    en: 'Valid through that day. Leave empty for no expiry.',
  },
  forGood: { zh: '长期有效', en: 'No expiry' },
  grant: { zh: '授权', en: 'Grant access' },
  granted: (name: string): Text => ({
    zh: `已授权 ${name} 获取文件。`,
    en: `${name} can now download the files.`,
  }),
  revoke: { zh: '撤销授权', en: 'Revoke access' },
  revokeAbout: {
    zh: '对方将立即无法下载，并收到通知。',
    en: 'The person can no longer download the files and is notified.',
  },
  revocationReason: { zh: '原因（会通知对方）', en: 'Reason (sent to the person)' },
  revoked: { zh: '授权已撤销。', en: 'Access revoked.' },
  isRevoked: { zh: '此授权已经撤销。', en: 'This access has already been revoked.' },
  noGrant: { zh: '授权不存在。', en: 'This grant does not exist.' },
  noPerson: {
    zh: '没有使用此邮箱的账户，请对方先注册。',
    en: 'No account uses this email address. Ask the person to register first.',
  },
  personNeeded: { zh: '请填写授权对象。', en: 'Enter the person to grant access to.' },
  past: { zh: '有效期至少到今天。', en: 'Access must last until today or later.' },
  notStaff: {
    zh: '只有提供方的管理人员可以授权。',
    en: 'Only staff of the institution can grant access.',
  },
  grantedOn: { zh: '授权日期', en: 'Granted on' },
  onlyOnRequest: {
    zh: '此数据集的获取方式不是“申请获取”，授权目前不起作用。',
    en: 'This dataset is not available on request, so grants currently have no effect.',
  },
} as const

export const grantStateNames = {
  valid: { text: { zh: '有效', en: 'Valid' }, tone: 'good' },
  expired: { text: { zh: '已到期', en: 'Expired' }, tone: 'caution' },
  revoked: { text: { zh: '已撤销', en: 'Revoked' }, tone: 'calm' },
} as const

export const termsWords = {
  terms: { zh: '使用条款', en: 'Terms of use' },
  lead: {
    zh: '下载前请阅读并接受使用条款。接受一次后，下载此版本不再询问。',
    en: 'Read and accept the terms once before downloading. You will not be asked again for this version.',
  },
  accept: { zh: '接受并下载', en: 'Accept and download' },
  noTerms: {
    zh: '此版本没有需要接受的条款。',
    en: 'This version has no terms to accept.',
  },
} as const
