import { z } from 'zod'
import { form } from '../../core/form.ts'
import { line, Named } from '../../core/shapes.ts'
import { fillOrders, wellNamings } from '../../stock/places/model.ts'
import { fillOrderNames } from '../../stock/places/words.ts'
import { sampleStates } from '../model.ts'
import { boxPageWords as words, confirmNames, displacementNames } from './words/page.ts'

/** What stands between a tube and a well. Each has its own way on: none, saying yes, or what becomes of the occupant. */
export const obstacles = {
  unknown_code: 'refused',
  other_institution: 'refused',
  other_collection: 'refused',
  used_up: 'refused',
  destroyed: 'refused',
  withdrawn: 'refused',
  place_blocked: 'refused',
  well_blocked: 'refused',
  well_occupied: 'refused',
  no_well: 'refused',
  full: 'refused',
  taken: 'displace',
  taken_no_swap: 'displace',
  elsewhere: 'confirm',
  gone: 'confirm',
  finished_kit: 'confirm',
  temperature: 'confirm',
  awaiting_destruction: 'confirm',
} as const
export type Obstacle = keyof typeof obstacles

/** What somebody may say yes to. */
export const confirmable = [
  'elsewhere',
  'gone',
  'finished_kit',
  'temperature',
  'awaiting_destruction',
] as const
export type Confirmable = (typeof confirmable)[number]

/** What becomes of who is in the well already: it goes where the other was, or nobody knows where it is. */
export const displacements = ['swap', 'unknown'] as const
export type Displacement = (typeof displacements)[number]

export const isConfirmable = (code: string): code is Confirmable =>
  confirmable.some((one) => one === code)

/** How many wells are changed at once. */
export const mostWells = 1000

/** Of a well, `A1` or `1`. */
export const WellName = line().min(1).max(6)

/** What a scanner types: the code of a tube. */
export const SampleCode = line().min(1).max(200)

export const WellAnswer = z
  .object({
    well: z.string().nullable().describe('`A1` or `1`; null in a container without wells.'),
    sample: z
      .object({ id: z.string(), code: z.string(), type: z.string() })
      .nullable()
      .describe('Null also for a sample of a collection of which you are no staff.'),
    lot: z.object({ id: z.string(), code: z.string() }).nullable(),
    blocked: z.string().nullable().describe('Why nothing is put here.'),
    isKept: z.boolean().describe('Kept free for its sample, which is on loan.'),
  })
  .meta({ id: 'Well' })

export const BoxAnswer = z
  .object({
    id: z.string(),
    path: z.string(),
    institution: Named,
    rows: z.int().nullable(),
    columns: z.int().nullable(),
    wellNames: z.enum(wellNamings),
    fillOrder: z.enum(fillOrders),
    capacity: z.int().nullable().describe('Rows × columns where there are wells.'),
    used: z.int().describe('Wells, or things where there are no wells.'),
    wells: z.array(WellAnswer).describe('Those with something in them.'),
    next: z.string().nullable().describe('The free well that comes next.'),
  })
  .meta({ id: 'Box' })

const change = z
  .strictObject({
    well: WellName.optional().describe('Left out in a container without wells.'),
    code: SampleCode.nullable().optional().describe('Of the sample that is put in; null empties.'),
    blocked: line().min(1).max(200).nullable().optional().describe('Why; null opens it again.'),
  })
  .refine(({ code, blocked }) => (code === undefined) !== (blocked === undefined))
  .refine(({ well, code }) => well !== undefined || typeof code === 'string', { path: ['well'] })

export const WellChanges = z.strictObject({
  wells: z.array(change).min(1).max(mostWells),
  displaced: z.enum(displacements).optional(),
  confirmed: z.array(z.enum(confirmable)).max(confirmable.length).optional(),
})
export type WellChanges = z.output<typeof WellChanges>

/** A scanner types the code and sends Enter; the well is the one that was chosen. */
export const scanForm = form(
  z.strictObject({
    code: SampleCode,
    well: WellName.optional(),
    displaced: z.enum(displacements).optional(),
    confirmed: z.array(z.enum(confirmable)).max(confirmable.length).default([]),
  }),
  {
    code: { as: 'text', type: 'scan', label: words.code },
    well: { as: 'text', label: words.well, short: true },
    displaced: { as: 'choice', label: words.displaced, names: displacementNames },
    confirmed: { as: 'choices', label: words.confirmed, names: confirmNames },
  },
)
export type Scan = z.output<typeof scanForm.schema>

export const ScanAnswer = z.object({
  id: z.string(),
  code: z.string(),
  well: z.string().nullable(),
  next: z.string().nullable().describe('The free well that comes after it.'),
})

export const takingForm = form(
  z.strictObject({ code: SampleCode, keepsPlace: z.boolean().default(false) }),
  {
    code: { as: 'text', type: 'scan', label: words.code },
    keepsPlace: { as: 'yesNo', label: words.keepsPlace },
  },
)
export type Taking = z.output<typeof takingForm.schema>

export const blockForm = form(
  z.strictObject({ well: WellName, reason: line().min(1).max(200).optional() }),
  {
    well: { as: 'text', label: words.well, short: true },
    reason: { as: 'text', label: words.reason },
  },
)

export const fillOrderForm = form(z.strictObject({ fillOrder: z.enum(fillOrders) }), {
  fillOrder: { as: 'choice', label: words.fillOrder, names: fillOrderNames },
})
export type FillOrderChange = z.output<typeof fillOrderForm.schema>

/** A sample where it is stored. */
export const StoredAnswer = z
  .object({
    id: z.string(),
    code: z.string(),
    type: z.string(),
    state: z.enum(sampleStates),
    well: z.string().nullable(),
    isKept: z.boolean(),
  })
  .meta({ id: 'StoredSample' })
