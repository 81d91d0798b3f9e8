import { sql } from 'kysely'
import type { Db } from '../../core/database.ts'

type Left = { id: string; heirId: string | null }

/** Open requests of people whose accounts are closed, with the oldest member who could go on with each. */
export async function requestsLeft(
  db: Db,
  { after, limit }: { after: string | undefined; limit: number },
): Promise<Left[]> {
  const { rows } = await sql<Left>`
    select request.id, (
      select member.person_id
      from request_member member
      join person heir on heir.id = member.person_id
      where member.request_id = request.id and member.until is null and heir.disabled_at is null
      order by member.since, member.person_id
      limit 1
    ) as "heirId"
    from request
    join person on person.id = request.requester_id
    where person.disabled_at is not null and request.ended_at is null
      and (${after ?? null}::uuid is null or request.id > ${after ?? null}::uuid)
    order by request.id
    limit ${limit}
  `.execute(db)
  return rows
}
