import { sql } from 'kysely'
import { keptOnly } from '../../catalog/visible.ts'
import type { Actor } from '../../core/actor.ts'
import { type Db, pageBy } from '../../core/database.ts'
import type { Paging } from '../../core/paging.ts'
import type { LocalText } from '../../core/text.ts'
import { type Work, works } from './model.ts'

type Row = {
  rank: number
  kind: Work
  id: string
  code: string
  day: string | null
  collection: { id: string; title: LocalText }
}
type Asked = Paging & Omit<Of, 'biobank'> & { id: string; kind: Work | undefined }

/**
 * What is to be done in a biobank, of collections that the viewer keeps; by `sample_of_record`,
 * `donor_consent_of_donor` and `sample_event_of_sample`.
 */
export async function listWork(
  db: Db,
  viewer: Actor,
  { id: biobank, kind, today, until, longAgo, ...paging }: Asked,
) {
  const rows = db
    .selectFrom(workOf(viewer, { biobank, today, until, longAgo }).as('work'))
    .$if(kind !== undefined, (some) => some.where('work.kind', '=', kind ?? 'out'))
    .select(['work.rank', 'work.kind', 'work.id', 'work.code', 'work.day', 'work.collection'])
  return pageBy(db, { rows, by: { rank: 'work.rank', id: 'work.id' } }, paging)
}

type Of = { biobank: string; today: string; until: string; longAgo: string }

const workOf = (viewer: Actor, { biobank, today, until, longAgo }: Of) =>
  sql<Row>`(
  with kept as materialized (
    select record.id as record_id,
      json_build_object('id', record.id, 'title', json_build_object('zh', title_zh, 'en', title_en)) as collection
    from record
    join biobank_collection on biobank_collection.record_id = record.id
    where biobank_collection.biobank_id = ${biobank}::uuid and ${keptOnly(viewer)}
  ), held as materialized (
    select sample.*, kept.collection from sample join kept using (record_id)
    where sample.state in ('stored', 'out')
  )
  select ${rankOf('withdrawn')}::int as rank, 'withdrawn' as kind, id, code,
    blocked_at::date::text as day, collection
  from held where blocked_at is not null
  union all
  select ${rankOf('consent')}::int, 'consent', donor.id, donor.code, min(donor_consent.until)::text, kept.collection::text::json
  from kept
  join donor using (record_id)
  join donor_consent on donor_consent.donor_id = donor.id
  where donor.withdrawn_at is null and donor_consent.ended_at is null
    and donor_consent.until between ${today}::date and ${until}::date
  group by donor.id, donor.code, kept.collection::jsonb, kept.collection::text
  union all
  ${lent(longAgo)}
  union all
  select ${rankOf('empty')}::int, 'empty', id, code, null, collection
  from held where state = 'stored' and amount = 0 and blocked_at is null
  union all
  select ${rankOf('unplaced')}::int, 'unplaced', id, code, null, collection
  from held
  where state = 'stored' and amount > 0 and blocked_at is null
    and not exists (select from placement where placement.sample_id = held.id)
)`

const rankOf = (kind: Work) => works.indexOf(kind)

/** What is on loan, and since when. */
const lent = (longAgo: string) => sql`
  select case kind when 'overdue' then ${rankOf('overdue')}::int else ${rankOf('out')}::int end,
    kind, id, code, since::text, collection
  from (
    select held.*, left_at.since,
      case when left_at.since < ${longAgo}::date then 'overdue' else 'out' end as kind
    from held
    cross join lateral (
      select max(event.at)::date as since
      from sample_event as event
      where event.sample_id = held.id and event.kind = 'ship'
    ) as left_at
    where state = 'out' and blocked_at is null
  ) as lent`
