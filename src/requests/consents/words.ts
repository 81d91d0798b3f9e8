import type { Text, Words } from '../../core/text.ts'
import type { LinkState, PreauthorisationState } from './model.ts'

export const consentWords = {
  consents: { zh: '同意与预先授权', en: 'Consents' },
  lead: {
    zh: '课题组成员提出申请时，提供方可能要求负责人同意。您可以逐份答复，也可以预先授权一位成员，一年之内不再逐份询问。',
    en: 'Providers may ask for a supervisor’s consent to what members of a lab ask for. Answer each request, or authorise a member for a year beforehand.',
  },
  waiting: { zh: '待我同意的申请', en: 'Requests that wait for my consent' },
  preauthorisations: { zh: '预先授权', en: 'Authorised beforehand' },
  none: { zh: '还没有预先授权', en: 'Nobody is authorised beforehand' },
  noneHint: {
    zh: '课题组负责人，或单位的资源管理员，可以预先授权一位成员。',
    en: 'Principal investigators of labs and curators of institutions authorise members.',
  },
  give: { zh: '预先授权', en: 'Authorise' },
  given: {
    zh: '已授权。此人的申请不再逐份询问负责人。',
    en: 'Authorised: requests of this person no longer ask for consent one by one.',
  },
  person: { zh: '成员', en: 'Member' },
  personHint: { zh: '此人账户的电子邮箱。', en: 'The e-mail address of their account.' },
  lab: { zh: '课题组', en: 'Lab' },
  institution: { zh: '或单位', en: 'Or institution' },
  institutionHint: {
    zh: '对此人在本单位各课题组的申请都有效。',
    en: 'It then counts for their requests from every lab of it.',
  },
  by: { zh: '授权范围', en: 'Counts for' },
  since: { zh: '起', en: 'Since' },
  until: { zh: '有效期至', en: 'Until' },
  untilHint: {
    zh: '当天全天有效，最长一年；留空即一年。',
    en: 'All of that day, a year at most; a year where it is left blank.',
  },
  revoke: { zh: '撤销', en: 'Revoke' },
  revokeOf: (name: string): Text => ({
    zh: `撤销对 ${name} 的预先授权`,
    en: `Revoke the authorisation of ${name}`,
  }),
  revokeAbout: {
    zh: '之后提交的申请会重新询问负责人；已经提交的不变。',
    en: 'Requests sent from now on ask for consent again; those sent already stay as they are.',
  },
  revoked: { zh: '预先授权已撤销。', en: 'The authorisation is revoked.' },
  oneScope: {
    zh: '请选择课题组或单位，二者选一。',
    en: 'Choose a lab or an institution, one of the two.',
  },
  noneSuch: { zh: '没有这项预先授权。', en: 'There is no such authorisation.' },
  notYours: {
    zh: '只有课题组负责人和单位的资源管理员可以预先授权。',
    en: 'Only principal investigators of the lab and curators of the institution authorise beforehand.',
  },
  notSelf: { zh: '不能授权自己。', en: 'Nobody authorises themselves.' },
  notOfLab: {
    zh: '此人不是这个课题组的成员。',
    en: 'This person is not a member of that lab.',
  },
  notOfInstitution: {
    zh: '此人不属于这个单位。',
    en: 'This person does not belong to that institution.',
  },
  pastOrLong: {
    zh: '有效期至少到今天，最长一年。',
    en: 'It lasts until today at least, and a year at most.',
  },
  already: {
    zh: '此人已有有效的预先授权。要更改期限，请先撤销原来的。',
    en: 'This person is authorised already. Revoke that first to change its end.',
  },
  isOver: { zh: '这项预先授权已经结束。', en: 'This authorisation is over already.' },

  asked: { zh: '请您答复一份申请', en: 'Your consent is asked for' },
  askedLead: (requester: string, provider: Text): Text => ({
    zh: `${requester} 向${provider.zh}提出申请，须您同意后提供方才能批准。`,
    en: `${requester} asks something of ${provider.en}. It can be approved once you consent.`,
  }),
  onlyFor: (name: string): Text => ({
    zh: `此链接只供 ${name} 本人答复，请勿转发。打开页面不会作出答复。`,
    en: `This link is for ${name} alone: please do not pass it on. Opening it answers nothing.`,
  }),
  items: { zh: '申请内容', en: 'What is asked for' },
  purpose: { zh: '用途', en: 'For what' },
  requester: { zh: '申请人', en: 'Requester' },
  provider: { zh: '提供方', en: 'Provider' },
  number: { zh: '申请编号', en: 'Number' },
  loan: { zh: '借用，须归还', en: 'On loan' },
  note: { zh: '说明', en: 'Note' },
  noteHint: {
    zh: '申请人和提供方会看到；不同意时请写明理由。',
    en: 'The requester and the provider read it; say why if you refuse.',
  },
  answer: { zh: '您的答复', en: 'Your answer' },
  consent: { zh: '同意', en: 'Consent' },
  refuse: { zh: '不同意', en: 'Refuse' },
  reasonNeeded: {
    zh: '不同意时请写明理由，申请人会看到。',
    en: 'Say why you refuse: the requester reads it.',
  },
  done: { zh: '您已答复', en: 'Your answer is recorded' },
  consented: {
    zh: '您已同意这份申请，提供方会继续处理。',
    en: 'You consented to this request. The provider goes on with it.',
  },
  refused: {
    zh: '您没有同意这份申请，申请已退回申请人。',
    en: 'You refused this request. It went back to who asked.',
  },
  noLink: {
    zh: '没有这个链接，或它已失效。请登录后在“待我同意”中答复，或请申请人重新提交。',
    en: 'There is no such link, or it is dead. Sign in and answer under “To consent to”, or ask for the request to be sent again.',
  },
  otherPerson: {
    zh: '这个链接是发给另一位负责人的。请由收信人本人答复。',
    en: 'This link was sent to another supervisor. Only the person it was sent to answers.',
  },
  signIn: { zh: '查看申请（需登录）', en: 'See the request (sign in)' },
} satisfies Words

/** Why a link asks for nothing any more, and what to do. */
export const linkStateWords: Record<Exclude<LinkState, 'open'>, Text> = {
  used: {
    zh: '这个链接已经用过，您的答复已记录。要查看申请，请登录。',
    en: 'This link was used: your answer is recorded. Sign in to see the request.',
  },
  ended: {
    zh: '这份申请已经结束，不再需要答复。',
    en: 'The request has ended: no answer is needed any more.',
  },
  answered: {
    zh: '您已用其他方式答复过这份申请。',
    en: 'You answered this request already, in another way.',
  },
  changed: {
    zh: '申请在发信之后有变化，这个链接不再有效。如仍需您同意，您会收到新的邮件。',
    en: 'The request changed since the letter: this link is no longer good. If your consent is still needed, another letter comes.',
  },
  expired: {
    zh: '这个链接已过期。请登录后在“待我同意”中答复。',
    en: 'This link has expired. Sign in and answer under “To consent to”.',
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
