import type { Field } from '../../core/fields.ts'
import type { Typed } from '../../core/form.ts'
import { fieldsOf } from '../../kinds.ts'
import type { Kind } from '../records/model/record.ts'
import { accesses, audiences } from '../records/model/record.ts'
import { inputOf } from '../records/rules/form.ts'
import { accessNames, audienceNames, deskWords } from '../records/words.ts'

type Chosen = { kind: Kind; profile: string | null }

const common = (key: string, label: Field['label'], vocabulary?: string): Field => ({
  key,
  label,
  group: '',
  type: 'code',
  ...(vocabulary !== undefined && { vocabulary }),
})

/** What every record has and may be given: how one gets it, who sees it, the library that it belongs to. */
export const commonFields: readonly Field[] = [
  common('access', deskWords.access),
  common('audience', deskWords.audience),
  common('library', deskWords.library, 'library'),
]

/** Values of common fields that are no vocabulary's. */
export const commonChoices: Readonly<
  Record<string, readonly { value: string; label: Field['label'] }[]>
> = {
  access: accesses.map((value) => ({ value, label: accessNames[value] })),
  audience: audiences.map((value) => ({ value, label: audienceNames[value] })),
}

/** Fields that all of these records have and that one input holds. */
export function fieldsInCommon(records: readonly Chosen[]): Field[] {
  const [first, ...others] = records
  if (!first) return []
  const keysOf = ({ kind, profile }: Chosen) =>
    new Set(fieldsOf(kind, profile).map(({ key }) => key))
  const known = others.map(keysOf)
  const own = fieldsOf(first.kind, first.profile).filter(
    ({ key, type }) => type !== 'rows' && known.every((keys) => keys.has(key)),
  )
  const hasLibrary = records.every(({ kind }) => kind === 'accession')
  return [...commonFields.filter(({ key }) => key !== 'library' || hasLibrary), ...own]
}

/** What was typed for one field, as a change of a record. */
export function changeIn(field: Field, typed: Typed): Record<string, unknown> {
  const isCommon = commonFields.includes(field)
  const input = inputOf(isCommon ? [] : [field], typed)
  return { [field.key]: input[field.key] }
}
