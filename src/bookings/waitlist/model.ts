import { idOf, saying, line } from '../../core/shapes.ts'
import { z } from 'zod'
import { longestDays } from '../../core/spans.ts'
import { minutesIn } from '../../core/periods.ts'
import { Moment, Temporal } from '../../core/time.ts'
import { bookingWords } from '../bookings/words/booking.ts'
import { waitWords as words } from './words.ts'

/** A wish for so many minutes of an instrument, whenever between two moments they become free. */
export const NewWait = z
  .strictObject({
    /** Not earlier than this. */
    from: Moment,
    /** Over by this. */
    to: Moment,
    minutes: z
      .int()
      .min(1)
      .max(longestDays.wait * 1440),
    purpose: line().min(1).max(500),
    lab: idOf(bookingWords.noLab).nullable().optional(),
    project: line().max(200).optional(),
    samples: z.int().min(0).max(1_000_000).optional(),
    /** Somebody of the staff runs the instrument. */
    assisted: z.boolean().optional(),
    onBehalfOf: idOf(bookingWords.noPerson).optional(),
  })
  // By numbers: this is asked of minutes out of bounds too, which no calendar can add.
  .refine(({ from, to, minutes }) => minutes <= minutesIn({ start: from, end: to }), {
    path: ['to'],
    ...saying(words.tooNarrow),
  })
  .refine(
    ({ from, to }) => Temporal.Instant.compare(from.add({ hours: longestDays.wait * 24 }), to) >= 0,
    {
      path: ['to'],
      ...saying(words.tooWide(longestDays.wait)),
    },
  )
export type NewWait = z.output<typeof NewWait>

export const waitStates = ['waiting', 'promoted', 'left', 'over'] as const
export type WaitState = (typeof waitStates)[number]

const Name = z.object({ zh: z.string().nullable(), en: z.string().nullable() })
const Instant = z.string().meta({ format: 'date-time' })

export const WaitAnswer = z
  .looseObject({
    id: z.string(),
    instrumentId: z.string(),
    instrument: z.object({ id: z.string(), title: Name }),
    from: Instant,
    to: Instant,
    minutes: z.int(),
    timezone: z.string(),
    state: z.enum(waitStates),
    /** 1 is the next; null once it waits no more. */
    position: z.int().nullable(),
    person: z.object({ id: z.string(), name: z.string() }),
    purpose: z.string(),
    samples: z.int().nullable(),
    assisted: z.boolean(),
    bookingId: z.string().nullable(),
  })
  .meta({ id: 'Wait' })
