import { type Expression, type SelectQueryBuilder, type SqlBool, sql } from 'kysely'
import type { Db, Trx } from '../../core/database.ts'
import { isId } from '../../core/shapes.ts'
import { dayIn, momentIn, type Temporal } from '../../core/time.ts'
import type { Asked, Asking, Found, Reference } from './model.ts'

/** What of the rows has one of these values. */
export type Filter = (values: readonly string[], asking: Asking) => Expression<SqlBool>

type Declared<Joined, Tables extends keyof Joined, Row> = {
  /** Those that the viewer may see. */
  rows: (asking: Asking) => SelectQueryBuilder<Joined, Tables, Row>
  /** A column that is unique: pages are in its order. */
  by: string
  /** By the names that they have in an address. */
  filters: Readonly<Record<string, Filter>>
  /** Columns by the names that `sortBy` may have. */
  sorts?: Readonly<Record<string, string>>
}

/** Where a resource is read from: filters are ANDed. */
export type Source<Row> = {
  filters: readonly string[]
  find: (asking: Asking, asked: Asked) => Promise<Found<Row>>
}

export function source<Joined, Tables extends keyof Joined, Row>(
  declared: Declared<Joined, Tables, Row>,
): Source<Row> {
  const { rows, filters, sorts = {} } = declared
  return {
    filters: [...Object.keys(filters), ...(declared.sorts ? ['sortBy', 'sortOrder'] : [])],
    find: async (asking, asked) => {
      const narrowed = [...asked.filters].reduce((query, [name, values]) => {
        const filter = filters[name]
        return filter ? query.where(filter(values, asking)) : query
      }, rows(asking))
      const [sortBy = ''] = asked.filters.get('sortBy') ?? []
      const [sortOrder = ''] = asked.filters.get('sortOrder') ?? []
      const sort = Object.hasOwn(sorts, sortBy) ? sorts[sortBy] : undefined
      return pageOf(asking.db, narrowed, {
        asked,
        columns: [...(sort ? [sort] : []), declared.by],
        isDescending: sortOrder.toLowerCase() === 'desc',
      })
    },
  }
}

type Ordered = { asked: Asked; columns: readonly string[]; isDescending: boolean }

/**
 * One page by its number. It is read from the nearer end, so that the last page costs what the first one does; no page
 * skips more than half of the rows.
 */
async function pageOf<Joined, Tables extends keyof Joined, Row>(
  db: Db,
  query: SelectQueryBuilder<Joined, Tables, Row>,
  { asked: { page, pageSize }, columns, isDescending }: Ordered,
): Promise<Found<Row>> {
  const totalCount = await countOf(db, query)
  const before = page * pageSize
  const count = Math.min(pageSize, totalCount - before)
  if (count <= 0) return { rows: [], totalCount }
  const behind = totalCount - before - count
  const fromEnd = behind < before
  const direction = fromEnd === isDescending ? 'asc' : 'desc'
  const rows = await columns
    .reduce<SelectQueryBuilder<Joined, Tables, Row>>(
      (sorted, column) => sorted.orderBy(sql.ref(column), direction),
      query,
    )
    .offset(fromEnd ? behind : before)
    .limit(count)
    .execute()
  return { rows: fromEnd ? rows.toReversed() : rows, totalCount }
}

