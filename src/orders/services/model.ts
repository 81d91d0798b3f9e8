import { LocalLong, LocalName } from '../../core/shapes.ts'
import { z } from 'zod'
import { form } from '../../core/form.ts'
import { pageWords as words, unitNames } from '../orders/words.ts'
import { Fields } from '../forms/model.ts'
import { Prices, units } from '../prices/model.ts'

const described = z.strictObject({
  title: LocalName,
  about: LocalLong.default({ zh: null, en: null }),
  unit: z.enum(units),
  turnaroundDays: z.int().min(1).max(365),
})
const asked = {
  title: { as: 'pair', label: words.title },
  about: { as: 'longPair', label: words.about },
  unit: { as: 'choice', label: words.unit, names: unitNames },
  turnaroundDays: { as: 'number', label: words.days, short: true },
} as const
/** What is one input each. */
export const serviceForm = form(described, asked)
export const serviceEdit = form(described.extend({ active: z.boolean() }), {
  ...asked,
  active: { as: 'yesNo', label: words.active },
})

const { title, about, unit, turnaroundDays } = serviceForm.schema.shape
export const NewService = serviceForm.schema.extend({
  prices: Prices.default({}),
  fields: Fields.default([]),
})
export type NewService = z.output<typeof NewService>

export const ServiceChange = z.strictObject({
  title: title.exactOptional(),
  about: about.unwrap().exactOptional(),
  unit: unit.exactOptional(),
  turnaroundDays: turnaroundDays.exactOptional(),
  prices: Prices.exactOptional(),
  fields: Fields.exactOptional(),
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
    fields: Fields,
    active: z.boolean(),
    rating: z
      .object({ mean: z.number(), count: z.int() })
      .nullable()
      .describe('1 极差 to 5 非常满意; null where nobody has rated it.'),
  })
  .meta({ id: 'Service' })
export type ServiceAnswer = z.output<typeof ServiceAnswer>
