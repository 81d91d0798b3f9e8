import { z } from 'zod'
import { audienceNames } from '../../charges/rates/words.ts'
import { form } from '../../core/form.ts'
import { fen } from '../../core/money.ts'
import { audiences } from '../../instruments/model/audiences.ts'

export const units = ['sample', 'hour', 'item'] as const
export type Unit = (typeof units)[number]

const ofOne = fen({ from: 0, to: 100_000_000 })
export const Prices = z
  .partialRecord(z.enum(audiences), ofOne)
  .describe('分 for each unit; who has none pays as the next wider audience does.')
export type Prices = z.output<typeof Prices>

/** The prices as they are typed. */
export const priceForm = form(
  z.strictObject({
    own_lab: ofOne.optional(),
    institution: ofOne.optional(),
    member: ofOne.optional(),
    external: ofOne.optional(),
  }),
  {
    own_lab: { as: 'yuan', label: audienceNames.own_lab },
    institution: { as: 'yuan', label: audienceNames.institution },
    member: { as: 'yuan', label: audienceNames.member },
    external: { as: 'yuan', label: audienceNames.external },
  },
)
