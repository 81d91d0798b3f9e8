import { type Field, type FieldValues, isEmpty } from '../../../core/fields.ts'
import { issuesOf } from '../../../core/issues.ts'
import type { Issue } from '../../../core/problem.ts'
import type { Text } from '../../../core/text.ts'
import { kindDefinitions } from '../../../kinds.ts'
import type { Kind } from '../model/record.ts'
import { type RecordChange, recordChangeShape } from '../model/shapes.ts'
import { catalogWords } from '../words.ts'

/** Something in a record that is implausible, and may be right all the same. */
export type Doubt = { field: string; name: Text; detail: Text }

/** What a kind can say of a description before it is saved. */
export type RecordChecks = {
  doubts: readonly Doubt[]
  /** How complete it is by the measure of its kind, of 10, and what to fill in next, most first. */
  completeness: {
    name: Text
    index: number
    next: readonly { fields: readonly string[]; adds: number }[]
  } | null
}

type Read = { change: RecordChange; wrong: Issue[] }

/** What was typed as far as it can be read, and what is wrong with the rest. */
export function readAsFarAsPossible(kind: Kind, input: Record<string, unknown>): Read {
  const shape = recordChangeShape(kind)
  const whole = shape.safeParse(input)
  if (whole.success) return { change: whole.data, wrong: [] }
  const unread = new Set(whole.error.issues.map(({ path }) => path[0]))
  const rest = Object.entries(input).filter(([key]) => !unread.has(key))
  return {
    change: shape.safeParse(Object.fromEntries(rest)).data ?? {},
    wrong: issuesOf(whole.error, input),
  }
}

/** A title in neither language, beside what is wrong with it already. */
export const untitled = ({ title }: RecordChange): Issue[] =>
  title && !title.zh && !title.en ? [{ path: 'title', message: catalogWords.titleNeeded }] : []

export const unowned = ({ institution }: RecordChange): Issue[] =>
  institution === undefined ? [{ path: 'institution', message: catalogWords.noInstitution }] : []

const commonOrder = [
  'title',
  'summary',
  'institution',
  'library',
  'audience',
  'access',
  'keywords',
  'subjects',
  'identifiers',
]

/** One of each field, in the order in which the form asks for them. */
export function inFormOrder(kind: Kind, fields: readonly Field[], issues: readonly Issue[]) {
  const own = kindDefinitions[kind].groups.flatMap(({ key }) =>
    fields.filter(({ group }) => group === key).map((field) => field.key),
  )
  const order = [...commonOrder, ...own]
  const placeOf = ({ path }: Issue) => order.indexOf(path.split('.')[0] ?? '')
  return [...new Map(issues.toReversed().map((issue) => [issue.path, issue])).values()].toSorted(
    (one, other) => placeOf(one) - placeOf(other),
  )
}

/** The values that a copy of a record begins with: all but the numbers of the one thing. */
export const copiedValues = (fields: readonly Field[], values: FieldValues): FieldValues =>
  Object.fromEntries(
    fields.flatMap(({ key, ofOneThing }) => {
      const value = values[key]
      return ofOneThing || value === undefined || isEmpty(value) ? [] : [[key, value]]
    }),
  )
