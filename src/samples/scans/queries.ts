import type { Trx } from '../../core/database.ts'

/** One file into a box after the other. */
export async function lockBox(trx: Trx, id: string): Promise<void> {
  await trx.selectFrom('place').where('id', '=', id).select('id').forNoKeyUpdate().execute()
}
