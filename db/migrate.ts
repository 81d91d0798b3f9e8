import { readdir, readFile } from 'node:fs/promises'
import { runMigrations } from 'graphile-worker'
import { type Kysely, PostgresDialect, sql } from 'kysely'
import { Kysely as Database } from 'kysely'
import { type MigrationProvider, Migrator } from 'kysely/migration'
import { Pool } from 'pg'
import { installSynonyms } from './synonyms.ts'
import { installVocabularies } from './vocabularies.ts'

const folder = new URL('./migrations/', import.meta.url)

/** Plain SQL files, applied in name order, each once and never edited after. */
const sqlFiles: MigrationProvider = {
  async getMigrations() {
    const names = (await readdir(folder)).filter((name) => name.endsWith('.sql'))
    return Object.fromEntries(
      names.map((name) => [
        name,
        {
          up: async (db: Kysely<unknown>) =>
            void (await sql.raw(await readFile(new URL(name, folder), 'utf8')).execute(db)),
        },
      ]),
    )
  },
}

type Until = {
  /** The last migration to apply, by its file's name: the schema of an older program, to be brought on from there. */
  until?: string
}

/** Brings a database to the newest schema, queue and vocabularies; doing it twice changes nothing. */
export async function migrateToLatest(
  connectionString: string,
  { until }: Until = {},
): Promise<{ applied: string[] }> {
  const db = new Database<never>({
    dialect: new PostgresDialect({ pool: new Pool({ connectionString, max: 2 }) }),
  })
  try {
    const migrator = new Migrator({ db, provider: sqlFiles })
    const { error, results = [] } = await (until === undefined
      ? migrator.migrateToLatest()
      : migrator.migrateTo(until))
    if (error) throw error
    await migrateQueue(connectionString)
    await installVocabularies(db)
    if (until === undefined) await installSynonyms(db)
    return { applied: results.map(({ migrationName }) => migrationName) }
  } finally {
    await db.destroy()
  }
}

/** In a pool of ours, closed before this answers: its own would be let go, and found by whatever ends the server next. */
async function migrateQueue(connectionString: string): Promise<void> {
  const pgPool = new Pool({ connectionString, max: 2 })
  // A connection that breaks while it rests breaks nothing: the query that needs one says what is wrong.
  pgPool.on('error', () => {})
  pgPool.on('connect', (client) => client.on('error', () => {}))
  try {
    await runMigrations({ pgPool })
  } finally {
    await pgPool.end()
  }
}
