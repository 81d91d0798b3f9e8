import { recordChange } from '../../audit/actions.ts'
import { unlessBroken } from '../../core/conflict.ts'
import { type Context, transact } from '../../core/context.ts'
import type { Db, Trx } from '../../core/database.ts'
import { pastedRows, textOf } from '../../core/delimited.ts'
import { allowWriting } from '../../core/permission.ts'
import { invalidField, Problem } from '../../core/problem.ts'
import type { Text } from '../../core/text.ts'
import { moveIn, rememberStep } from '../boxes/actions/moves.ts'
import { filesIn, isZip } from '../../ports/archive.ts'
import { cellsSpanned, sheetsOf } from '../../ports/sheets.ts'
import { getPlace, placesAt } from '../../stock/places/actions.ts'
import type { AgreedScan, ScanText } from './model.ts'
import { findBox, lockBox, occupantsOf, tubesOf } from './queries.ts'
import { type Rack, racksIn } from './rules/layout.ts'
import { changedSince, type Move, type Plan, planOf, seenOf } from './rules/plan.ts'
import { wellOf } from './rules/tokens.ts'
import { scanWords as words } from './words.ts'

type Key = { id: string }

/** A box into which a file is read; for curators of its institution. */
export async function getBox(ctx: Context, id: string) {
  const place = await getPlace(ctx, id)
  const found = await findBox(ctx.db, place.id)
  if (!found?.rows || !found.columns) throw new Problem('conflict', words.noGrid)
  const { rows, columns, wellNames, ...box } = found
  return { ...box, grid: { rows, columns, ...(wellNames && { wellNames }) } }
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
  return previewIn(ctx.db, await getBox(ctx, id), asked)
}

async function previewIn(
  db: Db,
  box: Box,
  { text, rack: named, turn }: ScanText,
): Promise<Preview> {
  const racks = racksIn(pastedRows(text), box.grid)
  const rack = rackOf(racks, box, named)
  const codes = rack.lines.flatMap(({ read }) => (read.is === 'code' ? [read.code] : []))
  const { id: boxId, institutionId, grid } = box
  const occupants = await occupantsOf(db, boxId)
  const tubes = await tubesOf(db, { institutionId, codes })
  const plan = planOf(rack, turn, { boxId, grid, occupants, tubes })
  return {
    box,
    plan,
    rack: rack.code,
    otherRacks: racks.flatMap((one) => (one === rack || !one.code ? [] : [one.code])),
    seen: seenOf(plan, grid),
  }
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
  const box = await getBox(ctx, id)
  if (box.isBlocked) throw new Problem('conflict', words.boxBlocked(box.path))
  const taken = words.takenMeanwhile
  return unlessBroken('well_taken', taken, () =>
    unlessBroken('placement_of_sample', taken, () =>
      transact(ctx, async (trx) => {
        await lockBox(trx, box.id)
        const preview = await previewIn(trx, box, asked)
        refuseUnagreed(preview, seen)
        const { moves, unchanged, unread } = preview.plan
        if (moves.length > 0) await moveTubes(trx, ctx, box, moves)
        return { id: box.id, changed: moves.length, unchanged, unread: unread.length }
      }),
    ),
  )
}

function refuseUnagreed({ plan: { refused }, seen: now }: Preview, seen: string | undefined): void {
  const changed = seen === undefined ? [] : changedSince(seen, now)
  if (changed.length > 0)
    throw new Problem('conflict', words.changedMeanwhile(changed.slice(0, 10).join(', ')))
  if (refused.length > 0)
    throw new Problem('conflict', words.notApplied(refused.length), {
      objections: refused.slice(0, 100).map(({ place, code, why }) => ({
        code: 'refused',
        detail: { zh: `${place} ${code}：${why.zh}`, en: `${place} ${code}: ${why.en}` },
      })),
    })
}

async function moveTubes(trx: Trx, ctx: Context, box: Box, moves: readonly Move[]): Promise<void> {
  const steps = moves.map(({ sampleId, code, fromSpot, well }) => ({
    sampleId,
    code,
    from: fromSpot,
    to: well === null ? null : { placeId: box.id, well },
  }))
  await moveIn(trx, ctx, steps)
  await rememberStep(trx, ctx, { placeId: box.id, moves: steps })
  await recordChange(trx, ctx, {
    action: 'place.read_scan',
    entity: 'place',
    entityId: box.id,
    institutionId: box.institutionId,
    after: { changed: moves.length },
  })
}

type Seating = { box: string; well: number } | { field: 'box' | 'well'; detail: Text }

/** Where a box and a well of it are, for a sample of that code; or why nothing can be put there. */
export async function boxesNamed(
  ctx: Context,
  institutionId: string,
  paths: readonly string[],
): Promise<(box: string, well: string, code: string) => Seating> {
  const boxes = new Map<string, { box: Box; wells: Map<number, string | null> }>()
  for (const path of new Set(paths)) {
    // oxlint-disable-next-line no-await-in-loop -- boxes of a file are few
    const box = await findBoxNamed(ctx, institutionId, path)
    // oxlint-disable-next-line no-await-in-loop -- the same
    const there = box ? await occupantsOf(ctx.db, box.id) : []
    const wells = there.flatMap(({ well, code }): [number, string | null][] =>
      well === null ? [] : [[well, code]],
    )
    if (box && !box.isBlocked) boxes.set(path, { box, wells: new Map(wells) })
  }
  return (path, name, code) => {
    const found = boxes.get(path)
    if (!found) return { field: 'box', detail: words.noBox }
    const well = wellOf(name, found.box.grid)
    if (typeof well !== 'number') return { field: 'well', detail: words.noWell }
    const isFree = !found.wells.has(well) || found.wells.get(well)?.toUpperCase() === code
    return isFree ? { box: found.box.id, well } : { field: 'well', detail: words.wellTaken }
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
