import { z } from 'zod'
import { form } from '../../core/form.ts'
import { idOf, line, Named } from '../../core/shapes.ts'
import { refusalWords } from '../../people/words/refusals.ts'
import { PlacePath, PlaceRef } from '../../stock/places/model.ts'
import { storageWords as words, temperatureNames } from './words.ts'

/** MIABIS-SAMPLE-03, of which places can be asked for. */
export const temperatures = [
  'RT',
  '2to10',
  '-18to-35',
  '-60to-85',
  'below-135',
  'LN-vapour',
  'LN-liquid',
] as const
export type Temperature = (typeof temperatures)[number]

/** Below this share of its wells a box is sparse, and worth emptying into another. */
export const sparseShare = 0.3

const usage = {
  boxes: z.int().describe('Places with wells, or with a capacity.'),
  wells: z.int().describe('Wells, and the capacity of containers without.'),
  used: z.int().describe('Samples and lots.'),
  kept: z.int().describe('Of these, wells that are kept for samples on loan.'),
  blocked: z.int(),
  free: z.int(),
}

/** How full a freezer or tank is. */
export const UsageAnswer = z
  .object({ ...PlaceRef.shape, institution: Named, ...usage, sparse: z.int() })
  .meta({ id: 'StorageUsage' })

export const storeFilter = form(
  z.strictObject({ institution: idOf(refusalWords.noInstitution).optional() }),
  { institution: { as: 'reference', label: words.institution } },
)
export type StoreFilter = z.output<typeof storeFilter.schema>

export const spaceFilter = form(
  z.strictObject({
    count: z.coerce.number().int().min(1).max(10_000).default(1),
    temperature: z.enum(temperatures).optional(),
    institution: idOf(refusalWords.noInstitution).optional(),
  }),
  {
    count: { as: 'number', label: words.count },
    temperature: { as: 'choice', label: words.temperature, names: temperatureNames },
    institution: { as: 'reference', label: words.institution },
  },
)
export type SpaceFilter = z.output<typeof spaceFilter.schema>

/** Free wells of one box. */
export const SpaceAnswer = z
  .object({
    ...PlaceRef.shape,
    institution: Named,
    free: z.int(),
    from: z.string().describe('The first of the free wells, as the box is filled.'),
    to: z.string().describe('The last of as many as were asked for.'),
    together: z.boolean().describe('No other well lies between them.'),
  })
  .meta({ id: 'FreeWells' })

/** A box that could be emptied into another of the same freezer. */
export const MergeAnswer = z
  .object({
    ...PlaceRef.shape,
    used: z.int(),
    wells: z.int(),
    into: PlaceRef,
    intoFree: z.int(),
  })
  .meta({ id: 'BoxMerge' })

export const mergeForm = form(z.strictObject({ into: idOf(words.noPlace) }), {
  into: { as: 'reference', label: words.into },
})
export type Merge = z.output<typeof mergeForm.schema>

/** Labels that were scanned: of what moves, and of where it goes. */
export const moveForm = form(z.strictObject({ box: PlacePath, into: PlacePath }), {
  box: { as: 'text', type: 'scan', label: words.box, hint: words.labelHint },
  into: { as: 'text', type: 'scan', label: words.into, hint: words.labelHint },
})
export type BoxMove = z.output<typeof moveForm.schema>

export const MovedAnswer = z.object({ id: z.string(), path: line() })
