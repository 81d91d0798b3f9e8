import { lengthInWords } from '../../verdict/words.ts'
import type { Policy } from '../model.ts'
import { doubtWords as words } from '../words/editor.ts'
import type { Flaw } from './usable.ts'
import { longestOpen } from './week-slots.ts'

/** Rules that contradict one another without keeping anybody from booking, by their place in the policy. */
export const doubtsOf = (policy: Policy): Flaw[] => [
  ...doubtsOfLength(policy),
  ...doubtsOfFees(policy),
  ...(policy.quotas ?? []).flatMap(({ peakOnly }, at) =>
    peakOnly && !policy.peak ? [{ path: ['quotas', at, 'max'], text: words.noPeak }] : [],
  ),
]

function doubtsOfLength({ hours, maxMinutes, peak, approval }: Policy): Flaw[] {
  const open = hours === undefined ? Infinity : longestOpen(hours)
  const most = Math.min(maxMinutes ?? Infinity, open)
  const idle = (path: string[], minutes: number | undefined): Flaw[] =>
    minutes !== undefined && minutes >= most
      ? [{ path, text: words.neverReached(lengthInWords(most)) }]
      : []
  return [
    ...(maxMinutes !== undefined && maxMinutes > open
      ? [{ path: ['maxMinutes'], text: words.longerThanOpen(lengthInWords(open)) }]
      : []),
    ...idle(['peak', 'maxMinutes'], peak?.maxMinutes),
    ...idle(['approval', 'longerThanMinutes'], approval?.longerThanMinutes),
  ]
}

function doubtsOfFees({ minMinutes = 0, noShowMinutes, ...policy }: Policy): Flaw[] {
  const late = Boolean(policy.lateCancelFeeFen) && !policy.cancelDeadlineMinutes
  const missed = Boolean(policy.noShowFeeFen) && noShowMinutes === undefined
  const isLate = minMinutes > 0 && noShowMinutes !== undefined && noShowMinutes >= minMinutes
  return [
    ...(late ? [{ path: ['lateCancelFeeFen'], text: words.noDeadline }] : []),
    ...(missed ? [{ path: ['noShowFeeFen'], text: words.noRelease }] : []),
    ...(isLate
      ? [{ path: ['noShowMinutes'], text: words.releasedLate(lengthInWords(minMinutes)) }]
      : []),
  ]
}
