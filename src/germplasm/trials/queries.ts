import type { Insertable, Updateable } from 'kysely'
import type { TrialTable } from '../../../db/schema.ts'
import { type Db, local, named, pageBy, type Trx } from '../../core/database.ts'
import type { Paging } from '../../core/paging.ts'
import type { TrialFilter } from './model.ts'

export const findTrial = async (db: Db, id: string) =>
  trialRows(db).where('trial.id', '=', id).executeTakeFirst()

export type TrialRow = NonNullable<Awaited<ReturnType<typeof findTrial>>>

/** Trials, the latest season first. */
export async function listTrials(db: Db, { institution, season, ...paging }: Paging & TrialFilter) {
  const rows = trialRows(db)
    .$if(institution !== undefined, (some) =>
      some.where('trial.institution_id', '=', institution ?? ''),
    )
    .$if(season !== undefined, (some) => some.where('trial.season', '=', season ?? ''))
  const by = { season: 'trial.season', id: 'trial.id' }
  return pageBy(db, { rows, by, direction: 'desc' }, paging)
}

/** The trial, held: what is observed in it is entered by one after the other. */
export const lockTrial = async (trx: Trx, id: string) =>
  trialRows(trx).where('trial.id', '=', id).forUpdate('trial').executeTakeFirst()

export async function insertTrial(trx: Trx, row: Insertable<TrialTable>): Promise<string> {
  const { id } = await trx.insertInto('trial').values(row).returning('id').executeTakeFirstOrThrow()
  return id
}

export async function updateTrial(trx: Trx, id: string, change: Updateable<TrialTable>) {
  await trx
    .updateTable('trial')
    .set((eb) => ({ ...change, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

const trialRows = (db: Db) =>
  db
    .selectFrom('trial')
    .innerJoin('institution', 'institution.id', 'trial.institution_id')
    .select([
      'trial.id',
      named('institution'),
      'trial.code',
      local('trial.name'),
      'trial.season',
      'trial.site',
      'trial.starts_on as startsOn',
      'trial.ends_on as endsOn',
      local('trial.about'),
      'trial.version',
    ])
