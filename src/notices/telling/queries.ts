import { type Insertable, sql } from 'kysely'
import type { NoticeTable } from '../../../db/schema.ts'
import type { LetterReader } from '../../core/letters.ts'
import type { Db, Trx } from '../../core/database.ts'
import type { LetterName } from '../../letters.ts'

export type Recipient = LetterReader & { wantsLetter: boolean }

/** Those of these people whose accounts are open. */
export async function recipientsAmong(
  db: Db,
  kind: LetterName,
  ids: readonly string[],
): Promise<Recipient[]> {
  const { rows } = await sql<Recipient>`
    select
      person.id,
      person.name,
      person.email,
      person.lang,
      not exists (
        select 1 from notice_off off where off.person_id = person.id and off.kind = ${kind}
      ) as "wantsLetter"
    from person
    where person.disabled_at is null and person.id = any(${ids}::uuid[])
    order by person.id
  `.execute(db)
  return rows
}

/** False when they were told before. */
export async function insertNotice(trx: Trx, row: Insertable<NoticeTable>): Promise<boolean> {
  const inserted = await trx
    .insertInto('notice')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['fact_id', 'person_id', 'kind', 'occurred_at']).doNothing(),
    )
    .returning('id')
    .executeTakeFirst()
  return inserted !== undefined
}
