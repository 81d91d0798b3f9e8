import { sql } from 'kysely'
import type { Db, Trx } from '../../core/database.ts'
import type { Temporal } from '../../core/time.ts'
import type { Rates } from './model.ts'

export type RateCardRow = {
  version: number
  rates: Rates
  validFrom: Temporal.Instant
  note: string | null
  createdAt: Temporal.Instant
  createdBy: string | null
}

/** Every version of an instrument's prices, the latest written first. */
export async function listRates(db: Db, instrumentId: string): Promise<RateCardRow[]> {
  return db
    .selectFrom('rate_card')
    .leftJoin('person', 'person.id', 'rate_card.created_by')
    .where('instrument_id', '=', instrumentId)
    .select([
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

export async function insertRates(
  trx: Trx,
  card: {
    instrumentId: string
    version: number
    rates: Rates
    validFrom: Temporal.Instant
    note: string | null
    createdAt: Temporal.Instant
    createdBy: string | null
  },
): Promise<void> {
  await trx
    .insertInto('rate_card')
    .values({
      instrument_id: card.instrumentId,
      version: card.version,
      rates: JSON.stringify(card.rates),
      valid_from: card.validFrom,
      note: card.note,
      created_at: card.createdAt,
      created_by: card.createdBy,
    })
    .execute()
}
