import type { Text } from '../../../core/text.ts'
import { valueWords as words } from '../words.ts'

/** Fields whose digits and letters are all that they say: numbers and codes that people look things up by. */
const identifierKeys = new Set([
  'puid',
  'instcode',
  'accenumb',
  'othernumb',
  'collnumb',
  'collcode',
  'collmissid',
  'bredcode',
  'donorcode',
  'donornumb',
  'duplsite',
  'platformNumber',
  'nationalNumber',
  'resourceNumber',
  'classificationCode',
  'holderNumber',
  'bankNumber',
  'fieldBankNumber',
  'introductionNumber',
  'otherCollectionNumbers',
  'breedCode',
  'earTag',
  'innerId',
])

export const isIdentifier = (key: string) => identifierKeys.has(key)

/** What is in no cell on purpose: a character that a conversion lost, or an error of a spreadsheet. */
export function damageOf(text: string): Text | undefined {
  if (text.includes('\ufffd')) return words.unreadable(text)
  if (/^#(?:N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!)$|^#{3,}$/i.test(text))
    return words.errorCell(text)
  return undefined
}

/** As a spreadsheet writes them; collectors write `NOV-19`. */
const months = 'Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec'
const dates = [
  new RegExp(`^\\d{1,2}-(?:${months})(?:-\\d{2}(?:\\d{2})?)?$`),
  new RegExp(`^(?:${months})-\\d{2}$`),
  /^\d{1,2}月\d{1,2}日$/,
  /^\d{4}年\d{1,2}月(?:\d{1,2}日)?$/,
  /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2})?)?$/,
  /^\d{4}\/\d{1,2}\/\d{1,2}(?: \d{1,2}:\d{2}(?::\d{2})?)?$/,
]

/** `2.19E+26`; sixteen digits and more whose tail is zeros: a spreadsheet keeps fifteen. */
const exponents = [/^-?\d+(?:\.\d+)?e\+\d+$/i, /^\d{15}0+$/]

/** How a spreadsheet has damaged an identifier; undefined where it looks whole. */
export function identifierDamage(text: string): Text | undefined {
  if (dates.some((shape) => shape.test(text))) return words.becameDate(text)
  if (exponents.some((shape) => shape.test(text))) return words.becameExponent(text)
  return undefined
}

/** Whether these digits are too few for their column. */
export const lostZeros = (text: string, width: number | undefined): Text | undefined =>
  width !== undefined && /^[1-9]\d*$/.test(text) && text.length < width
    ? words.lostZeros(text, width)
    : undefined
