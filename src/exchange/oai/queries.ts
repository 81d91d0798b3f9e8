import { sql, type SqlBool } from 'kysely'
import { readableBy } from '../../catalog/visible.ts'
import { type Db, local } from '../../core/database.ts'
import type { Header, Selection, SetFilter } from './model.ts'

/** What everybody may see, and tombstones; by `record_harvest`, which has the same condition. */
const isHarvested = readableBy({ type: 'anonymous' })

const columns = sql`
  record.id,
  record.updated_at,
  record.withdrawn_at is not null as is_deleted,
  record.kind,
  record.institution_id,
  record.library,
  record.subjects`

/** What was public once and is not any more, however that came: harvesters are told that it is gone. */
const goneColumns = sql`
  record_gone.record_id as id,
  record_gone.gone_at as updated_at,
  true as is_deleted,
  record_gone.kind,
  record_gone.institution_id,
  record_gone.library,
  record_gone.subjects`

const headers = sql`
  id,
  to_char(updated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at,
  is_deleted as "isDeleted",
  kind,
  institution_id as "institutionId",
  library,
  subjects`

type Asked = Pick<Selection, 'from' | 'before'> & {
  filter: SetFilter | undefined
  after?: { at: string; id: string } | undefined
}

/**
 * One page of headers and one more, by when they changed; by `record_harvest`, its likes for sets, and
 * `record_gone_harvest`.
 */
export async function headersAfter(db: Db, asked: Asked, limit: number): Promise<Header[]> {
  const { filter } = asked
  const isOfSubject = filter?.by === 'subject'
  const inSet = isOfSubject ? await hasSubjectOf(db, filter.value) : isInSet(filter)
  const { rows } = await sql<Header>`
    ${isOfSubject ? plannedEachTime : sql``}
    select ${headers}
    from (
      (
        select ${columns} from record
        where ${isHarvested} and ${isWithin(asked, sql`record.updated_at`, sql`record.id`)}
          and ${inSet(sql`record`)}
        order by record.updated_at, record.id
        limit ${limit}
      )
      union all
      (
        select ${goneColumns} from record_gone
        where ${isWithin(asked, sql`record_gone.gone_at`, sql`record_gone.record_id`)}
          and ${inSet(sql`record_gone`)}
        order by record_gone.gone_at, record_gone.record_id
        limit ${limit}
      )
    ) found
    order by updated_at, id
    limit ${limit}
  `.execute(db)
  return rows
}

type Sql = ReturnType<typeof sql>

/** What begins with a comment is not prepared: a plan that is kept does not know whether the codes are rare. */
const plannedEachTime = sql`/* planned each time */`

function isWithin({ from, before, after }: Asked, at: Sql, id: Sql) {
  const conditions = [
    sql`true`,
    ...(after ? [sql`(${at}, ${id}) > (${after.at}::timestamptz, ${after.id}::uuid)`] : []),
    ...(from === null ? [] : [sql`${at} >= ${from}::timestamptz`]),
    ...(before === null ? [] : [sql`${at} < ${before}::timestamptz`]),
  ]
  return sql.join(conditions, sql` and `)
}

const isInSet =
  (filter: Exclude<SetFilter, { by: 'subject' }> | undefined) =>
  (row: Sql): Sql => {
    if (!filter) return sql`true`
    const { by, value } = filter
    if (by === 'kind') return sql`${row}.kind = ${value}`
    if (by === 'institution') return sql`${row}.institution_id = ${value}::uuid`
    return sql`${row}.library = ${value}`
  }

/** The codes are values of the query, so that PostgreSQL knows whether they are rare. */
async function hasSubjectOf(db: Db, code: string) {
  const terms = await db
    .selectFrom('vocabulary_term')
    .where('vocabulary', '=', 'subject')
    .where('code', 'like', `${code}%`)
    .select('code')
    .distinct()
    .execute()
  const codes = terms.map((term) => term.code)
  return (row: Sql) => sql`(${row}.subjects <> '{}' and ${row}.subjects && ${codes}::text[])`
}

export async function findHeader(db: Db, id: string): Promise<Header | undefined> {
  const { rows } = await sql<Header>`
    select ${headers}
    from (
      select ${columns} from record where record.id = ${id}::uuid and ${isHarvested}
      union all
      select ${goneColumns} from record_gone where record_gone.record_id = ${id}::uuid
    ) found
    limit 1
  `.execute(db)
  return rows[0]
}

/** When the first thing changed that is harvested; undefined while there is none. */
export async function findEarliest(db: Db): Promise<string | undefined> {
  const asked = { from: null, before: null, filter: undefined }
  const [first] = await headersAfter(db, asked, 1)
  return first?.at
}

/** Institutions that have something public, by name. */
export const harvestedInstitutions = async (db: Db) =>
  db
    .selectFrom('institution')
    .where(
      sql<SqlBool>`exists (
        select from record where record.institution_id = institution.id and ${isHarvested}
      )`,
    )
    .select(['institution.id as code', local('institution.name')])
    .orderBy('institution.id')
    .execute()

/** Notes that a record that was public goes for good, as its draft would: without this, harvesters kept it for ever. */
export async function insertGone(db: Db, recordId: string, at: string): Promise<void> {
  await sql`
    insert into record_gone (record_id, gone_at, kind, institution_id, library, subjects)
    select id, ${at}::timestamptz, kind, institution_id, library, subjects
    from record
    where id = ${recordId}::uuid and published_at is not null and audience = 'public'
    on conflict (record_id) do update set gone_at = excluded.gone_at
  `.execute(db)
}
