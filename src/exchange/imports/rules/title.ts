import type { FieldValues } from '../../../core/fields.ts'
import type { LocalText } from '../../../core/text.ts'

/** The languages of a title that a file has columns for; null is an empty cell. */
export type Title = { zh?: string | null; en?: string | null }

/** The record that an earlier import made of a row, as it is now. */
export type Before = { title: LocalText; values: FieldValues }

type Called = { title: Title; values: FieldValues }

export const isNamed = ({ zh, en }: Title) => Boolean(zh ?? en)

/**
 * The title of a row. Without any in the file, the record is called by its names; such a title follows them when
 * they change, and one that somebody wrote stays. A new record whose file has a title in English only has its Chinese
 * name as the Chinese one.
 */
export function titleOf({ title, values }: Called, before?: Before): Title {
  const own = before && isOwnTitle(before) ? before.title : {}
  const whole = { ...own, ...title }
  if (!isNamed(whole)) return namedAfter({ ...before?.values, ...values })
  return before ? title : { ...chineseName(values), ...title }
}

function isOwnTitle({ title, values }: Before): boolean {
  const named = namedAfter(values)
  return title.zh !== named.zh || title.en !== named.en
}

function chineseName(values: FieldValues): Title {
  const { zh } = namedAfter({ accename: values['accename'] ?? null })
  return zh === null ? {} : { zh }
}

/** In Chinese by its Chinese name, and beside it by its foreign one. */
function namedAfter(values: FieldValues): LocalText {
  const name = nameOf(values)
  const foreign = textOf(values['foreignName']) || textOf(values['breedNameEn'])
  return /\p{Script=Han}/u.test(name)
    ? { zh: name, en: foreign || null }
    : { zh: null, en: name || foreign || null }
}

/** A passport without a title is called by its first name, or by its breed, or by crop or taxon with its number. */
function nameOf(values: FieldValues): string {
  const names = values['accename']
  const first = Array.isArray(names) ? names[0] : undefined
  if (typeof first === 'string') return first
  const said = (key: string) => textOf(values[key])
  if (said('breedNameZh')) return said('breedNameZh')
  const taxon = [said('genus'), said('species')].filter(Boolean).join(' ') || said('taxonName')
  const number = said('accenumb') || said('innerId')
  return [said('cropname') || taxon, number].filter(Boolean).join(' ')
}

const textOf = (value: FieldValues[string] | undefined): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : ''
