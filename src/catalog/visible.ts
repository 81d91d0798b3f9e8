import { type Expression, type SqlBool, sql } from 'kysely'
import type { Actor, PersonActor } from '../core/actor.ts'
import type { Db } from '../core/database.ts'
import type { Temporal } from '../core/time.ts'
import { type Bound, type Built, preparedOne } from '../ports/database.ts'

/**
 * Who may see a record, written once: search, facets, counts, suggestions, relations, images, history and
 * every export put one of these into their `where`. The query must name the table `record`.
 * A draft is its curators' alone; it must not show even as a count.
 */

/** Records that lists, search and counts may hold: published ones of the viewer's audiences, and all that they keep; none withdrawn. */
export function listedFor(actor: Actor): Expression<SqlBool> {
  const published = sql<SqlBool>`(record.visibility = 'published' and ${audienceOf(actor)})`
  if (isKeeperOfAll(actor)) return sql<SqlBool>`record.visibility <> 'withdrawn'`
  const kept = keptBy(actor)
  return kept
    ? sql<SqlBool>`(${published} or (record.visibility <> 'withdrawn' and ${kept}))`
    : published
}

/** Records whose page answers: as above, and withdrawn ones, of which only a tombstone may be shown. */
export function readableBy(actor: Actor): Expression<SqlBool> {
  if (isKeeperOfAll(actor)) return sql<SqlBool>`true`
  const published = sql<SqlBool>`(record.published_at is not null and ${audienceOf(actor)})`
  const whole = eitherOf(waysToKeep(actor), depositedBy(actor))
  return whole ? sql<SqlBool>`(${published} or ${whole})` : published
}

/** Records of which the actor may read all, drafts and what is under embargo too: those kept, and those deposited. */
export function wholeFor(actor: Actor): Expression<SqlBool> {
  if (isKeeperOfAll(actor)) return sql<SqlBool>`true`
  return eitherOf(waysToKeep(actor), depositedBy(actor)) ?? sql<SqlBool>`false`
}

/** Records that the actor may change: those kept, and drafts that they deposit, until these are submitted. */
export function writableBy(actor: Actor): Expression<SqlBool> {
  if (isKeeperOfAll(actor)) return sql<SqlBool>`true`
  const deposited = eitherOf(depositedBy(actor))
  const open =
    deposited &&
    sql<SqlBool>`(record.visibility = 'draft' and record.deposit_submitted_at is null and ${deposited})`
  return eitherOf(waysToKeep(actor), open ? [open] : []) ?? sql<SqlBool>`false`
}

/**
 * Records that the actor keeps true: those of an institution or a collection that they curate, and those that were
 * deposited with such an institution.
 */
export function keptOnly(actor: Actor): Expression<SqlBool> {
  return isKeeperOfAll(actor) ? sql<SqlBool>`true` : (keptBy(actor) ?? sql<SqlBool>`false`)
}

/**
 * Places of institutions that the actor curates, or of which they keep a collection. The query must name the table
 * `place`.
 */
export function storesSeenBy(actor: Actor): Expression<SqlBool> {
  if (isKeeperOfAll(actor)) return sql<SqlBool>`true`
  if (actor.type !== 'person') return sql<SqlBool>`false`
  return storesOf(actor.curates)
}

/** What the actor keeps, as values: for reads by key that are prepared, where one text has to do for everybody. */
export type Keeper = { isAll: boolean; institutionIds: string[]; collectionIds: string[] }

export function keeperOf(actor: Actor): Keeper {
  if (actor.type !== 'person')
    return { isAll: actor.type === 'system', institutionIds: [], collectionIds: [] }
  const { institutionIds, collectionIds } = actor.curates
  return {
    isAll: actor.isAdmin,
    institutionIds: [...institutionIds],
    collectionIds: [...collectionIds],
  }
}

/** What somebody keeps who does not keep all. */
export type KeptIds = Bound<Omit<Keeper, 'isAll'>>

/**
 * A read of what somebody keeps, prepared: one text for who keeps all, for whom nothing is compared, and one for everybody
 * else, whose ids lead to rows by their indexes.
 */
export function preparedForKeeper<Row extends object>(
  build: (db: Db, kept: KeptIds | undefined) => Built<Row>,
) {
  const ofAll = preparedOne((db) => build(db, undefined))
  const ofSome = preparedOne(build)
  return async (db: Db, keeper: Keeper): Promise<Row | undefined> =>
    keeper.isAll ? ofAll(db, {}) : ofSome(db, keeper)
}

/** {@link keptOnly} in such a read. */
export const keptAmong = ({ isAll, institutionIds, collectionIds }: Bound<Keeper>) => {
  const ways = [...ofInstitutions(institutionIds), ofCollections(collectionIds)]
  return sql<SqlBool>`(${isAll}::boolean or ${sql.join(ways, sql` or `)})`
}

/** {@link storesSeenBy} in such a read. */
export const storesSeenAmong = ({ isAll, institutionIds, collectionIds }: Bound<Keeper>) =>
  sql<SqlBool>`(${isAll}::boolean or ${storesOf({ institutionIds, collectionIds })})`

/**
 * Versions whose files, and facts about them (names, variables, pictures), may be read: published ones of records that are
 * listed, where access, embargo and grade allow it, and every one for who keeps or deposits the record. Terms are asked
 * about at the door, not here. Pages, lists, downloads, archives, previews, exports and search put this, or
 * {@link filesOfEverybody}, into their `where`, which names `record`, `dataset` and `dataset_version`.
 */
