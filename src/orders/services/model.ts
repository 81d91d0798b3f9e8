import { LocalLong, LocalName } from '../../core/shapes.ts'
import { z } from 'zod'
import { form } from '../../core/form.ts'
import { pageWords as words, unitNames } from '../orders/words.ts'
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

export type Fields = z.output<typeof Fields>

/** 分 for one unit. */
const Fen = z.int().min(0).max(100_000_000)
export const Prices = z.partialRecord(z.enum(audiences), Fen)
export type Prices = z.output<typeof Prices>

const content = z.strictObject({
  title: LocalName,
  about: LocalLong,
  unit: z.enum(units),
  turnaroundDays: z.int().min(1).max(365),
})
/** What is one input each; prices and the fields of its own form are drawn by hand. */
export const serviceForm = form(content, {
  title: { as: 'pair', label: words.title },
  about: { as: 'longPair', label: words.about },
  unit: { as: 'choice', label: words.unit, names: unitNames },
  turnaroundDays: { as: 'number', label: words.days },
})
const whole = serviceForm.schema.extend({
  prices: Prices.describe('分 for each unit; who has none pays as the next wider audience does.'),
  fields: Fields,
})

export const NewService = whole.extend({
  about: LocalLong.default({ zh: null, en: null }),
  prices: Prices.default({}),
  fields: Fields.default([]),
})
export type NewService = z.output<typeof NewService>

const { title, about, unit, turnaroundDays, prices, fields } = whole.shape
export const ServiceChange = z.strictObject({
  title: title.exactOptional(),
  about: about.exactOptional(),
  unit: unit.exactOptional(),
  turnaroundDays: turnaroundDays.exactOptional(),
  prices: prices.exactOptional(),
  fields: fields.exactOptional(),
  active: z.boolean().exactOptional(),
})
export type ServiceChange = z.output<typeof ServiceChange>

export const ServiceAnswer = z
  .object({
    id: z.string(),
    instrumentId: z.string(),
    version: z.int(),
    ...serviceForm.answer,
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
