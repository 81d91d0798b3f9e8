/** The colours of the land: paper, ink, loess, Qilian green, glacier blue, Danxia red; light to dark. */
export const paper = ['#fbf7ec', '#f6efdd', '#efe4c9', '#e4d4b0'] as const
export const ink = ['#8b8f88', '#5a625f', '#36413f', '#1e2a2a'] as const
export const loess = ['#f0dfb6', '#e0c285', '#cb9f58', '#a97738', '#7d5426', '#4f341a'] as const
export const green = ['#dce7d3', '#b0c8a5', '#7ea27c', '#4f7d5f', '#2f5b47', '#183a2f'] as const
export const blue = ['#e4f0f3', '#bbd9e2', '#86b6c8', '#4e8ba4', '#2a5f7a', '#123a50'] as const
export const red = ['#f1d3bf', '#dfa182', '#c97150', '#a84f35', '#7e3627', '#4f211a'] as const
export const violet = ['#e6dcea', '#c5b2d0', '#9a82ad', '#715a88', '#4f3d63', '#30253f'] as const
export const night = ['#24404c', '#1a303b', '#12232c', '#0b171d'] as const

export type Ramp = readonly string[]

/** A colour between two: 0 the first, 1 the second. */
export function mix(one: string, other: string, share: number): string {
  const [a, b] = [channels(one), channels(other)]
  return hex(a.map((value, index) => value + ((b[index] ?? 0) - value) * share))
}

/** The colour at a place along a ramp: 0 its first, 1 its last. */
export function along(ramp: Ramp, share: number): string {
  const place = Math.min(Math.max(share, 0), 1) * (ramp.length - 1)
  const index = Math.min(Math.floor(place), ramp.length - 2)
  return mix(ramp[index] ?? '#000000', ramp[index + 1] ?? '#000000', place - index)
}

export const channels = (colour: string): number[] =>
  [1, 3, 5].map((start) => Number.parseInt(colour.slice(start, start + 2), 16))

const hex = (values: number[]) =>
  `#${values.map((value) => Math.round(value).toString(16).padStart(2, '0')).join('')}`
