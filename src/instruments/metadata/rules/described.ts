import { textIn, textsIn } from '../../../core/field-values.ts'
import type { FieldValues } from '../../../core/fields.ts'

/** An instrument as both PIDINST and DataCite tell it. */
export type Described = {
  /** Its page: what the identifier leads to. */
  landingPage: string
  identifiers: readonly { scheme: string; value: string }[]
  titleZh: string | null
  titleEn: string | null
  summaryZh: string | null
  summaryEn: string | null
  institutionZh: string | null
  institutionEn: string | null
  /** Name of its class, as the vocabulary has it. */
  category: { code: string; name: string } | null
  publishedYear: number
  values: FieldValues
}

/** DataCite's word for what is not known (Metadata Schema 4.6, appendix 3). */
export const unavailable = ':unav'

export const nameOf = (zh: string | null, en: string | null): string => zh ?? en ?? unavailable

/** A DOI or a CSTR where it has one; its own address otherwise. */
export function identifierOf({ identifiers, landingPage }: Described) {
  const known = ['doi', 'cstr', 'pid'].flatMap((scheme) =>
    identifiers.filter((one) => one.scheme.toLowerCase() === scheme),
  )[0]
  return known
    ? { type: known.scheme.toUpperCase(), value: known.value }
    : { type: 'URL', value: landingPage }
}

export const datesOf = (values: FieldValues) =>
  (['beginDate', 'decommissionDate'] as const).flatMap((name) => {
    const text = textIn(values, name)
    return text ? [{ name, date: text }] : []
  })

export const numbersOf = (values: FieldValues) =>
  (
    [
      ['serialNumber', 'SerialNumber'],
      ['assetNumber', 'InventoryNumber'],
      ['innerId', 'Other'],
    ] as const
  ).flatMap(([name, type]) => textsIn(values, [name]).map((value) => ({ type, value, name })))
