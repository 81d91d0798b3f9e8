import { numberOf } from '../../core/numbers.ts'
import type { LocalText, Text } from '../../core/text.ts'
import { dayIn } from '../../core/time.ts'
import type { Scale } from './model.ts'
import { valueWords as words } from './words.ts'

export type TraitClass = { code: string; label: LocalText }

/**
 * Classes as they are typed, one a line: `1 = 直立 / erect`, or with a name in one language. Undefined where a line has no
 * code and name, or a code comes twice.
 */
export function classesIn(text: string | null | undefined): TraitClass[] | undefined {
  const lines = (text ?? '').split(/\r?\n/).filter((one) => one.trim() !== '')
  const classes = lines.map(classIn).filter((one) => one !== undefined)
  const codes = new Set(classes.map(({ code }) => code.toLowerCase()))
  return classes.length === lines.length && codes.size === lines.length ? classes : undefined
}

function classIn(line: string): TraitClass | undefined {
  const [code = '', ...rest] = line.split('=')
  const name = rest.join('=').trim()
  if (code.trim() === '' || name === '') return undefined
  const [first = '', ...others] = name.split(/\s+\/\s+/)
  const second = others.join(' / ')
  if (second !== '') return { code: code.trim(), label: { zh: first, en: second } }
  const isChinese = /\p{Script=Han}/u.test(first)
  return {
    code: code.trim(),
    label: { zh: isChinese ? first : null, en: isChinese ? null : first },
  }
}

export type TraitScale = {
  scale: Scale
  lowest: number | null
  highest: number | null
  classes: string | null
}

/** A value as its scale keeps it, with its number where means make sense; or what is wrong with it. */
export type Observed = { value: string; number: number | null }

/** Reads what somebody noted: a number within the trait's bounds, a class by code or name, a day, or any text. */
export const readObserved = (trait: TraitScale, typed: string): Observed | { problem: Text } =>
  readers[trait.scale](typed.trim(), trait)

type Reader = (typed: string, trait: TraitScale) => Observed | { problem: Text }

const readClass: Reader = (typed, { classes }) => {
  const known = classesIn(classes) ?? []
  const wanted = typed.normalize('NFKC').toLowerCase()
  const found = known.find(({ code, label }) =>
    [code, label.zh, label.en].some((name) => name?.toLowerCase() === wanted),
  )
  if (!found)
    return {
      problem: words.noClass(
        typed,
        known.map(({ code }) => code),
      ),
    }
  const number = Number(found.code)
  return { value: found.code, number: Number.isFinite(number) ? number : null }
}

const readers: Readonly<Record<Scale, Reader>> = {
  numerical: (typed, { lowest, highest }) => {
    const number = numberOf(typed)
    if (!Number.isFinite(number)) return { problem: words.notANumber(typed) }
    const isWithin = number >= (lowest ?? -Infinity) && number <= (highest ?? Infinity)
    return isWithin
      ? { value: String(number), number }
      : { problem: words.outOfRange(lowest, highest) }
  },
  ordinal: readClass,
  nominal: (typed, trait) => {
    const read = readClass(typed, trait)
    return 'problem' in read ? read : { ...read, number: null }
  },
  date: (typed) =>
    dayIn(typed) ? { value: typed, number: null } : { problem: words.notADay(typed) },
  text: (typed) => ({ value: typed, number: null }),
}

/** A kept value as people read it: a class by its name, a number with its unit. */
export function valueText(
  { scale, unit, classes }: Pick<TraitScale, 'scale' | 'classes'> & { unit: string | null },
  value: string,
): LocalText {
  if (scale === 'ordinal' || scale === 'nominal') {
    const label = classesIn(classes)?.find(({ code }) => code === value)?.label
    return label ? { zh: label.zh ?? label.en, en: label.en ?? label.zh } : { zh: value, en: value }
  }
  const text = unit && scale === 'numerical' ? `${value} ${unit}` : value
  return { zh: text, en: text }
}
