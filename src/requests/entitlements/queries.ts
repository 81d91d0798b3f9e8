import { type RawBuilder, sql, type SqlBool } from 'kysely'
import { jsonBuildObject } from 'kysely/helpers/postgres'
import { listedFor } from '../../catalog/visible.ts'
import type { Actor, PersonActor } from '../../core/actor.ts'
import { type Db, pageBy } from '../../core/database.ts'
import type { Paging } from '../../core/paging.ts'
import type { LocalText } from '../../core/text.ts'
import type { Temporal } from '../../core/time.ts'
import { inRole } from '../requests/queries/requests.ts'
import type { EntitlementFilter, EntitlementState } from './model.ts'

const entitlementRows = (db: Db, now: Temporal.Instant) =>
  db
    .selectFrom('entitlement')
    .innerJoin('request', 'request.id', 'entitlement.request_id')
    .innerJoin('record', 'record.id', 'entitlement.record_id')
    .innerJoin('person', 'person.id', 'entitlement.person_id')
    .leftJoin('dataset_version', 'dataset_version.id', 'entitlement.version_id')
    .select((eb) => [
      'entitlement.id',
      jsonBuildObject({
        id: eb.ref('record.id'),
        title: sql<LocalText>`jsonb_build_object('zh', record.title_zh, 'en', record.title_en)`,
      }).as('record'),
      'dataset_version.number as version',
      'entitlement.file_ids as files',
      jsonBuildObject({ id: eb.ref('person.id'), name: eb.ref('person.name') }).as('person'),
      jsonBuildObject({ id: eb.ref('request.id'), number: eb.ref('request.number') }).as('request'),
      stateAt(now).as('state'),
      'entitlement.since',
      'entitlement.until',
      'entitlement.ended_at as endedAt',
    ])

const stateAt = (now: Temporal.Instant) => sql<EntitlementState>`case
  when entitlement.ended_at is not null then 'ended'
  when entitlement.until <= ${now}::timestamptz then 'expired'
  else 'valid'
end`

/** What is in a state, each said so that an index finds it; where none is named, all that was not ended. */
const isIn: Readonly<Record<EntitlementState, (now: Temporal.Instant) => RawBuilder<SqlBool>>> = {
  valid: (now) =>
    sql`entitlement.ended_at is null and (entitlement.until is null or entitlement.until > ${now}::timestamptz)`,
  expired: (now) => sql`entitlement.ended_at is null and entitlement.until <= ${now}::timestamptz`,
  ended: () => sql`entitlement.ended_at is not null`,
}

/** Access of the viewer, or what those for whom they decide were given; the newest first, by `entitlement_of_person`. */
export async function listEntitlements(
  db: Db,
  { viewer, now }: { viewer: Actor; now: Temporal.Instant },
  { role, state, ...paging }: Paging & EntitlementFilter,
) {
  const personId = viewer.type === 'person' ? viewer.personId : null
  const rows = entitlementRows(db, now)
    .where(
      role === 'steward'
        ? inRole(viewer, 'steward')
        : sql<SqlBool>`entitlement.person_id = ${personId}::uuid`,
    )
    .where(state === undefined ? sql<SqlBool>`entitlement.ended_at is null` : isIn[state](now))
  return pageBy(db, { rows, by: { id: 'entitlement.id' }, direction: 'desc' }, paging)
}

/** What a person is entitled to now and may take: data that they find, on request, under no embargo, no core data. */
export const visasOf = async (db: Db, holder: PersonActor, now: Temporal.Instant) =>
  db
    .selectFrom('entitlement')
    .innerJoin('request', 'request.id', 'entitlement.request_id')
    .innerJoin('record', 'record.id', 'entitlement.record_id')
    .innerJoin('dataset', 'dataset.record_id', 'record.id')
    .leftJoin('dataset_version', 'dataset_version.id', 'entitlement.version_id')
    .where('entitlement.person_id', '=', holder.personId)
    .where('entitlement.ended_at', 'is', null)
    .where(sql<SqlBool>`(entitlement.until is null or entitlement.until > ${now}::timestamptz)`)
    .where('record.visibility', '=', 'published')
    .where(listedFor(holder))
    .where('record.access', '=', 'on_request')
    .where(
      sql<SqlBool>`dataset.protected is not true and dataset.data_grade is distinct from 'core'`,
    )
    .where('dataset_version.withdrawn_at', 'is', null)
    // One for each file where certain ones were given: what names the version would say that all of it was.
    .leftJoinLateral(
      sql<{ id: string }>`(select unnest(entitlement.file_ids) as id)`.as('file'),
      (join) => join.onTrue(),
    )
    .where(sql<SqlBool>`(entitlement.file_ids is null or file.id is not null)`)
    .select([
      'record.id as recordId',
      'dataset_version.number as version',
      'file.id as fileId',
      'request.institution_id as institutionId',
      'entitlement.since',
      'entitlement.until',
    ])
    .orderBy('entitlement.id')
    .orderBy('file.id')
    .limit(1000)
    .execute()
