import { createInterface } from 'node:readline'
import { type PostgresOptions, startPostgres } from '../../src/ports/postgres.node.ts'

/**
 * A process of its own that holds an embedded PostgreSQL, for tests that kill it. Options come as JSON in the
 * first argument; it says what became of the start in one line, and then does as standard input says.
 */
export type Held = { url: string } | { refusal: string }

const say = (held: Held) => process.stdout.write(`${JSON.stringify(held)}\n`)

try {
  // Written by this test's own process.
  const options: PostgresOptions = JSON.parse(process.argv[2] ?? '{}')
  const postgres = await startPostgres(options)
  say({ url: postgres.url })
  for await (const line of createInterface(process.stdin)) {
    if (line === 'stop') {
      await postgres.stop()
      process.stdin.destroy()
    }
    if (line === 'exit') process.exit()
  }
} catch (error) {
  say({ refusal: error instanceof Error ? error.message : String(error) })
}
