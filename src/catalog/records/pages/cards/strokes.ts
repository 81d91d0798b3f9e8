export type Stroke = { d: string; width: number; opacity: number; fill?: true }
export type Point = { x: number; y: number }
export type Draw = () => number

/** Numbers in [0, 1) that the id decides (FNV-1a into mulberry32). */
export function randomOf(id: string): Draw {
  let state = 2_166_136_261
  for (const letter of id) state = Math.imul(state ^ (letter.codePointAt(0) ?? 0), 16_777_619)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Whole units are fine enough, and short. */
export const at = (value: number) => String(Math.round(value))

export const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index))
