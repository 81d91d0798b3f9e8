import { type Insertable, type SqlBool, sql } from 'kysely'
import type { RateCardTable } from '../../../db/schema.ts'
import type { Db, Trx } from '../../core/database.ts'
import type { Rates } from './model.ts'

/** Every version of an instrument's prices, the latest written first. */
export const listRates = async (db: Db, instrumentId: string) => listRatesOf(db, [instrumentId])

/** The same of several instruments. By `rate_card_pkey`. */
export async function listRatesOf(db: Db, instrumentIds: readonly string[]) {
  return db
    .selectFrom('rate_card')
    .leftJoin('person', 'person.id', 'rate_card.created_by')
    .where(sql<SqlBool>`instrument_id = any(${[...instrumentIds]}::uuid[])`)
    .select([
      'rate_card.instrument_id as instrumentId',
      'rate_card.version',
      sql<Rates>`rate_card.rates`.as('rates'),
      'rate_card.valid_from as validFrom',
      'rate_card.note',
      'rate_card.created_at as createdAt',
      'person.name as createdBy',
    ])
    .orderBy('rate_card.version', 'desc')
    .execute()
}

export type RateCardRow = Awaited<ReturnType<typeof listRates>>[number]

export async function insertRates(trx: Trx, card: Insertable<RateCardTable>): Promise<void> {
  await trx.insertInto('rate_card').values(card).execute()
}
