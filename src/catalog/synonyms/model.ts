import { z } from 'zod'
import { form } from '../../core/form.ts'
import { line, saying } from '../../core/shapes.ts'
import { keyOf } from '../search/rules/terms.ts'
import { synonymWords as words } from './words.ts'

const mostWords = 50
const longestWord = 100

/** A word a line; blank lines and words without a letter are left out, each is kept once. */
export const wordsIn = (text: string): string[] => [
  ...new Map(
    text
      .split(/[\r\n\u2028\u2029]+/)
      .map((word) => word.trim())
      .filter((word) => keyOf(word) !== '')
      .map((word) => [word.toLowerCase(), word]),
  ).values(),
]

/** As search compares them. */
export const keysOf = (list: readonly string[]) => [...new Set(list.map(keyOf))]

const Lines = z
  .string()
  .max(8000)
  .overwrite((text) => wordsIn(text).join('\n'))
  .refine((text) => {
    const list = wordsIn(text)
    return list.length <= mostWords && list.every((word) => word.length <= longestWord)
  }, saying(words.tooMany))

const described = {
  words: Lines.refine((text) => wordsIn(text).length >= 2, saying(words.tooFew)),
  narrower: Lines.optional(),
}
const fields = {
  words: { as: 'long', label: words.words, hint: words.wordsHint },
  narrower: { as: 'long', label: words.narrower, hint: words.narrowerHint },
} as const

export const synonymForm = form(z.strictObject(described), fields)
export type NewSynonyms = z.output<typeof synonymForm.schema>

export const synonymEdit = form(z.strictObject({ ...described, closed: z.boolean() }), {
  ...fields,
  closed: { as: 'yesNo', label: words.closed, hint: words.closedHint },
})
export type SynonymChange = z.output<typeof synonymEdit.edit.schema>

export const synonymFilter = form(z.strictObject({ q: line().max(100).optional() }), {
  q: { as: 'text', type: 'search', label: words.find },
})
export type SynonymFilter = z.output<typeof synonymFilter.schema>

export const SynonymAnswer = z
  .object({ id: z.string(), ...synonymEdit.answer, version: z.int() })
  .meta({ id: 'Synonyms' })
