import { hashOf } from '../random.ts'

export type Field = (x: number, y: number) => number

/** Smooth noise of mean 0 within about ±1, in `octaves` layers, each twice as fine and half as strong. */
export function noiseOf(key: string, octaves = 4): Field {
  const seed = hashOf(key)
  return (x, y) => {
    let sum = 0
    let size = 1
    let scale = 1
    for (let octave = 0; octave < octaves; octave += 1) {
      sum += size * layer(seed + octave * 7919, x * scale + octave * 17.3, y * scale - octave * 9.1)
      size /= 2
      scale *= 2.03
    }
    return (sum / (2 - 2 * size)) * 1.6
  }
}

/** Noise with sharp crests where it would be zero: mountain ridges, cracks, folds. 0 … 1. */
export const ridgesOf = (key: string, octaves = 4): Field => {
  const noise = noiseOf(key, octaves)
  return (x, y) => 1 - Math.min(1, Math.abs(noise(x, y)) * 1.8)
}

/** Gradient noise, one layer. */
function layer(seed: number, x: number, y: number): number {
  const left = Math.floor(x)
  const top = Math.floor(y)
  const u = x - left
  const v = y - top
  const a = u * u * u * (u * (u * 6 - 15) + 10)
  const b = v * v * v * (v * (v * 6 - 15) + 10)
  const corner = (column: number, row: number) => {
    const slope = slopeAt(seed, left + column, top + row)
    return (cosines[slope] ?? 0) * (u - column) + (sines[slope] ?? 0) * (v - row)
  }
  const upper = corner(0, 0) * (1 - a) + corner(1, 0) * a
  const lower = corner(0, 1) * (1 - a) + corner(1, 1) * a
  return upper * (1 - b) + lower * b
}

const directions = 256
const cosines = Float64Array.from({ length: directions }, (_, index) =>
  Math.cos((index / directions) * Math.PI * 2),
)
const sines = Float64Array.from({ length: directions }, (_, index) =>
  Math.sin((index / directions) * Math.PI * 2),
)

/** Which way the noise rises at a crossing of its grid. */
function slopeAt(seed: number, column: number, row: number): number {
  let hash = Math.imul(column, 374761393) + Math.imul(row, 668265263) + Math.imul(seed, 1274126177)
  hash = Math.imul(hash ^ (hash >>> 13), 1103515245)
  hash = Math.imul(hash ^ (hash >>> 15), 2246822519)
  return (hash ^ (hash >>> 16)) & (directions - 1)
}
