import { at, type Draw, type Point, type Stroke, times } from './strokes.ts'

/** A pressed plant, of one of four habits. */
export function plant(random: Draw): Stroke[] {
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
