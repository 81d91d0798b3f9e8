import type { Trx } from '../../../core/database.ts'
import { Problem } from '../../../core/problem.ts'
import { isId } from '../../../people/model/parts.ts'
import { lockInstrumentRows } from '../queries/lock.ts'
import { bookingWords as words } from '../words/booking.ts'

/**
 * The first thing that every writer of an instrument's time does: holds its row until the end of the transaction.
 * Several are held in order of id. One that is not there is not-found.
 */
export async function lockInstruments(trx: Trx, ids: readonly string[]): Promise<void> {
  if (!ids.every(isId)) throw new Problem('not-found', words.noInstrument)
  const held = await lockInstrumentRows(trx, ids)
  if (held.length < new Set(ids).size) throw new Problem('not-found', words.noInstrument)
}
