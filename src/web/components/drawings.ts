import type { Kind } from '../../catalog/model/record.ts'

export type Stroke = { d: string; width: number; opacity: number; fill?: true }
type Draw = () => number

/** Strokes on a field of 320 × 240, seeded by the record's id. */
export const drawings: Record<Kind, (id: string) => Stroke[]> = {
  instrument: (id) => spectrum(randomOf(id)),
  dataset: (id) => contours(randomOf(id)),
  accession: (id) => herbarium(randomOf(id)),
  collection: (id) => plate(randomOf(id)),
}

/** Numbers in [0, 1) that the id decides (FNV-1a into mulberry32). */
function randomOf(id: string): Draw {
  let state = 2_166_136_261
  for (const letter of id) state = Math.imul(state ^ (letter.codePointAt(0) ?? 0), 16_777_619)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const at = (value: number) => String(Math.round(value))
const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index))

/** A spectrum on log paper: a few tall lines, many low ones, and the trace over them. */
function spectrum(random: Draw): Stroke[] {
  const centres = times(3, () => ({ x: 60 + random() * 210, height: 60 + random() * 90 }))
  const heightAt = (x: number) =>
    6 +
    centres.reduce((sum, { x: centre, height }) => sum + height / (1 + ((x - centre) / 7) ** 2), 0)
  const sticks = times(34, (index) => {
    const x = 34 + index * 7.6
    return `M${at(x)} 196V${at(196 - heightAt(x) * (0.55 + random() * 0.45))}`
  })
  const trace = times(64, (index) => {
    const x = 34 + index * 4
    return `${index === 0 ? 'M' : 'L'}${at(x)} ${at(188 - Math.min(heightAt(x), 150))}`
  })
  const grid = `${times(5, (row) => `M28 ${36 + row * 40}H292`).join('')}${times(7, (column) => `M${28 + column * 44} 36V196`).join('')}`
  return [
    { d: grid, width: 0.75, opacity: 0.18 },
    { d: sticks.join(''), width: 2, opacity: 0.35 },
    { d: trace.join(''), width: 1.5, opacity: 0.85 },
    { d: 'M28 196H292', width: 1.5, opacity: 0.6 },
  ]
}

/** Contour lines of a summit and the slope around it. */
function contours(random: Draw): Stroke[] {
  const waves = times(3, (index) => ({
    of: index + 2,
    by: 0.16 / (index + 1),
    phase: random() * 6.3,
  }))
  const centre = { x: 110 + random() * 100, y: 90 + random() * 60 }
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
  return times(8, (index) => ({
    d: ring(10 + index * 21 + random() * 4),
    width: index % 4 === 0 ? 1.75 : 1,
    opacity: 0.75 - index * 0.07,
  }))
}

/** Quadratic curves through the middles between the points: closed and without corners. */
function smooth(points: readonly { x: number; y: number }[]): string {
  const middle = (index: number) => {
    const a = points[index % points.length]
    const b = points[(index + 1) % points.length]
    return a && b ? `${at((a.x + b.x) / 2)} ${at((a.y + b.y) / 2)}` : ''
  }
  return `M${middle(points.length - 1)}${points.map((point, index) => `Q${at(point.x)} ${at(point.y)} ${middle(index)}`).join('')}`
}

/** A pressed plant: a bent stem, leaves that alternate or face each other, and its flower head. */
function herbarium(random: Draw): Stroke[] {
  const lean = (random() - 0.5) * 70
  const pairs = 4 + Math.floor(random() * 3)
  const opposite = random() > 0.5
  const long = 44 + random() * 26
  const slim = 0.16 + random() * 0.2
  const stemAt = (part: number) => ({ x: 160 + lean * part * part, y: 218 - 172 * part })
  const leaves = times(pairs * 2, (index) => {
    const side = index % 2 === 0 ? 1 : -1
    const level = opposite ? Math.floor(index / 2) / pairs : index / (pairs * 2)
    const from = stemAt(0.12 + level * 0.78)
    const length = long * (1 - level * 0.55)
    const angle = -0.5 - level * 0.5 + (random() - 0.5) * 0.15
    return leaf(from, { length, angle, side, slim })
  })
  const top = stemAt(1)
  const head = times(7, (index) => {
    const angle = -Math.PI / 2 + (index - 3) * 0.38
    return `M${at(top.x)} ${at(top.y)}l${at(Math.cos(angle) * 20)} ${at(Math.sin(angle) * 20)}`
  })
  const foot = stemAt(0)
  const middle = stemAt(0.5)
  return [
    { d: leaves.map(({ blade }) => blade).join(''), width: 0, opacity: 0.22, fill: true },
    { d: leaves.map(({ vein }) => vein).join(''), width: 1, opacity: 0.6 },
    {
      d: `M${at(foot.x)} ${at(foot.y)}Q${at(middle.x - lean / 4)} ${at(middle.y)} ${at(top.x)} ${at(top.y)}`,
      width: 2,
      opacity: 0.75,
    },
    { d: head.join(''), width: 2.5, opacity: 0.7 },
  ]
}

type Leaf = { length: number; angle: number; side: number; slim: number }

function leaf({ x, y }: { x: number; y: number }, { length, angle, side, slim }: Leaf) {
  const tip = { x: x + Math.cos(angle) * length * side, y: y + Math.sin(angle) * length }
  const across = { x: -(tip.y - y) * slim * 1.6, y: (tip.x - x) * slim * 1.6 }
  const middle = { x: (x + tip.x) / 2, y: (y + tip.y) / 2 }
  const end = `${at(tip.x)} ${at(tip.y)}`
  return {
    blade: `M${at(x)} ${at(y)}Q${at(middle.x + across.x)} ${at(middle.y + across.y)} ${end}Q${at(middle.x - across.x)} ${at(middle.y - across.y)} ${at(x)} ${at(y)}z`,
    vein: `M${at(x)} ${at(y)}L${end}`,
  }
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
  return [
    {
      d: 'M46 38H274a8 8 0 0 1 8 8V194a8 8 0 0 1-8 8H46a8 8 0 0 1-8-8V46a8 8 0 0 1 8-8z',
      width: 1.25,
      opacity: 0.5,
    },
    { d: dots(places), width: 20, opacity: 0.12 },
    { d: dots(filled), width: 14, opacity: 0.32 },
    { d: dots(marked), width: 14, opacity: 0.65 },
  ]
}
