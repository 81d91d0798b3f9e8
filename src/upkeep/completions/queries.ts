import type { Insertable } from 'kysely'
import { jsonBuildObject } from 'kysely/helpers/postgres'
import type { MaintenanceDoneTable } from '../../../db/schema.ts'
import { type Db, pageBy, type Trx } from '../../core/database.ts'
import type { Paging } from '../../core/paging.ts'
import { instrumentRecords, instrumentZone } from '../../instruments/expressions.ts'
import { entriesIn } from '../queries.ts'

/** What was done at an instrument by its plans, those that ended too; the last first. */
export async function listCompletions(
  db: Db,
  { instrumentId, ...paging }: Paging & { instrumentId: string },
) {
  const rows = instrumentRecords(db)
    .innerJoin('maintenance_plan', 'maintenance_plan.instrument_id', 'record.id')
    .innerJoin('maintenance_done as done', (join) =>
      join
        .onRef('done.instrument_id', '=', 'maintenance_plan.instrument_id')
        .onRef('done.plan_id', '=', 'maintenance_plan.id'),
    )
    .leftJoin('person', 'person.id', 'done.done_by')
    .where(entriesIn('maintenance_plan').of(instrumentId))
    .select((eb) => [
      'done.id',
      instrumentZone.as('zone'),
      jsonBuildObject({
        id: eb.ref('maintenance_plan.id'),
        name: eb.ref('maintenance_plan.name'),
      }).as('plan'),
      'done.done_at as doneAt',
      'person.name as doneBy',
      'done.note',
    ])
  return pageBy(
    db,
    { rows, by: { doneAt: 'done.done_at', id: 'done.id' }, direction: 'desc' },
    paging,
  )
}

export const insertCompletion = async (trx: Trx, row: Insertable<MaintenanceDoneTable>) =>
  trx.insertInto('maintenance_done').values(row).execute()
