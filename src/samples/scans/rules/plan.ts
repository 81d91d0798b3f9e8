import type { Text } from '../../../core/text.ts'
import { type Grid, wellName } from '../../../stock/places/rules.ts'
import { type Confirmable, isConfirmable, obstacles } from '../../boxes/model.ts'
import type { Objection } from '../../boxes/rules.ts'
import { boxWords } from '../../boxes/words/refusals.ts'
import { scanWords as words } from '../words.ts'
import type { Line, Rack } from './layout.ts'
import { hasLostDigits } from './tokens.ts'
import { type Turn, turned, turnOf } from './turn.ts'

/**
 * What becomes of a well that the file has otherwise than the box: what was scanned is put there, all stays as it is, or
 * the tube is set aside, so that nobody knows where it is and the well is empty.
 */
export const decisions = ['take', 'keep', 'aside'] as const
export type Decision = (typeof decisions)[number]

/** By the names of wells, in upper case; `others` is what holds for the rest. */
export type Answers = {
  decided: ReadonlyMap<string, Decision>
  others: Decision | undefined
}

/** What stands in a well of the box now, as far as the one who asks may know. */
export type Occupant = {
  index: number | null
  /** `isBlocked`: its donor withdrew. */
  sample: { id: string; code: string; isBlocked: boolean } | null
  lot: { code: string } | null
  blocked: string | null
  /** Kept free for its sample, which is on loan. */
  isKept: boolean
}

/** A sample that the file names, with what stands in the way of putting it where the file has it. */
export type Scanned = {
  tube: {
    id: string
    code: string
    state: string
    at: { placeId: string; well: number | null } | null
  }
  /** Where it stands now, in words. */
  from: string | null
  objections: readonly Objection[]
}

/** A well that the file has otherwise than the box, or not rightly. */
export type Row = {
  place: string
  /** What is recorded there, and what the file has; empty where nothing is. */
  there: string
  code: string
  from: string | null
  /** What somebody has to decide before the file is applied. */
  why: Text[]
  isUnknown: boolean
  ways: readonly Decision[]
  /** What is done; undefined until somebody decides. */
  decision: Decision | undefined
}

type Put = { well: number; sampleId: string; confirmed: Confirmable[] }

/** A tube that will stand elsewhere: `well` null takes it out, and nobody knows where it is. */
export type Move = { sampleId: string; code: string; well: number | null; from: string | null }

/** What a file would change in a box. */
export type Plan = {
  rows: Row[]
  /** Of these somebody has to decide first. */
  open: Row[]
  moves: Move[]
  puts: Put[]
  unchanged: number
  /** Tubes whose code could not be read, by their wells. They are left as they are. */
  unread: string[]
  /** How the rack seems to have lain in the scanner. */
  turn: Turn | undefined
}

/** The wells of a rack as they are called in the box. */
export const linesIn = (rack: Rack, turn: Turn | undefined, grid: Grid): Line[] =>
  rack.lines
    .filter(({ well, read }) => well !== 'outside' || read.is !== 'empty')
    .map((line) => {
      if (line.well === 'outside') return line
      const well = turned(line.well, turn, grid)
      return { ...line, well, place: wellName(grid, well) }
    })

export const decidedOf = ({ decided, others }: Answers, { place }: Line): Decision | undefined =>
  decided.get(place.toUpperCase()) ?? others

export const codeIn = ({ read }: Line): string => (read.is === 'code' ? read.code : '')

type Facts = {
  boxId: string
  grid: Grid
  occupants: readonly Occupant[]
  scanned: ReadonlyMap<Line, Scanned>
  answers: Answers
}

