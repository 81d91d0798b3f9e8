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

/** Reports on what a provider gave, and what these name; what several of them name counts once. */
export async function reportsCounted(db: Db, { institutionId, collectionId }: Provider) {
  const { rows } = await sql<Counted>`
    with given as (
      select use_report.*
      from use_report
      join request on request.id = use_report.request_id
      where request.institution_id = ${institutionId}::uuid
        and (${collectionId}::uuid is null or request.collection_id = ${collectionId}::uuid)
    ),
    contract as (
      select contract_number, max(contract_fen) as fen
      from given
      where contract_number is not null
      group by contract_number
    )
    select
      (select count(*)::int from given) as reports,
      (select count(distinct coalesce(one ->> 'doi', one ->> 'text'))::int
        from given, jsonb_array_elements(given.publications) one) as publications,
      (select count(distinct one)::int from given, unnest(given.patents) one) as patents,
      (select count(distinct one)::int from given, unnest(given.varieties) one) as varieties,
      (select count(distinct use_report_derived.record_id)::int
        from given
        join use_report_derived on use_report_derived.report_id = given.id
        join record on record.id = use_report_derived.record_id
        where record.visibility = 'published') as derived,
      (select count(*)::int from contract) as contracts,
      (select coalesce(sum(fen), 0)::float8 from contract) as "contractFen"
  `.execute(db)
  return rows[0] ?? noneCounted
}

const noneCounted = {
  reports: 0,
  publications: 0,
  patents: 0,
  varieties: 0,
  derived: 0,
  contracts: 0,
  contractFen: 0,
}
type Counted = typeof noneCounted
