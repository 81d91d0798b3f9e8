import { idOf } from '../../core/shapes.ts'
import { instrumentWords } from '../../instruments/words.ts'
import { z } from 'zod'
import { feedWords as words } from './words.ts'

export const feedKinds = ['person', 'lab', 'instrument'] as const
export type FeedKind = (typeof feedKinds)[number]

/** Whose bookings a feed is to show. */
export const NewFeed = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('person') }),
  z.strictObject({ kind: z.literal('lab'), lab: idOf(words.notYourLab) }),
  z.strictObject({ kind: z.literal('instrument'), instrument: idOf(instrumentWords.noInstrument) }),
])
export type NewFeed = z.output<typeof NewFeed>

const Named = z.object({
  id: z.string(),
  name: z.object({ zh: z.string().nullable(), en: z.string().nullable() }),
})

export const FeedAnswer = z
  .object({
    id: z.string(),
    kind: z.enum(feedKinds),
    lab: Named.nullable(),
    instrument: Named.nullable(),
    createdAt: z.string().meta({ format: 'date-time' }),
  })
  .meta({ id: 'CalendarFeed' })

export const MadeFeedAnswer = FeedAnswer.extend({
  url: z.string().describe('The whole secret address, shown this once.'),
})