/** What is done in a box so that it holds what the file says; wells that the file does not name stay as they are. */
export function planOf(lines: readonly Line[], facts: Facts, isTurned: boolean): Plan {
  const { grid, occupants } = facts
  const faults = faultsIn(lines, facts)
  const inWell = new Map(occupants.map((one) => [one.index, one]))
  const seen = lines.map((line) => {
    const there = line.well === 'outside' ? undefined : inWell.get(line.well)
    return { line, there, row: rowOf(line, { ...facts, there, fault: faults.get(line) }) }
  })
  const rows = seen.flatMap(({ row }) => (row ? [row] : []))
  const puts = seen.flatMap(({ line, row }) => putOf(line, row, facts))
  const codes = new Map(
    lines.flatMap((line): [number, string][] =>
      line.well !== 'outside' && line.read.is === 'code'
        ? [[line.well, codeIn(line).toUpperCase()]]
        : [],
    ),
  )
  return {
    rows,
    open: rows.filter(({ decision }) => decision === undefined),
    puts: puts.map(({ put }) => put),
    moves: [...puts.map(({ move }) => move), ...leaving(seen, facts, puts)],
    unchanged: lines.filter((line) => isInPlace(line, facts)).length,
    unread: lines.filter(({ read }) => read.is === 'unread').map(({ place }) => place),
    turn: isTurned ? undefined : turnOf(codes, presentCodes(occupants), grid),
  }
}

const presentCodes = (occupants: readonly Occupant[]) =>
  new Map(
    occupants.flatMap(({ index, sample }): [number, string][] =>
      index === null || sample === null ? [] : [[index, sample.code.toUpperCase()]],
    ),
  )

/** Stands there already, and nothing is to be asked of it. */
function isInPlace(line: Line, { boxId, scanned }: Facts): boolean {
  const tube = scanned.get(line)?.tube
  return tube?.state === 'stored' && tube.at?.placeId === boxId && tube.at.well === line.well
}

type Looked = Facts & { there: Occupant | undefined; fault: Text | undefined }

function rowOf(line: Line, looked: Looked): Row | undefined {
  const { answers, scanned, there, fault } = looked
  if (!fault && isAsItIs(line, looked)) return undefined
  const found = scanned.get(line)
  const code = codeIn(line)
  const { why, ways } = doubtsOf(line, looked)
  const asked = decidedOf(answers, line)
  return {
    place: line.place,
    there: recordedIn(there),
    code,
    from: found?.from ?? null,
    why,
    isUnknown: code !== '' && !fault && !found,
    ways,
    decision: asked && ways.includes(asked) ? asked : unasked(why),
  }
}

const recordedIn = (there: Occupant | undefined) => there?.sample?.code ?? there?.lot?.code ?? ''
/** What nobody objects to is done without a decision. */
const unasked = (why: readonly Text[]) => (why.length > 0 ? undefined : 'take')

/** Nothing of it differs, or nothing can be said of it. */
function isAsItIs(line: Line, looked: Looked): boolean {
  if (line.read.is !== 'empty') return line.read.is === 'unread' || isInPlace(line, looked)
  const { there } = looked
  return !there || there.isKept || there.lot !== null || there.blocked !== null
}

type Doubts = { why: Text[]; ways: readonly Decision[] }
function doubtsOf(line: Line, { scanned, there, fault }: Looked): Doubts {
  const found = scanned.get(line)
  if (fault) return { why: [fault], ways: ['keep'] }
  if (line.read.is === 'empty') return emptied(line, there, scanned)
  if (!found) return { why: [boxWords.noSample(codeIn(line))], ways: ['keep', 'aside'] }
  const doubts = found.objections.filter(
    ({ code }) => code !== 'elsewhere' && (obstacles[code] !== 'displace' || there?.isKept),
  )
  const isRefused = doubts.some(({ code }) => obstacles[code] === 'refused')
  const why = doubts.map(({ detail }) => detail)
  // Of what is withdrawn it stays known where it is.
  if (doubts.some(({ code }) => code === 'withdrawn')) return { why, ways: ['keep'] }
  return { why, ways: isRefused ? ['keep', 'aside'] : decisions }
}

function emptied({ place }: Line, there: Occupant | undefined, scanned: Facts['scanned']): Doubts {
  const sample = there?.sample
  if (!sample) return { why: [boxWords.occupied(place, null)], ways: ['keep'] }
  const isElsewhere = () => [...scanned.values()].some(({ tube }) => tube.id === sample.id)
  return sample.isBlocked && !isElsewhere()
    ? { why: [boxWords.withdrawn(sample.code)], ways: ['keep'] }
    : { why: [], ways: ['take', 'keep'] }
}

type Placed = { put: Put; move: Move }

