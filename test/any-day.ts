import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'

/**
 * `npm test` on a machine whose cores are all kept busy by others, once by each of these clocks:
 * `node test/any-day.ts`. Names of days run those alone, as in `node test/any-day.ts saturday`; what stands after `--`
 * goes to vitest.
 */
const days: Record<string, string | undefined> = {
  usual: undefined,
  /** Long after the week's last working hour. */
  saturday: '2026-11-21T20:30:00+08:00',
  /** The year ends within the minute. */
  'new-year': '2025-12-31T23:59:20+08:00',
  /** Clocks of Europe are put forward, and back, within the minute. */
  'summer-time': '2026-03-29T01:59:20+01:00',
  'winter-time': '2026-10-25T02:59:20+02:00',
}

/** Ends by itself when nobody is left to end it. */
const busyWhileWanted = `while (process.ppid === ${process.pid});`

const dividing = process.argv.indexOf('--')
const end = dividing === -1 ? process.argv.length : dividing
const { positionals: chosen } = parseArgs({
  args: process.argv.slice(2, end),
  allowPositionals: true,
})
const toVitest = process.argv.slice(end)
const unknown = chosen.filter((name) => !(name in days))
if (unknown.length > 0)
  throw new Error(`Not one of ${Object.keys(days).join(', ')}: ${unknown.join(', ')}`)

const results: string[] = []
for (const name of chosen.length > 0 ? chosen : Object.keys(days)) {
  // oxlint-disable-next-line no-await-in-loop -- one run after the other
  const { code, minutes } = await run(days[name])
  const result = `${name}: ${code === 0 ? 'green' : 'FAILED'} after ${minutes} minutes`
  console.log(result)
  results.push(result)
  if (code !== 0) process.exitCode = 1
}
console.log(results.join('\n'))

async function run(now: string | undefined) {
  const busy = Array.from({ length: availableParallelism() }, () =>
    spawn(process.execPath, ['--eval', busyWhileWanted]),
  )
  const started = performance.now()
  try {
    const tests = spawn('npm', ['test', ...toVitest], {
      stdio: 'inherit',
      env: { ...process.env, REQUIRE_BROWSER: '1', ...(now && { HEXI_TEST_NOW: now }) },
    })
    await once(tests, 'close')
    return { code: tests.exitCode, minutes: ((performance.now() - started) / 60_000).toFixed(1) }
  } finally {
    for (const child of busy) child.kill('SIGKILL')
  }
}
