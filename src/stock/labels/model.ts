import { z } from 'zod'
import { form } from '../../core/form.ts'
import { labelWords as words, sheetNames, symbolNames } from './words.ts'

export const sheets = ['a4_24', 'a4_65', 'packet', 'tube', 'cap'] as const
export const symbols = ['datamatrix', 'qrcode', 'code128'] as const
export type Symbology = (typeof symbols)[number]

const onSheet = {
  sheet: z.enum(sheets).default('a4_24'),
  symbol: z.enum(symbols).default('datamatrix'),
  skip: z.coerce.number().int().min(0).max(64).default(0),
}
const sheetFields = {
  sheet: { as: 'choice', label: words.sheet, names: sheetNames },
  symbol: { as: 'choice', label: words.symbol, names: symbolNames },
  skip: { as: 'number', label: words.skip, hint: words.skipHint },
} as const

/** On what labels are printed, as the address of the page says it. */
export const sheetForm = form(z.strictObject(onSheet), sheetFields)
export type OnSheet = z.output<typeof sheetForm.schema>

/** The same of a lot, which says how many. */
const Wanted = z.strictObject({
  ...onSheet,
  copies: z.coerce.number().int().min(1).max(200).default(1),
  numbered: z.enum(['true', 'false']).default('false'),
})
export type Wanted = z.output<typeof Wanted>
export const labelForm = form(Wanted, {
  ...sheetFields,
  copies: { as: 'number', label: words.copies },
  numbered: {
    as: 'choice',
    label: words.numbered,
    hint: words.numberedHint,
    names: { true: { zh: '是', en: 'Yes' }, false: { zh: '否', en: 'No' } },
  },
})
