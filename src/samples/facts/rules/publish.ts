import { sha256 } from '@noble/hashes/sha2.js'

/**
 * What the public is told of a count of people. All of it is this file; `docs/samples.md` has the proof.
 *
 * A count is rounded down to a multiple of the smallest cell, and now and then goes some steps further down: how many
 * follows from a secret and from the question, so the same question has the same answer at every door. What does not
 * reach the smallest cell is not shown. So an answer `n` says "at least n" and never "at most": however often it is
 * asked, whatever is subtracted, nobody of a group smaller than the smallest cell has to be there, and none has to be
 * missing. Rounding alone would not do: with 19 men shown as 10, one woman and 20 people shown as 20, the woman is found.
 */
export type Rule = { smallestCell: number; steps: number }

/** The count as it is shown; null: not shown. */
export function shownOf(count: number, { smallestCell, steps }: Rule): number | null {
  const shown = (Math.floor(count / smallestCell) - steps) * smallestCell
  return shown >= smallestCell ? shown : null
}

/** Bits of which all have to be zero for a step down: one count in eight goes down a step, one in 64 two. */
const bitsPerStep = 3

/** How many steps further down the answer to a question goes: as hard to guess as the secret, and without a bound. */
export function stepsDown(secret: string, question: string): number {
  const digest = sha256(new TextEncoder().encode(`${secret}\n${question}`))
  return Math.floor(zerosAtStart(digest) / bitsPerStep)
}

function zerosAtStart(bytes: Uint8Array): number {
  const first = bytes.findIndex((byte) => byte !== 0)
  return first < 0 ? bytes.length * 8 : first * 8 + Math.clz32(bytes[first] ?? 0) - 24
}

export type Counted = { donors: number; samples: number }
type Asking = { smallestCell: number; secret: string; question: string }

/** Donors and samples as they are shown: samples never where their donors are not, and not fewer than these. */
export function shownCounts(
  { donors, samples }: Counted,
  { smallestCell, secret, question }: Asking,
): Counted | null {
  const shown = (count: number, of: string) =>
    shownOf(count, { smallestCell, steps: stepsDown(secret, `${of} ${question}`) })
  const shownDonors = shown(donors, 'donors')
  if (shownDonors === null) return null
  return { donors: shownDonors, samples: Math.max(shownDonors, shown(samples, 'samples') ?? 0) }
}
