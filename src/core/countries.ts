import type { Text } from './text.ts'

const named = {
  zh: new Intl.DisplayNames('zh-CN', { type: 'region', fallback: 'none' }),
  en: new Intl.DisplayNames('en', { type: 'region', fallback: 'none' }),
}

/** Codes that are reserved for something else than a country of ISO 3166. */
const noPlaces = new Set('AC CP CQ DG EA EU EZ IC QO TA UN XA XB ZZ'.split(' '))

/** A retired code stands for another. */
const isRetired = (code: string) => Intl.getCanonicalLocales(`und-${code}`)[0] !== `und-${code}`

/** What a place is called: ISO 3166-1 alpha-2. */
export function countryName(code: string): Text {
  if (code === 'TW') return { zh: '中国台湾', en: 'Taiwan, China' }
  return { zh: named.zh.of(code) ?? code, en: named.en.of(code) ?? code }
}

const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ')

/** Every place, China first and the others by their English names. */
export const countryChoices = letters
  .flatMap((first) => letters.map((second) => first + second))
  .filter((code) => named.en.of(code) !== undefined && !noPlaces.has(code) && !isRetired(code))
  .map((value) => ({ value, label: countryName(value) }))
  .toSorted((one, other) =>
    one.value === 'CN' ? -1 : other.value === 'CN' ? 1 : one.label.en.localeCompare(other.label.en),
  )
