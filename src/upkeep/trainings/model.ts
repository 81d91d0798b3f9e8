import { z } from 'zod'
import { qualificationKinds } from '../../bookings/policies/model.ts'
import { qualificationNames } from '../../bookings/verdict/words.ts'
import { form } from '../../core/form.ts'
import { idOf, LocalAnswer, saying } from '../../core/shapes.ts'
import { InstantAnswer, Moment, Temporal } from '../../core/time.ts'
import { Whom } from '../qualifications/model.ts'
import { qualificationWords as refusals } from '../qualifications/words.ts'
import { trainingWords as words } from './words.ts'

const trainingStates = ['open', 'full', 'begun', 'cancelled'] as const
export type TrainingState = (typeof trainingStates)[number]

const NewTraining = z
  .strictObject({
    title: z.string().trim().min(1).max(200),
    place: z.string().trim().min(1).max(200),
    start: Moment,
    end: Moment,
    seats: z.int().min(1).max(1000),
    kinds: z.array(z.enum(qualificationKinds)).min(1).max(3),
    validMonths: z.int().min(1).max(120).optional(),
    about: z.string().trim().max(2000).optional(),
  })
  .refine(({ start, end }) => Temporal.Instant.compare(start, end) < 0, {
    path: ['end'],
    ...saying(refusals.endAfterStart),
  })
export type NewTraining = z.output<typeof NewTraining>

export const trainingForm = form(NewTraining, {
  title: { as: 'text', label: { zh: '名称', en: 'Title' } },
  place: { as: 'text', label: { zh: '地点', en: 'Place' } },
  start: { as: 'moment', label: { zh: '开始', en: 'From' } },
  end: { as: 'moment', label: { zh: '结束', en: 'To' } },
  seats: { as: 'number', label: { zh: '名额', en: 'Seats' } },
  kinds: { as: 'choices', label: words.grants, names: qualificationNames },
  validMonths: {
    as: 'number',
    label: words.validMonths,
    hint: words.validMonthsHint,
    input: 'trainingMonths',
  },
  about: { as: 'long', label: { zh: '内容', en: 'About' } },
})

/** Oneself, or whom staff name. */
const Enrolment = z.strictObject(Whom)
export type Enrolment = z.output<typeof Enrolment>
export const enrolmentForm = form(Enrolment, {
  person: { as: 'reference', label: words.person },
  email: { as: 'text', type: 'email', label: words.email },
})

export const cancellationForm = form(
  z.strictObject({ reason: z.string().trim().max(500).optional() }),
  { reason: { as: 'text', label: words.cancelReason } },
)

export const resultsForm = form(
  z.strictObject({ passed: z.array(idOf(refusals.noPerson)).min(1).max(1000) }),
  { passed: { as: 'references', label: words.passed } },
)

export const TrainingAnswer = z
  .object({
    id: z.string(),
    instrument: z.object({ id: z.string(), title: LocalAnswer }),
    ...trainingForm.answer,
    timezone: z.string(),
    enrolled: z.int(),
    state: z.enum(trainingStates),
    mine: z.boolean().describe('Whether you are enrolled.'),
    attendees: z
      .array(
        z.object({
          person: z.object({ id: z.string(), name: z.string() }),
          passedAt: InstantAnswer.nullable(),
        }),
      )
      .optional()
      .describe('For staff of the instrument.'),
  })
  .meta({ id: 'Training' })
