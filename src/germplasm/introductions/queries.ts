import { type Insertable, sql } from 'kysely'
import type { IntroductionStepTable } from '../../../db/schema.ts'
import { type Db, pageBy, type Trx } from '../../core/database.ts'
import type { Paging } from '../../core/paging.ts'
import type { Stage } from './model.ts'

/** The steps of an accession in the order of their dates. By `introduction_step_of_record`. */
export async function listSteps(db: Db, recordId: string, paging: Paging) {
  const rows = stepRows(db).where('record_id', '=', recordId)
  return pageBy(db, { rows, by: { day: 'day', id: 'id' } }, paging)
}

export type StepRow = Awaited<ReturnType<typeof listSteps>>['items'][number]

export async function findStep(db: Db, id: string) {
  return stepRows(db).where('id', '=', id).executeTakeFirst()
}

export async function insertStep(trx: Trx, row: Insertable<IntroductionStepTable>) {
  const { id } = await trx
    .insertInto('introduction_step')
    .values(row)
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function deleteStep(trx: Trx, id: string): Promise<void> {
  await trx.deleteFrom('introduction_step').where('id', '=', id).execute()
}

const stepRows = (db: Db) =>
  db
    .selectFrom('introduction_step')
    .select([
      'id',
      'record_id as recordId',
      sql<Stage>`stage`.as('stage'),
      'day',
      'place',
      'organisation',
      'area_ha as areaHa',
      'document_number as documentNumber',
      'note',
    ])
