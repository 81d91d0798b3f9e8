import { type Parting, partAt, partCountOf, smallestPartBytes } from '../sending/rules/parts.ts'
import type { UploadState } from '../sending/model.ts'

/** From which states an upload comes into each; it begins as `open`. */
export const statesBefore = {
  completing: ['open'],
  verifying: ['completing'],
  attached: ['verifying'],
  failed: ['completing', 'verifying'],
  cancelled: ['open', 'completing', 'verifying'],
  expired: ['open'],
} as const satisfies Record<Exclude<UploadState, 'open'>, readonly UploadState[]>

export const isLive = (state: UploadState): boolean =>
  state === 'open' || state === 'completing' || state === 'verifying'

/** Whether a file is one plain PUT, without an upload in parts at the store. */
export const isPlain = ({ sizeBytes }: { sizeBytes: number }): boolean =>
  sizeBytes <= smallestPartBytes

/** Days an upload is kept since its last part arrived. */
export const daysToFinish = 7
/** A signed address holds this long; after it, nothing can arrive under a key any more. */
export const addressSeconds = 3600
/** Minutes until what an ended upload may still have left behind is cleared for good. */
export const minutesToClear = 120
/** Days that an ended upload is shown as history. */
export const daysOfHistory = 90

/** Some of the numbers that have not arrived, the first ones, and how many there are. */
export function missingParts(
  upload: Parting,
  arrived: ReadonlySet<number>,
  { from = 1, most }: { from?: number; most: number },
): { numbers: number[]; count: number } {
  const numbers: number[] = []
  let count = 0
  for (let number = 1; number <= partCountOf(upload); number += 1) {
    if (arrived.has(number)) continue
    count += 1
    if (number >= from && numbers.length < most) numbers.push(number)
  }
  return { numbers, count }
}

/** Whether a part of that number may have that size. */
export const fitsPart = (upload: Parting, part: { number: number; sizeBytes: number }): boolean =>
  part.number <= partCountOf(upload) && partAt(upload, part.number).sizeBytes === part.sizeBytes
