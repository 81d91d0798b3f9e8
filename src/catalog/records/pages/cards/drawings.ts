import type { Kind } from '../../model/record.ts'
import { plant } from './plant.ts'
import { at, type Draw, randomOf, type Stroke, times } from './strokes.ts'

/** Strokes on a field of 320 × 240, seeded by the record's id. */
export const drawings: Record<Kind, (id: string) => Stroke[]> = {
  instrument: (id) => spectrum(randomOf(id)),
  dataset: (id) => contours(randomOf(id)),
  accession: (id) => plant(randomOf(id)),
  collection: (id) => plate(randomOf(id)),
}

/** A spectrum on log paper: a few tall lines, many low ones, and the trace over them. */
function spectrum(random: Draw): Stroke[] {
  const peaks = times(3 + Math.floor(random() * 3), () => ({
    x: 52 + random() * 216,
    height: 0.25 + random() * 0.75,
    width: 5 + random() * 5,
  }))
  const raw = (x: number) =>
    peaks.reduce((sum, peak) => sum + peak.height / (1 + ((x - peak.x) / peak.width) ** 2), 0.03)
  const xs = times(64, (index) => 34 + index * 4)
  const scale = 140 / Math.max(...xs.map(raw))
  const trace = xs.map((x, index) => `${index === 0 ? 'M' : 'L'}${x} ${at(190 - raw(x) * scale)}`)
  const sticks = times(34, (index) => {
    const x = 34 + index * 7.6
    return `M${at(x)} 196V${at(194 - raw(x) * scale * (0.4 + random() * 0.45))}`
  })
  const rows = times(5, (row) => `M28 ${36 + row * 40}H292`)
  const columns = times(7, (column) => `M${28 + column * 44} 36V196`)
  return [
    { d: [...rows, ...columns].join(''), width: 0.75, opacity: 0.18 },
    { d: sticks.join(''), width: 2, opacity: 0.35 },
    { d: trace.join(''), width: 1.5, opacity: 0.85 },
    { d: 'M28 196H292', width: 1.5, opacity: 0.6 },
  ]
}

/** Contour lines of a summit and the slope around it. */
function contours(random: Draw): Stroke[] {
  const waves = times(3, (index) => ({
    of: index + 2,
    by: 0.2 / (index + 1),
    phase: random() * 6.3,
  }))
  const centre = { x: 80 + random() * 160, y: 70 + random() * 100 }
  const ring = (radius: number) => {
    const points = times(14, (index) => {
      const angle = (index / 14) * 2 * Math.PI
      const swell = waves.reduce(
        (sum, { of, by, phase }) => sum + by * Math.sin(of * angle + phase),
        1,
      )
      return {
        x: centre.x + Math.cos(angle) * radius * swell * 1.3,
        y: centre.y + Math.sin(angle) * radius * swell,
      }
    })
    return `${smooth(points)}z`
  }
  return times(9, (index) => ({
    d: ring(10 + index * 21 + random() * 5),
    width: index % 4 === 0 ? 1.75 : 1,
    opacity: 0.75 - index * 0.065,
  }))
}

/** Quadratic curves through the middles between the points: closed and without corners. */
function smooth(points: readonly { x: number; y: number }[]): string {
  const middle = (index: number) => {
    const a = points[index % points.length]
    const b = points[(index + 1) % points.length]
    return a && b ? `${at((a.x + b.x) / 2)} ${at((a.y + b.y) / 2)}` : ''
  }
  const curves = points.map((point, index) => `Q${at(point.x)} ${at(point.y)} ${middle(index)}`)
  return `M${middle(points.length - 1)}${curves.join('')}`
}

/** A rack seen from above: every place, and those that hold a tube. A dot is a line of no length. */
function plate(random: Draw): Stroke[] {
  const places = times(8 * 5, (index) => ({
    x: 62 + (index % 8) * 28,
    y: 64 + Math.floor(index / 8) * 28,
  }))
  const dots = (chosen: typeof places) => chosen.map(({ x, y }) => `M${x} ${y}h0`).join('')
  const filled = places.filter(() => random() < 0.55)
  const marked = filled.filter(() => random() < 0.22)
  const frame = 'M46 38H274a8 8 0 0 1 8 8V194a8 8 0 0 1-8 8H46a8 8 0 0 1-8-8V46a8 8 0 0 1 8-8z'
  return [
    { d: frame, width: 1.25, opacity: 0.5 },
    { d: dots(places), width: 20, opacity: 0.12 },
    { d: dots(filled), width: 14, opacity: 0.32 },
    { d: dots(marked), width: 14, opacity: 0.65 },
  ]
}
