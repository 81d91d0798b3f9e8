import { numberOf } from '../../../core/numbers.ts'

/** How people write the units of fields; upper and lower case alike. */
const unitNames: Readonly<Record<string, readonly string[]>> = {
  m: ['米', '公尺', 'metres', 'metre', 'meters', 'meter', 'masl', 'm a.s.l.', 'm.a.s.l.'],
  mm: ['毫米'],
  g: ['克'],
  '°C': ['摄氏度', '度', 'c'],
  '% w/v': ['%', '%(w/v)'],
  h: ['小时', '时', 'hours', 'hrs'],
  万元: ['万'],
}

/**
 * A number with or without its field's unit behind it: `1920m`, `6.5℃`, `386.5 毫米`. NaN where it is none, and where
 * another unit stands there: `1.9km` is not converted.
 */
export function quantityOf(typed: string, unit: string | undefined): number {
  const text = typed.normalize('NFKC').replace(/^\s*−/, '-').trim()
  const number = numberOf(text)
  if (!unit || !Number.isNaN(number)) return number
  const lower = text.toLowerCase()
  const written = [unit, ...(unitNames[unit] ?? [])]
    .map((name) => name.normalize('NFKC').toLowerCase())
    .filter((name) => lower.endsWith(name))
    .map((name) => numberOf(text.slice(0, -name.length)))
  return written.find((one) => !Number.isNaN(one)) ?? Number.NaN
}