export const filesReadBy = (actor: Actor, now: Temporal.Instant): Expression<SqlBool> =>
  sql<SqlBool>`(${wholeFor(actor)} or (${areFree(actor)} and ${accessOf(actor, now)}))`

/** Shown to who finds the record, under no embargo (lifting one clears `protected`), and no core data (GB/T 43697-2024). */
const areFree = (actor: Actor) => sql<SqlBool>`(
  ${listedFor(actor)} and record.visibility = 'published'
  and dataset_version.published_at is not null and dataset_version.withdrawn_at is null
  and dataset.protected is not true and dataset.data_grade is distinct from 'core'
)`

function accessOf(actor: Actor, now: Temporal.Instant): Expression<SqlBool> {
  if (actor.type === 'system') return sql<SqlBool>`true`
  if (actor.type === 'anonymous') return isOpen
  return sql<SqlBool>`(record.access in ('open', 'registered') or (record.access = 'on_request' and (exists (
    select ${grantsOf(actor, now)}
  ) or exists (
    select ${entitlementsOf(actor, now)}
  ))))`
}

/**
 * The only files of a version that somebody may read, where a request gave certain ones and nothing gives all; null where
 * nothing narrows what {@link filesReadBy} lets be read. Whatever names files, or facts about them, asks this too.
 */
export function onlyFilesFor(actor: Actor, now: Temporal.Instant): Expression<string[] | null> {
  if (actor.type !== 'person') return sql<string[] | null>`null::uuid[]`
  return sql<string[] | null>`case
    when record.access is distinct from 'on_request' or ${wholeFor(actor)}
      or exists (select ${grantsOf(actor, now)})
      or exists (select ${entitlementsOf(actor, now)} and entitlement.file_ids is null)
    then null
    else array(select distinct given.id ${entitlementsOf(actor, now, sql`, unnest(entitlement.file_ids) as given (id)`)})
  end`
}

/** What staff gave somebody and is valid now. */
const grantsOf = ({ personId }: PersonActor, now: Temporal.Instant) => sql`
  from dataset_grant
  where dataset_grant.record_id = record.id
    and dataset_grant.person_id = ${personId}
    and dataset_grant.revoked_at is null
    and (dataset_grant.expires_at is null or dataset_grant.expires_at > ${now})`

/** What requests gave somebody of a version and is valid now. */
const entitlementsOf = ({ personId }: PersonActor, now: Temporal.Instant, beside = sql``) => sql`
  from entitlement${beside}
  where entitlement.record_id = record.id
    and entitlement.person_id = ${personId}
    and entitlement.ended_at is null
    and (entitlement.version_id is null or entitlement.version_id = dataset_version.id)
    and (entitlement.until is null or entitlement.until > ${now})`

const isOpen = sql<SqlBool>`record.access = 'open'`

/** The same of who did not sign in: what the index, which is everybody's, may say of files. */
export const filesOfEverybody = (): Expression<SqlBool> =>
  sql<SqlBool>`(${areFree({ type: 'anonymous' })} and ${isOpen})`

const isKeeperOfAll = (actor: Actor) =>
  actor.type === 'system' || (actor.type === 'person' && actor.isAdmin)

function audienceOf(actor: Actor): Expression<SqlBool> {
  if (actor.type === 'system') return sql<SqlBool>`true`
  if (actor.type === 'anonymous') return sql<SqlBool>`record.audience = 'public'`
  const { institutionIds } = actor
  return institutionIds.length === 0
    ? sql<SqlBool>`record.audience in ('public', 'members')`
    : sql<SqlBool>`(record.audience in ('public', 'members') or record.institution_id = any(${institutionIds}::uuid[]))`
}

const keptBy = (actor: Actor) => eitherOf(waysToKeep(actor))

function waysToKeep(actor: Actor): Expression<SqlBool>[] {
  if (actor.type !== 'person') return []
  const { institutionIds, collectionIds } = actor.curates
  return [
    ...(institutionIds.length > 0 ? ofInstitutions(institutionIds) : []),
    ...(collectionIds.length > 0 ? [ofCollections(collectionIds)] : []),
  ]
}

/** Ids, or what stands for them in a read that is prepared. */
type Ids = readonly string[] | Expression<string[]>

const ofInstitutions = (ids: Ids) => [
  sql<SqlBool>`record.institution_id = any(${ids}::uuid[])`,
  sql<SqlBool>`record.deposited_with_id = any(${ids}::uuid[])`,
]

const ofCollections = (ids: Ids) =>
  sql<SqlBool>`(record.collection_id = any(${ids}::uuid[]) or record.id = any(${ids}::uuid[]))`

const storesOf = (kept: { institutionIds: Ids; collectionIds: Ids }) => sql<SqlBool>`(
  place.institution_id = any(${kept.institutionIds}::uuid[])
  or place.institution_id in (
    select record.institution_id from record where record.id = any(${kept.collectionIds}::uuid[])
  )
)`

/** Their own packages of deposits, and those of their labs. */
function depositedBy(actor: Actor): Expression<SqlBool>[] {
  if (actor.type !== 'person') return []
  const labIds = actor.labs.map(({ labId }) => labId)
  return [
    sql<SqlBool>`record.depositor_id = ${actor.personId}::uuid`,
    ...(labIds.length > 0 ? [sql<SqlBool>`record.depositing_lab_id = any(${labIds}::uuid[])`] : []),
  ]
}

function eitherOf(...ways: readonly Expression<SqlBool>[][]): Expression<SqlBool> | undefined {
  const all = ways.flat()
  return all.length === 0 ? undefined : sql<SqlBool>`(${sql.join(all, sql` or `)})`
}
