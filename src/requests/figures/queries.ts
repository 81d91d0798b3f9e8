import { sql } from 'kysely'
import type { Db } from '../../core/database.ts'
import type { Temporal } from '../../core/time.ts'
import type { Provider } from '../providers/model.ts'

/** When requests to a provider were sent and first decided, the newest: at most 2,000. A null collection means all. */
export async function answersOf(
  db: Db,
  { institutionId, collectionId }: Provider,
  since: Temporal.Instant,
): Promise<{ start: Temporal.Instant; end: Temporal.Instant }[]> {
  return db
    .selectFrom('request')
    .innerJoinLateral(
      (inner) =>
        inner
          .selectFrom('request_event')
          .whereRef('request_event.request_id', '=', 'request.id')
          .where('request_event.type', '=', 'items_decided')
          .select(['request_event.at', 'request_event.number'])
          .orderBy('request_event.number')
          .limit(1)
          .as('decided'),
      (join) => join.onTrue(),
    )
    .innerJoinLateral(
      (inner) =>
        inner
          .selectFrom('request_event')
          .whereRef('request_event.request_id', '=', 'request.id')
          .whereRef('request_event.number', '<', 'decided.number')
          .where(sql<boolean>`request_event.type in ('submitted', 'amended')`)
          .select('request_event.at')
          .orderBy('request_event.number', 'desc')
          .limit(1)
          .as('sent'),
      (join) => join.onTrue(),
    )
    .where('request.institution_id', '=', institutionId)
    .$if(collectionId !== null, (some) => some.where('request.collection_id', '=', collectionId))
    .where('decided.at', '>=', since)
    .select(['sent.at as start', 'decided.at as end'])
    .orderBy('request.id', 'desc')
    .limit(2000)
    .execute()
}

/** Reports on what a provider gave, and the different publications that they name. */
export async function reportsCounted(db: Db, { institutionId, collectionId }: Provider) {
  const { rows } = await sql<{ reports: number; publications: number }>`
    select count(distinct use_report.id)::int as reports,
      count(distinct coalesce(publication ->> 'doi', publication ->> 'text'))::int as publications
    from use_report
    join request on request.id = use_report.request_id
    left join lateral jsonb_array_elements(use_report.publications) publication on true
    where request.institution_id = ${institutionId}::uuid
      and (${collectionId}::uuid is null or request.collection_id = ${collectionId}::uuid)
  `.execute(db)
  return rows[0] ?? { reports: 0, publications: 0 }
}
