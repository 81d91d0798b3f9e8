import { z } from 'zod'
import { form } from '../../core/form.ts'
import { labelWords as words, sheetNames, symbolNames } from './words.ts'

export const sheets = ['a4_24', 'a4_65', 'packet', 'tube', 'cap'] as const
export const symbols = ['datamatrix', 'qrcode', 'code128'] as const
export type Symbology = (typeof symbols)[number]

/** What is printed, as the address of the page says it. */
const Wanted = z.strictObject({
  sheet: z.enum(sheets).default('a4_24'),
  symbol: z.enum(symbols).default('datamatrix'),
  copies: z.coerce.number().int().min(1).max(200).default(1),
  skip: z.coerce.number().int().min(0).max(64).default(0),
  numbered: z.enum(['true', 'false']).default('false'),
})
export type Wanted = z.output<typeof Wanted>
export const labelForm = form(Wanted, {
  sheet: { as: 'choice', label: words.sheet, names: sheetNames },
  symbol: { as: 'choice', label: words.symbol, names: symbolNames },
  copies: { as: 'number', label: words.copies },
  skip: { as: 'number', label: words.skip, hint: words.skipHint },
  numbered: {
    as: 'choice',
    label: words.numbered,
    hint: words.numberedHint,
    names: { true: { zh: '是', en: 'Yes' }, false: { zh: '否', en: 'No' } },
  },
})