async function countOf<Joined, Tables extends keyof Joined, Row>(
  db: Db,
  query: SelectQueryBuilder<Joined, Tables, Row>,
): Promise<number> {
  const { count } = await db
    .selectFrom(
      query
        .clearSelect()
        .select(sql`1`.as('one'))
        .as('counted'),
    )
    .select(sql<number>`count(*)::int`.as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/** A filter by ids; a text that cannot be one names nothing. */
export const ids =
  (column: string): Filter =>
  (values) =>
    sql<SqlBool>`${sql.ref(column)} = any(${values.filter(isId)}::uuid[])`

/** A filter by exact texts. */
export const texts = (column: string): Filter => textsOf(sql.ref(column))

export const textsOf =
  (expression: Expression<unknown>): Filter =>
  (values) =>
    sql<SqlBool>`${expression} = any(${[...values]}::text[])`

/** A filter by a name in either language. */
export const names =
  (zh: string, en: string): Filter =>
  (values) =>
    sql<SqlBool>`(${sql.ref(zh)} = any(${[...values]}::text[]) or ${sql.ref(en)} = any(${[...values]}::text[]))`

/** A filter by a moment: from it on. What is no moment narrows to nothing. */
export const from =
  (column: string): Filter =>
  ([moment = '']) =>
    sql<SqlBool>`${sql.ref(column)} >= ${readMoment(moment)}::timestamptz`

/** The same up to it. */
export const until =
  (column: string): Filter =>
  ([moment = '']) =>
    sql<SqlBool>`${sql.ref(column)} <= ${readMoment(moment)}::timestamptz`

const readMoment = (text: string) => momentIn(text) ?? dayIn(text)?.toString() ?? null

/** A filter by something that nothing here has: it finds nothing. */
export const nothing: Filter = () => sql<SqlBool>`false`

export const nothingBy = (...named: readonly string[]): Record<string, Filter> =>
  Object.fromEntries(named.map((name) => [name, nothing]))

/** What only says how an answer is to look: every row fits. */
export const option: Filter = () => sql<SqlBool>`true`

/** What other programs call a thing. */
export const referencesOf = (entity: string, column: string) =>
  sql<Reference[]>`coalesce((
    select jsonb_agg(
      jsonb_build_object('referenceId', reference_id, 'referenceSource', source) order by position
    )
    from external_reference
    where entity = ${sql.lit(entity)} and entity_id = ${sql.ref(column)}
  ), '[]')`.as('references')

/** Filters by what other programs call a thing. */
export const referenceFilters = (entity: string, column: string): Record<string, Filter> => {
  const by = (of: string) => (values: readonly string[]) =>
    sql<SqlBool>`exists (
    select from external_reference
    where entity = ${sql.lit(entity)} and entity_id = ${sql.ref(column)} and ${sql.ref(of)} = any(${[...values]}::text[])
  )`
  return {
    externalReferenceId: by('reference_id'),
    externalReferenceID: by('reference_id'),
    externalReferenceSource: by('source'),
  }
}

export async function writeReferences(
  trx: Trx,
  { entity, id }: { entity: string; id: string },
  references: readonly Reference[],
): Promise<void> {
  await trx
    .deleteFrom('external_reference')
    .where('entity', '=', entity)
    .where('entity_id', '=', id)
    .execute()
  if (references.length === 0) return
  await trx
    .insertInto('external_reference')
    .values(
      references.map(({ referenceId, referenceSource }, position) => ({
        entity,
        entity_id: id,
        position,
        reference_id: referenceId,
        source: referenceSource,
      })),
    )
    .execute()
}

type Search = { id: string; path: string; asked: object; now: Temporal.Instant }

/** Anybody may ask a search, and each may hold a megabyte. */
const mostKept = 1_000

/** Keeps a search, and drops those that nobody asked for since yesterday and the oldest of too many. */
export async function keepSearch(trx: Trx, { id, path, asked, now }: Search): Promise<void> {
  const tooMany = trx
    .selectFrom('brapi_search')
    .select('id')
    .orderBy('asked_at', 'desc')
    .offset(mostKept)
  await trx
    .deleteFrom('brapi_search')
    .where((eb) =>
      eb.or([eb('asked_at', '<', now.subtract({ hours: 24 })), eb('id', 'in', tooMany)]),
    )
    .execute()
  await trx
    .insertInto('brapi_search')
    .values({ id, path, asked: JSON.stringify(asked), asked_at: now })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ asked_at: now }))
    .execute()
}

export async function findSearch(
  db: Db,
  { id, path }: { id: string; path: string },
): Promise<unknown> {
  const row = await db
    .selectFrom('brapi_search')
    .where('id', '=', id)
    .where('path', '=', path)
    .select('asked')
    .executeTakeFirst()
  return row?.asked
}
