/**
 * From a clean clone to the first page, as a newcomer does it: `npm ci`, `npm start`, and `npm start` once more.
 * Prints the table of the README; `--write` puts it there.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { findFreePort } from '../../src/ports/free-port.node.ts'

const firstPageGoal = 90
const warmGoal = 3
const patienceMs = 300_000

const folder = await mkdtemp(join(tmpdir(), 'hexi-startup-'))
const clone = join(folder, 'hexi')
try {
  await run('git', ['clone', '--quiet', process.cwd(), clone], process.cwd())
  const install = await timed(() => run('npm', ['ci', '--no-audit', '--no-fund'], clone))
  const first = await started()
  const second = await started()
  const table = tableOf({ install, first, second })
  console.log(table)
  if (process.argv.includes('--write')) await writeTable(table)
  const reached = install + first.page <= firstPageGoal && second.ready <= warmGoal
  console.log(reached ? 'reached' : 'MISSED')
  if (!reached) process.exitCode = 1
} finally {
  await rm(folder, { recursive: true, force: true })
}

type Start = { ready: number; page: number }

/** Seconds until `npm start` answers that it is ready, and until it has shown results with records in them. */
async function started(): Promise<Start> {
  const port = await findFreePort(21_000 + Math.floor(Math.random() * 9000))
  const begun = performance.now()
  const { child, ended } = launched('npm', ['start'], clone, { PORT: String(port) })
  try {
    const answer = async (path: string, pattern: RegExp) => {
      while (!(await shows(`http://127.0.0.1:${port}${path}`, pattern))) {
        if (child.exitCode !== null) throw new Error(`npm start ended with ${child.exitCode}`)
        if (performance.now() - begun > patienceMs) throw new Error('npm start never answered')
        await sleep(20)
      }
      return secondsSince(begun)
    }
    const ready = await answer('/readyz', /"ready":true/)
    return { ready, page: await answer('/records?q=%E8%8B%9C%E8%93%BF', /href="\/records\/[\w-]+/) }
  } finally {
    await stopGroup(child.pid)
    await ended
  }
}

/** npm and what it started are one group; npm is gone at once, the program when its database is. */
async function stopGroup(pid: number | undefined): Promise<void> {
  if (pid === undefined) return
  let isThere = tells(-pid, 'SIGTERM')
  while (isThere) {
    await sleep(20)
    isThere = tells(-pid, 0)
  }
}

function tells(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, signal)
  } catch {
    return false
  }
}

async function shows(url: string, pattern: RegExp): Promise<boolean> {
  try {
    const answer = await fetch(url)
    return answer.status === 200 && pattern.test(await answer.text())
  } catch {
    return false
  }
}

async function run(command: string, args: readonly string[], cwd: string): Promise<void> {
  const { child, ended } = launched(command, args, cwd)
  await ended
  if (child.exitCode !== 0) throw new Error(`${command} ${args.join(' ')}: ${child.exitCode}`)
}

/** A command in a group of its own, with the PATH of somebody who has this project nowhere on it. */
function launched(
  command: string,
  args: readonly string[],
  cwd: string,
  env: Record<string, string> = {},
) {
  const path = (process.env['PATH'] ?? '').split(delimiter)
  const PATH = path.filter((entry) => !entry.includes('node_modules')).join(delimiter)
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, PATH, LOG_LEVEL: 'warn', ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
    detached: true,
  })
  return { child, ended: once(child, 'close') }
}

async function timed(work: () => Promise<void>): Promise<number> {
  const begun = performance.now()
  await work()
  return secondsSince(begun)
}

function secondsSince(begun: number): number {
  return (performance.now() - begun) / 1000
}

function tableOf({ install, first, second }: { install: number; first: Start; second: Start }) {
  const total = install + first.page
  const rows: [string, number][] = [
    ['`npm ci`', install],
    ['first `npm start` until `/readyz`', first.ready],
    ['first `npm start` until results are shown', first.page],
    [`**clone to first page** (aim: ${firstPageGoal} s)`, total],
    [`second \`npm start\` until results are shown (aim: ${warmGoal} s)`, second.page],
  ]
  return [
    `| On ${availableParallelism()} cores, Node ${process.versions.node} | Seconds |`,
    '|---|---:|',
    ...rows.map(([what, seconds]) => `| ${what} | ${seconds.toFixed(1)} |`),
  ].join('\n')
}

async function writeTable(table: string): Promise<void> {
  const readme = await readFile('README.md', 'utf8')
  const marked = /(<!-- startup -->\n)[\s\S]*?(<!-- \/startup -->)/
  if (!marked.test(readme)) throw new Error('README.md has no place for the table')
  await writeFile('README.md', readme.replace(marked, `$1${table}\n$2`))
}
