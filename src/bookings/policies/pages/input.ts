import { NewRules, Policy } from '../model.ts'
import { doubtsOf } from '../rules/doubts.ts'
import { type Closure, closureIn, type NumberName, ownNumbers, units } from '../rules/form.ts'
import { policyPageWords as words } from '../words/policy.ts'
import { type Issue, Problem } from '../../../core/problem.ts'
import type { Filled } from '../../../web/forms.tsx'
import { parseOrRefuse } from '../../../web/validate.ts'

/** How many rows a form has at most: as many as a policy. */
export const mostRows = 50

/** The rules as they were typed; refused with the field of each that is none. */
export function policyTyped(form: Filled): Policy {
  const { closures, issues } = closuresIn(form)
  const all = [...issues, ...issuesOf(form, () => parseOrRefuse(NewRules, typedIn(form, closures)))]
  const [first] = all
  if (first) throw new Problem('invalid', first.message, { issues: all })
  return parseOrRefuse(NewRules, typedIn(form, closures))
}

/** What rules are refused for, by the names of the form's fields. */
function issuesOf(form: Filled, parse: () => unknown): Issue[] {
  try {
    parse()
    return []
  } catch (error) {
    if (!(error instanceof Problem) || !error.facts.issues) throw error
    return error.facts.issues.map((one) => ({ ...one, path: fieldAt(form, one.path) }))
  }
}

/** What is doubtful about rules that could be saved, by the names of the form's fields; nothing about others. */
export function doubtsTyped(form: Filled): Issue[] {
  const { closures, issues } = closuresIn(form)
  const parsed = Policy.safeParse(typedIn(form, closures))
  if (!parsed.success || issues.length > 0) return []
  return doubtsOf(parsed.data).map(({ path, text }) => ({
    path: fieldAt(form, path.join('.')),
    message: text,
  }))
}

const rowNames = { hours: 'hours', quotas: 'quotas', 'peak.windows': 'peak' } as const

/** The form's name of what a policy calls so: empty rows lie between those that count. */
function fieldAt(form: Filled, path: string): string {
  const [, list = '', at = 0, field] =
    /^(hours|quotas|peak\.windows|closedDays)(?:\.(\d+)(?:\.(\w+))?)?/.exec(path) ?? []
  const name = named(rowNames, list)
  if (name) return `${name}.${rowsTyped(form, name)[Number(at)] ?? 0}.${field ?? firstOf[name]}`
  return named(otherNames, path) ?? (list || path)
}

const named = <Name extends string>(names: Record<string, Name>, path: string) =>
  Object.entries(names).find(([known]) => known === path)?.[1]

const otherNames = {
  'peak.maxMinutes': 'peakMaxMinutes',
  'approval.longerThanMinutes': 'approvalMinutes',
}
type RowName = (typeof rowNames)[keyof typeof rowNames]
const firstOf = { hours: 'days', peak: 'days', quotas: 'max' } as const
const spanFields = ['days', 'from', 'to']
const fieldsOf = { hours: spanFields, peak: spanFields, quotas: ['max'] } as const

/** Which rows of a form have something in them. */
export const rowsTyped = (form: Filled, name: RowName): number[] =>
  Array.from({ length: mostRows }, (_, at) => at).filter((at) =>
    fieldsOf[name].some((field) => form.value(`${name}.${at}.${field}`).trim() !== ''),
  )

function typedIn(form: Filled, closures: readonly Closure[]) {
  const numbers = ownNumbers.flatMap((name) => {
    const value = numberIn(form, name)
    return value === undefined ? [] : [[name, value] as const]
  })
  return {
    ...Object.fromEntries(numbers),
    ...textField('timezone', form.value('timezone').trim()),
    ...textField('audience', form.value('audience')),
    ...textField('billBy', form.value('billBy')),
    ...listField('hours', spansIn(form, 'hours')),
    ...listField('closedDays', closures),
    ...listField('quotas', quotasIn(form)),
    ...listField('qualifications', form.values('qualifications')),
    ...listField('ownLabs', form.values('ownLabs')),
    ...(form.value('needsProject') === 'true' && { needsProject: true }),
    ...peakIn(form),
    ...approvalIn(form),
  }
}

const textField = (name: string, value: string) => (value === '' ? {} : { [name]: value })
const listField = (name: string, values: readonly unknown[]) =>
  values.length === 0 ? {} : { [name]: values }

/** In the policy's own unit; what is no number stays as it was typed, to be refused. */
function numberIn(form: Filled, name: NumberName): number | string | undefined {
  const typed = form.value(name).trim()
  if (typed === '') return undefined
  const value = Number(typed)
  return Number.isNaN(value) ? typed : Math.round(value * units[name].factor)
}

const spansIn = (form: Filled, name: 'hours' | 'peak') =>
  rowsTyped(form, name).map((at) => ({
    days: form.values(`${name}.${at}.days`).map(Number),
    from: form.value(`${name}.${at}.from`).trim(),
    to: form.value(`${name}.${at}.to`).trim(),
  }))

const quotasIn = (form: Filled) =>
  rowsTyped(form, 'quotas').map((at) => {
    const field = (name: string) => form.value(`quotas.${at}.${name}`).trim()
    const measure = field('measure')
    const max = Number(field('max'))
    return {
      of: field('of'),
      measure,
      max: measure === 'minutes' ? Math.round(max * 60) : max,
      per: field('per'),
      ...(field('peakOnly') === 'true' && { peakOnly: true }),
    }
  })

function closuresIn(form: Filled) {
  const lines = form.value('closedDays').split('\n')
  const closures: Closure[] = []
  const issues: Issue[] = []
  for (const [at, line] of lines.entries()) {
    if (line.trim() === '') continue
    const closure = closureIn(line.trim())
    if (closure) closures.push(closure)
    else issues.push({ path: 'closedDays', message: words.badClosed(at + 1) })
  }
  return { closures, issues }
}

function peakIn(form: Filled) {
  const windows = spansIn(form, 'peak')
  const maxMinutes = numberIn(form, 'peakMaxMinutes')
  // A limit at peak asks for windows: without them it is refused.
  return windows.length === 0 && maxMinutes === undefined
    ? {}
    : { peak: { windows, ...(maxMinutes !== undefined && { maxMinutes }) } }
}

function approvalIn(form: Filled) {
  const longerThanMinutes = numberIn(form, 'approvalMinutes')
  const approval = {
    ...(form.value('approvalAlways') === 'true' && { always: true }),
    ...listField('audiences', form.values('approvalAudiences')),
    ...(longerThanMinutes !== undefined && { longerThanMinutes }),
  }
  return Object.keys(approval).length === 0 ? {} : { approval }
}
