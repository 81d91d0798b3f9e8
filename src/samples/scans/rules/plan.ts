import type { Text } from '../../../core/text.ts'
import { scanWords as words } from '../words.ts'
import type { Line, Rack } from './layout.ts'
import { type Grid, hasLostDigits, wellName } from './tokens.ts'
import { type Turn, turned, turnOf } from './turn.ts'

/** What stands in a well of the box now. */
export type Occupant = {
  well: number | null
  sampleId: string | null
  code: string | null
  lot: string | null
  blockedReason: string | null
  /** Kept free for its sample, which is on loan. */
  isKept: boolean
}

/** A sample that has a code of the file, whosever it is. */
export type Tube = {
  id: string
  code: string
  isOwn: boolean
  state: string
  finishedKit: string | null
  /** Where it stands, by path and well; null where nobody knows. */
  place: {
    id: string
    path: string
    well: number | null
    columns: number | null
    wellNames: 'letters' | 'numbers' | null
  } | null
}

/** A tube that is to stand elsewhere: `well` null takes it out, and nobody knows where it is. */
export type Move = {
  sampleId: string
  code: string
  well: number | null
  from: string | null
  fromSpot: { placeId: string; well: number | null } | null
}
export type Refusal = { place: string; code: string; why: Text }

/** What a file would change in a box. */
export type Plan = {
  moves: Move[]
  unchanged: number
  /** Tubes whose code could not be read, by their wells. They are left as they are. */
  unread: string[]
  refused: Refusal[]
  /** How the rack seems to have lain in the scanner. */
  turn: Turn | undefined
}

type Facts = {
  boxId: string
  grid: Grid
  occupants: readonly Occupant[]
  tubes: readonly Tube[]
}

/** What is done in a box so that it holds what the file says; wells that the file does not name stay as they are. */
export function planOf(rack: Rack, turn: Turn | undefined, facts: Facts): Plan {
  const { grid, occupants } = facts
  const lines = rack.lines
    .filter(({ well, read }) => well !== 'outside' || read.is !== 'empty')
    .map((line) => ({
      ...line,
      place:
        typeof line.well === 'number' ? wellName(turned(line.well, turn, grid), grid) : line.place,
      well: typeof line.well === 'number' ? turned(line.well, turn, grid) : line.well,
    }))
  const now = new Map(occupants.flatMap((one) => (one.well === null ? [] : [[one.well, one]])))
  const refused = refusalsIn(lines, now, facts)
  const codes = new Map(lines.flatMap(({ well, read }) => wellAndCode(well, read)))
  const unread = lines.filter(({ read }) => read.is === 'unread').map(({ place }) => place)
  const placed = placedBy(codes, facts)
  const standing = new Set(placed.map(({ move }) => move.sampleId))
  const isRefused = new Set(refused.map(({ place }) => place))
  const moves = placed.filter(
    ({ isThere, well }) => !isThere && !isRefused.has(wellName(well, grid)),
  )
  return {
    moves: [
      ...moves.map(({ move }) => move),
      ...displaced(lines, { now, standing, grid, boxId: facts.boxId }),
    ],
    unchanged: placed.filter(({ isThere }) => isThere).length,
    unread,
    refused,
    turn: turn === undefined ? turnOf(codes, presentCodes(occupants), grid) : undefined,
  }
}

const wellAndCode = (well: number | 'outside', read: Line['read']): [number, string][] =>
  read.is === 'code' && typeof well === 'number' ? [[well, read.code.toUpperCase()]] : []

const presentCodes = (occupants: readonly Occupant[]) =>
  new Map(
    occupants.flatMap(({ well, code }): [number, string][] =>
      well === null || code === null ? [] : [[well, code.toUpperCase()]],
    ),
  )

/** The tubes that the file names, with where they are to stand. */
function placedBy(codes: ReadonlyMap<number, string>, { boxId, tubes }: Facts) {
  const own = new Map(
    tubes.filter(({ isOwn }) => isOwn).map((tube) => [tube.code.toUpperCase(), tube]),
  )
  return [...codes].flatMap(([well, code]) => {
    const tube = own.get(code)
    if (!tube) return []
    const isThere = tube.place?.id === boxId && tube.place.well === well
    const { place } = tube
    const fromSpot = place && { placeId: place.id, well: place.well }
    const move = { sampleId: tube.id, code: tube.code, well, from: standingAt(tube), fromSpot }
    return [{ move, well, isThere }]
  })
}

