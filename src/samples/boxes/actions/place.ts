import type { Actor } from '../../../core/actor.ts'
import type { Context } from '../../../core/context.ts'
import type { Db, Trx } from '../../../core/database.ts'
import { allowWriting, personIdOf } from '../../../core/permission.ts'
import { Problem } from '../../../core/problem.ts'
import { getPlace } from '../../../stock/places/actions.ts'
import { type Grid, gridOf, wellName } from '../../../stock/places/rules.ts'
import type { Confirmable, Displacement } from '../model.ts'
import {
  type BoxRow,
  countIn,
  findBox,
  findByCodes,
  findTubes,
  lockBox,
  lockTubes,
  occupantsOf,
  receiveBack,
  type Step,
  type TubeRow,
} from '../queries.ts'
import { type Objection, objectionsToPutting, stillOpen } from '../rules.ts'
import { boxWords as words } from '../words/refusals.ts'
import { moveIn, rememberStep } from './moves.ts'

export type Placing = {
  placeId: string
  /** Wells are counted from 0 in reading order; null in a container without wells. */
  wells: readonly Spot[]
  /** What becomes of samples that are in these wells already; refused where it is not said. */
  displaced?: Displacement | undefined
  confirmed?: readonly Confirmable[] | undefined
}
/** `confirmed`: of this one alone, beside what is said of all. */
type Spot = { well: number | null; sampleId: string; confirmed?: readonly Confirmable[] }

/**
 * Puts samples into wells of one box, all or nothing, wherever they were before. The database decides who of two is first.
 * Samples of the same step may change their wells with each other.
 */
export async function placeSamplesIn(trx: Trx, ctx: Context, placing: Placing): Promise<Step[]> {
  allowWriting(ctx)
  if (placing.wells.length === 0) return []
  const { id } = await getPlace({ ...ctx, db: trx }, placing.placeId)
  const box = await lockBox(trx, id)
  if (!box) throw new Problem('not-found', words.noBox)
  refuseTwice(placing)
  const facts = await factsFor(trx, ctx, { box, placing, findTubes: lockTubes })
  const objections = openIn(placing, facts)
  const [first] = objections
  if (first) throw new Problem('conflict', first.detail, { objections })
  const moves = movesOf(placing, facts)
  await moveIn(trx, ctx, moves)
  await refuseOverfull(trx, box)
  const tubes = [...facts.tubes.values()]
  const back = tubes.filter(({ state }) => state !== 'stored').map((one) => one.id)
  await receiveBack(trx, { ids: back, at: ctx.now(), by: personIdOf(ctx) })
  // What came back is not sent away again by taking back a step.
  await rememberStep(trx, ctx, { placeId: box.id, moves: back.length > 0 ? [] : moves })
  return moves
}

/** The samples of these codes, by the codes in upper case: the box's own institution comes first. */
export const sampleIdsOf = async (
  { db }: Context,
  { institutionId }: Pick<BoxRow, 'institutionId'>,
  codes: readonly string[],
) => findByCodes(db, { codes, institutionId })

export type Weighed = { tube: TubeRow; objections: Objection[] }

/** What would stand in the way of putting samples so, one by one; for whoever may see the box. Changes nothing. */
export async function weighPlacing(ctx: Context, placing: Placing): Promise<Weighed[]> {
  if (placing.wells.length === 0) return []
  const box = await findBox(ctx.db, placing.placeId)
  if (!box) throw new Problem('not-found', words.noBox)
  const facts = await factsFor(ctx.db, ctx, { box, placing, findTubes })
  return placing.wells.flatMap((spot) => {
    const tube = facts.tubes.get(spot.sampleId)
    return tube ? [{ tube, objections: objectionsTo(spot, facts) }] : []
  })
}

type Facts = { box: BoxRow; tubes: ReadonlyMap<string, TubeRow>; occupants: Occupants }
type Occupants = ReadonlyMap<number, Awaited<ReturnType<typeof occupantsOf>>[number]>
type Asked<D extends Db> = {
  box: BoxRow
  placing: Placing
  findTubes: (db: D, viewer: Actor, ids: readonly string[]) => Promise<TubeRow[]>
}

