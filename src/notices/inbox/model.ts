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

/** What somebody was told of a booking. */
export const NoticeAnswer = z
  .object({
    id: z.string(),
    kind: z.enum(noticeKinds),
    title: z.object({ zh: z.string(), en: z.string() }),
    instrument: z.object({
      id: z.string(),
      title: z.object({ zh: z.string().nullable(), en: z.string().nullable() }),
    }),
    booking: z.object({
      id: z.string(),
      start: z.string().meta({ format: 'date-time' }),
      end: z.string().meta({ format: 'date-time' }),
    }),
    toldAt: z.string().meta({ format: 'date-time' }),
    byLetter: z.boolean(),
  })
  .meta({ id: 'Notification' })
