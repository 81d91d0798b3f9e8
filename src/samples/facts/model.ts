import { z } from 'zod'
import { form } from '../../core/form.ts'
import { LocalAnswer, saying } from '../../core/shapes.ts'
import { factWords as words } from './words.ts'

/** What counts may be told apart by. */
export const dimensions = ['sex', 'ageBand', 'type', 'chapter', 'disease', 'year'] as const
export type Dimension = (typeof dimensions)[number]

/** Repeated, or with commas between: any of these. */
const anyOf = <Value extends z.ZodType>(value: Value) =>
  z
    .preprocess((given) => {
      const all = (Array.isArray(given) ? given : [given]).flatMap((text) =>
        typeof text === 'string' ? text.split(',').map((part) => part.trim()) : [],
      )
      const named = all.filter((part) => part !== '')
      return named.length > 0 ? named : undefined
    }, z.array(value).max(30).optional())
    .optional()

const blankIsNone = (value: unknown) => (value === '' ? undefined : value)
const whole = (from: number, to: number) =>
  z.preprocess(blankIsNone, z.coerce.number().int().min(from).max(to).optional())

const code = z.string().regex(/^[a-z0-9_]{1,60}$/)

/** A code of ICD-10, how its code begins, a range of them, or one of Orphanet. */
const Disease = z
  .string()
  .trim()
  .toUpperCase()
  .refine(
    (text) =>
      /^[A-Z]\d[0-9A-Z](\.[0-9A-Z]{1,4})?$|^[A-Z]\d\d-[A-Z]\d\d$|^ORP-ORP$|^ORPHA:\d{1,7}$/.test(
        text,
      ),
    saying(words.badDisease),
  )

const age = whole(0, 130)
const year = whole(1800, 2200)

const filters = {
  sex: anyOf(code).describe('`female,male`: any of these.'),
  ageFrom: age.describe('Age in whole years when the sample was taken.'),
  ageTo: age,
  disease: anyOf(Disease).describe(
    'ICD-10 or ORPHA: `E11` has E11.9; `E10-E14` a block; any of several. Of the donor, or of the sample.',
  ),
  type: anyOf(code).describe('Types of sample (MIABIS), any of these.'),
  year: year.describe('Year in which the sample was taken or made.'),
  yearFrom: year,
  yearTo: year,
}

export const FactFilters = z.object(filters)
export type FactFilters = z.output<typeof FactFilters>

const mostDimensions = 2

export const FactQuery = z.object({
  ...filters,
  by: z
    .preprocess(
      (given) =>
        typeof given === 'string' ? given.split(',').filter((part) => part !== '') : given,
      z.array(z.enum(dimensions)).default([]),
    )
    .refine(
      (by) => by.length <= mostDimensions && new Set(by).size === by.length,
      saying(words.tooManyDimensions),
    )
    .refine(
      (by) => !(by.includes('chapter') && by.includes('disease')),
      saying(words.oneOfDiseases),
    )
    .describe('Up to two of sex, ageBand, type, chapter, disease and year, with a comma between.'),
  format: z.enum(['json', 'csv', 'xlsx']).default('json'),
})

export const LocatorQuery = z.object({
  ...filters,
  atLeast: whole(1, 1_000_000).describe('Only collections with so many donors, as they are shown.'),
})
export type LocatorQuery = z.output<typeof LocatorQuery>

const Count = z.int().describe('Donors; samples where no people are concerned. At least so many.')
const Exact = z
  .object({ donors: z.int(), samples: z.int() })
  .optional()
  .describe('For the staff of the collection alone.')

const counts = {
  count: Count.optional(),
  samples: z.int().optional().describe('At least so many.'),
  suppressed: z.literal(true).optional().describe('Too few to show, or none.'),
  exact: Exact,
}
const Fact = z.object({
  sex: z.string().nullable().optional(),
  ageBand: z.string().nullable().optional().describe('`40-49`; `90+`; null where no age is known.'),
  type: z.string().nullable().optional(),
  chapter: z
    .string()
    .nullable()
    .optional()
    .describe('A chapter of ICD-10 as its range, `E00-E90`.'),
  disease: z.string().nullable().optional().describe('The first three signs of its code.'),
  year: z.string().nullable().optional(),
  label: LocalAnswer.describe('What it is called.'),
  ...counts,
})
export type FactAnswer = z.output<typeof Fact>

export const FactsAnswer = z
  .object({
    collection: z.string(),
    counts: z.enum(['donors', 'samples']),
    smallestCell: z
      .int()
      .nullable()
      .describe(
        'Fewer donors are not shown, and counts are rounded down to multiples of it; null: counts are exact.',
      ),
    countedAt: z.iso
      .datetime()
      .nullable()
      .describe('When the public counts were made: once a day at most; null: now.'),
    by: z.array(z.enum(dimensions)),
    total: z.object(counts),
    items: z.array(Fact),
    others: z
      .object({ suppressed: z.literal(true) })
      .nullable()
      .describe('Values that are not listed, each too few to show, or none; null: there are none.'),
  })
  .meta({ id: 'CollectionFacts' })
export type FactsAnswer = z.output<typeof FactsAnswer>

export const LocatedAnswer = z
  .object({
    id: z.string(),
    title: LocalAnswer,
    institution: z.object({ id: z.string(), name: LocalAnswer }),
    count: Count,
    samples: z.int(),
    smallestCell: z.int().nullable(),
  })
  .meta({ id: 'CollectionFound' })
export type LocatedAnswer = z.output<typeof LocatedAnswer>

export const settingsForm = form(z.strictObject({ smallestCell: z.int().min(5).max(1000) }), {
  smallestCell: {
    as: 'number',
    label: { zh: '最小公布人数', en: 'Smallest published count' },
    hint: words.smallestHint,
  },
})
export type SettingsChange = z.output<typeof settingsForm.edit.schema>

export const SettingsAnswer = z
  .object({ ...settingsForm.answer, version: z.int() })
  .meta({ id: 'SampleSettings' })
