import type { Text } from '../../core/text.ts'
import type { Names } from '../words/codes.ts'

/** What these codes are called, in one line; null where there are none. */
export function coded(names: Names, codes: readonly (string | null)[]): Text | null {
  const known = codes.filter((code) => code !== null)
  if (known.length === 0) return null
  const inWords = (lang: 'zh' | 'en') => known.map((code) => names[code]?.[lang] ?? code)
  return { zh: inWords('zh').join('、'), en: inWords('en').join(', ') }
}

/** The same of the first few, with how many more there are. */
export function codedBriefly(names: Names, codes: readonly string[], most = 4): Text | null {
  const text = coded(names, codes.slice(0, most))
  const more = codes.length - most
  if (!text || more <= 0) return text
  return { zh: `${text.zh} 等 ${codes.length} 种`, en: `${text.en} and ${more} more` }
}

/** To choose one of these codes. */
export const choicesIn = (names: Names) =>
  Object.entries(names).map(([value, label]) => ({ value, label }))
