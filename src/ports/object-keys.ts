import { Problem } from '../core/problem.ts'
import type { ByteRange, PartTag } from '../core/ports.ts'
import { words } from './words.ts'

const shape = /^[a-z0-9_-][a-z0-9_.-]*(?:\/[a-z0-9_-][a-z0-9_.-]*)*$/

/** Keys are made by the server, so a wrong one is a bug and not a person's mistake. At most 512 characters. */
export function checkedKey(key: string): string {
  if (key.length > 512 || key.includes('..') || !shape.test(key)) {
    throw new Error(`Not an object key: ${JSON.stringify(key.slice(0, 80))}`)
  }
  return key
}

/** Part numbers run from 1 to 10,000, as in S3. */
export function checkedPartNumber(number: number): number {
  if (!Number.isInteger(number) || number < 1 || number > 10_000) {
    throw new Error(`Not a part number: ${number}`)
  }
  return number
}

/** Both ends of a range within `sizeBytes`; refuses a range that begins beyond the end. */
export function clippedRange(range: ByteRange, sizeBytes: number) {
  if (range.first >= sizeBytes) throw rangeBeyondEnd(sizeBytes)
  return { first: range.first, last: Math.min(range.last ?? sizeBytes - 1, sizeBytes - 1) }
}

/** A range that cannot mean anything is a bug: HTTP's header is parsed before it comes here. */
export function checkedRange(range: ByteRange): ByteRange {
  const { first, last = first } = range
  if (!Number.isInteger(first) || !Number.isInteger(last) || first < 0 || last < first) {
    throw new Error(`Not a byte range: ${first}-${last}`)
  }
  return range
}

export const objectExists = (key: string) =>
  new Problem('conflict', words.objectExists, { code: 'object_exists', key })

export const rangeBeyondEnd = (sizeBytes?: number) =>
  new Problem('invalid', words.rangeBeyondEnd, { code: 'range_beyond_end', sizeBytes })

export const noUpload = () => new Problem('not-found', words.noUpload)

export const partMissing = () => new Problem('invalid', words.partMissing, { code: 'part_missing' })

/** Parts by number, their tags without the quotes of HTTP; refuses none at all, and a number twice. */
export function orderedParts(parts: readonly PartTag[]): PartTag[] {
  const ordered = parts
    .map(({ number, etag }) => ({ number, etag: unquoted(etag) }))
    .toSorted((a, b) => a.number - b.number)
  const isTwice = ordered.some(({ number }, at) => ordered[at - 1]?.number === number)
  if (isTwice || ordered.length === 0) throw partMissing()
  return ordered
}

export const unquoted = (etag: string) => etag.replaceAll('"', '')
