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
} satisfies Record<string, Coarsening>

const hasCoordinates = (values: FieldValues) =>
  numberIn(values, 'declatitude') !== null || textIn(values, 'latitude') !== null

/** What is not written as MCPD has it may say anything, and is not shown. */
function wholeDegrees(raw: string): string | null {
  const groups = /^\s*(?<degrees>\d{2,3})[\d-]{4}(?<half>[NSEW])\s*$/i.exec(raw)?.groups
  return groups ? `${groups['degrees']}----${groups['half']}` : null
}