function standingAt({ place }: Tube): string | null {
  if (!place) return null
  const { path, well, columns, wellNames } = place
  if (well === null || columns === null) return path
  return `${path}/${wellName(well, { columns, ...(wellNames && { wellNames }) })}`
}

type Box = {
  boxId: string
  now: ReadonlyMap<number, Occupant>
  standing: ReadonlySet<string>
  grid: Grid
}

/** Tubes of the box that stand where the file has another one or none, and nowhere else in it. */
function displaced(lines: readonly Line[], { boxId, now, standing, grid }: Box): Move[] {
  return lines.flatMap(({ well, read }) => {
    const there = typeof well === 'number' ? now.get(well) : undefined
    if (!there?.sampleId || !there.code || there.isKept) return []
    if (read.is === 'unread' || standing.has(there.sampleId)) return []
    const from = wellName(there.well ?? 0, grid)
    const fromSpot = { placeId: boxId, well: there.well }
    return [{ sampleId: there.sampleId, code: there.code, well: null, from, fromSpot }]
  })
}

function refusalsIn(
  lines: readonly Line[],
  now: ReadonlyMap<number, Occupant>,
  { tubes, grid }: Facts,
): Refusal[] {
  const byCode = groups(lines, ({ read }) =>
    read.is === 'code' ? read.code.toUpperCase() : undefined,
  )
  const byWell = groups(lines, ({ well }) => (typeof well === 'number' ? well : undefined))
  const known = groups(tubes, ({ code }) => code.toUpperCase())
  const objectionTo = (line: Line): Text | undefined => {
    const { well, read } = line
    if (well === 'outside') return words.outside(grid.rows, grid.columns)
    if (byWell.get(well)?.some((other) => other !== line)) return words.wellTwice
    if (read.is !== 'code') return undefined
    const code = read.code.toUpperCase()
    const same = byCode.get(code)?.filter((other) => other !== line) ?? []
    if (same.length > 0) return words.codeTwice(same.map((other) => other.place).join(', '))
    return objectionToTube(read.code, known.get(code)) ?? objectionToWell(now.get(well), code)
  }
  return lines.flatMap((line) => {
    const why = objectionTo(line)
    const code = line.read.is === 'code' ? line.read.code : ''
    return why ? [{ place: line.place, code, why }] : []
  })
}

/** Why a tube is not put anywhere; undefined where it may be. */
function objectionToTube(code: string, found: readonly Tube[] = []): Text | undefined {
  if (hasLostDigits(code)) return words.lostDigits
  const tube = found.find(({ isOwn }) => isOwn)
  if (!tube) return found.length > 0 ? words.otherInstitution : words.unknown
  const byState: Readonly<Record<string, Text>> = {
    shipped: words.isShipped,
    out: words.isOut,
    used_up: words.isUsedUp,
    destroyed: words.isDestroyed,
  }
  return byState[tube.state] ?? (tube.finishedKit ? words.kitFinished(tube.finishedKit) : undefined)
}

/** Why nothing else is put into a well. */
function objectionToWell(there: Occupant | undefined, code: string): Text | undefined {
  if (!there) return undefined
  if (there.blockedReason) return words.wellBlocked(there.blockedReason)
  if (there.lot) return words.holdsLot(there.lot)
  return there.isKept && there.code && there.code.toUpperCase() !== code
    ? words.isKept(there.code)
    : undefined
}

function groups<Row, Key>(rows: readonly Row[], keyOf: (row: Row) => Key | undefined) {
  const found = new Map<Key, Row[]>()
  for (const row of rows) {
    const key = keyOf(row)
    if (key !== undefined) found.set(key, [...(found.get(key) ?? []), row])
  }
  return found
}

/** What somebody looked at before they agreed to it, in a text that a form carries. */
export const seenOf = ({ moves }: Plan, grid: Grid): string =>
  moves
    .map(({ code, well, from }) => {
      const to = well === null ? '-' : wellName(well, grid)
      return `${code}\t${from ?? '-'}\t${to}`
    })
    .toSorted()
    .join('\n')

/** Codes whose move is another one now than it was when somebody looked. */
export function changedSince(seen: string, now: string): string[] {
  const before = linesIn(seen)
  const after = linesIn(now)
  const differing = [
    ...[...before].filter((line) => !after.has(line)),
    ...[...after].filter((line) => !before.has(line)),
  ]
  return [...new Set(differing.map((line) => line.split('\t')[0] ?? ''))]
}

const linesIn = (text: string) => new Set(text.split(/\r?\n/).filter(Boolean))
