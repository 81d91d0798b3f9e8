import { type Expression, type SqlBool, sql } from 'kysely'
import type { Actor } from '../core/actor.ts'

/**
 * Who may see a record, written once: search, facets, counts, suggestions, relations, images, history and
 * every export put one of these two into their `where`. The query must name the table `record`.
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
  const kept = keptBy(actor)
  return kept ? sql<SqlBool>`(${published} or ${kept})` : published
}

/** Records that the actor keeps true: those of an institution or a collection that they curate. */
export function keptOnly(actor: Actor): Expression<SqlBool> {
  return isKeeperOfAll(actor) ? sql<SqlBool>`true` : (keptBy(actor) ?? sql<SqlBool>`false`)
}

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

function keptBy(actor: Actor): Expression<SqlBool> | undefined {
  if (actor.type !== 'person') return undefined
  const { institutionIds, collectionIds } = actor.curates
  const ways = [
    institutionIds.length > 0 &&
      sql<SqlBool>`record.institution_id = any(${institutionIds}::uuid[])`,
    collectionIds.length > 0 &&
      sql<SqlBool>`(record.collection_id = any(${collectionIds}::uuid[]) or record.id = any(${collectionIds}::uuid[]))`,
  ].filter((way) => way !== false)
  return ways.length === 0 ? undefined : sql<SqlBool>`(${sql.join(ways, sql` or `)})`
}
