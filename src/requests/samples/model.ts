import { z } from 'zod'
import { form } from '../../core/form.ts'
import { idOf, line } from '../../core/shapes.ts'
import { Criteria, narrowing, narrowingFields } from '../../samples/matching/model.ts'
import { misfits } from '../../samples/matching/rules.ts'
import { amountUnits } from '../../samples/model.ts'
import { requestSampleRefusals as refusals, requestSampleWords as words } from './words.ts'

/** What is asked for; an old request may say it in free words alone. */
export const criteriaOf = (target: Readonly<Record<string, unknown>>): Criteria =>
  Criteria.catch({}).parse(target['samples'] ?? {})

export const holdStates = [
  'reserved',
  'picked',
  'under_way',
  'on_loan',
  'received',
  'lost',
  'returned',
  'blocked',
] as const
export type HoldState = (typeof holdStates)[number]

const ofSample = idOf(refusals.noSample)

/** So many are held at once. */
export const mostAtOnce = 10_000

/** Certain samples, or the best so many of those that a filter finds. */
export const reservationForm = form(
  z.strictObject({
    ...narrowing,
    samples: z.array(ofSample).max(200).default([]),
    onlyNamed: z
      .boolean()
      .default(false)
      .describe('Whether nothing is chosen where none is named.'),
    count: z.int().min(1).max(mostAtOnce).optional(),
    spread: z.boolean().default(false),
  }),
  {
    ...narrowingFields,
    samples: { as: 'references', label: words.samples },
    onlyNamed: { as: 'yesNo', label: words.onlyNamed },
    count: { as: 'number', label: words.count, short: true },
    spread: { as: 'yesNo', label: words.spread },
  },
)
export type Reservation = z.output<typeof reservationForm.schema>

export const ReservedAnswer = z.object({
  reserved: z.array(z.string()).describe('Ids of samples.'),
})

export const sampleReturnForm = form(
  z.strictObject({
    sample: ofSample,
    amount: z.number().min(0).max(1e9),
    thawed: z.boolean().default(false),
    condition: line().min(1).max(500),
  }),
  {
    sample: { as: 'reference', label: words.code },
    amount: { as: 'number', label: words.returned, short: true },
    thawed: { as: 'yesNo', label: words.thawed },
    condition: { as: 'text', label: words.condition },
  },
)
export type SampleReturn = z.output<typeof sampleReturnForm.schema>

const sample = {
  id: z.string().describe('Of the sample.'),
  code: z.string(),
  type: z.string(),
  sex: z.string().nullable(),
  amount: z.number(),
  unit: z.enum(amountUnits),
}

/** Nothing of a donor but sex and an age band. */
export const HeldSampleAnswer = z
  .object({
    ...sample,
    item: z.string(),
    ageBand: z.string().nullable(),
    state: z.enum(holdStates),
  })
  .meta({ id: 'RequestSample' })

export const CandidateAnswer = z
  .object({
    ...sample,
    ageYears: z.int().nullable(),
    createdOn: z.string().nullable(),
    freezeThaws: z.int(),
    place: z.string().nullable().describe('The codes from the top down, parted by `/`.'),
    misfit: z.enum(misfits).nullable().describe('Why it cannot be reserved.'),
  })
  .meta({ id: 'MatchingSample' })

export const SamplePickAnswer = z
  .object({
    ...sample,
    request: z.object({ id: z.string(), number: z.string() }),
    place: z.string().nullable().describe('The codes from the top down, parted by `/`.'),
    isPicked: z.boolean(),
  })
  .meta({ id: 'SampleToPick' })

export const MatchAnswer = z
  .object({
    usable: z.int(),
    others: z.array(z.object({ reason: z.enum(misfits), count: z.int() })),
    held: z.int(),
    most: z.int(),
  })
  .meta({ id: 'SampleMatch' })
