import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdtemp, readFile, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { isAlive } from '../../src/ports/postgres/process.node.ts'
import { type PostgresOptions, startPostgres } from '../../src/ports/postgres.node.ts'
import type { Held } from './hold-postgres.ts'

export const isRoot = process.getuid?.() === 0
export const nobody = 65_534

/** A finished database: making one takes a second or two, so tests about something else begin with a copy. */
export async function makeDatabase() {
  const folder = await mkdtemp(join(tmpdir(), 'hexi-postgres-made-'))
  const dataFolder = join(folder, 'postgres')
  const { stop } = await startPostgres({ dataFolder, durable: false })
  await stop()
  return {
    copyTo: (other: string) => cp(dataFolder, other, { recursive: true }),
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}

type HoldOptions = PostgresOptions & { project?: string; uid?: number }
export type Scene = Awaited<ReturnType<typeof openScene>>

/** A folder for databases, and processes that hold them; all are gone when the test is over. */
export async function openScene() {
  const folder = await mkdtemp(join(tmpdir(), 'hexi-postgres-'))
  const children: ChildProcess[] = []
  const close = async () => {
    for (const child of children) child.kill('SIGKILL')
    for (const name of await readdir(folder, { recursive: true })) {
      if (name.endsWith('postmaster.pid')) await endForGood(await numberIn(join(folder, name)))
    }
    await rm(folder, { recursive: true, force: true })
  }
  const keep = (child: ChildProcess) => void children.push(child)
  return { folder, dataFolder: join(folder, 'postgres'), keep, close, hold: holdWith(keep) }
}

/** Starts PostgreSQL from another process. */
const holdWith =
  (keep: (child: ChildProcess) => void) =>
  ({ project = '.', uid, ...options }: HoldOptions) => {
    const child = spawn(
      process.execPath,
      ['--no-warnings', join(project, 'test/support/hold-postgres.ts'), JSON.stringify(options)],
      { stdio: 'pipe', ...(uid !== undefined && { uid, gid: uid }) },
    )
    keep(child)
    const ended = once(child, 'exit')
    const complaint = text(child.stderr)
    const held = (async (): Promise<Held> => {
      for await (const line of createInterface(child.stdout)) return JSON.parse(line)
      const [code, signal] = await ended
      return { refusal: `ended by ${signal ?? code}: ${await complaint}` }
    })()
    const tell = (word: 'stop' | 'exit') => child.stdin.write(`${word}\n`)
    return { child, held, ended, tell }
  }

export const urlOf = (held: Held | undefined) =>
  held && 'url' in held ? held.url : `refused: ${held?.refusal}`

export async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client(url)
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows
  } finally {
    await client.end()
  }
}

export const postmasterPid = (dataFolder: string) => numberIn(join(dataFolder, 'postmaster.pid'))

/** The number that a file begins with; NaN where there is none. */
const numberIn = async (path: string) =>
  Number.parseInt(await readFile(path, 'utf8').catch(() => ''), 10)

/** Ends a server at once; only a number that is a server's is given here. */
export async function endForGood(pid: number): Promise<void> {
  if (pid === process.pid || !(await isAlive(pid))) return
  process.kill(pid, 'SIGQUIT')
  while (await isAlive(pid)) await sleep(20)
}
