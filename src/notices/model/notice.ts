import { z } from 'zod'

/** What people are told of bookings; each kind of letter can be switched off. */
export const noticeKinds = [
  'pending',
  'confirmed',
  'changed',
  'cancelled',
  'declined',
  'displaced',
  'promoted',
  'missed',
  'reminder',
  'approval_asked',
] as const
export type NoticeKind = (typeof noticeKinds)[number]

const wanted = z.boolean().default(true)

/** Which letters somebody wants; a kind that is not named is wanted. */
export const Letters = z.strictObject({
  pending: wanted,
  confirmed: wanted,
  changed: wanted,
  cancelled: wanted,
  declined: wanted,
  displaced: wanted,
  promoted: wanted,
  missed: wanted,
  reminder: wanted,
  approval_asked: wanted,
} satisfies Record<NoticeKind, z.ZodType>)
export type Letters = z.output<typeof Letters>

export const Preferences = z.strictObject({ letters: Letters }).meta({ id: 'NoticePreferences' })
