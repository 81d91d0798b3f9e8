import { randomUUID } from 'node:crypto'
import { inject } from 'vitest'
import { connect } from '../../src/ports/database.ts'
import { admin, withDatabase } from './setup.ts'

/** A private copy of the migrated template, or of another: real commits, real concurrency, dropped at the end. */
export async function testDatabase({ max = 5, template = inject('template') } = {}) {
  const server = inject('databaseServer')
  const name = `hexi_test_${randomUUID().replaceAll('-', '')}`
  await admin(server, `create database ${name} template ${template}`)
  const url = withDatabase(server, name)
  const connection = connect({ connectionString: url, max })
  return {
    ...connection,
    url,
    [Symbol.asyncDispose]: async () => {
      await connection.close()
      await admin(server, untilUnused(name))
      await admin(server, `drop database ${name} with (force)`)
    },
  }
}

/** Closed connections take a moment to be gone; dropping under one of them would throw in the test that had it. */
const untilUnused = (name: string) => `
  do $$ begin
    for turn in 1..60 loop
      exit when not exists (select from pg_stat_activity where datname = '${name}');
      perform pg_sleep(0.05);
      perform pg_stat_clear_snapshot();
    end loop;
  end $$`
