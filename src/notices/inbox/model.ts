import { z } from 'zod'
import { LocalAnswer } from '../../core/shapes.ts'
import { InstantAnswer } from '../../core/time.ts'
import { forEachLetter, letterNames } from '../../letters.ts'

const wanted = z.boolean().default(true)

/** Which letters somebody wants; a kind that is not named is wanted. */
export const Letters = z.strictObject(forEachLetter(() => wanted))
export type Letters = z.output<typeof Letters>

export const Preferences = z.strictObject({ letters: Letters }).meta({ id: 'NoticePreferences' })

/** What somebody was told. */
export const NoticeAnswer = z
  .object({
    id: z.string(),
    kind: z.enum(letterNames),
    title: z.object({ zh: z.string(), en: z.string() }).describe('What the kind is called'),
    subject: LocalAnswer.describe('As it was told'),
    path: z.string().describe('The page that it is about'),
    instrument: z
      .object({ id: z.string(), title: LocalAnswer })
      .nullable()
      .describe('Null where it is about none'),
    booking: z
      .object({ id: z.string(), start: InstantAnswer, end: InstantAnswer })
      .nullable()
      .describe('With the times that it had then; null where it is about none'),
    occurredAt: InstantAnswer.describe('When it happened'),
    toldAt: InstantAnswer.describe('When it was told'),
    byLetter: z.boolean(),
    readAt: InstantAnswer.nullable().describe('Null: not yet'),
  })
  .meta({ id: 'Notification' })

/** Unread ones are counted up to here. */
export const mostCounted = 100

/** What I read: these, or all that I was told up to a revision of my inbox; neither: all. */
export const Reading = z.strictObject({
  ids: z.array(z.uuid()).max(200).optional(),
  until: z.int().min(0).optional(),
})
export type Reading = z.output<typeof Reading>

export const Unread = z
  .object({
    unread: z.int().describe(`How many are not read; ${mostCounted} is that many or more`),
  })
  .meta({ id: 'UnreadNotifications' })
