import type { MenuLink } from '../../core/navigation.ts'

const part = encodeURIComponent

/** Addresses of these pages. */
export const requestPaths = {
  requests: '/requests',
  desk: '/requests/desk',
  bulkDecision: '/requests/desk/decision',
  bulkDecided: (id: string) => `/requests/desk/decisions/${part(id)}`,
  away: '/requests/away',
  absence: (id: string) => `/requests/away/${part(id)}`,
  handOver: '/requests/desk/hand-over',
  queue: '/requests/queue',
  settings: '/requests/settings',
  new: '/requests/new',
  edit: (id: string) => `/requests/${part(id)}/edit`,
  forms: '/requests/forms',
  newForm: '/requests/forms/new',
  form: (id: string) => `/requests/forms/${part(id)}`,
  editForm: (id: string) => `/requests/forms/${part(id)}/edit`,
  answers: (id: string) => `/requests/${part(id)}/answers`,
  answerFile: (id: string, file: string) =>
    `/api/v1/requests/${part(id)}/files/${part(file)}/content`,
  removeAnswerFile: (id: string, file: string) =>
    `/requests/${part(id)}/files/${part(file)}/removal`,
  projects: '/projects',
  project: (id: string) => `/projects/${part(id)}`,
  entitlements: '/entitlements',
  permits: '/permits',
  consents: '/consents',
  /** What the letter to a supervisor leads to. */
  consent: (secret: string) => `/consent/${part(secret)}`,
  one: (id: string) => `/requests/${part(id)}`,
  /** Leads to the form that answers a message, by way of signing in. */
  reply: (id: string) => `/requests/${part(id)}/reply`,
  attachment: (id: string, file: string) =>
    `/api/v1/requests/${part(id)}/attachments/${part(file)}`,
  reportFiles: (id: string, report: string) =>
    `/requests/${part(id)}/use-reports/${part(report)}/files`,
  reportFile: (id: string, report: string, file: string) =>
    `/api/v1/requests/${part(id)}/use-reports/${part(report)}/files/${part(file)}`,
  fees: '/requests/fees',
  feesOf: (record: string) => `/requests/fees?record=${part(record)}`,
  picks: '/requests/picks',
  picking: (id: string) => `/requests/${part(id)}/picking`,
  unpick: (id: string, reservation: string) =>
    `/requests/${part(id)}/picks/${part(reservation)}/removal`,
  chooseSamples: (id: string, item: string) => `/requests/${part(id)}/items/${part(item)}/samples`,
  reserveSamples: (id: string, item: string) =>
    `/requests/${part(id)}/items/${part(item)}/sample-reservations`,
  releaseSample: (id: string, sample: string) =>
    `/requests/${part(id)}/sample-reservations/${part(sample)}/removal`,
  unpickSample: (id: string, sample: string) =>
    `/requests/${part(id)}/sample-picks/${part(sample)}/removal`,
  command: (id: string, name: string) => `/requests/${part(id)}/${name}`,
} as const

/** What leads here from every page. */
export const requestLinks = {
  forms: {
    href: requestPaths.forms,
    text: { zh: '申请表单', en: 'Request forms' },
    for: 'curators',
  },
  agreements: {
    href: '/agreements',
    text: { zh: '协议文本', en: 'Agreements' },
    for: 'staff',
  },
  settings: {
    href: requestPaths.settings,
    text: { zh: '申请处理设置', en: 'Request settings' },
    for: 'curators',
  },
  fees: {
    href: requestPaths.fees,
    text: { zh: '实物收费标准', en: 'Material prices' },
    for: 'curators',
  },
  projects: { href: requestPaths.projects, text: { zh: '我的项目', en: 'My projects' } },
  requests: { href: requestPaths.requests, text: { zh: '申请', en: 'Requests' } },
  desk: {
    href: requestPaths.desk,
    text: { zh: '申请审批', en: 'Requests to decide' },
    for: 'staff',
  },
  entitlements: { href: requestPaths.entitlements, text: { zh: '我的授权', en: 'My access' } },
  picks: {
    href: requestPaths.picks,
    text: { zh: '申请取货单', en: 'Pick list for requests' },
    for: 'staff',
  },
  consents: {
    href: requestPaths.consents,
    text: { zh: '同意与预先授权', en: 'Consent and preauthorisation' },
  },
  permits: { href: requestPaths.permits, text: { zh: '法规要求', en: 'Legal requirements' } },
} as const satisfies Record<string, MenuLink>
