import { type RawBuilder, sql } from 'kysely'
import type { Trx } from '../../../core/database.ts'
import {
  columnOf,
  emptyValue,
  type Field,
  type FieldValue,
  type FieldValues,
} from '../../../core/fields.ts'
import { kindDefinitions, readFieldsOf } from '../../../kinds.ts'
import type { Kind, KindPart } from '../model/record.ts'

/** The tables that hold a record's own fields: the kind's, and those of its profile. */
export const partsOf = (kind: Kind, profile: string | null): readonly KindPart[] =>
  kindDefinitions[kind].parts.filter(
    (part) => part.profile === undefined || part.profile === profile,
  )

/** All own fields of `record` as one jsonb of columns, whatever its kind; null where it has none. */
export function partsJson(): RawBuilder<Record<string, unknown>> {
  const cases = Object.values(kindDefinitions).map(({ kind, parts, derived = [] }) => {
    const rows = [...parts, ...derived].map(
      ({ table }) =>
        sql`coalesce((select to_jsonb(part) from ${sql.table(table)} part where part.record_id = record.id), '{}')`,
    )
    return sql`when ${sql.lit(kind)} then ${sql.join(rows, sql` || `)}`
  })
  return sql`case record.kind ${sql.join(cases, sql` `)} end`
}

/** Columns back into fields: every field of the kind and profile is there, missing ones empty. */
export function valuesOf(
  kind: Kind,
  profile: string | null,
  columns: Record<string, unknown>,
): FieldValues {
  const { cells, empty } = shapeOf(readFieldsOf(kind, profile))
  const values = { ...empty }
  for (const { key, column } of cells) {
    const value = fieldValue(columns[column])
    if (value !== null && value !== undefined) values[key] = value
  }
  return values
}

/** The same of a record that is about to be written, by fields: what a reader of it will find. */
export function wholeValues(kind: Kind, profile: string | null, written: FieldValues): FieldValues {
  const { cells, empty } = shapeOf(readFieldsOf(kind, profile))
  const values = { ...empty }
  for (const { key } of cells) values[key] = written[key] ?? values[key] ?? null
  return values
}

type Shape = { cells: readonly { key: string; column: string }[]; empty: FieldValues }

const shapes = new WeakMap<readonly Field[], Shape>()

/**
 * Where each field of a list is kept, and a record without any value: made once per list. Copying that one and
 * filling it in keeps objects of a shape that the engine reads and writes out several times faster.
 */
function shapeOf(fields: readonly Field[]): Shape {
  const known = shapes.get(fields)
  if (known) return known
  const cells = fields.map(({ key }) => ({ key, column: columnOf(key) }))
  const empty: FieldValues = {}
  for (const field of fields) {
    const nothing = emptyValue(field)
    Object.freeze(nothing)
    empty[field.key] = nothing
  }
  const made = { cells, empty: { ...empty } }
  shapes.set(fields, made)
  return made
}

/** What `to_jsonb` made of a typed column is a field's value: the columns were written from fields. */
const fieldValue = (column: unknown) =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- checked as it was written; a check of each read costs more than the read
  column as FieldValue | null | undefined

/** Records of one kind and profile with their own fields. */
type Filled = {
  kind: Kind
  profile: string | null
  records: readonly { id: string; values: FieldValues }[]
}

/**
 * Writes records' own fields, new or changed: one statement per part. The rows are one JSON, whose properties the table
 * itself gives their types: thousands of parameters cost more to bind than to store.
 */
export async function upsertParts(trx: Trx, { kind, profile, records }: Filled): Promise<void> {
  for (const { table, fields } of partsOf(kind, profile)) {
    const columns = fields.map((field) => ({ field, name: columnOf(field.key) }))
    const names = sql.join(columns.map(({ name }) => sql.ref(name)))
    const excluded = columns.map(({ name }) => sql`${sql.ref(name)} = excluded.${sql.ref(name)}`)
    const rows = records.map(({ id, values }) => {
      const cells = columns.map(({ field, name }) => [name, values[field.key] ?? emptyValue(field)])
      return { record_id: id, ...Object.fromEntries(cells) }
    })
    // oxlint-disable-next-line no-await-in-loop -- one connection: statements go one by one anyway
    await sql`
      insert into ${sql.table(table)} (record_id, ${names})
      select record_id, ${names}
      from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::jsonb)
      on conflict (record_id) do update set ${sql.join(excluded)}
    `.execute(trx)
  }
}
