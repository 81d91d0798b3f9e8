import { type ChildProcess, spawn } from 'node:child_process'
import { type FileHandle, open, readFile, rename, stat } from 'node:fs/promises'
import { totalmem } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Client } from 'pg'
import { Problem } from '../../core/problem.ts'
import { unlessMissing } from '../durable.node.ts'
import { findFreePort } from '../free-port.node.ts'
import type { Account } from './account.node.ts'
import { isServerOf, reach } from './client.node.ts'
import { readPidFile } from './process.node.ts'
import type { Programs } from './programs.node.ts'
import { endWithProcess } from './stop.node.ts'
import { words } from './words.ts'

export type Launch = {
  dataFolder: string
  password: string
  programs: Programs
  account: Account
  port: number | undefined
  durable: boolean
  onSlow: () => void
}

export type Launched = { child: ChildProcess; client: Client; pid: number; port: number }

const firstPort = 54_320
const longestLogBytes = 1_000_000

/** Starts the server and waits until it answers; undefined when it is worth another look or try. */
export async function launch(options: Launch): Promise<Launched | undefined> {
  const { dataFolder, password, account } = options
  const port = options.port ?? (await findFreePort(firstPort))
  const stale = await readPidFile(dataFolder)
  const { log, from } = await openLog(logOf(dataFolder), account)
  const child = start(options, port, log.fd, stale?.pid)
  const letGo = child.pid === undefined ? undefined : endWithProcess(child.pid)
  try {
    const ended = new Promise<Error | undefined>((resolve) => {
      child.once('error', resolve)
      child.once('exit', () => resolve(undefined))
    })
    const isRunning = () => child.pid !== undefined && child.exitCode === null && !child.signalCode
    const client = await reach({ port, password }, { isRunning, onSlow: options.onSlow })
    const pid = client && (await pidOf(child, dataFolder, client))
    if (client && pid !== undefined) return { child, client, pid, port }
    await client?.end()
    const error = await ended
    await explain(logOf(dataFolder), from, options.port !== undefined, error)
    return undefined
  } finally {
    letGo?.()
    await log.close()
  }
}

/**
 * The child's number if it is the server that answered. When two start at once with the same free port or the
 * same folder, the one that lost ends by itself a moment later, and what answers is the other's.
 */
async function pidOf(child: ChildProcess, dataFolder: string, client: Client) {
  const { pid } = child
  const file = await readPidFile(dataFolder)
  const isOurs = file?.pid === pid && (await isServerOf(dataFolder, client))
  return isOurs ? pid : undefined
}

const logOf = (dataFolder: string) => join(dataFolder, 'server.log')

/** PostgreSQL's own log; a long one is set aside, and the one before that is let go. */
async function openLog(path: string, { ids }: Account): Promise<{ log: FileHandle; from: number }> {
  const before = await unlessMissing(stat(path))
  if (before && before.size > longestLogBytes) await rename(path, `${path}.1`)
  const log = await open(path, 'a', 0o600)
  if (ids) await log.chown(ids.uid, ids.gid)
  return { log, from: (await log.stat()).size }
}

function start(options: Launch, port: number, log: number, stalePid: number | undefined) {
  const { dataFolder, programs, account, durable } = options
  const settings = Object.entries(settingsFor(durable)).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ])
  const command = [programs.postgres, '-D', dataFolder, '-p', String(port), ...settings]
  const [program = '', ...args] = [...account.prefix, ...command]
  return spawn(program, args, {
    ...account.ids,
    cwd: process.platform === 'win32' ? dataFolder : '/',
    // Tells PostgreSQL that this number in postmaster.pid is no postmaster: after a crash it may be any process.
    env: { ...programs.env, ...(stalePid && { PG_GRANDPARENT_PID: String(stalePid) }) },
    stdio: ['ignore', log, log],
    // Ctrl-C in a terminal is for us alone: running requests still need the database.
    detached: true,
    windowsHide: true,
  })
}

function settingsFor(durable: boolean): Record<string, string | number> {
  const memoryMb = Math.min(totalmem(), process.constrainedMemory() || Infinity) / 2 ** 20
  const buffersMb = Math.round(Math.min(512, Math.max(32, memoryMb / 8)))
  return {
    listen_addresses: '127.0.0.1',
    // A path to a socket may have 107 bytes, which a data folder's easily passes.
    unix_socket_directories: '',
    max_connections: 100,
    shared_buffers: `${buffersMb}MB`,
    effective_cache_size: `${Math.round(Math.max(64, memoryMb / 2))}MB`,
    maintenance_work_mem: '128MB',
    work_mem: '16MB',
    random_page_cost: 1.1,
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_checkpoints: 'off',
    // Refused statements are told to whoever sent them; here they would be noise, with people's data in it.
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  }
}

/** Returns where another try may help: another start was faster, the port went, or a crashed server is still ending. */
async function explain(
  path: string,
  from: number,
  portIsGiven: boolean,
  error: Error | undefined,
): Promise<void> {
  const said = (await readFile(path)).subarray(from).toString()
  if (said.includes('"postmaster.pid" already exists')) return
  if (said.includes('Address already in use') && !portIsGiven) return
  if (/pre-existing shared memory block .* is still in use/.test(said)) {
    await sleep(500)
    return
  }
  const fatal = said.split('\n').findLast((line) => /FATAL|PANIC/.test(line)) ?? said.trim()
  const reason = error?.message ?? fatal.replace(/^.*?(FATAL|PANIC): +/, '')
  throw new Problem('unavailable', words.notStarted(path, reason))
}
