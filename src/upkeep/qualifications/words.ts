import type { Text, Words } from '../../core/text.ts'
import type { QualificationState } from './model.ts'

export const qualificationWords = {
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
  valid: { zh: '有效', en: 'Valid' },
  expiring: { zh: '即将到期', en: 'Expires soon' },
  expired: { zh: '已到期', en: 'Expired' },
  revoked: { zh: '已撤销', en: 'Revoked' },
} as const satisfies Record<QualificationState, Text>
