import type { Words } from '../../core/text.ts'

export const qualificationWords = {
  mine: { zh: '我的资格', en: 'My qualifications' },
  noneMine: { zh: '您还没有任何资格。', en: 'You hold no qualification yet.' },
  kind: { zh: '资格', en: 'Qualification' },
  lasts: { zh: '有效期至', en: 'Until' },
  forGood: { zh: '长期', en: 'for good' },
  note: { zh: '备注', en: 'Note' },
  qualifications: { zh: '资格', en: 'Qualifications' },
  noQualifications: { zh: '还没有人有这台仪器的资格。', en: 'Nobody is qualified here yet.' },
  grant: { zh: '授予资格', en: 'Grant a qualification' },
  revoke: { zh: '撤销', en: 'Revoke' },
  revokeReason: { zh: '原因（对方会收到）', en: 'Reason (they will read it)' },
  revokedNow: { zh: '资格已撤销', en: 'The qualification is revoked' },
  granted: { zh: '资格已授予', en: 'The qualification is granted' },
  person: { zh: '用户', en: 'Person' },
  email: { zh: '用户的邮箱', en: 'Their address' },
  validMonths: { zh: '有效月数', en: 'Months that it lasts' },
  validMonthsHint: { zh: '留空表示长期有效。', en: 'Empty: for good.' },
  instrument: { zh: '仪器', en: 'Instrument' },
  state: { zh: '状态', en: 'State' },
  action: { zh: '处理', en: 'Do' },
  noQualification: { zh: '没有这项资格。', en: 'There is no such qualification.' },
  noPerson: {
    zh: '没有使用这个邮箱的用户，请核对后再填。',
    en: 'Nobody here has this address: check it.',
  },
  personNeeded: { zh: '请写明给谁。', en: 'Say whom it is for.' },
  expiryPast: {
    zh: '有效期要晚于现在。',
    en: 'It has to last beyond now.',
  },
  revoked: {
    zh: '这项资格已经撤销。',
    en: 'This qualification is revoked already.',
  },
  noTraining: { zh: '没有这场培训。', en: 'There is no such training.' },
  trainingPast: {
    zh: '开始时间已经过去，请选一个将来的时间。',
    en: 'The start is past: choose a time to come.',
  },
  endAfterStart: { zh: '结束时间要晚于开始时间。', en: 'The end comes after the start.' },
  trainingBegun: {
    zh: '这场培训已经开始，不能再报名或退出。',
    en: 'This training has begun: nobody enrols or leaves any more.',
  },
  trainingCancelled: { zh: '这场培训已经取消。', en: 'This training was cancelled.' },
  trainingFull: {
    zh: '这场培训的名额已满，请看看别的场次。',
    en: 'This training is full: see the others.',
  },
  notBegun: {
    zh: '培训还没有开始，开始后才能记录谁通过了。',
    en: 'The training has not begun: who passed is noted once it has.',
  },
  notEnrolled: {
    zh: '名单里有人没有报名这场培训。',
    en: 'Somebody on the list is not enrolled in this training.',
  },
  notForOthers: {
    zh: '只有仪器的管理人员可以替他人报名或退出。',
    en: 'Only staff of the instrument enrol others or take them off the list.',
  },
} satisfies Words

export const qualificationStateNames = {
  valid: { tone: 'good', text: { zh: '有效', en: 'Valid' } },
  expiring: { tone: 'caution', text: { zh: '即将到期', en: 'Expires soon' } },
  expired: { tone: 'danger', text: { zh: '已到期', en: 'Expired' } },
  revoked: { tone: 'calm', text: { zh: '已撤销', en: 'Revoked' } },
} as const
