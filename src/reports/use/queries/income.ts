import { sql } from 'kysely'
import type { Db } from '../../../core/database.ts'
import { iso, ofLab, type Scope, scopeAndParts } from './spans.ts'

const keys = {
  instrument: sql`b.instrument_id::text`,
  lab: sql`b.lab_id::text`,
  part: sql`part.key`,
}

/** What was charged for what came about in each part, in 分; waivers and corrections included. */
export async function sumIncome(
  db: Db,
  scope: Scope,
  by: keyof typeof keys,
): Promise<{ key: string | null; fen: number }[]> {
  if (scope.instruments.length === 0) return []
  const { rows } = await sql<{ key: string | null; fen: number }>`
    with ${scopeAndParts(scope)}
    select ${keys[by]} as key, sum(b.amount_fen)::bigint as fen
    from ${charged}
    where ${ofLab(scope.lab)}
    group by 1
  `.execute(db)
  return rows
}

const charged = sql`
  scope
  join part on part.zone = scope.zone
  join charge b on b.instrument_id = scope.instrument_id and b.at >= part.starts_at and b.at < part.ends_at
`

export type ChargeRow = {
  id: string
  instrumentId: string
  bookingId: string | null
  titleZh: string | null
  titleEn: string | null
  zone: string
  startMs: number
  person: string
  labZh: string | null
  labEn: string | null
  cause: string
  amountFen: number
}

type Wanted = { after?: { startMs: number; id: string } | undefined; limit: number }

/** The charges behind an income, latest first, and what they come to in all. */
export async function chargesBehind(
  db: Db,
  scope: Scope,
  { after, limit }: Wanted,
): Promise<{ rows: ChargeRow[]; count: number; fen: number }> {
  if (scope.instruments.length === 0) return { rows: [], count: 0, fen: 0 }
  const [{ rows: sums }, { rows }] = await Promise.all([
    sql<{ count: number; fen: number }>`
      with ${scopeAndParts(scope)}
      select count(*)::int as count, coalesce(sum(b.amount_fen), 0)::bigint as fen
      from ${charged}
      where ${ofLab(scope.lab)}
    `.execute(db),
    sql<ChargeRow>`
      with ${scopeAndParts(scope)}
      select
        b.id,
        b.instrument_id as "instrumentId",
        b.booking_id as "bookingId",
        record.title_zh as "titleZh",
        record.title_en as "titleEn",
        scope.zone,
        round(extract(epoch from b.at) * 1000)::bigint as "startMs",
        person.name as person,
        lab.name_zh as "labZh",
        lab.name_en as "labEn",
        b.cause,
        b.amount_fen as "amountFen"
      from ${charged}
      join record on record.id = b.instrument_id
      join person on person.id = b.person_id
      left join lab on lab.id = b.lab_id
      where ${ofLab(scope.lab)}
      ${after ? sql`and (b.at, b.id) < (${iso(after.startMs)}::timestamptz, ${after.id}::uuid)` : sql``}
      order by b.at desc, b.id desc
      limit ${limit + 1}
    `.execute(db),
  ])
  return { rows, count: sums[0]?.count ?? 0, fen: sums[0]?.fen ?? 0 }
}
