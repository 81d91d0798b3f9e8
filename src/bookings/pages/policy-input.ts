import { Problem } from '../../core/problem.ts'
import type { Filled } from '../../web/forms.tsx'
import { parseOrRefuse } from '../../web/validate.ts'
import { Policy } from '../model/policy.ts'
import { closureIn, type NumberName, ownNumbers, units } from '../rules/policy-form.ts'
import { policyPageWords as words } from '../words/presets.ts'

/** How many rows a form has at most. */
export const mostRows = 12

/** The rules as they were typed; refused with the field of each that is none. */
export function policyTyped(form: Filled): Policy {
  const hours = spansIn(form, 'hours')
  const quotas = quotasIn(form)
  const numbers = ownNumbers.flatMap((name) => {
    const value = numberIn(form, name)
    return value === undefined ? [] : [[name, value] as const]
  })
  return parseOrRefuse(Policy, {
    ...Object.fromEntries(numbers),
    ...given('timezone', form.value('timezone').trim()),
    ...given('audience', form.value('audience')),
    ...given('billBy', form.value('billBy')),
    ...some('hours', hours),
    ...some('closedDays', closuresIn(form)),
    ...some('quotas', quotas),
    ...some('qualifications', form.values('qualifications')),
    ...some('ownLabs', form.values('ownLabs')),
    ...(form.value('needsProject') === 'true' && { needsProject: true }),
    ...peakIn(form),
    ...approvalIn(form),
  })
}

const given = (name: string, value: string) => (value === '' ? {} : { [name]: value })
const some = (name: string, values: readonly unknown[]) =>
  values.length === 0 ? {} : { [name]: values }

/** In the policy's own unit; what is no number stays as it was typed, to be refused. */
function numberIn(form: Filled, name: NumberName): number | string | undefined {
  const typed = form.value(name).trim()
  if (typed === '') return undefined
  const value = Number(typed)
  return Number.isNaN(value) ? typed : Math.round(value * units[name].factor)
}

const rows = Array.from({ length: mostRows }, (_, at) => at)

const spansIn = (form: Filled, name: 'hours' | 'peak') =>
  rows.flatMap((at) => {
    const days = form.values(`${name}.${at}.days`).map(Number)
    const from = form.value(`${name}.${at}.from`).trim()
    const to = form.value(`${name}.${at}.to`).trim()
    return days.length === 0 && from === '' && to === '' ? [] : [{ days, from, to }]
  })

const quotasIn = (form: Filled) =>
  rows.flatMap((at) => {
    const field = (name: string) => form.value(`quotas.${at}.${name}`).trim()
    if (field('max') === '') return []
    const measure = field('measure')
    const max = Number(field('max'))
    return [
      {
        of: field('of'),
        measure,
        max: measure === 'minutes' ? Math.round(max * 60) : max,
        per: field('per'),
        ...(field('peakOnly') === 'true' && { peakOnly: true }),
      },
    ]
  })

function closuresIn(form: Filled) {
  const lines = form
    .value('closedDays')
    .split('\n')
    .map((line) => line.trim())
  return lines.flatMap((line, at) => {
    if (line === '') return []
    const closure = closureIn(line)
    if (closure) return [closure]
    throw new Problem('invalid', words.badClosed(at + 1), {
      issues: [{ path: 'closedDays', message: words.badClosed(at + 1) }],
    })
  })
}

function peakIn(form: Filled) {
  const windows = spansIn(form, 'peak')
  const maxMinutes = numberIn(form, 'peakMaxMinutes')
  return windows.length === 0
    ? {}
    : { peak: { windows, ...(maxMinutes !== undefined && { maxMinutes }) } }
}

function approvalIn(form: Filled) {
  const longerThanMinutes = numberIn(form, 'approvalMinutes')
  const approval = {
    ...(form.value('approvalAlways') === 'true' && { always: true }),
    ...some('audiences', form.values('approvalAudiences')),
    ...(longerThanMinutes !== undefined && { longerThanMinutes }),
  }
  return Object.keys(approval).length === 0 ? {} : { approval }
}
