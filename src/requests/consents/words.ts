import type { Text, Words } from '../../core/text.ts'
import type { LinkState, PreauthorisationState } from './model.ts'

export const consentWords = {
  consents: { zh: '同意与预先授权', en: 'Consent and preauthorisation' },
  lead: {
    zh: '课题组成员提出申请时，提供方可能要求负责人同意。您可以逐份答复，也可以预先授权某位成员，一年之内不再逐份征求。',
    en: 'Providers may require a supervisor’s consent to requests from lab members. Respond to each request, or preauthorise a member for up to one year.',
  },
  waiting: { zh: '待我同意的申请', en: 'Waiting for my consent' },
  preauthorisations: { zh: '预先授权', en: 'Preauthorisations' },
  none: { zh: '还没有预先授权', en: 'No preauthorisations yet' },
  noneHint: {
    zh: '课题组负责人和单位的资源管理员可以预先授权成员。',
    en: 'PIs of labs and curators of institutions can preauthorise members.',
  },
  give: { zh: '预先授权', en: 'Preauthorise' },
  given: {
    zh: '已授权。此人的申请不再逐份征求负责人同意。',
    en: 'Preauthorised. This person’s requests no longer need individual consent.',
  },
  person: { zh: '成员', en: 'Member' },
  personHint: { zh: '此人的账户邮箱。', en: 'The email address of the member’s account.' },
  lab: { zh: '课题组', en: 'Lab' },
  institution: { zh: '或单位', en: 'Or an institution' },
  institutionHint: {
    zh: '对此人在本单位各课题组的申请都有效。',
    en: 'Applies to the member’s requests from every lab of the institution.',
  },
  by: { zh: '授权范围', en: 'Scope' },
  since: { zh: '起', en: 'Since' },
  until: { zh: '有效期至', en: 'Until' },
  untilHint: {
    zh: '当天全天有效，最长一年；留空即一年。',
    en: 'Includes the whole day, up to one year. Leave empty for one year.',
  },
  revoke: { zh: '撤销', en: 'Revoke' },
  revokeOf: (name: string): Text => ({
    zh: `撤销对 ${name} 的预先授权`,
    en: `Revoke the preauthorisation of ${name}`,
  }),
  revokeAbout: {
    zh: '之后提交的申请会重新征求负责人同意；已提交的不受影响。',
    en: 'Requests submitted from now on need consent again. Requests already submitted are not affected.',
  },
  revoked: { zh: '预先授权已撤销。', en: 'Preauthorisation revoked.' },
  oneScope: {
    zh: '请选择课题组或单位，二者选一。',
    en: 'Choose either a lab or an institution.',
  },
  noneSuch: { zh: '该预先授权不存在。', en: 'This preauthorisation does not exist.' },
  notYours: {
    zh: '只有课题组负责人和单位的资源管理员可以预先授权。',
    en: 'Only PIs of the lab and curators of the institution can preauthorise members.',
  },
  notSelf: { zh: '不能授权自己。', en: 'You cannot preauthorise yourself.' },
  notOfLab: {
    zh: '此人不是这个课题组的成员。',
    en: 'This person is not a member of that lab.',
  },
  notOfInstitution: {
    zh: '此人不属于这个单位。',
    en: 'This person is not a member of that institution.',
  },
  pastOrLong: {
    zh: '有效期至少到今天，最长一年。',
    en: 'It must last until today or later, up to one year.',
  },
  already: {
    zh: '此人已有有效的预先授权。要更改期限，请先撤销原授权。',
    en: 'This person already has a valid preauthorisation. Revoke it first to change the end date.',
  },
  isOver: { zh: '这项预先授权已经结束。', en: 'This preauthorisation has already ended.' },

  asked: { zh: '请您答复一份申请', en: 'A request needs your consent' },
  askedLead: (requester: string, provider: Text): Text => ({
    zh: `${requester} 向${provider.zh}提出申请，您同意后提供方才能批准。`,
    en: `${requester} submitted a request to ${provider.en}. It can be approved only with your consent.`,
  }),
  onlyFor: (name: string): Text => ({
    zh: `此链接仅供 ${name} 本人答复，请勿转发。打开页面不代表答复。`,
    en: `This link is only for ${name}. Please do not forward it. Opening the page does not submit a response.`,
  }),
  items: { zh: '申请内容', en: 'Requested items' },
  purpose: { zh: '用途', en: 'Purpose' },
  requester: { zh: '申请人', en: 'Requester' },
  provider: { zh: '提供方', en: 'Provider' },
  number: { zh: '申请编号', en: 'Number' },
  loan: { zh: '借用，须归还', en: 'On loan' },
  note: { zh: '说明', en: 'Note' },
  noteHint: {
    zh: '申请人和提供方会看到；不同意时请写明理由。',
    en: 'Visible to the requester and the provider. Give a reason if you decline.',
  },
  answer: { zh: '您的答复', en: 'Your response' },
  consent: { zh: '同意', en: 'Consent' },
  refuse: { zh: '不同意', en: 'Decline' },
  reasonNeeded: {
    zh: '不同意时请写明理由，申请人会看到。',
    en: 'Give a reason for declining. The requester will see it.',
  },
  done: { zh: '您已答复', en: 'Response recorded' },
  consented: {
    zh: '您已同意这份申请，提供方会继续处理。',
    en: 'You consented to this request. The provider continues with it.',
  },
  refused: {
    zh: '您没有同意这份申请，申请已退回申请人。',
    en: 'You declined this request. It was returned to the requester.',
  },
  noLink: {
    zh: '链接不存在或已失效。请登录后在“待我同意的申请”中答复，或请申请人重新提交。',
    en: 'This link does not exist or is no longer valid. Sign in and respond under “Waiting for my consent”, or ask the requester to resubmit.',
  },
  otherPerson: {
    zh: '这个链接是发给另一位负责人的，请由收件人本人答复。',
    en: 'This link was sent to another supervisor. Only the recipient can respond.',
  },
  signIn: { zh: '查看申请（需登录）', en: 'View the request (sign in)' },
} satisfies Words

/** Why a link asks for nothing any more, and what to do. */
export const linkStateWords: Record<Exclude<LinkState, 'open'>, Text> = {
  used: {
    zh: '这个链接已使用，您的答复已记录。登录后可查看申请。',
    en: 'This link was already used and your response is recorded. Sign in to view the request.',
  },
  ended: {
    zh: '这份申请已结束，无需答复。',
    en: 'This request has ended. No response is needed.',
  },
  answered: {
    zh: '您已用其他方式答复过这份申请。',
    en: 'You already responded to this request another way.',
  },
  changed: {
    zh: '申请在发信之后有变化，此链接已失效。如仍需您同意，您会收到新的邮件。',
    en: 'The request changed after the email was sent, so this link is no longer valid. If your consent is still needed, you will receive another email.',
  },
  expired: {
    zh: '这个链接已过期。请登录后在“待我同意的申请”中答复。',
    en: 'This link has expired. Sign in and respond under “Waiting for my consent”.',
  },
}

export const preauthorisationStateNames: Record<
  PreauthorisationState,
  { text: Text; tone: 'good' | 'calm' }
> = {
  valid: { text: { zh: '有效', en: 'Valid' }, tone: 'good' },
  expired: { text: { zh: '已过期', en: 'Expired' }, tone: 'calm' },
  revoked: { text: { zh: '已撤销', en: 'Revoked' }, tone: 'calm' },
}
