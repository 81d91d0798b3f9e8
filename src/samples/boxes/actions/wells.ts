import { recordChange } from '../../../audit/actions.ts'
import { type Context, transact } from '../../../core/context.ts'
import type { Trx } from '../../../core/database.ts'
import type { Paging } from '../../../core/paging.ts'
import { allowWriting } from '../../../core/permission.ts'
import { invalidField, Problem } from '../../../core/problem.ts'
import { getPlace } from '../../../stock/places/actions.ts'
import { type Grid, gridOf, nextFree, wellAt, wellName } from '../../../stock/places/rules.ts'
import { scannedText } from '../../../stock/rules.ts'
import type { WellChanges } from '../model.ts'
import {
  type BoxRow,
  clearBlocks,
  countIn,
  findBox,
  findByCodes,
  findStep,
  insertPlacements,
  listSamplesAt,
  listWells,
  occupantsOf,
} from '../queries.ts'
import { boxWords as words } from '../words/refusals.ts'
import { rememberBoth, unlessRaced } from './moves.ts'
import { placeSamplesIn } from './place.ts'
import { takeSamplesOutIn } from './take.ts'

type Key = { id: string }

/** A box with what is in it. */
export async function getBox(ctx: Context, { id }: Key) {
  const place = await getPlace(ctx, id)
  const [box, rows, used] = await Promise.all([
    findBox(ctx.db, place.id),
    listWells(ctx.db, ctx.actor, place.id),
    countIn(ctx.db, place.id),
  ])
  if (!box) throw new Problem('not-found', words.noBox)
  const grid = gridOf(box)
  const taken = new Set(rows.flatMap(({ well }) => (well === null ? [] : [well])))
  const next = grid ? nextFree({ grid, order: box.fillOrder, taken }) : undefined
  return {
    ...box,
    capacity: grid ? grid.rows * grid.columns : box.capacity,
    wells: rows.map(({ well: index, ...row }) => ({
      ...row,
      index,
      well: grid === null || index === null ? null : wellName(grid, index),
    })),
    used: used - rows.filter(({ blocked }) => blocked !== null).length,
    next: grid && next !== undefined ? wellName(grid, next) : null,
  }
}

export type Box = Awaited<ReturnType<typeof getBox>>

/** Samples directly in a place. */
export async function samplesAt(ctx: Context, { id, ...paging }: Paging & Key) {
  const place = await getPlace(ctx, id)
  const found = await listSamplesAt(ctx.db, ctx.actor, { placeId: place.id, ...paging })
  const grid = gridOf(place)
  return {
    ...found,
    items: found.items.map(({ index, ...row }) => ({
      ...row,
      well: grid === null || index === null ? null : wellName(grid, index),
    })),
  }
}

/** Whether the actor has a step to take back at a box. */
export async function hasStep({ db, actor }: Context, placeId: string): Promise<boolean> {
  if (actor.type !== 'person') return false
  const step = await findStep(db, { placeId, personId: actor.personId })
  return step !== undefined && step.moves.length > 0
}

/** Changes several wells at once, all or nothing: empties, blocks and opens first, then puts samples in. */
export async function changeWells(ctx: Context, changes: WellChanges, { id }: Key): Promise<void> {
  allowWriting(ctx)
  const place = await getPlace(ctx, id)
  await transact(ctx, async (trx) => {
    const box = await findBox(trx, place.id)
    if (!box) throw new Problem('not-found', words.noBox)
    const asked = changes.wells.map((one, index) => ({ ...one, at: wellIn(box, one.well, index) }))
    const emptied = await emptyIn(trx, ctx, { box, wells: wellsWhere(asked, isEmptied) })
    const blocks = asked.flatMap(({ at, blocked }) =>
      at !== null && blocked !== undefined ? [{ well: at, reason: blocked }] : [],
    )
    await blockIn(trx, ctx, { box, blocks })
    const wells = await tubesIn(trx, { box, asked })
    const { displaced, confirmed } = changes
    const put = await placeSamplesIn(trx, ctx, { placeId: box.id, wells, displaced, confirmed })
    await rememberBoth(trx, ctx, { placeId: box.id, emptied, put })
  })
}

type Asked = WellChanges['wells'][number] & { at: number | null }

const isEmptied = ({ code }: Asked) => code === null
const wellsWhere = (asked: readonly Asked[], is: (one: Asked) => boolean) =>
  asked.flatMap((one) => (is(one) && one.at !== null ? [one.at] : []))

/** The well of this name; null in a container without wells. */
function wellIn(box: BoxRow, name: string | undefined, index: number): number | null {
  const grid: Grid | null = gridOf(box)
  if (name === undefined) return null
  const well = grid && wellAt(grid, name)
  if (well === null || well === undefined)
    throw invalidField(`wells.${index}.well`, words.noWell(name))
  return well
}

async function emptyIn(
  trx: Trx,
  ctx: Context,
  { box, wells }: { box: BoxRow; wells: readonly number[] },
) {
  const found = await occupantsOf(trx, ctx.actor, { placeId: box.id, wells })
  const sampleIds = found.flatMap(({ sampleId }) => (sampleId === null ? [] : [sampleId]))
  return takeSamplesOutIn(trx, ctx, { sampleIds })
}

type Blocking = { box: BoxRow; blocks: readonly { well: number; reason: string | null }[] }

/** Into a blocked well nothing is put; what is blocked already has the new reason. */
async function blockIn(trx: Trx, ctx: Context, { box, blocks }: Blocking): Promise<void> {
  const grid = gridOf(box)
  if (blocks.length === 0 || !grid) return
  const gone = await clearBlocks(
    trx,
    box.id,
    blocks.map(({ well }) => well),
  )
  const set = blocks.flatMap(({ well, reason }) => (reason === null ? [] : [{ well, reason }]))
  const rows = set.map(({ well, reason }) => ({
    place_id: box.id,
    holds_one: box.holdsOne,
    blocked_reason: reason,
    well,
    row_count: grid.rows,
    column_count: grid.columns,
    placed_at: ctx.now(),
  }))
  await unlessRaced(() => insertPlacements(trx, rows))
  const lines = (all: readonly { well: number | null; reason: string | null }[]) =>
    all.map(({ well, reason }) => `${wellName(grid, well ?? 0)} ${reason ?? ''}`)
  await recordChange(trx, ctx, {
    action: 'place.block_wells',
    entity: 'place',
    entityId: box.id,
    institutionId: box.institutionId,
    before: { wells: lines(gone) },
    after: { wells: lines(set) },
  })
}

/** The samples of these codes; refused where there is none, all of them named at once. */
async function tubesIn(trx: Trx, { box, asked }: { box: BoxRow; asked: readonly Asked[] }) {
  const put = asked.flatMap(({ at, code }) =>
    typeof code === 'string' ? [{ at, code: scannedText(code) }] : [],
  )
  if (put.length === 0) return []
  const codes = put.map(({ code }) => code)
  const ids = await findByCodes(trx, { codes, institutionId: box.institutionId })
  const idOf = (code: string) => ids.get(code.toUpperCase())
  const objections = codes
    .filter((code) => idOf(code) === undefined)
    .map((code) => ({ code: 'unknown_code', detail: words.noSample(code) }))
  const [first] = objections
  if (first) throw new Problem('conflict', first.detail, { objections })
  return put.map(({ at, code }) => ({ well: at, sampleId: idOf(code) ?? '' }))
}
