import { randomBytes } from 'node:crypto'
import { mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { Problem } from '../../core/problem.ts'
import { publishFolder, unlessMissing } from '../durable.node.ts'
import { type Account, handOver, lastLine, runAs } from './account.node.ts'
import { isAlive } from './process.node.ts'
import type { Programs } from './programs.node.ts'
import { words } from './words.ts'

/** The one role, its owner. */
export const role = 'hexi'

const passwordFile = 'hexi.password'

/** The password of a finished cluster; undefined where there is none yet. */
export async function findPassword(dataFolder: string): Promise<string | undefined> {
  try {
    const names = await unlessMissing(readdir(dataFolder))
    if (!names || names.length === 0) return undefined
    if (!names.includes('PG_VERSION') || !names.includes(passwordFile))
      throw new Problem('unavailable', words.notACluster(dataFolder))
    return (await readFile(join(dataFolder, passwordFile), 'utf8')).trim()
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EACCES')
      throw new Problem('unavailable', words.notReadable(dataFolder))
    throw error
  }
}

type NewCluster = { dataFolder: string; programs: Programs; account: Account; durable: boolean }

/**
 * Makes a cluster in a sibling folder and moves it into place when it is whole: an interrupted initdb leaves
 * nothing that looks like data, and of two starts at once one wins and the other uses what that one made.
 */
export async function createCluster({ dataFolder, programs, account, durable }: NewCluster) {
  await sweepDrafts(dataFolder)
  const draft = draftOf(dataFolder, process.pid)
  const cluster = join(draft, 'cluster')
  const password = join(draft, passwordFile)
  try {
    await mkdir(cluster, { recursive: true, mode: 0o700 })
    const secret = randomBytes(24).toString('base64url')
    await writeFile(password, `${secret}\n`, { mode: 0o600, flush: true })
    if (account.ids) await handOver(draft, account.ids)
    await initialise({ dataFolder: cluster, programs, account, durable }, password)
    await rename(password, join(cluster, passwordFile))
    await publishFolder(cluster, dataFolder)
  } finally {
    await rm(draft, { recursive: true, force: true })
  }
}

const draftOf = (dataFolder: string, pid: number) => `${dataFolder}.new-${pid}`

/** Drafts of processes that ended in the middle. An initdb that outlived its parent may still write there for a moment. */
async function sweepDrafts(dataFolder: string): Promise<void> {
  const parent = dirname(dataFolder)
  const prefix = basename(draftOf(dataFolder, 0)).slice(0, -1)
  for (const name of await readdir(parent)) {
    if (!name.startsWith(prefix)) continue
    const pid = Number(name.slice(prefix.length))
    if (pid === process.pid || !(await isAlive(pid)))
      await rm(join(parent, name), {
        recursive: true,
        force: true,
        maxRetries: 20,
        retryDelay: 50,
      })
  }
}

/** With a ctype of C pg_trgm finds no trigrams in 汉字, so C comes last; not every system has the first. */
const ctypes = ['C.UTF-8', 'en_US.UTF-8', 'zh_CN.UTF-8', 'UTF-8', 'C']

async function initialise(cluster: NewCluster, password: string): Promise<void> {
  let reason = ''
  for (const ctype of ctypes) {
    try {
      return await initdb(cluster, password, ctype)
    } catch (error) {
      reason = lastLine(error)
      if (!String(error).includes('invalid locale')) break
    }
  }
  throw new Problem('unavailable', words.notCreated(cluster.dataFolder, reason))
}

/** Order and case come from PostgreSQL's own tables: indexes survive a change of the system's libraries. */
async function initdb(
  { dataFolder, programs, account, durable }: NewCluster,
  password: string,
  ctype: string,
): Promise<void> {
  const options = [
    `--pgdata=${dataFolder}`,
    `--username=${role}`,
    `--pwfile=${password}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
    `--lc-ctype=${ctype}`,
    ...(durable ? [] : ['--no-sync']),
  ]
  await runAs(account, [programs.initdb, ...options], programs.env)
}
