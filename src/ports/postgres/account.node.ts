import { execFile } from 'node:child_process'
import { lchown, readdir, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { Problem } from '../../core/problem.ts'
import { unlessMissing } from '../durable.node.ts'
import type { Programs } from './programs.node.ts'
import { words } from './words.ts'

/** As whom PostgreSQL runs: it refuses root. */
export type Account = {
  /** Given to the spawned process, and owner of the data folder. */
  ids: { uid: number; gid: number } | undefined
  /** Put before the program: the user namespace, where it is one. */
  prefix: readonly string[]
}

const run = promisify(execFile)
const nobody = 65534
const inNamespace = ['unshare', '-U', `--map-user=${nobody}`, `--map-group=${nobody}`, '--']

/**
 * An ordinary user runs PostgreSQL as itself. Root gives it to whom the data belong, else to nobody when that
 * user reaches programs and data, else runs it in a user namespace where root's own files look like nobody's.
 */
export async function chooseAccount(programs: Programs, dataFolder: string): Promise<Account> {
  const isRoot = process.getuid?.() === 0
  const candidates = isRoot ? await accountsForRoot(dataFolder) : [{ ids: undefined, prefix: [] }]
  let reason = ''
  for (const account of candidates) {
    const refusal = await refusalOf(account, programs, dataFolder)
    if (refusal === undefined) {
      if (isRoot) await handOver(dataFolder, account.ids ?? { uid: 0, gid: 0 })
      return account
    }
    reason = refusal
  }
  throw new Problem('unavailable', isRoot ? words.rootRefused : words.programsBroken(reason))
}

async function accountsForRoot(dataFolder: string): Promise<Account[]> {
  const owner = await unlessMissing(stat(dataFolder))
  const accounts: Account[] = [
    { ids: { uid: nobody, gid: nobody }, prefix: [] },
    { ids: undefined, prefix: inNamespace },
  ]
  if (!owner || owner.uid === 0 || owner.uid === nobody) return accounts
  return [{ ids: { uid: owner.uid, gid: owner.gid }, prefix: [] }, ...accounts]
}

/** Why this account cannot run the programs beside the data; undefined when it can. */
async function refusalOf(
  account: Account,
  programs: Programs,
  dataFolder: string,
): Promise<string | undefined> {
  try {
    if (process.platform === 'win32') await run(programs.postgres, ['--version'])
    else {
      const script = 'cd "$1" && exec "$2" --version'
      const probe = ['/bin/sh', '-c', script, 'sh', dirname(dataFolder), programs.postgres]
      await runAs(account, probe, programs.env)
    }
    return undefined
  } catch (error) {
    return lastLine(error)
  }
}

/** Runs a program to its end under this account; its failure carries `stderr`. */
export async function runAs(
  { ids, prefix }: Account,
  command: readonly string[],
  env: Record<string, string>,
): Promise<void> {
  const [program = '', ...args] = [...prefix, ...command]
  // From the root folder: an account may not be allowed into the one that we happen to be in.
  const cwd = process.platform === 'win32' ? undefined : '/'
  await run(program, args, { ...ids, env, ...(cwd && { cwd }) })
}

/** The last thing that a failed program said, as one line. */
export function lastLine(error: unknown): string {
  const said =
    error instanceof Error && 'stderr' in error && String(error.stderr).trim() !== ''
      ? String(error.stderr)
      : String(error instanceof Error ? error.message : error)
  return said.trim().split('\n').at(-1) ?? ''
}

/** Gives everything in a folder to one owner, where it has another. */
export async function handOver(folder: string, to: { uid: number; gid: number }): Promise<void> {
  const owner = await unlessMissing(stat(folder))
  if (!owner || owner.uid === to.uid) return
  for (const name of await readdir(folder, { recursive: true })) {
    await lchown(join(folder, name), to.uid, to.gid)
  }
  // The folder itself comes last: an interrupted change is seen and finished by the next start.
  await lchown(folder, to.uid, to.gid)
}
