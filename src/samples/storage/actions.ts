import { type Context, transact } from '../../core/context.ts'
import { keyPart, type Page, pageOf, type Paging, readCursor, totalOf } from '../../core/paging.ts'
import { allowReading, allowWriting } from '../../core/permission.ts'
import { invalidField, Problem } from '../../core/problem.ts'
import { editPlace, getPlace, placesAt } from '../../stock/places/actions.ts'
import { wellName, wellsInOrder } from '../../stock/places/rules.ts'
import { placeWords } from '../../stock/places/words.ts'
import { scannedText } from '../../stock/rules.ts'
import { placeSamplesIn } from '../boxes/actions/place.ts'
import { getBox } from '../boxes/actions/wells.ts'
import { fits } from '../boxes/rules.ts'
import type { BoxMove, Merge, SpaceFilter, StoreFilter } from './model.ts'
import {
  boxesUnder,
  placesCalled,
  type RoomyRow,
  roomyBoxes,
  samplesIn,
  usageOfStores,
} from './queries.ts'
import { byFit, mergesOf, spaceIn } from './rules.ts'
import { storageWords as words } from './words.ts'

type Key = { id: string }

/** How full the freezers and tanks are that the actor sees. */
export async function searchUsage(ctx: Context, { institution, ...paging }: Paging & StoreFilter) {
  allowReading(ctx)
  return pageIn(await usageOfStores(ctx.db, ctx.actor, { institution }), paging)
}

/** A page of what was found and put in order as a whole. */
function pageIn<Row extends { id: string }>(rows: Row[], { limit, after }: Paging): Page<Row> {
  const [last] = after === undefined ? [] : readCursor(after, [keyPart.id])
  const from = last === undefined ? 0 : rows.findIndex(({ id }) => id === last) + 1
  const found = pageOf(rows.slice(from, from + limit + 1), limit, ({ id }) => [id])
  return { ...found, total: totalOf(rows.length) }
}

/** The boxes of a place, by the rack that they stand in. */
export async function boxesOf(ctx: Context, { id }: Key) {
  const place = await getPlace(ctx, id)
  const boxes = await boxesUnder(ctx.db, ctx.actor, place.id)
  return { place, racks: Map.groupBy(boxes, ({ parentId }) => parentId) }
}

/** Where so many tubes fit into one box, what fits best first. */
export async function findSpace(
  ctx: Context,
  { count, temperature, ...within }: Paging & SpaceFilter,
) {
  allowReading(ctx)
  const boxes = await roomyBoxes(ctx.db, ctx.actor, { count, institution: within.institution })
  const found = boxes
    .filter(({ celsius }) => isAt(celsius, temperature))
    .flatMap((box) => spaceOf(box, count))
    .toSorted(byFit)
  return pageIn(found, within)
}

/** A place of which nobody said how cold it is, is found only where nobody asks. */
const isAt = (celsius: RoomyRow['celsius'], temperature: SpaceFilter['temperature']) =>
  temperature === undefined || (celsius !== null && fits(temperature, celsius))

function spaceOf(box: RoomyRow, count: number) {
  const space = spaceIn({ grid: box, order: box.fillOrder, taken: new Set(box.taken) }, count)
  const [first, last] = [space?.wells.at(0), space?.wells.at(-1)]
  if (!space || first === undefined || last === undefined) return []
  const { together, leftOver } = space
  const names = { from: wellName(box, first), to: wellName(box, last) }
  return [{ ...box, ...names, together, leftOver }]
}

/** Sparse boxes inside a place, each with another that has room for all of its samples. */
export async function mergesAt(ctx: Context, { id, ...paging }: Paging & Key) {
  const place = await getPlace(ctx, id)
  const boxes = await boxesUnder(ctx.db, ctx.actor, place.id)
  const rows = mergesOf(boxes).map(({ from, into }) => ({
    id: from.id,
    path: from.path,
    used: from.used,
    wells: from.wells,
    into: { id: into.id, path: into.path },
    intoFree: into.free,
  }))
  return pageIn(rows, paging)
}

/** Moves all samples of a box into free wells of another. Nothing is moved where one of them may not be. */
export async function mergeBox(ctx: Context, { into }: Merge, { id }: Key) {
  allowWriting(ctx)
  const [from, to] = [await getBox(ctx, { id }), await getBox(ctx, { id: into })]
  const { rows, columns, wellNames } = to
  if (rows === null || columns === null) throw new Problem('conflict', words.noRoom)
  return transact(ctx, async (trx) => {
    const samples = await samplesIn(trx, ctx.actor, from.id)
    const taken = new Set(to.wells.map(({ index }) => index))
    const free = wellsInOrder({ rows, columns, wellNames }, to.fillOrder).filter(
      (well) => !taken.has(well),
    )
    if (free.length < samples.length) throw new Problem('conflict', words.noRoom)
    const wells = samples.map((sample, index) => ({
      sampleId: sample.id,
      well: free[index] ?? null,
    }))
    const confirmed = ['elsewhere'] as const
    await placeSamplesIn(trx, ctx, { placeId: to.id, wells, confirmed })
    return { id: to.id, moved: samples.length }
  })
}

/** Moves a box or rack, by the labels of both, with all that is inside. */
export async function moveBox(ctx: Context, { box, into }: BoxMove) {
  allowWriting(ctx)
  const moved = await placeCalled(ctx, 'box', box)
  const around = await placeCalled(ctx, 'into', into)
  await editPlace(ctx, { parent: around }, { id: moved, version: undefined })
  const { path } = await getPlace(ctx, moved)
  return { id: moved, path }
}

/** The place of a label: by its id or path, or by its code alone where one place has it. */
async function placeCalled(ctx: Context, field: string, scanned: string): Promise<string> {
  const text = scannedText(scanned)
  const byPath = await placesAt(ctx, text)
  for (const id of byPath) {
    // oxlint-disable-next-line no-await-in-loop -- one of each institution at most
    const seen = await getPlace(ctx, id).catch(() => undefined)
    if (seen) return seen.id
  }
  const [found, other] = await placesCalled(ctx.db, ctx.actor, text)
  if (!found) throw invalidField(field, placeWords.noPlace)
  if (other) throw invalidField(field, words.severalSuch(text))
  return found.id
}
