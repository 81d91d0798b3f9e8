import { sql } from 'kysely'
import { type Db, pageBy } from '../../core/database.ts'
import type { Paging } from '../../core/paging.ts'
import type { Named } from '../../core/shapes.ts'
import { termOf } from '../queries.ts'
import type { EventKind } from '../samples/model.ts'

/** What happened to a sample, the newest first. By `sample_event_of_sample`. */
export async function listEvents(db: Db, { sample, ...paging }: Paging & { sample: string }) {
  const rows = db
    .selectFrom('sample_event')
    .leftJoin('person', 'person.id', 'sample_event.by')
    .where('sample_event.sample_id', '=', sample)
    .select([
      'sample_event.id',
      sql<EventKind>`sample_event.kind`.as('kind'),
      'sample_event.happened_on as happenedOn',
      'sample_event.age',
      termOf<Named | null>('sample_event.age_unit', 'miabis_age_unit').as('ageUnit'),
      'sample_event.note',
      'sample_event.at',
      'person.name as by',
    ])
  return pageBy(db, { rows, by: { id: 'sample_event.id' }, direction: 'desc' }, paging)
}
