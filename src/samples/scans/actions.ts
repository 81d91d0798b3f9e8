import { recordChange } from '../../audit/actions.ts'
import { type Context, transact } from '../../core/context.ts'
import type { Trx } from '../../core/database.ts'
import { pastedRows, textOf } from '../../core/delimited.ts'
import { allowWriting } from '../../core/permission.ts'
import { invalidField, Problem } from '../../core/problem.ts'
import type { Text } from '../../core/text.ts'
import { filesIn, isZip } from '../../ports/archive.ts'
import { cellsSpanned, sheetsOf } from '../../ports/sheets.ts'
import { placesAt } from '../../stock/places/actions.ts'
import { gridOf, wellName, wellNamed } from '../../stock/places/rules.ts'
import { rememberBoth } from '../boxes/actions/moves.ts'
import { placeSamplesIn, sampleIdsOf, type Weighed, weighPlacing } from '../boxes/actions/place.ts'
import { takeSamplesOutIn } from '../boxes/actions/take.ts'
import { getBox as getAnyBox } from '../boxes/actions/wells.ts'
import { fits } from '../boxes/rules.ts'
import type { AgreedScan, ScanText } from './model.ts'
import { lockBox } from './queries.ts'
import { type Line, type Rack, racksIn } from './rules/layout.ts'
import {
  type Answers,
  changedSince,
  codeIn,
  type Decision,
  decidedOf,
  decisions,
  linesIn,
  type Plan,
  planOf,
  type Scanned,
  seenOf,
} from './rules/plan.ts'
import { scanWords as words } from './words.ts'

type Key = { id: string }

/** A box into which a file is read, with what is in it; for curators of its institution. */
export async function getBox(ctx: Context, id: string) {
  const box = await getAnyBox(ctx, { id })
  const grid = gridOf(box)
  if (!grid) throw new Problem('conflict', words.noGrid)
  return { ...box, grid }
}
export type Box = Awaited<ReturnType<typeof getBox>>

const mostUnpackedBytes = 20_000_000
const mostCells = 200_000

/** A scanner's file as the text that is shown, mended and applied: a workbook's sheets by tabs. */
export async function scanTextOf(bytes: Uint8Array): Promise<string> {
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) throw invalidField('file', words.oldWorkbook)
  const text = isZip(bytes) ? await workbookText(bytes) : textOf(bytes)
  if (text === undefined || text.includes('\0')) throw invalidField('file', words.notRead)
  return text.replace(/^\uFEFF/, '')
}

async function workbookText(bytes: Uint8Array): Promise<string | undefined> {
  const files = filesIn(bytes) ?? []
  if (files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0) > mostUnpackedBytes) return undefined
  for (const file of files.filter(({ name }) => /^xl\/worksheets\/[^/]+\.xml$/.test(name))) {
    // oxlint-disable-next-line no-await-in-loop -- one sheet at a time keeps memory flat
    const xml = await file.read().then(
      (part) => new TextDecoder().decode(part),
      () => undefined,
    )
    if (xml === undefined || cellsSpanned(xml) > mostCells) return undefined
  }
  const sheets = await sheetsOf(bytes)
  return sheets
    ?.flatMap(({ rows }) => rows.map((row) => row.map(oneLine).join('\t')))
    .filter((row) => row.trim() !== '')
    .join('\n')
}