async function factsFor<D extends Db>(
  db: D,
  { actor }: Context,
  { box, placing: { placeId, wells }, findTubes: find }: Asked<D>,
): Promise<Facts> {
  const ids = wells.map(({ sampleId }) => sampleId)
  const tubes = new Map((await find(db, actor, ids)).map((row) => [row.id, row]))
  const unknown = ids.find((id) => !tubes.has(id))
  if (unknown !== undefined) throw new Problem('not-found', words.noSample(unknown))
  const asked = wells.flatMap(({ well }) => (well === null ? [] : [well]))
  const rows = await occupantsOf(db, actor, { placeId, wells: asked })
  return { box, tubes, occupants: new Map(rows.map((row) => [row.well, row])) }
}

function refuseTwice({ wells }: Placing): void {
  const named = wells.flatMap(({ well }) => (well === null ? [] : [well]))
  const ids = wells.map(({ sampleId }) => sampleId)
  if (new Set(named).size < named.length || new Set(ids).size < ids.length)
    throw new Problem('conflict', words.twice)
}

const openIn = ({ wells, confirmed = [], displaced }: Placing, facts: Facts): Objection[] =>
  wells.flatMap((spot) =>
    stillOpen(objectionsTo(spot, facts), {
      confirmed: [...confirmed, ...(spot.confirmed ?? [])],
      displaced,
    }),
  )

function objectionsTo({ well, sampleId }: Spot, facts: Facts): Objection[] {
  const { box, tubes } = facts
  const tube = tubes.get(sampleId)
  if (!tube) return []
  const nowhere = objectionToWell(gridOf(box), well)
  const target = { ...box, ...box.around, placeId: box.id }
  return nowhere ? [nowhere] : objectionsToPutting(factsOf(tube), target, wellFacts(facts, well))
}

function objectionToWell(grid: Grid | null, well: number | null): Objection | undefined {
  if (grid === null)
    return well === null ? undefined : { code: 'no_well', detail: words.noWell(String(well + 1)) }
  if (well === null) return { code: 'no_well', detail: words.wellNeeded }
  const isInside = well >= 0 && well < grid.rows * grid.columns
  return isInside ? undefined : { code: 'no_well', detail: words.noWell(wellName(grid, well)) }
}

/** A well as the rules ask about it: empty where its sample moves in the same step. */
function wellFacts({ box, tubes, occupants }: Facts, well: number | null) {
  const grid = gridOf(box)
  if (grid === null || well === null) return null
  const found = occupants.get(well)
  const leaves = found?.sampleId != null && tubes.has(found.sampleId)
  const occupant = found && found.blocked === null && !leaves ? found : null
  return { name: wellName(grid, well), blocked: found?.blocked ?? null, occupant }
}

const factsOf = (tube: TubeRow) => ({
  ...tube,
  institution: {
    zh: tube.institution.name.zh ?? tube.institution.name.en ?? '',
    en: tube.institution.name.en ?? tube.institution.name.zh ?? '',
  },
  at: tube.at && { ...tube.at, well: nameIn(tube.at) },
})

const nameIn = ({ well, ...place }: NonNullable<TubeRow['at']>) => {
  const grid = gridOf(place)
  return grid === null || well === null ? null : wellName(grid, well)
}

/** All that moves: who is put, and who makes room, to where the newcomer was or nowhere. */
function movesOf({ wells, displaced }: Placing, { box, tubes, occupants }: Facts): Step[] {
  return wells.flatMap(({ well, sampleId }) => {
    const tube = tubes.get(sampleId)
    if (!tube) return []
    const from = tube.at && { placeId: tube.at.placeId, well: tube.at.well }
    const here = { placeId: box.id, well }
    const put = { sampleId, code: tube.code, from, to: here }
    const other = well === null ? undefined : occupants.get(well)
    if (!other?.sampleId || other.code === null || tubes.has(other.sampleId)) return [put]
    const to = displaced === 'swap' ? from : null
    return [put, { sampleId: other.sampleId, code: other.code, from: here, to }]
  })
}

async function refuseOverfull(trx: Trx, { id, capacity }: BoxRow): Promise<void> {
  if (capacity === null) return
  if ((await countIn(trx, id)) <= capacity) return
  const objections = [{ code: 'full', detail: words.full }]
  throw new Problem('conflict', words.full, { objections })
}
