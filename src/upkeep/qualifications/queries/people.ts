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

/** Who decides about an instrument: stewards of its institution or collection, or else its curators. */
export async function staffOf(db: Db, instrumentId: string): Promise<Recipient[]> {
  const { rows } = await sql<Recipient & { role: string }>`
    select distinct ${columns}, role_grant.role
    from record
    join role_grant
      on role_grant.institution_id = record.institution_id
      or role_grant.collection_id = record.collection_id
    join person on person.id = role_grant.person_id and person.disabled_at is null
    where record.id = ${instrumentId}::uuid
  `.execute(db)
  const stewards = rows.filter(({ role }) => role === 'steward')
  return stewards.length > 0 ? stewards : rows
}
