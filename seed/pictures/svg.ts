export const width = 1600
export const height = 1200

export type Point = readonly [x: number, y: number]

/** A number as short as a picture of this size needs it. */
export const n = (value: number): string => {
  const rounded = Math.round(value * 10) / 10
  return Object.is(rounded, -0) ? '0' : String(rounded)
}

/** Straight lines through the points. */
export const line = (points: readonly Point[], close = false): string =>
  `M${points.map(([x, y]) => `${n(x)} ${n(y)}`).join('L')}${close ? 'Z' : ''}`

/** A soft line past the points: they are the handles of its curves. */
export function curve(points: readonly Point[], close = false): string {
  const [first, second] = points
  if (!first || !second) return ''
  if (close) return closedCurve(points)
  const inner = points.slice(1, -1).map((point, index) => {
    const [x, y] = middle(point, points[index + 2] ?? point)
    return `${n(point[0])} ${n(point[1])} ${n(x)} ${n(y)}`
  })
  const [endX, endY] = points.at(-1) ?? first
  const start = middle(first, second)
  const bends = inner.length > 0 ? `Q${inner.join(' ')}` : ''
  return `M${n(first[0])} ${n(first[1])}L${n(start[0])} ${n(start[1])}${bends}L${n(endX)} ${n(endY)}`
}

function closedCurve(points: readonly Point[]): string {
  const last = points.at(-1) ?? [0, 0]
  const start = middle(last, points[0] ?? last)
  const bends = points.map((point, index) => {
    const [x, y] = middle(point, points[(index + 1) % points.length] ?? point)
    return `${n(point[0])} ${n(point[1])} ${n(x)} ${n(y)}`
  })
  return `M${n(start[0])} ${n(start[1])}Q${bends.join(' ')}Z`
}

const middle = ([x, y]: Point, [u, v]: Point): Point => [(x + u) / 2, (y + v) / 2]

export const polar = (centre: Point, radius: number, angle: number): Point => [
  centre[0] + radius * Math.cos(angle),
  centre[1] + radius * Math.sin(angle),
]

/** `count` numbers evenly from `low` to `high`, both included. */
export const spread = (low: number, high: number, count: number): number[] =>
  Array.from({ length: count }, (_, index) =>
    count === 1 ? (low + high) / 2 : low + ((high - low) * index) / (count - 1),
  )

export const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index))

export const circle = ([x, y]: Point, radius: number, rest: string): string =>
  `<circle cx="${n(x)}" cy="${n(y)}" r="${n(radius)}" ${rest}/>`

export const path = (d: string, rest: string): string => `<path d="${d}" ${rest}/>`

export const fill = (colour: string, opacity = 1): string =>
  opacity === 1
    ? `fill="${colour}"`
    : `fill="${colour}" fill-opacity="${Math.round(opacity * 100) / 100}"`

export const stroke = (colour: string, size: number, opacity = 1): string =>
  `fill="none" stroke="${colour}" stroke-width="${n(size)}" stroke-linecap="round" stroke-linejoin="round"${opacity === 1 ? '' : ` stroke-opacity="${Math.round(opacity * 100) / 100}"`}`

export const group = (rest: string, ...inside: readonly string[]): string =>
  `<g ${rest}>${inside.join('')}</g>`

export const turned = ([x, y]: Point, degrees: number, scale = 1): string =>
  `transform="translate(${n(x)} ${n(y)}) rotate(${n(degrees)})${scale === 1 ? '' : ` scale(${Math.round(scale * 1000) / 1000})`}"`

export const rect = (x: number, y: number, w: number, h: number, rest: string): string =>
  `<rect x="${n(x)}" y="${n(y)}" width="${n(w)}" height="${n(h)}" ${rest}/>`

export const ground = (colour: string): string => rect(0, 0, width, height, fill(colour))

/** A gradient from top to bottom (or along any line given in parts of the box). */
export const gradient = (
  id: string,
  stops: readonly (readonly [offset: number, colour: string, opacity?: number])[],
  along = 'x1="0" y1="0" x2="0" y2="1"',
): string => `<linearGradient id="${id}" ${along}>${stopsOf(stops)}</linearGradient>`

export const radial = (
  id: string,
  stops: readonly (readonly [offset: number, colour: string, opacity?: number])[],
  rest = '',
): string => `<radialGradient id="${id}" ${rest}>${stopsOf(stops)}</radialGradient>`

const stopsOf = (stops: readonly (readonly [number, string, number?])[]) =>
  stops
    .map(
      ([offset, colour, opacity]) =>
        `<stop offset="${offset}" stop-color="${colour}"${opacity === undefined ? '' : ` stop-opacity="${opacity}"`}/>`,
    )
    .join('')

export const defs = (...inside: readonly string[]): string => `<defs>${inside.join('')}</defs>`

/** A few drawings to be used many times: `count` of them are kept, and every use picks one and moves it. */
export function stamps(
  id: string,
  count: number,
  make: (index: number) => string,
): { kept: string; use(index: number, transform: string): string } {
  const kept = defs(...times(count, (index) => `<g id="${id}${index}">${make(index)}</g>`))
  return {
    kept,
    use: (index, transform) => `<use href="#${id}${index % count}" ${transform}/>`,
  }
}
