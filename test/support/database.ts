import { randomUUID } from 'node:crypto'
import { inject } from 'vitest'
import { connect } from '../../src/ports/database.ts'
import { admin, withDatabase } from './setup.ts'

/** A private copy of the migrated template: real commits, real concurrency, dropped at the end. */
export async function testDatabase({ max = 5 } = {}) {
  const server = inject('databaseServer')
  const name = `hexi_test_${randomUUID().replaceAll('-', '')}`
  await admin(server, `create database ${name} template ${inject('template')}`)
  const url = withDatabase(server, name)
  const connection = connect({ connectionString: url, max })
  return {
    ...connection,
    url,
    [Symbol.asyncDispose]: async () => {
      await connection.close()
      await admin(server, `drop database ${name} with (force)`)
    },
  }
}
