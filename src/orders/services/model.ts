import { LocalLong, LocalName } from '../../core/shapes.ts'
import { z } from 'zod'
import { audiences } from '../../instruments/model/audiences.ts'

export const units = ['sample', 'hour', 'item'] as const
export type Unit = (typeof units)[number]

export const fieldTypes = ['text', 'number', 'choice', 'yes_no', 'file'] as const
export type FieldType = (typeof fieldTypes)[number]

const Field = z
  .strictObject({
    key: z.string().regex(/^[a-z][a-z\d_]{0,39}$/),
    type: z.enum(fieldTypes),
    label: LocalName,
    help: LocalLong.optional(),
    required: z.boolean().default(false),
    unit: z.string().trim().max(20).optional().describe('Of a number.'),
    choices: z.array(z.string().trim().min(1).max(100)).max(30).optional().describe('Of a choice.'),
  })
  .refine(({ type, choices }) => type !== 'choice' || (choices?.length ?? 0) > 1, {
    path: ['choices'],
    error: 'A choice has two answers at least.',
    params: {
      text: { zh: '单选题至少要有两个选项。', en: 'A choice has two answers at least.' },
    },
  })
export type Field = z.output<typeof Field>

export const Fields = z
  .array(Field)
  .max(30)
  .refine((fields) => new Set(fields.map(({ key }) => key)).size === fields.length, {
    error: 'Two fields have one key.',
    params: { text: { zh: '两个字段的代码相同。', en: 'Two fields have the same key.' } },
  })

/** 分 for one unit. */
const Fen = z.int().min(0).max(100_000_000)
export const Prices = z.partialRecord(z.enum(audiences), Fen)
export type Prices = z.output<typeof Prices>

const content = {
  title: LocalName,
  about: LocalLong,
  unit: z.enum(units),
  turnaroundDays: z.int().min(1).max(365),
  prices: Prices.describe('分 for each unit; who has none pays as the next wider audience does.'),
  fields: Fields,
}

export const NewService = z.strictObject({
  ...content,
  about: LocalLong.default({ zh: null, en: null }),
  prices: Prices.default({}),
  fields: Fields.default([]),
})
export type NewService = z.output<typeof NewService>

export const ServiceChange = z.strictObject({ ...content, active: z.boolean() }).partial()
export type ServiceChange = z.output<typeof ServiceChange>

const LocalTextAnswer = z.object({ zh: z.string().nullable(), en: z.string().nullable() })

export const ServiceAnswer = z
  .object({
    id: z.string(),
    instrumentId: z.string(),
    version: z.int(),
    title: LocalTextAnswer,
    about: LocalTextAnswer,
    unit: z.enum(units),
    turnaroundDays: z.int(),
    prices: Prices,
    fields: z.array(Field),
    active: z.boolean(),
    rating: z
      .object({ mean: z.number(), count: z.int() })
      .nullable()
      .describe('1 极差 to 5 非常满意; null where nobody has rated it.'),
  })
  .meta({ id: 'Service' })
export type ServiceAnswer = z.output<typeof ServiceAnswer>
