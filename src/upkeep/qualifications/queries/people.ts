import { sql } from 'kysely'
import type { Db } from '../../../core/database.ts'
import type { Lang } from '../../../core/text.ts'

export type Recipient = { id: string; name: string; email: string; lang: Lang }

const columns = sql`person.id, person.name, person.email, person.lang`

/** Somebody with an account that is open, by id or by address. */
export async function findRecipient(
  db: Db,
  { person, email }: { person?: string | undefined; email?: string | undefined },
): Promise<Recipient | undefined> {
  const { rows } = await sql<Recipient>`
    select ${columns}
    from person
    where person.disabled_at is null
      and ${
        person === undefined
          ? sql`lower(person.email) = lower(${email ?? ''})`
          : sql`person.id = ${person}::uuid`
      }
  `.execute(db)
  return rows[0]
}
