import { mkdir } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Client } from 'pg'
import { Problem } from '../core/problem.ts'
import { chooseAccount } from './postgres/account.node.ts'
import {
  countOthers,
  ensureDatabase,
  findOwner,
  holdProcess,
  reach,
  takeOwnership,
  urlOf,
} from './postgres/client.node.ts'
import { createCluster, findPassword } from './postgres/cluster.node.ts'
import { launch } from './postgres/launch.node.ts'
import { isPostmasterOf, readPidFile } from './postgres/process.node.ts'
import { findPrograms } from './postgres/programs.node.ts'
import { endWithProcess, stopServer } from './postgres/stop.node.ts'
import { words } from './postgres/words.ts'

export type PostgresOptions = {
  /** PostgreSQL's alone; made when it is not there. Drafts and library links may appear beside it. */
  dataFolder: string
  /** Without it, the first free one of 127.0.0.1 from 54320 on. */
  port?: number | undefined
  /** False gives up safety against power failure for speed: tests. */
  durable?: boolean
  /** A command shares the server of a process that already runs, and leaves it running. */
  attach?: boolean
  log?: Log
  /** Called when it ended by itself and cannot be started again. */
  onLost?: () => void
}

type Log = {
  info(facts: object, message: string): void
  warn(facts: object, message: string): void
}

export type RunningPostgres = {
  /** Of the database `hexi`, whose role may make others. */
  url: string
  stop: () => Promise<void>
}

/** A server that answers, with the connection that waits in it. */
type Server = { dataFolder: string; password: string; pid: number; port: number; client: Client }

const mostTries = 20

/**
 * Starts the PostgreSQL that came with npm, or takes over the one that a killed process left behind. One process
 * owns the server and stops it; a second one on the same folder is refused, or shares it when it asks to `attach`.
 */
export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  const dataFolder = resolve(options.dataFolder)
  for (let tries = 1; tries <= mostTries; tries += 1) {
    const running = await findRunning(dataFolder, options)
    if (running && options.attach) return borrowed(running)
    const server = running ?? (await startIn(dataFolder, options))
    if (!server) continue
    if (await takeOwnership(server.client)) return owned(server, options)
    // Another process was faster to take what is running.
    if (options.attach) return borrowed(server)
    const owner = await findOwner(server.client)
    await server.client.end()
    throw new Problem('unavailable', words.inUse(dataFolder, owner))
  }
  throw new Problem('unavailable', words.notStarted(dataFolder, `${mostTries} tries`))
}

const recovering = (log: Log | undefined, dataFolder: string) => () =>
  log?.info({ dataFolder }, 'PostgreSQL is recovering; this may take minutes after a crash')

async function findRunning(
  dataFolder: string,
  { log }: PostgresOptions,
): Promise<Server | undefined> {
  const password = await findPassword(dataFolder)
  const found = password === undefined ? undefined : await readPidFile(dataFolder)
  if (password === undefined || !found) return undefined
  const isRunning = () => isPostmasterOf(dataFolder, found.pid)
  if (!(await isRunning())) return undefined
  const onSlow = recovering(log, dataFolder)
  const client = await reach({ port: found.port, password }, { isRunning, onSlow })
  return client && { ...found, dataFolder, password, client }
}

const sparesOf = (dataFolder: string) => `${dataFolder}.libraries`

async function startIn(dataFolder: string, options: PostgresOptions): Promise<Server | undefined> {
  const { log, port, durable = true } = options
  await mkdir(dirname(dataFolder), { recursive: true })
  const programs = await findPrograms(sparesOf(dataFolder))
  const account = await chooseAccount(programs, dataFolder)
  if ((await findPassword(dataFolder)) === undefined)
    await createCluster({ dataFolder, programs, account, durable })
  const password = await findPassword(dataFolder)
  if (password === undefined) return undefined
  const onSlow = recovering(log, dataFolder)
  const cluster = { dataFolder, password }
  const launched = await launch({ ...cluster, programs, account, port, durable, onSlow })
  if (!launched) return undefined
  const { child, ...server } = launched
  child.unref()
  child.once('exit', (code) => log?.info({ dataFolder, code }, 'PostgreSQL ended'))
  return { ...cluster, ...server }
}

async function borrowed(server: Server): Promise<RunningPostgres> {
  await ensureDatabase(server.client)
  await server.client.end()
  return { url: urlOf(server), stop: async () => {} }
}

async function owned(first: Server, options: PostgresOptions): Promise<RunningPostgres> {
  const { attach, log, onLost } = options
  const { dataFolder, port } = first
  const programs = () => findPrograms(sparesOf(dataFolder))
  let stopping: Promise<void> | undefined
  let server = first
  let letGo = endWithProcess(first.pid)
  const keep = async (started: Server) => {
    if (started !== server) letGo = endWithProcess(started.pid)
    server = started
    await ensureDatabase(server.client)
    log?.info({ dataFolder, port, pid: server.pid }, 'PostgreSQL runs')
    holdProcess(server.client, false)
    server.client.once('end', () => {
      if (stopping) return
      letGo()
      log?.warn({ dataFolder }, 'PostgreSQL is gone; it is started again')
      restarted(first, options).then(keep).catch(lost)
    })
  }
  const lost = (error: unknown) => {
    if (stopping) return
    log?.warn({ err: error, dataFolder }, 'PostgreSQL cannot be started again')
    onLost?.()
  }
  await keep(first)
  const stop = async () => {
    holdProcess(server.client, true)
    if (attach) await othersLeave(server.client)
    await server.client.end()
    await stopServer(dataFolder, server.pid, programs)
    letGo()
  }
  return { url: urlOf(first), stop: () => (stopping ??= stop()) }
}

const restartsTried = 6

/** A server that ended by itself (killed for its memory, crashed), again where it was, with longer and longer pauses. */
async function restarted({ dataFolder, port }: Server, options: PostgresOptions): Promise<Server> {
  for (let tries = 0; tries < restartsTried; tries += 1) {
    await sleep(250 * 2 ** tries)
    const running = await findRunning(dataFolder, options)
    const server =
      running ?? (await startIn(dataFolder, { ...options, port }).catch(() => undefined))
    if (server && (await takeOwnership(server.client))) return server
    await server?.client.end()
  }
  throw new Problem('unavailable', words.notStarted(dataFolder, `${restartsTried} tries`))
}

const longestCourtesyMs = 60_000

/** A command that started the server lets others finish that came to share it; a minute at most. */
async function othersLeave(client: Client): Promise<void> {
  const started = performance.now()
  const others = () => countOthers(client).catch(() => 0)
  while ((await others()) > 0 && performance.now() - started < longestCourtesyMs) await sleep(100)
}
