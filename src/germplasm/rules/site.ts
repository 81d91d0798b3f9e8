import { numberIn, textIn } from '../../core/field-values.ts'
import type { FieldValue, FieldValues } from '../../core/fields.ts'

/** Codes of vocabulary `protection_level`, the strictest first, with the decimals of a degree that everybody may see. */
const digitsOf: Readonly<Record<string, number>> = { national_1: 0, national_2: 1, provincial: 1 }

/** Half of the last digit that is shown, on the ground: 1° is 111.32 km along a meridian. */
const uncertaintyM = [55_660, 5566]

/**
 * Decimals of a degree that are shown of a site: the fewer of what its record's protection and its taxon's allow; null
 * where all are.
 */
export function siteDigits(values: FieldValues): number | null {
  const levels = ['protectionLevel', 'taxonProtection'].map((key) => textIn(values, key) ?? '')
  const digits = levels.flatMap((level) => digitsOf[level] ?? [])
  return digits.length === 0 ? null : Math.min(...digits)
}

type Coarsening = (value: FieldValue, values: FieldValues) => FieldValue

/** Applies `coarsen` where the site is protected. */
const guarded =
  (coarsen: (value: FieldValue, digits: number, values: FieldValues) => FieldValue): Coarsening =>
  (value, values) => {
    const digits = siteDigits(values)
    return digits === null ? value : coarsen(value, digits, values)
  }

/** What others than a record's curators see of the fields that say where its site is. */
export const coarsened = {
  decimal: guarded((value, digits) =>
    typeof value === 'number' ? Number(value.toFixed(digits)) : value,
  ),
  /** `383612N` is `38----N`: a minute is more than a tenth of a degree allows. */
  sexagesimal: guarded((value) => (typeof value === 'string' ? wholeDegrees(value) : value)),
  uncertainty: guarded((value, digits, values) =>
    hasCoordinates(values)
      ? Math.max(typeof value === 'number' ? value : 0, uncertaintyM[digits] ?? 0)
      : value,
  ),
  /** A place by name is a site as well. */
  place: guarded(() => null),
  /** A place by name down to its county, which is as large as what is shown of coordinates. */
  county: guarded((value) => (typeof value === 'string' ? countyIn(value) : value)),
} satisfies Record<string, Coarsening>

const hasCoordinates = (values: FieldValues) =>
  numberIn(values, 'declatitude') !== null || textIn(values, 'latitude') !== null

/** `甘肃省张掖市民乐县南古镇` is `甘肃省张掖市民乐县`; null where no county, prefecture or province ends in it. */
function countyIn(place: string): string | null {
  return countyEnds.flatMap((end) => end.exec(place)?.[0] ?? []).at(0) ?? null
}

/** How names of counties end, then those of prefectures and provinces; a nature reserve (保护区) is no district. */
const countyEnds = [
  /^.*?县/u,
  /^.*?[盟市]\p{Script=Han}{1,6}旗/u,
  /^.*?市\p{Script=Han}{1,3}(?<!保护)区/u,
  /^.*?[市州盟]/u,
  /^.*?(?:省|自治区)/u,
]

/** What is not written as MCPD has it may say anything, and is not shown. */
function wholeDegrees(raw: string): string | null {
  const groups = /^\s*(?<degrees>\d{2,3})[\d-]{4}(?<half>[NSEW])\s*$/i.exec(raw)?.groups
  return groups ? `${groups['degrees']}----${groups['half']}` : null
}
