import type { Kysely } from 'kysely'

const types: Record<string, string> = {
  uuid: 'string',
  text: 'string',
  bool: 'boolean',
  int4: 'number',
  int8: 'number',
  float8: 'number',
  numeric: 'number',
  json: 'unknown',
  jsonb: 'Json',
  bytea: 'Buffer',
  box: 'string',
  tsvector: 'string',
  date: 'string',
  timestamptz: 'Instant',
  tstzrange: 'string',
  _text: 'string[]',
  _uuid: 'string[]',
  _int4: 'number[]',
}

const opening = `/* oxlint-disable max-lines -- printed */
// Printed by db/print-schema.ts from the migrated database; do not edit.
import type { ColumnType, Generated } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
`

/** Written as text (JSON.stringify), read as a value. */
const aliases = {
  Instant: 'ColumnType<Temporal.Instant, Temporal.Instant | string, Temporal.Instant | string>',
  GeneratedInstant: `ColumnType<
  Temporal.Instant,
  Temporal.Instant | string | undefined,
  Temporal.Instant | string
>`,
  Json: 'ColumnType<unknown, string, string>',
  GeneratedJson: 'ColumnType<unknown, string | undefined, string>',
}

const nameOf = (table: string) =>
  table.replace(/(?:^|_)(\w)/g, (_, letter: string) => letter.toUpperCase())

/** The types of every table of the schema `public`, as db/schema.ts holds them. */
export async function printSchema<Schema>(db: Kysely<Schema>): Promise<string> {
  const tables = (await db.introspection.getTables())
    .filter(({ schema }) => schema === 'public')
    .toSorted((a, b) => a.name.localeCompare(b.name))
  const bodies = tables.map(({ name, columns }) => {
    const fields = columns.map((column) => `  ${column.name}: ${typeOf(column)}`)
    return `export type ${nameOf(name)}Table = {\n${fields.join('\n')}\n}\n`
  })
  const used = Object.entries(aliases)
    .filter(([name]) => bodies.some((body) => new RegExp(`: ${name}\\b`).test(body)))
    .map(([name, type]) => `type ${name} = ${type}\n`)
  const entries = tables.map(({ name }) => `  ${name}: ${nameOf(name)}Table`)
  const database = `export type Database = {\n${entries.join('\n')}\n}\n`
  return `${opening}\n${used.join('')}\n${bodies.join('\n')}\n${database}`
}

type Column = { name: string; dataType: string; isNullable: boolean; hasDefaultValue: boolean }

function typeOf({ name, dataType, isNullable, hasDefaultValue }: Column): string {
  const type = types[dataType]
  if (!type) throw new Error(`db/print-schema.ts knows no type for ${dataType} (column ${name}).`)
  if (isNullable) return `${type} | null`
  if (!hasDefaultValue) return type
  if (type === 'Json') return 'GeneratedJson'
  if (type === 'Instant') return 'GeneratedInstant'
  return `Generated<${type}>`
}
