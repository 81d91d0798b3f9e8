import { z } from 'zod'
import { form } from '../../core/form.ts'
import { idOf, Named, saying } from '../../core/shapes.ts'
import { bothLanguages, type Text } from '../../core/text.ts'
import { InstantAnswer } from '../../core/time.ts'
import { instrumentWords } from '../../instruments/words.ts'
import { feedWords as words } from './words.ts'

const feedKinds = ['person', 'lab', 'instrument'] as const
export type FeedKind = (typeof feedKinds)[number]

/** Whose bookings a feed is to show. */
export const NewFeed = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('person') }),
  z.strictObject({ kind: z.literal('lab'), lab: idOf(words.notYourLab) }),
  z.strictObject({ kind: z.literal('instrument'), instrument: idOf(instrumentWords.noInstrument) }),
])
export type NewFeed = z.output<typeof NewFeed>

/** For people it is one choice: `person`, `lab:<id>`, `instrument:<id>`. */
export const newFeedIn = (what: string) => {
  const [kind = '', id = ''] = what.split(':', 2)
  return NewFeed.safeParse(kind === 'person' ? { kind } : { kind, [kind]: id })
}

export const whatOf = ({ lab, instrument }: Of) =>
  instrument ? `instrument:${instrument.id}` : lab ? `lab:${lab.id}` : 'person'

export const feedForm = form(
  z.strictObject({
    what: z
      .string()
      .default('')
      .refine((what) => newFeedIn(what).success, saying(words.choose)),
  }),
  { what: { as: 'reference', label: words.what, hint: words.whatHint } },
)

export const FeedAnswer = z
  .object({
    id: z.string(),
    kind: z.enum(feedKinds),
    lab: Named.nullable(),
    instrument: Named.nullable(),
    createdAt: InstantAnswer,
  })
  .meta({ id: 'CalendarFeed' })

export const MadeFeedAnswer = FeedAnswer.extend({
  url: z.string().describe('The whole secret address, shown this once.'),
})

type Of = Readonly<Record<'lab' | 'instrument', z.output<typeof Named> | null>>

/** What a feed is called. */
export function feedName({ lab, instrument }: Of): Text {
  if (instrument) return words.ofInstrument(bothLanguages(instrument.name))
  return lab ? words.ofLab(bothLanguages(lab.name)) : words.mine
}
