/**
 * From a clean clone to the first page, as a newcomer does it: `npm ci`, `npm start`, and `npm start` once more.
 * The first start is left alone until it is five minutes old, to see what it does unasked; then every picture of
 * the demo is looked at in every size. Prints the table of the README; `--write` puts it there.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pMap from 'p-map'
import { z } from 'zod'
import { imageSizes } from '../../src/core/ports.ts'
import { findFreePort } from '../../src/ports/free-port.node.ts'
import { canMeasure, cpuUsedBy, memoryOfServer } from './startup/processes.ts'

const firstPageGoal = 90
const warmGoal = 3
const patienceMs = 300_000
const unaskedSeconds = 300
const backgroundGoal = 60
const memoryGoalMb = 250

const Found = z.object({
  items: z.array(z.looseObject({ image: z.looseObject({ id: z.string() }).optional() })),
  next: z.string().nullish(),
})

const folder = await mkdtemp(join(tmpdir(), 'hexi-startup-'))
const clone = join(folder, 'hexi')
try {
  await run('git', ['clone', '--quiet', process.cwd(), clone], process.cwd())
  const install = await timed(() => run('npm', ['ci', '--no-audit', '--no-fund'], clone))
  const first = await started(canMeasure ? used : undefined)
  const second = await started()
  const table = tableOf({ install, first, second })
  console.log(table)
  if (process.argv.includes('--write')) await writeTable(table)
  const reached =
    install + first.page <= firstPageGoal &&
    second.ready <= warmGoal &&
    (!first.used ||
      (first.used.backgroundSeconds <= backgroundGoal && first.used.nowMb <= memoryGoalMb))
  console.log(reached ? 'reached' : 'MISSED')
  if (!reached) process.exitCode = 1
} finally {
  await rm(folder, { recursive: true, force: true })
}

type Start = { ready: number; page: number; used?: Used }

/** Seconds until `npm start` answers that it is ready, and until it has shown results with records in them. */
async function started(look?: typeof used): Promise<Start> {
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
    const page = await answer('/records?q=%E8%8B%9C%E8%93%BF', /href="\/records\/[\w-]+/)
    const pid = child.pid ?? 0
    return { ready, page, ...(look && { used: await look(pid, port, begun) }) }
  } finally {
    await stopGroup(child.pid)
    await ended
  }
}

type Used = {
  pictures: number
  /** CPU seconds until results were shown, and from then until the start was five minutes old. */
  untilShown: { program: number; database: number }
  backgroundSeconds: number
  nowMb: number
  peakMb: number
}

/** What a server uses unasked in its first five minutes, and holds once every picture was looked at. */
async function used(pid: number, port: number, begun: number): Promise<Used> {
  const untilShown = cpuUsedBy(pid)
  await sleep(Math.max(0, unaskedSeconds * 1000 - (performance.now() - begun)))
  const afterwards = cpuUsedBy(pid)
  const origin = `http://127.0.0.1:${port}/api/v1`
  const pictures = await picturesOf(origin)
  const looks = pictures.flatMap((id) => Object.keys(imageSizes).map((size) => `${id}/${size}`))
  await pMap(looks, async (look) => lookAt(`${origin}/images/${look}`), { concurrency: 6 })
  return {
    pictures: pictures.length,
    untilShown,
    backgroundSeconds:
      afterwards.program + afterwards.database - untilShown.program - untilShown.database,
    ...memoryOfServer(pid),
  }
}

/** As a browser does that shows a page of results, several of them at once. */
async function lookAt(address: string): Promise<void> {
  const answer = await fetch(address, { headers: { accept: 'image/avif' } })
  await answer.arrayBuffer()
  const type = answer.headers.get('content-type')
  if (type !== 'image/avif') throw new Error(`${address} was ${type}`)
}

/** Every record's main picture that everybody may see. */
async function picturesOf(origin: string): Promise<string[]> {
  const ids: string[] = []
  for (let after: string | null | undefined = ''; after !== undefined && after !== null;) {
    // oxlint-disable-next-line no-await-in-loop -- page after page
    const answer: Response = await fetch(`${origin}/records?limit=100${after && `&after=${after}`}`)
    // oxlint-disable-next-line no-await-in-loop
    const { items, next } = Found.parse(await answer.json())
    ids.push(...items.flatMap(({ image }) => image?.id ?? []))
    after = next
  }
  return ids
}

/** npm, told to stop, tells the program; what it started is its group, and gone when its database is. */
async function stopGroup(pid: number | undefined): Promise<void> {
  if (pid === undefined) return
  let isThere = tells(pid, 'SIGTERM')
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
  const { used: use } = first
  const measured: [string, string][] = use
    ? [
        ['CPU until results are shown: build, seeding, server', use.untilShown.program.toFixed(1)],
        ['CPU until results are shown: PostgreSQL', use.untilShown.database.toFixed(1)],
        [
          `CPU from then until ${unaskedSeconds} s after the start, unasked (aim: ${backgroundGoal} s)`,
          use.backgroundSeconds.toFixed(1),
        ],
        [
          `memory of \`serve\` after ${use.pictures} pictures in every size (aim: ${memoryGoalMb} MB)`,
          `${use.nowMb.toFixed(0)} MB`,
        ],
        ['the most memory that it held by then', `${use.peakMb.toFixed(0)} MB`],
      ]
    : []
  return [
    `| On ${availableParallelism()} cores, Node ${process.versions.node} | Seconds |`,
    '|---|---:|',
    ...rows.map(([what, seconds]) => `| ${what} | ${seconds.toFixed(1)} |`),
    ...measured.map(([what, figure]) => `| ${what} | ${figure} |`),
  ].join('\n')
}

async function writeTable(table: string): Promise<void> {
  const readme = await readFile('README.md', 'utf8')
  const marked = /(<!-- startup -->\n)[\s\S]*?(<!-- \/startup -->)/
  if (!marked.test(readme)) throw new Error('README.md has no place for the table')
  await writeFile('README.md', readme.replace(marked, `$1${table}\n$2`))
}
