import { type RawBuilder, sql } from 'kysely'

export type NriiScope = {
  /** Undefined: all. */
  institutions: readonly string[] | undefined
  /** Least original value, in 10,000 yuan. */
  worthFrom: number | undefined
  /** Service records that ended between these moments. */
  from: string
  to: string
  ids?: readonly string[] | undefined
  baseUrl: string
  limit: number
}

/** Where the records of a part come from. */
export type Part = {
  id: RawBuilder<unknown>
  instrument: RawBuilder<unknown>
  facts: (scope: NriiScope) => RawBuilder<unknown>
  tables: (scope: NriiScope) => RawBuilder<unknown>
  order: RawBuilder<unknown>
  title: RawBuilder<unknown>
  /** What each comes from, where that differs. */
  origin?: RawBuilder<unknown>
}

export const ofRecord = sql`record.title_zh as "titleZh", record.title_en as "titleEn"`

/** Published instruments of institutions, from an original value on. */
export const instrumentTables = ({ institutions, worthFrom }: NriiScope, more = sql`true`) => sql`
  record
  join instrument on instrument.record_id = record.id
    and record.visibility = 'published'
    and ${worthFrom === undefined ? sql`true` : sql`instrument.worth >= ${worthFrom}`}
    and ${more}
  join institution on institution.id = record.institution_id
    and ${institutions === undefined ? sql`true` : sql`institution.id = any(${[...institutions]}::uuid[])`}
`
