import { z } from 'zod'
import { form } from '../../core/form.ts'
import { line, saying } from '../../core/shapes.ts'
import { longevityWords as words } from './words.ts'

const constant = (least: number, most: number) => z.number().min(least).max(most)

/** Of one species, as Ellis and Roberts (1980) have them. */
const Constants = z.strictObject({
  species: line()
    .overwrite((name) => name.replace(/\s*\*+$/, ''))
    .min(1)
    .max(200)
    .refine((name) => /^\p{Lu}\p{Ll}/u.test(name), saying(words.badSpecies)),
  ke: constant(-20, 40),
  cw: constant(-20, 40),
  ch: constant(-2, 2),
  cq: constant(-0.1, 0.1),
  reference: line().max(1000).optional(),
})
export type Constants = z.output<typeof Constants>

export const NewConstants = z.strictObject({ constants: z.array(Constants).min(1).max(2000) })
export type NewConstants = z.output<typeof NewConstants>

/** What people paste; `rules.ts` makes constants of it. */
export const tableForm = form(z.strictObject({ table: z.string() }), {
  table: { as: 'long', label: words.table, hint: words.tableHint },
})

export const constantsFilter = form(z.strictObject({ species: line().max(200).optional() }), {
  species: { as: 'text', type: 'search', label: words.species },
})
export type ConstantsFilter = z.output<typeof constantsFilter.schema>

export const ConstantsAnswer = z
  .object({
    id: z.string(),
    species: z.string(),
    ke: z.number(),
    cw: z.number(),
    ch: z.number(),
    cq: z.number(),
    reference: z.string().nullable(),
    predicts: z
      .boolean()
      .describe('Whether drying and cooling lengthen life by them: else nothing is predicted.'),
  })
  .meta({ id: 'LifeConstants' })

export const EnteredConstants = z.object({ entered: z.int(), replaced: z.int() })
