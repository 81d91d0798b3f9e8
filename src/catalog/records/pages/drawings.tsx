import type { Kind } from '../model/record.ts'

type Props = {
  id: string
  kind: Kind
  /** All of it on its ground, for a frame much wider than high; else it fills its frame. */
  whole?: boolean
}

/** A quiet drawing of the kind for a record without a picture; the same record always gets the same one. */
export function EmptyPicture({ id, kind, whole }: Props) {
  return (
    <svg
      class={`empty-picture kind-${kind}`}
      viewBox="0 0 320 240"
      preserveAspectRatio={whole ? 'xMidYMid meet' : 'xMidYMid slice'}
      fill="none"
      stroke="currentColor"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      {drawings[kind](id).map(({ d, width, opacity, fill }) => (
        <path
          d={d}
          stroke-width={fill ? undefined : width}
          stroke-opacity={fill ? undefined : opacity}
          fill={fill ? 'currentColor' : undefined}
          fill-opacity={fill ? opacity : undefined}
          stroke={fill ? 'none' : undefined}
        />
      ))}
    </svg>
  )
}

/** Strokes on a field of 320 × 240, seeded by the record's id. */
const drawings: Record<Kind, (id: string) => Stroke[]> = {
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

/** A pressed plant, of one of four habits. */
function plant(random: Draw): Stroke[] {
  const habits = [herb, grass, twig, rosette]
  return (habits[Math.floor(random() * habits.length)] ?? herb)(random)
}

/** A bent stem with leaves that alternate or face each other, and its flower head. */
function herb(random: Draw): Stroke[] {
  const stem = stemOf(random)
  const pairs = 3 + Math.floor(random() * 4)
  const opposite = random() > 0.5
  const long = 46 + random() * 34
  const slim = 0.14 + random() * 0.3
  const leaves = times(pairs * 2, (index) => {
    const level = opposite ? Math.floor(index / 2) / pairs : index / (pairs * 2)
    return leaf(stem(0.1 + level * 0.78), {
      length: long * (1 - level * 0.55),
      angle: -0.4 - level * 0.5 + (random() - 0.5) * 0.2,
      side: index % 2 === 0 ? 1 : -1,
      slim,
    })
  })
  return [...leafStrokes(leaves), stemStroke(stem), flower(stem(1), random)]
}

/** A tuft of blades that arch outwards, two or three of them with ears. */
function grass(random: Draw): Stroke[] {
  const blades = times(9 + Math.floor(random() * 5), () => {
    const spread = (random() - 0.5) * 250
    const height = 90 + random() * 90
    return `M${at(156 + random() * 8)} 220Q${at(160 + spread * 0.15)} ${at(220 - height)} ${at(160 + spread)} ${at(220 - height * (0.55 + random() * 0.35))}`
  })
  const ears = times(2 + Math.floor(random() * 2), (index) => {
    const top = { x: 130 + index * 34 + random() * 12, y: 34 + random() * 34 }
    const grains = times(7, (grain) => {
      const y = top.y + grain * 8
      return `M${at(top.x)} ${at(y + 7)}l-6-7M${at(top.x)} ${at(y + 7)}l6-7`
    })
    return { stalk: `M160 220Q160 130 ${at(top.x)} ${at(top.y)}`, grains: grains.join('') }
  })
  return [
    { d: blades.join(''), width: 2, opacity: 0.4 },
    { d: ears.map(({ stalk }) => stalk).join(''), width: 1.5, opacity: 0.75 },
    { d: ears.map(({ grains }) => grains).join(''), width: 3, opacity: 0.6 },
  ]
}

/** A woody twig across the sheet, with leaves and fruit. */
function twig(random: Draw): Stroke[] {
  const rise = 50 + random() * 50
  const along = (part: number): Point => ({
    x: 44 + part * 232,
    y: 160 - part * rise + Math.sin(part * 5) * 8,
  })
  const slim = 0.26 + random() * 0.2
  const leaves = times(9, (index) =>
    leaf(along(0.12 + index * 0.1), {
      length: 40 + random() * 20,
      angle: index % 2 === 0 ? -1.1 : 0.7,
      side: 1,
      slim,
    }),
  )
  const fruit = times(3 + Math.floor(random() * 3), () => along(0.15 + random() * 0.75))
  const branch = times(9, (index) => along(index / 8)).map(({ x, y }) => `${at(x)} ${at(y)}`)
  return [
    ...leafStrokes(leaves),
    { d: `M${branch.join('L')}`, width: 3, opacity: 0.7 },
    {
      d: fruit.map(({ x, y }) => `M${at(x)} ${at(y)}v14`).join(''),
      width: 1.5,
      opacity: 0.7,
    },
    { d: fruit.map(({ x, y }) => `M${at(x)} ${at(y + 20)}h0`).join(''), width: 17, opacity: 0.65 },
  ]
}

/** Leaves from one crown, and a stalk with its head. */
function rosette(random: Draw): Stroke[] {
  const count = 5 + Math.floor(random() * 7)
  const slim = 0.18 + random() * 0.16
  const crown = { x: 160, y: 190 }
  const leaves = times(count, (index) =>
    leaf(crown, {
      length: 60 + random() * 52,
      angle: -0.05 - (index / (count - 1)) * 3.04,
      side: 1,
      slim,
    }),
  )
  const top = { x: 146 + random() * 28, y: 40 + random() * 16 }
  const stalk = `M160 190Q160 120 ${at(top.x)} ${at(top.y)}`
  return [...leafStrokes(leaves), { d: stalk, width: 2, opacity: 0.75 }, flower(top, random)]
}

function stemOf(random: Draw): (part: number) => Point {
  const lean = (random() - 0.5) * 90
  return (part) => ({ x: 160 + lean * part * part, y: 218 - 172 * part })
}

function stemStroke(stem: (part: number) => Point): Stroke {
  const points = times(7, (index) => stem(index / 6)).map(({ x, y }) => `${at(x)} ${at(y)}`)
  return { d: `M${points.join('L')}`, width: 2, opacity: 0.75 }
}

/** An umbel, a spike or a button. */
function flower({ x, y }: Point, random: Draw): Stroke {
  const form = Math.floor(random() * 3)
  const foot = `M${at(x)} ${at(y)}`
  if (form === 0) return { d: `${foot}h0`, width: 24, opacity: 0.6 }
  if (form === 1) {
    const buds = times(6, (index) => `M${at(x - 4)} ${at(y + index * 6 - 16)}h8`)
    return { d: buds.join(''), width: 5, opacity: 0.6 }
  }
  const rays = times(7, (index) => {
    const angle = -Math.PI / 2 + (index - 3) * 0.38
    return `${foot}l${at(Math.cos(angle) * 20)} ${at(Math.sin(angle) * 20)}`
  })
  return { d: rays.join(''), width: 2.5, opacity: 0.7 }
}

type Leaf = { length: number; angle: number; side: number; slim: number }

function leaf({ x, y }: Point, { length, angle, side, slim }: Leaf) {
  const tip = { x: x + Math.cos(angle) * length * side, y: y + Math.sin(angle) * length }
  const across = { x: -(tip.y - y) * slim, y: (tip.x - x) * slim }
  const middle = { x: (x + tip.x) / 2, y: (y + tip.y) / 2 }
  const foot = `${at(x)} ${at(y)}`
  const end = `${at(tip.x)} ${at(tip.y)}`
  const over = `${at(middle.x + across.x)} ${at(middle.y + across.y)}`
  const under = `${at(middle.x - across.x)} ${at(middle.y - across.y)}`
  return { blade: `M${foot}Q${over} ${end}Q${under} ${foot}z`, vein: `M${foot}L${end}` }
}

const leafStrokes = (leaves: readonly { blade: string; vein: string }[]): Stroke[] => [
  { d: leaves.map(({ blade }) => blade).join(''), width: 0, opacity: 0.22, fill: true },
  { d: leaves.map(({ vein }) => vein).join(''), width: 1, opacity: 0.6 },
]

type Stroke = { d: string; width: number; opacity: number; fill?: true }
type Point = { x: number; y: number }
type Draw = () => number

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

/** Whole units are fine enough, and short. */
const at = (value: number) => String(Math.round(value))

const times = <T,>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index))