function putOf(line: Line, row: Row | undefined, { scanned }: Facts): Placed[] {
  const found = scanned.get(line)
  if (!found || line.well === 'outside' || row?.decision !== 'take') return []
  const { tube, objections } = found
  const confirmed = objections.map(({ code }) => code).filter(isConfirmable)
  const { well } = line
  return [{ put: { sampleId: tube.id, well, confirmed }, move: { ...moved(found), well } }]
}

const moved = ({ tube: { id, code }, from }: Scanned) => ({ sampleId: id, code, from })

type Seen = { line: Line; there: Occupant | undefined; row: Row | undefined }

/** Tubes that are set aside, or stand where the file has another one or none, and are put nowhere else. */
function leaving(seen: readonly Seen[], facts: Facts, puts: readonly Placed[]): Move[] {
  const { scanned, grid } = facts
  const stay = new Set([
    ...puts.map(({ put }) => put.sampleId),
    ...seen.flatMap(({ line }) => (isInPlace(line, facts) ? [scanned.get(line)?.tube.id] : [])),
  ])
  const gone = seen.flatMap(({ line, there, row }): Move[] => {
    if (!row?.decision || row.decision === 'keep') return []
    const { sample, index } = there ?? {}
    const from = wellName(grid, index ?? 0)
    return [
      ...(row.decision === 'aside' ? setAside(scanned.get(line)) : []),
      ...(sample ? [{ sampleId: sample.id, code: sample.code, well: null, from }] : []),
    ]
  })
  const once = new Map(gone.map((move) => [move.sampleId, move]))
  return [...once.values()].filter(({ sampleId }) => !stay.has(sampleId))
}

/** Of a collection of others nothing is moved, and what is nowhere stays so. */
function setAside(found: Scanned | undefined): Move[] {
  const isOthers = found?.objections.some(
    ({ code }) => code === 'other_institution' || code === 'other_collection',
  )
  return found?.tube.at && !isOthers ? [{ ...moved(found), well: null }] : []
}

/** What is wrong with the file itself, or with a line of it that is not left out. */
function faultsIn(lines: readonly Line[], { grid, answers }: Facts): Map<Line, Text> {
  const used = lines.filter((line) => decidedOf(answers, line) !== 'keep')
  const put = used.filter((line) => decidedOf(answers, line) !== 'aside')
  const byCode = Map.groupBy(put, (line) => codeIn(line).toUpperCase())
  const byWell = Map.groupBy(used, ({ well }) => well)
  const faultOf = (line: Line): Text | undefined => {
    if (line.well === 'outside') return words.outside(grid.rows, grid.columns)
    if ((byWell.get(line.well)?.length ?? 0) > 1) return words.wellTwice
    const code = codeIn(line)
    if (hasLostDigits(code)) return words.lostDigits
    const same = code === '' ? [] : (byCode.get(code.toUpperCase()) ?? [])
    const others = same.includes(line) ? same.filter((other) => other !== line) : []
    return others.length > 0
      ? words.codeTwice(others.map(({ place }) => place).join(', '))
      : undefined
  }
  return new Map(
    lines.flatMap((line): [Line, Text][] => {
      const fault = faultOf(line)
      return fault ? [[line, fault]] : []
    }),
  )
}

/** What somebody looked at before they agreed to it, in a text that a form carries. */
export const seenOf = ({ moves, puts }: Plan, grid: Grid): string =>
  moves
    .map(({ sampleId, code, well, from }) => {
      const to = well === null ? '-' : wellName(grid, well)
      const put = puts.find((one) => one.sampleId === sampleId)
      return [code, from ?? '-', to, ...(put?.confirmed ?? [])].join('\t')
    })
    .toSorted()
    .join('\n')

/** Codes whose move is another one now than it was when somebody looked. */
export function changedSince(seen: string, now: string): string[] {
  const before = linesOf(seen)
  const after = linesOf(now)
  const differing = [
    ...[...before].filter((line) => !after.has(line)),
    ...[...after].filter((line) => !before.has(line)),
  ]
  return [...new Set(differing.map((line) => line.split('\t')[0] ?? ''))]
}

const linesOf = (text: string) => new Set(text.split(/\r?\n/).filter(Boolean))
