import type { Text } from '../../../core/text.ts'
import type { Policy, Quota, WeeklyHours } from '../model.ts'
import { lengthInWords, perWords, qualificationNames } from '../../verdict/words.ts'
import { inWords as words } from '../words/sentences.ts'

export type RuleGroup = { key: keyof typeof words.groups; sentences: Text[] }

/** The rules as sentences, group by group; a group that limits nothing is left out. */
export function policyInWords(policy: Policy): RuleGroup[] {
  const groups: RuleGroup[] = [
    { key: 'when', sentences: whenOf(policy) },
    { key: 'howLong', sentences: lengthOf(policy) },
    { key: 'ahead', sentences: aheadOf(policy) },
    { key: 'who', sentences: whoOf(policy) },
    { key: 'howMuch', sentences: muchOf(policy) },
    { key: 'later', sentences: laterOf(policy) },
  ]
  return groups.filter(({ sentences }) => sentences.length > 0)
}

/** One sentence where a rule is there, none where it is not. */
const given = <T>(rule: T | undefined, say: (rule: T) => Text): Text[] =>
  rule === undefined ? [] : [say(rule)]

/** The same of a length that is more than nothing. */
const lasting = (minutes: number | undefined, say: (length: Text) => Text): Text[] =>
  minutes === undefined || minutes === 0 ? [] : [say(lengthInWords(minutes))]

const whenOf = ({ hours, closedDays, granularityMinutes: step, peak }: Policy): Text[] => [
  ...given(hours, (spans) => words.open(spansInWords(spans))),
  ...given(closedDays?.length ? closedDays : undefined, (days) =>
    words.closed(days.map(({ from, to }) => (to && to !== from ? `${from} – ${to}` : from))),
  ),
  ...given(step === 1 ? undefined : step, (minutes) => words.grid(lengthInWords(minutes))),
  ...given(peak, ({ windows }) => words.peak(spansInWords(windows))),
]

const lengthOf = (policy: Policy): Text[] => [
  ...lasting(policy.minMinutes, words.atLeast),
  ...lasting(policy.maxMinutes, words.atMost),
  ...lasting(policy.peak?.maxMinutes, words.peakAtMost),
  ...lasting(policy.bufferBeforeMinutes, words.bufferBefore),
  ...lasting(policy.bufferAfterMinutes, words.bufferAfter),
  ...lasting(policy.gapMinutes, words.gap),
]

const aheadOf = (policy: Policy): Text[] => [
  ...lasting(policy.leadMinutes, words.lead),
  ...given(policy.horizonDays, (days) => words.horizon(lengthInWords(days * 1440))),
  ...given(policy.maxFutureCount, words.futureCount),
  ...given(policy.maxFutureMinutes, (minutes) => words.futureMinutes(lengthInWords(minutes))),
]

const whoOf = ({ audience, qualifications, needsProject, approval }: Policy): Text[] => [
  ...given(audience, (widest) => words.audience[widest]),
  ...given(qualifications?.length ? qualifications : undefined, (kinds) =>
    words.qualified(kinds.map((kind) => qualificationNames[kind])),
  ),
  ...given(needsProject || undefined, () => words.project),
  ...given(approval?.always || undefined, () => words.approvalAlways),
  ...given(approval?.audiences?.length ? approval.audiences : undefined, (audiences) =>
    words.approvalFor(audiences.map((one) => words.audienceNames[one])),
  ),
  ...lasting(approval?.longerThanMinutes, words.approvalLonger),
]

const muchOf = ({ quotas = [] }: Policy): Text[] => quotas.map(quotaInWords)

const laterOf = (policy: Policy): Text[] => [
  ...lasting(policy.editDeadlineMinutes, words.edit),
  ...lasting(policy.cancelDeadlineMinutes, words.cancel),
  ...given(policy.lateCancelFeeFen || undefined, (fen) => words.lateFee(yuan(fen))),
  ...lasting(policy.noShowMinutes, words.noShow),
  ...given(policy.noShowFeeFen || undefined, (fen) => words.noShowFee(yuan(fen))),
  ...given(policy.billBy, (billing) => words.billBy[billing]),
  ...lasting(policy.billRoundMinutes, words.billRound),
]

function quotaInWords({ of, measure, max, per, peakOnly }: Quota): Text {
  const amount =
    measure === 'minutes' ? lengthInWords(max) : { zh: `${max} 次`, en: `${max} bookings` }
  return words.quota({ of, amount, per: perWords[per], peakOnly: peakOnly === true })
}

/** `周一至周五 08:00–18:00；周六 09:00–12:00` */
function spansInWords(spans: readonly WeeklyHours[]): Text {
  const each = spans.map(({ days, from, to }) => {
    const named = daysInWords(days)
    return { zh: `${named.zh} ${from}–${to}`, en: `${named.en} ${from}–${to}` }
  })
  return {
    zh: each.map(({ zh }) => zh).join('；'),
    en: each.map(({ en }) => en).join('; '),
  }
}

/** Runs of days are told by their ends. */
export function daysInWords(days: readonly number[]): Text {
  const sorted = [...new Set(days)].toSorted((one, other) => one - other)
  if (sorted.length === 7) return words.everyDay
  const runs: number[][] = []
  for (const day of sorted) {
    const run = runs.at(-1)
    if (run?.at(-1) === day - 1) run.push(day)
    else runs.push([day])
  }
  const told = runs.map((run): Text => {
    const first = words.weekdays[(run[0] ?? 1) - 1] ?? words.everyDay
    const last = words.weekdays[(run.at(-1) ?? 1) - 1] ?? words.everyDay
    return run.length === 1 ? first : words.fromTo(first, last, run.length === 2)
  })
  return { zh: told.map(({ zh }) => zh).join('、'), en: told.map(({ en }) => en).join(', ') }
}

/** `50`, `12.50` */
const yuan = (fen: number): string => (fen % 100 === 0 ? String(fen / 100) : (fen / 100).toFixed(2))
