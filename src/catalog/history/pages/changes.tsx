import type { Child } from 'hono/jsx'
import { z } from 'zod'
import { type Field, isEmpty } from '../../../core/fields.ts'
import type { LocalText, Text } from '../../../core/text.ts'
import { CodeValue } from '../../../web/components/code-value.tsx'
import type { Change } from '../../../web/components/diff.tsx'
import { Local } from '../../../web/lang.tsx'
import {
  accessNames,
  audienceNames,
  oneOfKind,
  visibilityNames,
} from '../../records/words/names.ts'
import type { HistoryItem } from '../actions.ts'
import { kindDefinitions } from '../../../kinds.ts'
import { commonKeys } from '../../records/model/input.ts'
import type { Kind } from '../../records/model/record.ts'
import type { Vocabularies } from '../../vocabularies/queries/vocabularies.ts'
import { changedWords } from '../../records/words/record.ts'
import { labelOf } from '../../records/pages/form.tsx'
import { sectionsOf } from '../../records/pages/values.tsx'

type Seen = {
  kind: Kind
  institution: { id: string; name: LocalText }
  fields: readonly Field[]
  vocabularies: Vocabularies
  /** Of fields that other areas record at a record, as a picture's caption. */
  labels: Readonly<Record<string, Text>>
}

/** What an event changed, each field as the record's page shows it; without what was and is empty, and what is ours. */
export function changesOf({ before, after }: HistoryItem, seen: Seen): Change[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return keys
    .filter((key) => !ownKeys.has(key))
    .toSorted((a, b) => placeOf(a, seen.fields) - placeOf(b, seen.fields))
    .map((key) => ({
      label: labelOf(seen.fields, key) ??
        changedLabel(key) ??
        seen.labels[key] ?? { zh: key, en: key },
      before: shown(key, before[key], seen),
      after: shown(key, after[key], seen),
    }))
    .filter((change) => change.before !== null || change.after !== null)
}

/** Vocabularies of what every record has. */
export const commonVocabularies: readonly string[] = ['library', 'subject', 'relation_type']

/** Common facts first, then the kind's own as its page lists them. */
const placeOf = (key: string, fields: readonly Field[]): number =>
  commonKeys.includes(key) ? commonKeys.indexOf(key) - commonKeys.length : placeAmong(key, fields)

const placeAmong = (key: string, fields: readonly Field[]): number =>
  fields.findIndex((field) => field.key === key)

/** What tells a picture or a record apart inside the house, and says nothing to people. */
const ownKeys: ReadonlySet<string> = new Set(['image', 'to', 'position'])

const changedLabel = (key: string): Text | undefined =>
  Object.entries(changedWords).find(([name]) => name === key)?.[1]

const Recorded = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.array(z.string()),
  z.array(
    z.record(
      z.string(),
      z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]),
    ),
  ),
])
type Recorded = z.infer<typeof Recorded>

/** Null where there is nothing to show. */
function shown(key: string, value: unknown, seen: Seen): Child {
  const recorded = Recorded.safeParse(value).data
  if (recorded === undefined) return localText(value)
  if (isEmpty(recorded)) return null
  const field = seen.fields.find((one) => one.key === key)
  if (!field) return commonValue(key, recorded, seen)
  const { kind, vocabularies } = seen
  const values = { [key]: recorded }
  return sectionsOf(kind, { fields: [field], values, vocabularies })[0]?.fields[0]?.value ?? null
}

const Both = z.object({ zh: z.string().nullish(), en: z.string().nullish() })

function localText(value: unknown): Child {
  const { zh, en } = Both.safeParse(value).data ?? {}
  if (!zh && !en) return null
  return (
    <>
      {zh && <p lang="zh-CN">{zh}</p>}
      {en && <p lang="en">{en}</p>}
    </>
  )
}

const named: Record<string, Record<string, Text>> = {
  access: accessNames,
  audience: audienceNames,
  visibility: visibilityNames,
  kind: oneOfKind,
}
const vocabularyOf: Record<string, string> = {
  library: 'library',
  subjects: 'subject',
  type: 'relation_type',
}

function commonValue(key: string, value: Recorded, seen: Seen): Child {
  const { institution, vocabularies, kind } = seen
  const all = Array.isArray(value) ? value : [value]
  if (key === 'institution' && value === institution.id) return <Local text={institution.name} />
  const profiles = kindDefinitions[kind].profiles
  const names = key === 'profile' ? new Map(profiles.map((one) => [one.key, one.label])) : undefined
  const terms = vocabularies.get(vocabularyOf[key] ?? '')?.terms
  return all.map((one) => {
    const code = typeof one === 'object' ? Object.values(one).join(': ') : String(one)
    const label = names?.get(code) ?? terms?.get(code)?.label ?? named[key]?.[code]
    return <span class="value-cell">{label ? <CodeValue code={code} label={label} /> : code}</span>
  })
}
