import { z } from 'zod'
import { line } from '../../core/shapes.ts'
import { form, type Typed } from '../../core/form.ts'
import { longestDays, spanWithin } from '../../core/spans.ts'
import { InstantAnswer, Moment, type Temporal } from '../../core/time.ts'
import { DisplacedAnswer, OnBookings, readOnBookings } from '../displacement/model.ts'
import { outageKindNames, outageWords as words } from './words.ts'

export type OutageKind = keyof typeof outageKindNames

const outageStates = ['planned', 'running', 'over', 'cancelled'] as const
export type OutageState = (typeof outageStates)[number]

const Outage = z.strictObject({
  reason: line().min(1).max(500),
  kind: z.enum(['fault', 'maintenance', 'calibration', 'training', 'other']),
  start: Moment.optional(),
  end: Moment.optional(),
})

/** Without a start it begins now; without an end nobody knows yet, and it takes a day until staff say better. */
export const outageForm = form(Outage, {
  reason: {
    as: 'text',
    label: { zh: '原因', en: 'Reason' },
    hint: { zh: '所有人都能看到。', en: 'Visible to everyone.' },
  },
  kind: { as: 'choice', label: { zh: '类别', en: 'Kind' }, names: outageKindNames },
  start: {
    as: 'moment',
    label: { zh: '开始', en: 'From' },
    hint: { zh: '留空表示从现在开始。', en: 'Leave empty to start now.' },
  },
  end: {
    as: 'moment',
    label: { zh: '结束', en: 'To' },
    hint: {
      zh: '不确定可留空：先停用 24 小时，之后可修改。',
      en: 'Leave empty if unknown; blocks 24 h until updated.',
    },
  },
})

/** What only programs say of an outage in these words. */
const how = { isEstimate: z.boolean().optional(), onBookings: OnBookings }

export type Times = { start?: Temporal.Instant | undefined; end?: Temporal.Instant | undefined }
const spanOfOutage = spanWithin(longestDays.outage)
const { shape } = outageForm.schema

export const NewOutage = z.strictObject({ ...shape, ...how }).superRefine(spanOfOutage)
export type NewOutage = z.output<typeof NewOutage>

export const OutageChange = z
  .strictObject({ ...outageForm.schema.partial().shape, ...how })
  .superRefine(spanOfOutage)
export type OutageChange = z.output<typeof OutageChange>

export const readOutage = (typed: Typed, zone?: string) => ({
  ...outageForm.read(typed, zone),
  onBookings: readOnBookings(typed),
})

const endForm = form(z.strictObject({ end: Moment }), {
  end: { as: 'moment', label: words.newEnd },
})
/** An end that staff give is no estimate. */
export const readEnd = (typed: Typed, zone?: string) => ({
  ...endForm.read(typed, zone),
  isEstimate: false,
})

export const outageFilter = form(z.strictObject({ since: Moment.optional() }), {
  since: { as: 'moment', label: words.since },
})

export const OutageAnswer = z
  .object({
    id: z.string(),
    instrumentId: z.string(),
    ...outageForm.answer,
    start: InstantAnswer,
    end: InstantAnswer,
    isEstimate: z.boolean().describe('Nobody knows yet when it ends.'),
    planned: z.boolean(),
    state: z.enum(outageStates),
    createdAt: InstantAnswer,
  })
  .meta({ id: 'Outage' })

export const OpenedAnswer = OutageAnswer.extend({ displaced: DisplacedAnswer })
