import type { Field } from '../../core/fields.ts'
import { kindDefinitions } from '../../kinds.ts'
import { vocabulariesOf } from '../records/rules/record.ts'

const searchedFields: readonly Field[] = Object.values(kindDefinitions)
  .flatMap(({ parts }) => parts.flatMap(({ fields }) => fields))
  .filter(({ search }) => search !== undefined)

/** Code lists whose labels are searched instead of the codes. */
export const searchedVocabularies: readonly string[] = [
  ...new Set([...vocabulariesOf(searchedFields), 'region', 'library', 'subject']),
]
