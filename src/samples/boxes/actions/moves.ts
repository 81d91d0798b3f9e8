import { recordChanges } from '../../../audit/actions.ts'
import { isBroken } from '../../../core/conflict.ts'
import type { Context } from '../../../core/context.ts'
import type { Trx } from '../../../core/database.ts'
import { personIdOf } from '../../../core/permission.ts'
import { Problem } from '../../../core/problem.ts'
import { gridOf, wellName } from '../../../stock/places/rules.ts'
import {
  blockedAmong,
  findBox,
  type GridRow,
  gridsOf,
  insertPlacements,
  leavePlaces,
  type Spot,
  type Step,
  writeStep,
} from '../queries.ts'
import { boxWords as words } from '../words/refusals.ts'

/**
 * Moves samples, each from where it was to where it goes, with one line of the audit for each box on the way. What is
 * blocked goes nowhere but where samples await destruction, whoever moves it.
 */
export async function moveIn(trx: Trx, ctx: Context, moves: readonly Step[]): Promise<void> {
  await refuseBlocked(trx, moves)
  await leavePlaces(
    trx,
    moves.map(({ sampleId }) => sampleId),
  )
  const spots = moves.flatMap(({ from, to }) => [from, to]).filter((spot) => spot !== null)
  const grids = await gridsOf(trx, [...new Set(spots.map(({ placeId }) => placeId))])
  const rows = moves.flatMap(({ sampleId, to }) => {
    const grid = grids.find(({ id }) => id === to?.placeId)
    if (!to || !grid) return []
    const isIn = to.well !== null
    return {
      sample_id: sampleId,
      place_id: to.placeId,
      holds_one: grid.holdsOne,
      well: to.well,
      row_count: isIn ? grid.rows : null,
      column_count: isIn ? grid.columns : null,
      placed_at: ctx.now(),
    }
  })
  await unlessRaced(() => insertPlacements(trx, rows))
  await recordMoves(trx, ctx, { moves, grids })
}

async function refuseBlocked(trx: Trx, moves: readonly Step[]): Promise<void> {
  const blocked = await blockedAmong(
    trx,
    moves.map(({ sampleId }) => sampleId),
  )
  for (const { sampleId, code, to } of moves) {
    if (!blocked.has(sampleId)) continue
    // oxlint-disable-next-line no-await-in-loop -- one connection, and hardly ever any
    const box = to ? await findBox(trx, to.placeId) : undefined
    if (!box?.around.awaitsDestruction) throw stuck(code)
  }
}

export function stuck(code: string): Problem {
  const detail = words.withdrawn(code)
  return new Problem('conflict', detail, { objections: [{ code: 'withdrawn', detail }] })
}

/** Somebody else was first: into a well, or with a sample. */
export async function unlessRaced(write: () => Promise<void>): Promise<void> {
  try {
    await write()
  } catch (error) {
    if (isBroken(error, 'well_taken') || isBroken(error, 'place_taken'))
      throw new Problem('conflict', words.wellTaken)
    if (isBroken(error, 'placement_of_sample')) throw new Problem('conflict', words.sampleMoved)
    throw error
  }
}

type Recorded = { moves: readonly Step[]; grids: readonly GridRow[] }

async function recordMoves(trx: Trx, ctx: Context, { moves, grids }: Recorded): Promise<void> {
  const linesAt = (box: GridRow, end: 'from' | 'to') =>
    moves.flatMap((move) => {
      const spot = move[end]
      return spot?.placeId === box.id ? [lineOf(box, spot, move.code)] : []
    })
  await recordChanges(
    trx,
    ctx,
    grids.map((box) => ({
      action: 'place.fill' as const,
      entity: 'place' as const,
      entityId: box.id,
      institutionId: box.institutionId,
      before: { wells: linesAt(box, 'from') },
      after: { wells: linesAt(box, 'to') },
    })),
  )
}

/** `A1 LZ-0001`, or the code alone. */
function lineOf(box: GridRow, { well }: Spot, code: string): string {
  const grid = gridOf(box)
  return grid === null || well === null ? code : `${wellName(grid, well)} ${code}`
}

/** What this person may take back; nothing where `moves` is empty. */
export async function rememberStep(
  trx: Trx,
  ctx: Context,
  { placeId, moves }: { placeId: string; moves: readonly Step[] },
): Promise<void> {
  const personId = personIdOf(ctx)
  if (personId !== null) await writeStep(trx, { placeId, personId }, { at: ctx.now(), moves })
}

type Both = { placeId: string; emptied: readonly Step[]; put: readonly Step[] }

/** Taking out and putting in as one step; a sample that did both moved once. */
export async function rememberBoth(trx: Trx, ctx: Context, { placeId, emptied, put }: Both) {
  if (emptied.length === 0) return
  const before = new Map(emptied.map(({ sampleId, from }) => [sampleId, from]))
  const moved = new Set(put.map(({ sampleId }) => sampleId))
  const moves = [
    ...emptied.filter(({ sampleId }) => !moved.has(sampleId)),
    ...put.map((move) => ({ ...move, from: move.from ?? before.get(move.sampleId) ?? null })),
  ]
  await rememberStep(trx, ctx, { placeId, moves })
}
