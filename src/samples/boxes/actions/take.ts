import { type Context, transact } from '../../../core/context.ts'
import type { Trx } from '../../../core/database.ts'
import { allowWriting, personIdOf } from '../../../core/permission.ts'
import { Problem } from '../../../core/problem.ts'
import { getPlace } from '../../../stock/places/actions.ts'
import { findStep, keepPlaces, lockTubes, type Step, type TubeRow } from '../queries.ts'
import { boxWords as words } from '../words/refusals.ts'
import { moveIn, rememberStep, stuck } from './moves.ts'

type Taking = {
  sampleIds: readonly string[]
  /** Their wells stay theirs: they are on loan, and come back. */
  keepsPlace?: boolean
}

/** Takes samples out of wherever they are, with one line of the audit for each box; those that are nowhere stay so. */
export async function takeSamplesOutIn(
  trx: Trx,
  ctx: Context,
  { sampleIds, keepsPlace = false }: Taking,
): Promise<Step[]> {
  allowWriting(ctx)
  if (sampleIds.length === 0) return []
  const tubes = await staffedTubes(trx, ctx, sampleIds)
  const blocked = tubes.find(({ isBlocked }) => isBlocked)
  if (blocked) throw stuck(blocked.code)
  const moves = tubes.flatMap(({ id, code, at }) =>
    at ? [{ sampleId: id, code, from: { placeId: at.placeId, well: at.well }, to: null }] : [],
  )
  if (keepsPlace)
    await keepPlaces(
      trx,
      moves.map(({ sampleId }) => sampleId),
    )
  else await moveIn(trx, ctx, moves)
  return moves
}

/** Takes back what the actor did last at a box, unless one of the samples has moved since. */
export async function undoStep(ctx: Context, { id }: { id: string }): Promise<void> {
  allowWriting(ctx)
  await transact(ctx, async (trx) => {
    const { id: placeId } = await getPlace({ ...ctx, db: trx }, id)
    const personId = personIdOf(ctx)
    const step = personId === null ? undefined : await findStep(trx, { placeId, personId })
    if (!step || step.moves.length === 0) throw new Problem('conflict', words.nothingToUndo)
    const tubes = await staffedTubes(
      trx,
      ctx,
      step.moves.map(({ sampleId }) => sampleId),
    )
    const blocked = tubes.find(({ isBlocked }) => isBlocked)
    if (blocked) throw stuck(blocked.code)
    if (step.moves.some((move) => !stillStands(move, tubes)))
      throw new Problem('conflict', words.changedSince)
    const back = step.moves.map(({ from, to, ...sample }) => ({ ...sample, from: to, to: from }))
    await moveIn(trx, ctx, back)
    await rememberStep(trx, ctx, { placeId, moves: [] })
  })
}

async function staffedTubes(trx: Trx, { actor }: Context, ids: readonly string[]) {
  const tubes = await lockTubes(trx, actor, ids)
  if (tubes.some(({ isKept }) => !isKept)) throw new Problem('forbidden', words.staffOnly)
  return tubes
}

/** Where the step put it, and nothing happened that forbids to put it back. */
function stillStands({ sampleId, to }: Step, tubes: readonly TubeRow[]): boolean {
  const tube = tubes.find(({ id }) => id === sampleId)
  if (!tube || tube.state !== 'stored') return false
  return tube.at?.placeId === to?.placeId && tube.at?.well === to?.well
}
