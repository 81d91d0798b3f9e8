import type { Text, Words } from '../../core/text.ts'

export const qualificationWords = {
  mine: { zh: '我的资格', en: 'My qualifications' },
  noneMine: { zh: '您还没有任何资格。', en: 'You have no qualifications yet.' },
  lasts: { zh: '有效期至', en: 'Valid until' },
  forGood: { zh: '长期有效', en: 'No expiry' },
  qualifications: { zh: '资格', en: 'Qualifications' },
  noQualifications: {
    zh: '这台仪器还没有资格人员。',
    en: 'No one is qualified for this instrument yet.',
  },
  grant: { zh: '授予资格', en: 'Grant qualification' },
  granted: { zh: '资格已授予', en: 'Qualification granted' },
  revoke: { zh: '撤销', en: 'Revoke' },
  revokeAbout: {
    zh: '资格立即失效：已有的预约保留，但不能再开始使用。',
    en: 'It ends at once: bookings are kept, but use can no longer be started.',
  },
  revokedNow: { zh: '资格已撤销', en: 'Qualification revoked' },
  noQualification: { zh: '该资格不存在。', en: 'This qualification does not exist.' },
  personNeeded: { zh: '请填写用户。', en: 'Enter the person to qualify.' },
  expiryPast: { zh: '有效期须晚于当前时间。', en: 'The expiry date must be in the future.' },
  tooLong: (years: number): Text => ({
    zh: `资格的有效期最长 ${years} 年；留空表示长期有效。`,
    en: `A qualification can last at most ${years} years. Leave empty for no expiry.`,
  }),
  revoked: { zh: '这项资格已经撤销。', en: 'This qualification is already revoked.' },
} satisfies Words

export const qualificationStateNames = {
  valid: { tone: 'good', text: { zh: '有效', en: 'Valid' } },
  expiring: { tone: 'caution', text: { zh: '即将到期', en: 'Expires soon' } },
  expired: { tone: 'danger', text: { zh: '已到期', en: 'Expired' } },
  revoked: { tone: 'calm', text: { zh: '已撤销', en: 'Revoked' } },
} as const
