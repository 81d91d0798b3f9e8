import { keyOf } from '../../../catalog/search/rules/terms.ts'
import { textsIn } from '../../../core/field-values.ts'
import type { FieldValues } from '../../../core/fields.ts'

/** Numbers by which a genebank knows an accession of another one; its shelf numbers begin anew in each. */
const numberKeys = [
  'accenumb',
  'othernumb',
  'donornumb',
  'puid',
  'nationalNumber',
  'platformNumber',
  'otherCollectionNumbers',
  'innerId',
]
const nameKeys = ['accename', 'breedNameZh', 'breedNameEn']

/** Shorter ones are anybody's. */
const shortestNumber = 4
const shortestName = 2

type Key = { key: string; isNumber: boolean }

/** What a likely duplicate of a row has in common with it: a number without its institute, spaces and marks, or a name. */
export const keysOf = (values: FieldValues): Key[] =>
  [
    ...textsIn(values, numberKeys).map((text) => keyed(text.replace(institute, ''), true)),
    ...textsIn(values, nameKeys).map((text) => keyed(text, false)),
  ].filter(({ key, isNumber }) => key.length >= (isNumber ? shortestNumber : shortestName))

const institute = /^[A-Z]{3}\d{3,4}:/

const keyed = (text: string, isNumber: boolean): Key => ({ key: keyOf(text), isNumber })
