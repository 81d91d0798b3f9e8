import { z } from 'zod'
import { form } from '../../core/form.ts'
import { line, LocalAnswer } from '../../core/shapes.ts'
import { Day } from '../../core/time.ts'
import { observationWords as words } from './words.ts'

const Entry = z.strictObject({
  accession: line().min(1).max(200).describe('Id, or number where one accession has it.'),
  trait: line().min(1).max(200).describe('Code, or id.'),
  value: line()
    .min(1)
    .max(500)
    .describe('A number, a class by code or name, a day, or text, as the trait’s scale asks.'),
  replicate: z.int().min(1).max(10_000).default(1),
  observedOn: Day.optional(),
  observer: line().max(100).optional(),
})
export type Entry = z.output<typeof Entry>

export const NewObservations = z.strictObject({ observations: z.array(Entry).min(1).max(5000) })
export type NewObservations = z.output<typeof NewObservations>

/** What people paste; `rules.ts` makes entries of it. */
export const tableForm = form(z.strictObject({ table: z.string() }), {
  table: { as: 'long', label: words.table, hint: words.tableHint },
})

export const observationFilter = form(
  z.strictObject({ accession: line().max(100).optional(), trait: line().max(60).optional() }),
  {
    accession: { as: 'text', type: 'search', label: words.number },
    trait: { as: 'text', label: words.trait, short: true },
  },
)
export type ObservationFilter = z.output<typeof observationFilter.schema>

const TraitNamed = z.object({ id: z.string(), code: z.string(), name: LocalAnswer })

export const ObservationAnswer = z
  .object({
    id: z.string(),
    accession: z.object({
      id: z.string(),
      number: z.string().nullable(),
      title: LocalAnswer,
    }),
    trait: TraitNamed,
    trial: z.object({ id: z.string(), code: z.string(), season: z.string() }),
    value: z.string(),
    valueText: LocalAnswer,
    replicate: z.int(),
    observedOn: z.string().nullable(),
    observer: z.string().nullable(),
  })
  .meta({ id: 'Observation' })

/** What is known of one trait of one accession, over all trials. */
export const TraitSummary = z
  .object({
    trait: TraitNamed,
    mean: z.number().nullable().describe('Of numerical scales, in the trait’s unit.'),
    value: z.string().describe('The latest.'),
    valueText: LocalAnswer.describe('The mean with its unit, or the latest value by its name.'),
    observations: z.int(),
    seasons: z.array(z.string()),
  })
  .meta({ id: 'TraitSummary' })

/** Accessions that are compared at once. */
export const mostCompared = 12

export const ComparisonAnswer = z
  .object({
    accessions: z.array(
      z.object({ id: z.string(), number: z.string().nullable(), title: LocalAnswer }),
    ),
    traits: z.array(
      z.object({
        trait: TraitNamed,
        values: z
          .array(TraitSummary.omit({ trait: true }).nullable())
          .describe('In the order of `accessions`.'),
      }),
    ),
  })
  .meta({ id: 'Comparison' })
