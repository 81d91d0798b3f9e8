import type { Text, Words } from '../../core/text.ts'

export const qualificationWords = {
  mine: { zh: '我的资格', en: 'My qualifications' },
  noneMine: { zh: '您还没有任何资格。', en: 'You hold no qualification yet.' },
  lasts: { zh: '有效期至', en: 'Until' },
  forGood: { zh: '长期', en: 'For good' },
  qualifications: { zh: '资格', en: 'Qualifications' },
  noQualifications: { zh: '还没有人有这台仪器的资格。', en: 'Nobody is qualified here yet.' },
  grant: { zh: '授予资格', en: 'Grant a qualification' },
  granted: { zh: '资格已授予', en: 'The qualification is granted' },
  revoke: { zh: '撤销', en: 'Revoke' },
  revokedNow: { zh: '资格已撤销', en: 'The qualification is revoked' },
  noQualification: { zh: '没有这项资格。', en: 'There is no such qualification.' },
  personNeeded: { zh: '请写明给谁。', en: 'Say whom it is for.' },
  expiryPast: { zh: '有效期要晚于现在。', en: 'It has to last beyond now.' },
  tooLong: (years: number): Text => ({
    zh: `资格的有效期最长 ${years} 年；留空表示长期有效。`,
    en: `A qualification lasts ${years} years at most, or for good where nothing is filled in.`,
  }),
  revoked: { zh: '这项资格已经撤销。', en: 'This qualification is revoked already.' },
} satisfies Words

export const qualificationStateNames = {
  valid: { tone: 'good', text: { zh: '有效', en: 'Valid' } },
  expiring: { tone: 'caution', text: { zh: '即将到期', en: 'Expires soon' } },
  expired: { tone: 'danger', text: { zh: '已到期', en: 'Expired' } },
  revoked: { tone: 'calm', text: { zh: '已撤销', en: 'Revoked' } },
} as const