/** Without what parts cells and lines. */
const oneLine = (cell: string) => cell.replaceAll(/[\t\r\n"]+/g, ' ')

export type Preview = {
  box: Box
  plan: Plan
  rack: string | undefined
  otherRacks: string[]
  seen: string
}

/** What a file would change in a box. */
export async function previewScan(ctx: Context, asked: ScanText, { id }: Key): Promise<Preview> {
  const box = await getBox(ctx, id)
  const racks = racksIn(pastedRows(asked.text), box.grid)
  const rack = rackOf(racks, box, asked.rack)
  const lines = linesIn(rack, asked.turn, box.grid)
  const answers = answersIn(asked)
  const scanned = await scannedIn(ctx, { box, lines, answers })
  const facts = { boxId: box.id, grid: box.grid, occupants: box.wells, scanned, answers }
  const plan = planOf(lines, facts, asked.turn !== undefined)
  return {
    box,
    plan,
    rack: rack.code,
    otherRacks: racks.flatMap((one) => (one === rack || !one.code ? [] : [one.code])),
    seen: seenOf(plan, box.grid),
  }
}

/** `A1 keep`: of which well, and what. */
const answersIn = ({ decided, others }: Pick<ScanText, 'decided' | 'others'>): Answers => ({
  decided: new Map(
    decided.flatMap((one): [string, Decision][] => {
      const at = one.lastIndexOf(' ')
      const decision = decisions.find((name) => name === one.slice(at + 1))
      return decision ? [[one.slice(0, at).toUpperCase(), decision]] : []
    }),
  ),
  others,
})

type Asked = { box: Box; lines: readonly Line[]; answers: Answers }

/** The samples that lines name. Whoever stays out of it makes no room for others. */
async function scannedIn(ctx: Context, { box, lines, answers }: Asked) {
  const codes = lines.map(codeIn).filter(Boolean)
  const ids = await sampleIdsOf(ctx, box, codes)
  const found = lines.flatMap((line) => {
    const sampleId = ids.get(codeIn(line).toUpperCase())
    return sampleId === undefined || line.well === 'outside'
      ? []
      : [{ line, well: line.well, sampleId, isKept: decidedOf(answers, line) === 'keep' }]
  })
  const parts = [true, false].map((isKept) => found.filter((one) => one.isKept === isKept))
  const scanned = new Map<Line, Scanned>()
  for (const wells of parts) {
    // oxlint-disable-next-line no-await-in-loop -- two at most
    const weighed = await weighPlacing(ctx, { placeId: box.id, wells })
    for (const [at, { tube, objections }] of weighed.entries()) {
      const line = wells[at]?.line
      if (line) scanned.set(line, { tube, objections, from: standingAt(tube.at) })
    }
  }
  return scanned
}

function standingAt(at: Weighed['tube']['at']): string | null {
  const grid = at && gridOf(at)
  return at && (grid && at.well !== null ? `${at.path}/${wellName(grid, at.well)}` : at.path)
}

/** The rack of a file that is this box: the one that was named, of its code, or the only one without any. */
function rackOf(racks: readonly Rack[], box: Box, named: string | undefined): Rack {
  const [first, ...others] = racks
  if (!first) throw invalidField('text', words.notRecognised)
  const codes = racks.map(({ code }) => code ?? '—').join(', ')
  const coded = (text: string) =>
    racks.find(({ code }) => code?.toUpperCase() === text.toUpperCase())
  if (named !== undefined) {
    const found = coded(named)
    if (!found) throw invalidField('rack', words.noRack(codes))
    return found
  }
  const own = coded(box.code) ?? coded(box.path)
  if (own) return own
  if (others.length > 0) throw invalidField('rack', words.whichRack(codes))
  if (first.code !== undefined) throw invalidField('rack', words.otherRack(first.code))
  return first
}

/** Puts the tubes of a box as a file says: all of them or none, and only what was looked at. */
export async function applyScan(ctx: Context, { seen, ...asked }: AgreedScan, { id }: Key) {
  allowWriting(ctx)
  const { id: boxId } = await getBox(ctx, id)
  return transact(ctx, async (trx) => {
    await lockBox(trx, boxId)
    const preview = await previewScan({ ...ctx, db: trx }, asked, { id: boxId })
    refuseUnagreed(preview, seen)
    const { moves, unchanged, unread } = preview.plan
    if (moves.length > 0) await moveTubes(trx, ctx, preview)
    return { id: boxId, changed: moves.length, unchanged, unread: unread.length }
  })
}

function refuseUnagreed({ plan: { open }, seen: now }: Preview, seen: string | undefined): void {
  const changed = seen === undefined ? [] : changedSince(seen, now)
  if (changed.length > 0)
    throw new Problem('conflict', words.changedMeanwhile(changed.slice(0, 10).join(', ')))
  if (open.length > 0)
    throw new Problem('conflict', words.notApplied(open.length), {
      objections: open.slice(0, 100).map(({ place, code, why }) => ({
        code: 'undecided',
        detail: {
          zh: `${place} ${code}：${why.map(({ zh }) => zh).join('')}`,
          en: `${place} ${code}: ${why.map(({ en }) => en).join(' ')}`,
        },
      })),
    })
}

async function moveTubes(trx: Trx, ctx: Context, { box, plan }: Preview): Promise<void> {
  const { moves, puts } = plan
  const gone = moves.filter(({ well }) => well === null).map(({ sampleId }) => sampleId)
  const emptied = await takeSamplesOutIn(trx, ctx, { sampleIds: gone })
  const put = await placeSamplesIn(trx, ctx, { placeId: box.id, wells: puts })
  await rememberBoth(trx, ctx, { placeId: box.id, emptied, put })
  await recordChange(trx, ctx, {
    action: 'place.read_scan',
    entity: 'place',
    entityId: box.id,
    institutionId: box.institutionId,
    after: { changed: moves.length },
  })
}

type Seating =
  | { box: string; well: number }
  | { field: 'box' | 'well' | 'temperature'; detail: Text }
type ToSeat = { code: string; temperature: string | null }

/** Where a box and a well of it are, for a sample by its upper code; or why it cannot be put there. */
export async function boxesNamed(
  ctx: Context,
  institutionId: string,
  paths: readonly string[],
): Promise<(box: string, well: string, sample: ToSeat) => Seating> {
  const boxes = new Map<string, { box: Box; wells: Map<number | null, string | undefined> }>()
  for (const path of new Set(paths)) {
    // oxlint-disable-next-line no-await-in-loop -- boxes of a file are few
    const box = await findBoxNamed(ctx, institutionId, path)
    if (box && box.around.blockedPath === null)
      boxes.set(path, {
        box,
        wells: new Map(box.wells.map(({ index, sample }) => [index, sample?.code])),
      })
  }
  return (path, name, { code, temperature }) => {
    const found = boxes.get(path)
    if (!found) return { field: 'box', detail: words.noBox }
    const well = wellNamed(found.box.grid, name)
    if (typeof well !== 'number') return { field: 'well', detail: words.noWell }
    const isFree = !found.wells.has(well) || found.wells.get(well)?.toUpperCase() === code
    if (!isFree) return { field: 'well', detail: words.wellTaken }
    return fits(temperature, found.box.celsius)
      ? { box: found.box.id, well }
      : { field: 'temperature', detail: words.otherTemperature }
  }
}

async function findBoxNamed(ctx: Context, institutionId: string, path: string) {
  for (const id of await placesAt(ctx, path)) {
    // oxlint-disable-next-line no-await-in-loop -- one of each institution at most
    const box = await getBox(ctx, id).catch((error: unknown) => {
      if (error instanceof Problem) return undefined
      throw error
    })
    if (box?.institutionId === institutionId) return box
  }
  return undefined
}
