import { recordChange } from '../../audit/actions.ts'
import { catalogWords } from '../../catalog/records/words.ts'
import { unlessBroken } from '../../core/conflict.ts'
import { type Context, transact } from '../../core/context.ts'
import type { Db, Trx } from '../../core/database.ts'
import type { Paging } from '../../core/paging.ts'
import { allowReading, personIdOf } from '../../core/permission.ts'
import { invalidField, Problem } from '../../core/problem.ts'
import { isId } from '../../core/shapes.ts'
import type { LocalText } from '../../core/text.ts'
import { getInstitution } from '../../people/institutions/actions.ts'
import { allowManager } from '../../people/roles/actions/roles.ts'
import { refusalWords } from '../../people/words/refusals.ts'
import { type NewPlace, type PlaceChange, type PlaceFilter, placeForm } from './model.ts'
import {
  findAround,
  findByPath,
  findPlace,
  heightOf,
  insertPlace,
  listInside,
  listOutermost,
  lockPlace,
  lockTree,
  type PlaceRow,
  updatePlace,
} from './queries.ts'
import { objectionsToPutting, objectionsToStanding, objectionToGrid } from './rules.ts'
import { placeWords as words } from './words.ts'

/** The outermost places of institutions that the actor curates. */
export async function searchPlaces(ctx: Context, asked: Paging & PlaceFilter) {
  allowReading(ctx)
  return listOutermost(ctx.db, ctx.actor, asked)
}

/** The places directly inside one. */
export async function placesIn(ctx: Context, { id, ...paging }: Paging & { id: string }) {
  const place = await getPlace(ctx, id)
  return listInside(ctx.db, ctx.actor, { id: place.id, ...paging })
}

export async function getPlace(ctx: Context, id: string): Promise<PlaceRow> {
  allowReading(ctx)
  const row = isId(id) ? await findPlace(ctx.db, ctx.actor, id) : undefined
  if (!row) throw new Problem('not-found', words.noPlace)
  return row
}

/** A place of an institution that the actor curates: curators of a single collection read its places, no more. */
export async function getKeptPlace(ctx: Context, id: string): Promise<PlaceRow> {
  const place = await getPlace(ctx, id)
  allowManager(ctx, place.institutionId)
  return place
}

export async function createPlace(ctx: Context, input: NewPlace): Promise<{ id: string }> {
  allowManager(ctx, input.institution)
  const { closedAt } = await getInstitution(ctx, input.institution)
  if (closedAt) throw new Problem('conflict', refusalWords.institutionClosed)
  return unlessBroken('place_code_taken', words.codeTaken, () =>
    transact(ctx, async (trx) => {
      await lockTree(trx, input.institution)
      const place = placeForm.whole(input)
      refuseGrid(place)
      const parent_id = await standingIn(trx, input.institution, { parent: place.parent })
      const id = await insertPlace(trx, {
        institution_id: place.institution,
        parent_id,
        ...columnsOf(place),
        created_at: ctx.now(),
        created_by: personIdOf(ctx),
      })
      const of = { entity: 'place', entityId: id, institutionId: place.institution } as const
      await recordChange(trx, ctx, { action: 'place.create', ...of, after: place })
      return { id }
    }),
  )
}

type Key = { id: string; version: number | undefined }

/** Renames, moves, blocks: only the fields present are changed. */
export async function editPlace(ctx: Context, change: PlaceChange, key: Key): Promise<void> {
  const { institutionId } = await getKeptPlace(ctx, key.id)
  await unlessBroken('place_taken', words.taken, () =>
    unlessBroken('place_code_taken', words.codeTaken, () =>
      transact(ctx, async (trx) => {
        await lockTree(trx, institutionId)
        await editPlaceIn(trx, ctx, { change, ...key })
      }),
    ),
  )
}

