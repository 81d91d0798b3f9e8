import { z } from 'zod'
import { form } from '../../core/form.ts'
import { line, LocalLong, LocalName, saying } from '../../core/shapes.ts'
import { InstantAnswer } from '../../core/time.ts'
import { classesIn } from './rules.ts'
import { categoryNames, scaleNames, traitWords as words } from './words.ts'

/** How a value is had: BrAPI's `Numerical`, `Ordinal`, `Nominal`, `Date` and `Text`. */
export const scales = ['numerical', 'ordinal', 'nominal', 'date', 'text'] as const
export type Scale = (typeof scales)[number]

/** Trait classes of the Crop Ontology. */
export const categories = [
  'morphological',
  'phenological',
  'agronomic',
  'quality',
  'biotic_stress',
  'abiotic_stress',
  'biochemical',
  'other',
] as const
export type Category = (typeof categories)[number]

const described = {
  code: line().min(1).max(60),
  name: LocalName,
  crop: line().max(100).optional(),
  category: z.enum(categories),
  method: LocalLong.default({ zh: null, en: null }),
  scale: z.enum(scales),
  unit: line().max(30).optional(),
  lowest: z.number().min(-1e12).max(1e12).optional(),
  highest: z.number().min(-1e12).max(1e12).optional(),
  classes: z.string().trim().max(5000).optional(),
}

const hasClasses = (scale: Scale) => scale === 'ordinal' || scale === 'nominal'

/** What must fit together; of every shape that has these properties. */
const fitting = <Shape extends z.ZodObject<typeof described>>(shape: Shape) =>
  shape
    .refine(({ lowest, highest }) => (lowest ?? -Infinity) <= (highest ?? Infinity), {
      path: ['highest'],
      ...saying(words.inOrder),
    })
    .refine(({ scale, classes }) => !hasClasses(scale) || (classesIn(classes)?.length ?? 0) > 1, {
      path: ['classes'],
      ...saying(words.needsClasses),
    })
    .refine(({ scale, classes }) => hasClasses(scale) || !classes, {
      path: ['classes'],
      ...saying(words.noClasses),
    })

const fields = {
  code: { as: 'text', label: { zh: '编号', en: 'Code' }, hint: words.codeHint, short: true },
  name: { as: 'pair', label: { zh: '名称', en: 'Name' } },
  crop: { as: 'text', label: { zh: '作物', en: 'Crop' }, hint: words.cropHint, short: true },
  category: { as: 'choice', label: { zh: '类别', en: 'Category' }, names: categoryNames },
  method: { as: 'longPair', label: { zh: '方法', en: 'Method' } },
  scale: { as: 'choice', label: { zh: '标度', en: 'Scale' }, names: scaleNames },
  unit: { as: 'text', label: { zh: '单位', en: 'Unit' }, short: true },
  lowest: { as: 'number', label: { zh: '最小值', en: 'Minimum' } },
  highest: { as: 'number', label: { zh: '最大值', en: 'Maximum' } },
  classes: { as: 'long', label: { zh: '等级', en: 'Classes' }, hint: words.classesHint },
} as const

const NewTrait = fitting(z.strictObject(described))
export type NewTrait = z.output<typeof NewTrait>
export const traitForm = form(NewTrait, fields)

export const traitEdit = form(
  fitting(z.strictObject({ ...described, closed: z.boolean().default(false) })),
  {
    ...fields,
    closed: { as: 'yesNo', label: { zh: '已停用', en: 'Closed' }, hint: words.closedHint },
  },
)
export type TraitChange = z.output<typeof traitEdit.edit.schema>

export const traitFilter = form(
  z.strictObject({
    q: line().max(100).optional(),
    category: z.enum(categories).optional(),
    crop: line().max(100).optional(),
  }),
  {
    q: { as: 'text', type: 'search', label: { zh: '编号或名称', en: 'Code or name' } },
    category: { as: 'choice', label: fields.category.label, names: categoryNames },
    crop: { as: 'text', label: fields.crop.label },
  },
)
export type TraitFilter = z.output<typeof traitFilter.schema>

export const TraitAnswer = z
  .object({
    id: z.string(),
    ...traitForm.answer,
    version: z.int(),
    closedAt: InstantAnswer.nullable(),
  })
  .meta({ id: 'Trait' })

/** How the values of a trait that the reader may see are spread. */
export const DistributionAnswer = z
  .object({
    observations: z.int(),
    accessions: z.int(),
    mean: z.number().nullable().describe('Of numerical and ordinal scales.'),
    deviation: z.number().nullable().describe('Of a sample.'),
    bars: z.array(
      z.object({
        from: z.number().nullable().describe('Of numerical scales: inclusive.'),
        to: z.number().nullable().describe('Exclusive, but of the last bar.'),
        value: z.string().nullable().describe('Of other scales.'),
        count: z.int(),
      }),
    ),
  })
  .meta({ id: 'TraitDistribution' })
