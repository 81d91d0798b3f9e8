import { execFile } from 'node:child_process'
import { readFile, readlink, realpath } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { unlessMissing } from '../durable.node.ts'

const run = promisify(execFile)

/** What a data folder's `postmaster.pid` says. */
export type PidFile = { pid: number; port: number }

export async function readPidFile(dataFolder: string): Promise<PidFile | undefined> {
  const text = await unlessMissing(readFile(join(dataFolder, 'postmaster.pid'), 'utf8'))
  const [pid, , , port] = (text ?? '').split('\n').map(Number)
  return pid && pid > 0 && port ? { pid, port } : undefined
}

/** Whether a process is there and not just waiting to be reaped (as in a container without an init). */
export async function isAlive(pid: number): Promise<boolean> {
  return (await nameOf(pid)) !== undefined
}

/**
 * Whether this process is the PostgreSQL of this folder. After a crash the number in `postmaster.pid` may
 * belong to any other process; a postmaster works in its data folder, and that tells them apart.
 */
export async function isPostmasterOf(dataFolder: string, pid: number): Promise<boolean> {
  const name = await nameOf(pid)
  if (name === undefined) return false
  const folder = await readlink(`/proc/${pid}/cwd`).catch(() => undefined)
  if (folder !== undefined) return folder === (await realpath(dataFolder))
  // Not Linux, or not ours to look into: the program's name has to do.
  return /postgres/.test(name)
}

/** Name of a living process. */
async function nameOf(pid: number): Promise<string | undefined> {
  if (!Number.isInteger(pid) || pid <= 0) return undefined
  if (process.platform === 'linux') return nameInProc(pid)
  if (process.platform === 'win32') return isThere(pid) ? 'postgres' : undefined
  const said = await run('ps', ['-o', 'stat=,comm=', '-p', String(pid)]).catch(() => undefined)
  return said && !said.stdout.startsWith('Z') ? said.stdout.trim() : undefined
}

async function nameInProc(pid: number): Promise<string | undefined> {
  const line = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  const [, name, state = 'X'] = /^\d+ \((.*)\) (\w)/s.exec(line) ?? []
  return state === 'Z' || state === 'X' ? undefined : name
}

function isThere(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    // Somebody else's process refuses the signal, but is there.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