async function editPlaceIn(
  trx: Trx,
  ctx: Context,
  { change, id, version }: Key & { change: PlaceChange },
): Promise<void> {
  const place = await lockPlace(trx, ctx.actor, id)
  if (!place) throw new Problem('not-found', words.noPlace)
  if (version !== undefined && version !== place.version)
    throw new Problem('stale', catalogWords.stale)
  const { institutionId } = place
  const before = describedIn(place)
  const parent =
    change.parent === undefined
      ? place.parentId
      : await standingIn(trx, institutionId, { parent: change.parent, moved: place })
  const after = { ...before, ...change, name: nameAfter(place.name, change.name), parent }
  if (after.holdsOne && place.placeCount > 0)
    throw invalidField('holdsOne', words.holdsOneHasInside)
  refuseGrid(after, place)
  await updatePlace(trx, id, {
    ...columnsOf(after),
    parent_id: parent,
    ...(after.blocked !== before.blocked && blocking(ctx, after.blocked)),
  })
  const of = { entity: 'place', entityId: id, institutionId } as const
  await recordChange(trx, ctx, { action: 'place.edit', ...of, before, after })
}

type Standing = { parent: string | null; moved?: { id: string; parentId: string | null } }

/** The id of the place around a new or moved one; null at the top. Refused where it cannot stand there. */
async function standingIn(
  trx: Trx,
  institutionId: string,
  { parent, moved }: Standing,
): Promise<string | null> {
  if (parent === null) return null
  const around = await placeAt(trx, institutionId, { path: parent, field: 'parent' })
  // It stands there already, also where the place around it was blocked since.
  if (moved && moved.parentId === around.id) return around.id
  const [objection] = objectionsToStanding(around, {
    height: moved ? await heightOf(trx, moved.id) : 1,
    isInside: moved !== undefined && around.ids.includes(moved.id),
  })
  if (objection) throw invalidField('parent', objection)
  return around.id
}

type Sought = { path: string; field: string }

/** The place of an institution with this id or path, and what is around it; refused as a field where there is none. */
async function placeAt(db: Db, institutionId: string, { path, field }: Sought) {
  const [id] = isId(path) ? [path] : await findByPath(db, { institutionId, codes: codesOf(path) })
  const around = id === undefined ? undefined : await findAround(db, id)
  if (!around || around.institutionId !== institutionId) throw invalidField(field, words.noPlace)
  return around
}

/** Where something may be put: the place with this id or path, unless it is blocked and nothing of it lies there `now`. */
export async function openPlaceAt(
  db: Db,
  institutionId: string,
  { path, now }: { path: string; now: string | undefined },
) {
  const around = await placeAt(db, institutionId, { path, field: 'place' })
  const [objection] = around.id === now ? [] : objectionsToPutting(around)
  if (objection) throw invalidField('place', objection)
  return around
}

const blocking = (ctx: Context, blocked: boolean) => ({
  blocked_at: blocked ? ctx.now() : null,
  blocked_by: blocked ? personIdOf(ctx) : null,
})

/** Absent stays, null empties. */
const nameAfter = (before: LocalText, change: LocalText | null | undefined): LocalText =>
  change === undefined ? before : (change ?? { zh: null, en: null })

/** The places with this id or path, of whatever institution: to look there. */
export async function placesAt({ db }: Pick<Context, 'db'>, path: string): Promise<string[]> {
  return isId(path) ? [path] : findByPath(db, { codes: codesOf(path) })
}

const codesOf = (path: string) => path.split('/').map((code) => code.trim())

function refuseGrid(grid: Parameters<typeof objectionToGrid>[0], use?: PlaceRow): void {
  const objection = objectionToGrid(grid, use)
  if (objection) throw invalidField(objection.field, objection.text)
}

/** What of a place its form asks, as it does. */
const describedIn = (place: PlaceRow) => ({
  type: place.type,
  code: place.code,
  name: place.name,
  parent: place.parentId,
  holdsOne: place.holdsOne,
  rows: place.rows,
  columns: place.columns,
  wellNames: place.wellNames,
  fillOrder: place.fillOrder,
  capacity: place.capacity,
  awaitsDestruction: place.awaitsDestruction,
  blocked: place.blockedAt !== null,
})

type Described = Omit<ReturnType<typeof describedIn>, 'name' | 'parent' | 'blocked'> & {
  name: LocalText | null
}

const columnsOf = (place: Described) => ({
  type: place.type,
  code: place.code,
  name_zh: place.name?.zh ?? null,
  name_en: place.name?.en ?? null,
  holds_one: place.holdsOne,
  row_count: place.rows,
  column_count: place.columns,
  well_names: place.rows === null ? null : place.wellNames,
  capacity: place.capacity,
  fill_order: place.fillOrder,
  awaits_destruction: place.awaitsDestruction,
})
