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
const ifSet = <T>(rule: T | undefined, say: (rule: T) => Text): Text[] =>
  rule === undefined ? [] : [say(rule)]

/** The same of a length that is more than nothing. */
const ifLong = (minutes: number | undefined, say: (length: Text) => Text): Text[] =>
  minutes === undefined || minutes === 0 ? [] : [say(lengthInWords(minutes))]

const whenOf = ({ hours, closedDays, granularityMinutes: step, peak }: Policy): Text[] => [
  ...ifSet(hours, (spans) => words.open(spansInWords(spans))),
  ...ifSet(closedDays?.length ? closedDays : undefined, (days) =>
    words.closed(days.map(({ from, to }) => (to && to !== from ? `${from} – ${to}` : from))),
  ),
  ...ifSet(step === 1 ? undefined : step, (minutes) => words.grid(lengthInWords(minutes))),
  ...ifSet(peak, ({ windows }) => words.peak(spansInWords(windows))),
]

const lengthOf = (policy: Policy): Text[] => [
  ...ifLong(policy.minMinutes, words.atLeast),
  ...ifLong(policy.maxMinutes, words.atMost),
  ...ifLong(policy.peak?.maxMinutes, words.peakAtMost),
  ...ifLong(policy.bufferBeforeMinutes, words.bufferBefore),
  ...ifLong(policy.bufferAfterMinutes, words.bufferAfter),
  ...ifLong(policy.gapMinutes, words.gap),
]

const aheadOf = (policy: Policy): Text[] => [
  ...ifLong(policy.leadMinutes, words.lead),
  ...ifSet(policy.horizonDays, (days) => words.horizon(lengthInWords(days * 1440))),
  ...ifSet(policy.maxFutureCount, words.futureCount),
  ...ifSet(policy.maxFutureMinutes, (minutes) => words.futureMinutes(lengthInWords(minutes))),
]

const whoOf = ({ audience, qualifications, needsProject, approval }: Policy): Text[] => [
  ...ifSet(audience, (widest) => words.audience[widest]),
  ...ifSet(qualifications?.length ? qualifications : undefined, (kinds) =>
    words.qualified(kinds.map((kind) => qualificationNames[kind])),
  ),
  ...ifSet(needsProject || undefined, () => words.project),
  ...ifSet(approval?.always || undefined, () => words.approvalAlways),
  ...ifSet(approval?.audiences?.length ? approval.audiences : undefined, (audiences) =>
    words.approvalFor(audiences.map((one) => words.audienceNames[one])),
  ),
  ...ifLong(approval?.longerThanMinutes, words.approvalLonger),
]

const muchOf = ({ quotas = [] }: Policy): Text[] => quotas.map(quotaInWords)

const laterOf = (policy: Policy): Text[] => [
  ...ifLong(policy.editDeadlineMinutes, words.edit),
  ...ifLong(policy.cancelDeadlineMinutes, words.cancel),
  ...ifSet(policy.lateCancelFeeFen || undefined, (fen) => words.lateFee(yuan(fen))),
  ...ifLong(policy.noShowMinutes, words.noShow),
  ...ifSet(policy.noShowFeeFen || undefined, (fen) => words.noShowFee(yuan(fen))),
  ...ifSet(policy.billBy, (billing) => words.billBy[billing]),
  ...ifLong(policy.billRoundMinutes, words.billRound),
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

/** Runs of days are named by their ends. */
export function daysInWords(days: readonly number[]): Text {
  const sorted = [...new Set(days)].toSorted((one, other) => one - other)
  if (sorted.length === 7) return words.everyDay
  const runs: number[][] = []
  for (const day of sorted) {
    const run = runs.at(-1)
    if (run?.at(-1) === day - 1) run.push(day)
    else runs.push([day])
  }
  const runNames = runs.map((run): Text => {
    const first = words.weekdays[(run[0] ?? 1) - 1] ?? words.everyDay
    const last = words.weekdays[(run.at(-1) ?? 1) - 1] ?? words.everyDay
    return run.length === 1 ? first : words.fromTo(first, last, run.length === 2)
  })
  return {
    zh: runNames.map(({ zh }) => zh).join('、'),
    en: runNames.map(({ en }) => en).join(', '),
  }
}

/** `50`, `12.50` */
const yuan = (fen: number): string => (fen % 100 === 0 ? String(fen / 100) : (fen / 100).toFixed(2))
