/** Chance that is the same every time: the same key gives the same numbers. */
export type Random = {
  /** 0 ≤ x < 1 */
  next(): number
  between(low: number, high: number): number
  /** A whole number, both ends included. */
  whole(low: number, high: number): number
  pick<T>(items: readonly T[]): T
  /** About 0, most within ±1. */
  bell(): number
  is(chance: number): boolean
}

export function randomOf(key: string): Random {
  let state = hashOf(key)
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const between = (low: number, high: number) => low + (high - low) * next()
  return {
    next,
    between,
    whole: (low, high) => Math.floor(between(low, high + 1)),
    pick: (items) => at(items, Math.floor(next() * items.length)),
    bell: () => (next() + next() + next() + next() - 2) * 1.2,
    is: (chance) => next() < chance,
  }
}

/** The item at `index`, counted round and round; the list is never empty. */
export function at<T>(items: readonly T[], index: number): T {
  const item = items.at(index % items.length)
  if (item === undefined) throw new Error('An empty list has no items.')
  return item
}

/** FNV-1a, 32 bits. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  return hash >>> 0
}
