/**
 * What a `Range` header asks of a body of `sizeBytes` (RFC 9110 §14): one range, the whole, or nothing there.
 * Several ranges, other units and nonsense are answered with the whole, as the standard allows.
 */
export function rangeAsked(
  header: string | undefined,
  sizeBytes: number,
): { first: number; last: number } | 'whole' | 'beyond' {
  const [, from, to] = /^bytes=\s*(\d*)-(\d*)\s*$/i.exec(header ?? '') ?? []
  const asked = from ? between(Number(from), to) : lastBytes(Number(to ?? ''), sizeBytes)
  if (asked === undefined || (!from && !to)) return 'whole'
  const range = { first: asked.first, last: Math.min(asked.last, sizeBytes - 1) }
  return range.first > range.last ? 'beyond' : range
}

/** `bytes=5-9` or `bytes=5-`; undefined for an end before the beginning. */
function between(first: number, to: string | undefined) {
  const last = to ? Number(to) : Infinity
  return last < first ? undefined : { first, last }
}

/** `bytes=-5`. */
const lastBytes = (count: number, sizeBytes: number) => ({
  first: Math.max(0, sizeBytes - count),
  last: Infinity,
})
