import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

const run = promisify(execFile)

test('what the benches import, Node runs as it is', async () => {
  const parts = ['search/sides', 'search/load', 'search/corpus', 'bookings/scene']
  const script = parts.map((part) => `await import('./test/bench/${part}.ts')`).join('\n')
  const args = ['--input-type=module', '--eval', `${script}\nprocess.exit()`]
  expect((await run(process.execPath, args)).stdout).toBe('')
})
