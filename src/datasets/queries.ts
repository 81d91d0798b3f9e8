import { type Expression, type SqlBool, sql } from 'kysely'
import type { Actor } from '../core/actor.ts'
import type { Temporal } from '../core/time.ts'
import { listedFor, wholeFor } from '../catalog/visible.ts'

/**
 * Who may read what of a dataset, written once: pages, lists, downloads, archives, previews, exports and search put one
 * of these into their `where`. The query names `record`, `dataset` and `dataset_version`.
 */

/**
 * Versions whose files, and facts about them (names, variables, pictures), may be read: published ones of records that are
 * listed, where access, embargo and grade allow it, and every one for who keeps or deposits the record. Terms are asked
 * about at the door, not here.
 */
export const filesReadBy = (actor: Actor, now: Temporal.Instant): Expression<SqlBool> =>
  sql<SqlBool>`(${wholeFor(actor)} or (
    ${listedFor(actor)} and ${isShown} and ${isFree} and ${accessOf(actor, now)}
  ))`

const isShown = sql<SqlBool>`(
  record.visibility = 'published' and dataset_version.published_at is not null
  and dataset_version.withdrawn_at is null
)`

/** Under no embargo (lifting one clears `protected`), and no core data (GB/T 43697-2024). */
const isFree = sql<SqlBool>`(
  dataset.protected is not true and dataset.data_grade is distinct from 'core'
)`

function accessOf(actor: Actor, now: Temporal.Instant): Expression<SqlBool> {
  if (actor.type === 'system') return sql<SqlBool>`true`
  if (actor.type === 'anonymous') return sql<SqlBool>`record.access = 'open'`
  return sql<SqlBool>`(record.access in ('open', 'registered') or (record.access = 'on_request' and exists (
    select from dataset_grant
    where dataset_grant.record_id = record.id
      and dataset_grant.person_id = ${actor.personId}
      and dataset_grant.revoked_at is null
      and (dataset_grant.expires_at is null or dataset_grant.expires_at > ${now})
  )))`
}
