import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import type { TestProject } from 'vitest/node'
import { migrateToLatest } from '../../db/migrate.ts'
import { startPostgres } from '../../src/ports/postgres.node.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** A server of this run alone; `test/support/database.ts` clones its template. */
    databaseServer: string
    template: string
    /** A folder of this run alone, gone after it. */
    runFolder: string
  }
}

/** One PostgreSQL per run (or TEST_DATABASE_URL's), with a migrated template that every file clones. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  if (!process.env['S3_ENDPOINT'])
    console.warn('S3_ENDPOINT is not set: stores are a folder and the local R2, no other bucket.')
  const given = process.env['TEST_DATABASE_URL']
  const folder = await mkdtemp(join(tmpdir(), 'hexi-test-'))
  const server = given
    ? { url: given, stop: async () => {} }
    : await startPostgres({ dataFolder: join(folder, 'postgres'), durable: false })
  // Two runs may share a given server: each has a template of its own.
  const template = `hexi_template_${randomUUID().slice(0, 8)}`
  const url = withDatabase(server.url, template)
  await admin(server.url, `create database ${template}`)
  await migrateToLatest(url)
  project.provide('databaseServer', server.url)
  project.provide('template', template)
  project.provide('runFolder', folder)
  return async () => {
    for (const name of [template, demoOf(template)])
      await admin(server.url, `drop database if exists ${name} with (force)`)
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

/** The template with a small demo in it, which the first file of browser tests makes. */
export const demoOf = (template: string) => `${template}_demo`

/** One statement on a fresh connection; what CREATE and DROP DATABASE want. */
export async function admin(url: string, statement: string): Promise<void> {
  const client = new Client(url)
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

export function withDatabase(url: string, name: string): string {
  const changed = new URL(url)
  changed.pathname = `/${name}`
  return changed.toString()
}
