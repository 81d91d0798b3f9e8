import type { z } from 'zod'
import type { Text } from '../../../core/text.ts'
import { lengthInWords } from '../../verdict/words.ts'
import type { Policy } from '../model.ts'
import { unusableWords as words } from '../words/policy.ts'
import {
  fitsQuota,
  hasAtMost,
  isInside,
  lastsAtMost,
  type SlotRule,
  slotsOfWeek,
  type WeekSlot,
} from './week-slots.ts'

type Path = (string | number)[]

/** A rule under which nothing can be booked or changed, by its place in the policy, and what to do about it. */
export type Flaw = { path: Path; text: Text }

/** Rules that leave nobody anything to book, or no booking that can ever be changed. */
export const flawsOf = (policy: Policy): Flaw[] => [
  ...flawsOfNotice(policy),
  ...flawsOfPeople(policy),
  ...slotsLeft(policy).flaws,
]

/** For `superRefine`: refuses rules under which nobody could book. */
export function refuseUnusable(policy: Policy, issues: z.RefinementCtx): void {
  // It is asked of fields that were refused, too: with a step that leads backwards the week would never end.
  if (!((policy.granularityMinutes ?? 1) >= 1)) return
  for (const { path, text } of flawsOf(policy))
    issues.addIssue({ code: 'custom', path, message: text.en, params: { text } })
}

/**
 * What can be booked by somebody who has no booking yet, in a week in which nothing is taken, no day is closed and no
 * clock changes. Limits are set one after the other; one that leaves nothing is a flaw and set aside.
 */
export function slotsLeft(policy: Policy): { slots: WeekSlot[]; flaws: Flaw[] } {
  let slots = slotsOfWeek(policy)
  const flaws = limitsOf(policy).flatMap(({ path, allows, text }): Flaw[] => {
    const left = slots.filter(allows)
    if (left.length === 0) {
      const shortest = slots.reduce((least, { minutes }) => Math.min(least, minutes), Infinity)
      return [{ path, text: text(lengthInWords(shortest)) }]
    }
    slots = left
    return []
  })
  return { slots, flaws }
}

type Limit = { path: Path; allows: SlotRule; text: (shortest: Text) => Text }

function limitsOf(policy: Policy): Limit[] {
  const { maxMinutes = Infinity, maxFutureMinutes = Infinity, hours, peak, quotas = [] } = policy
  const { windows = [], maxMinutes: peakMinutes = Infinity } = peak ?? {}
  const limits: Omit<Limit, 'text'>[] = [
    { path: ['maxMinutes'], allows: lastsAtMost(maxMinutes) },
    { path: ['maxFutureMinutes'], allows: lastsAtMost(maxFutureMinutes) },
    { path: ['hours'], allows: isInside(hours ?? [always]) },
    { path: ['peak', 'maxMinutes'], allows: hasAtMost(peakMinutes, windows) },
    ...quotas.map((quota, at) => ({
      path: ['quotas', at, 'max'],
      allows: fitsQuota(quota, windows),
    })),
  ]
  return limits.map((limit) => ({
    ...limit,
    text: limit.path[0] === 'hours' ? words.noOpening : words.tooLittle,
  }))
}

const always = { days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '24:00' }

function flawsOfNotice({ leadMinutes = 0, editDeadlineMinutes = 0, horizonDays }: Policy): Flaw[] {
  if (horizonDays === undefined) return []
  const horizonMinutes = horizonDays * 1440
  const text = words.beyondHorizon(lengthInWords(horizonMinutes))
  return [
    ...(leadMinutes >= horizonMinutes ? [{ path: ['leadMinutes'], text }] : []),
    ...(editDeadlineMinutes >= horizonMinutes ? [{ path: ['editDeadlineMinutes'], text }] : []),
  ]
}

const flawsOfPeople = ({ audience, ownLabs = [], maxFutureCount }: Policy): Flaw[] => [
  ...(audience === 'own_lab' && ownLabs.length === 0
    ? [{ path: ['audience'], text: words.noOwnLabs }]
    : []),
  ...(maxFutureCount === 0 ? [{ path: ['maxFutureCount'], text: words.noneToCome }] : []),
]
