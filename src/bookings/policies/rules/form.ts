import type { Policy, Quota, WeeklyHours } from '../model.ts'
import type { ruleNames } from '../words/policy.ts'

export type NumberName = keyof typeof ruleNames
type Unit = 'min' | 'h' | 'd' | 'CNY' | ''

/** In which unit a form asks for a number, and how many of the policy's own it is. */
export const units: Record<NumberName, { unit: Unit; factor: number }> = {
  granularityMinutes: { unit: 'min', factor: 1 },
  minMinutes: { unit: 'min', factor: 1 },
  maxMinutes: { unit: 'h', factor: 60 },
  bufferBeforeMinutes: { unit: 'min', factor: 1 },
  bufferAfterMinutes: { unit: 'min', factor: 1 },
  gapMinutes: { unit: 'h', factor: 60 },
  leadMinutes: { unit: 'h', factor: 60 },
  horizonDays: { unit: 'd', factor: 1 },
  maxFutureCount: { unit: '', factor: 1 },
  maxFutureMinutes: { unit: 'h', factor: 60 },
  peakMaxMinutes: { unit: 'h', factor: 60 },
  approvalMinutes: { unit: 'h', factor: 60 },
  editDeadlineMinutes: { unit: 'h', factor: 60 },
  cancelDeadlineMinutes: { unit: 'h', factor: 60 },
  lateCancelFeeFen: { unit: 'CNY', factor: 100 },
  noShowMinutes: { unit: 'min', factor: 1 },
  noShowFeeFen: { unit: 'CNY', factor: 100 },
  billRoundMinutes: { unit: 'min', factor: 1 },
}

export const isNumberName = (name: string): name is NumberName => Object.hasOwn(units, name)

type Typed = readonly (readonly [string, readonly string[]])[]

/** What a form shows of a policy: every field by its name, as it is typed. */
export const typedOf = (policy: Policy): Record<string, readonly string[]> =>
  Object.fromEntries<readonly string[]>([
    ...numbersOf(policy).flatMap(([name, value]) => numberTyped(name, value)),
    ...rowsTyped(policy),
    ...choicesTyped(policy),
    ...approvalTyped(policy),
  ])

const rowsTyped = ({ hours = [], peak, quotas = [], closedDays = [] }: Policy): Typed => [
  ...hours.flatMap((span, at) => spanTyped('hours', span, at)),
  ...(peak?.windows ?? []).flatMap((span, at) => spanTyped('peak', span, at)),
  ...quotas.flatMap(quotaTyped),
  ['closedDays', [closedDays.map(lineOf).join('\n')]],
]

const choicesTyped = (policy: Policy): Typed => [
  ['timezone', [policy.timezone ?? '']],
  ['audience', [policy.audience ?? '']],
  ['qualifications', policy.qualifications ?? []],
  ['needsProject', policy.needsProject ? ['true'] : []],
  ['ownLabs', policy.ownLabs ?? []],
  ['billBy', [policy.billBy ?? '']],
]

const approvalTyped = ({ approval = {} }: Policy): Typed => [
  ['approvalAlways', approval.always ? ['true'] : []],
  ['approvalAudiences', approval.audiences ?? []],
]

const numberTyped = (name: NumberName, value: number | undefined): Typed =>
  value === undefined ? [] : [[name, [String(value / units[name].factor)]]]

/** The policy's numbers; the first two stand inside other rules. */
const numbersOf = (policy: Policy): (readonly [NumberName, number | undefined])[] => [
  ['peakMaxMinutes', policy.peak?.maxMinutes],
  ['approvalMinutes', policy.approval?.longerThanMinutes],
  ...ownNumbers.map((name) => [name, policy[name]] as const),
]

/** Numbers that are rules by themselves. */
export const ownNumbers = [
  'granularityMinutes',
  'minMinutes',
  'maxMinutes',
  'bufferBeforeMinutes',
  'bufferAfterMinutes',
  'gapMinutes',
  'leadMinutes',
  'horizonDays',
  'maxFutureCount',
  'maxFutureMinutes',
  'editDeadlineMinutes',
  'cancelDeadlineMinutes',
  'lateCancelFeeFen',
  'noShowMinutes',
  'noShowFeeFen',
  'billRoundMinutes',
] as const satisfies readonly NumberName[]

const spanTyped = (name: string, { days, from, to }: WeeklyHours, at: number) => [
  [`${name}.${at}.days`, days.map(String)] as const,
  [`${name}.${at}.from`, [from]] as const,
  [`${name}.${at}.to`, [to]] as const,
]

const quotaTyped = ({ of, measure, max, per, peakOnly }: Quota, at: number) => [
  [`quotas.${at}.of`, [of]] as const,
  [`quotas.${at}.measure`, [measure]] as const,
  [`quotas.${at}.max`, [String(measure === 'minutes' ? max / 60 : max)]] as const,
  [`quotas.${at}.per`, [per]] as const,
  [`quotas.${at}.peakOnly`, peakOnly ? ['true'] : []] as const,
]

export type Closure = { from: string; to?: string | undefined; why?: string | undefined }
const lineOf = ({ from, to, why }: Closure) =>
  [to && to !== from ? `${from} – ${to}` : from, why?.replaceAll(/\s+/g, ' ')]
    .filter(Boolean)
    .join(' ')

/** `2027-02-06 – 2027-02-12 春节`; undefined for a line that is no date. */
export function closureIn(line: string): Closure | undefined {
  const read = /^(\d{4}-\d\d-\d\d)(?:\s*(?:–|—|-|~|至|to)\s*(\d{4}-\d\d-\d\d))?\s*(.*)$/.exec(line)
  const [, from, to, why] = read ?? []
  return from === undefined ? undefined : { from, ...(to && { to }), ...(why && { why }) }
}
