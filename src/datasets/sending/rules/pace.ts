/** Bytes sent so far at moments of the last seconds, the oldest first; moments in milliseconds. */
export type Pace = readonly { atMs: number; sentBytes: number }[]

const rememberedMs = 15_000
/** Closer moments are one: a progress event comes every few kilobytes. */
const apartMs = 250

/** The pace with what is sent by now. What is lost with a broken part counts back. */
export function paceWith(pace: Pace, now: { atMs: number; sentBytes: number }): Pace {
  const recent = pace.filter(({ atMs }) => now.atMs - atMs <= rememberedMs)
  const last = recent.at(-1)
  const isClose = recent.length > 1 && last !== undefined && now.atMs - last.atMs < apartMs
  return [...(isClose ? recent.slice(0, -1) : recent), now]
}

/** Over the last 15 seconds; undefined until a second of them is known. */
export function bytesPerSecond(pace: Pace): number | undefined {
  const [first, last] = [pace[0], pace.at(-1)]
  if (!first || !last || last.atMs - first.atMs < 1000) return undefined
  return Math.max(0, ((last.sentBytes - first.sentBytes) * 1000) / (last.atMs - first.atMs))
}

/** Rounded up; undefined while nothing moves. */
export function secondsLeft(pace: Pace, remainingBytes: number): number | undefined {
  const speed = bytesPerSecond(pace)
  return speed === undefined || speed === 0 ? undefined : Math.ceil(remainingBytes / speed)
}
