import { idOf } from '../../core/shapes.ts'
import { z } from 'zod'
import { qualificationKinds } from '../../bookings/policies/model.ts'
import { Moment, Temporal } from '../../core/time.ts'
import { qualificationWords as words } from '../qualifications/words.ts'
import { Whom } from '../qualifications/model.ts'

export const trainingStates = ['open', 'full', 'begun', 'cancelled'] as const
export type TrainingState = (typeof trainingStates)[number]

export const NewTraining = z
  .strictObject({
    title: z.string().trim().min(1).max(200),
    about: z.string().trim().max(2000).optional(),
    place: z.string().trim().min(1).max(200),
    start: Moment,
    end: Moment,
    seats: z.int().min(1).max(1000),
    /** What passing grants. */
    kinds: z.array(z.enum(qualificationKinds)).min(1).max(3),
    /** How long it lasts then; for good without. */
    validMonths: z.int().min(1).max(120).optional(),
  })
  .refine(({ start, end }) => Temporal.Instant.compare(start, end) < 0, {
    path: ['end'],
    error: words.endAfterStart.en,
    params: { text: words.endAfterStart },
  })
export type NewTraining = z.output<typeof NewTraining>

/** Oneself, or whom staff name. */
export const Enrolment = z.strictObject(Whom)
export type Enrolment = z.output<typeof Enrolment>

export const TrainingCancellation = z.strictObject({
  reason: z.string().trim().max(500).optional(),
})

export const TrainingResults = z.strictObject({
  passed: z.array(idOf(words.noPerson)).min(1).max(1000),
})

const Instant = z.string().meta({ format: 'date-time' })
const Name = z.object({ zh: z.string().nullable(), en: z.string().nullable() })

export const TrainingAnswer = z
  .object({
    id: z.string(),
    instrument: z.object({ id: z.string(), title: Name }),
    title: z.string(),
    about: z.string().nullable(),
    place: z.string(),
    start: Instant,
    end: Instant,
    timezone: z.string(),
    seats: z.int(),
    enrolled: z.int(),
    kinds: z.array(z.enum(qualificationKinds)),
    validMonths: z.int().nullable(),
    state: z.enum(trainingStates),
    /** Whether you are enrolled. */
    mine: z.boolean(),
    /** For staff of the instrument. */
    attendees: z
      .array(
        z.object({
          person: z.object({ id: z.string(), name: z.string() }),
          passedAt: Instant.nullable(),
        }),
      )
      .optional(),
  })
  .meta({ id: 'Training' })
