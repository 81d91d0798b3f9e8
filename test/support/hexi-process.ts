import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chown, cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { findFreePort } from '../../src/ports/free-port.node.ts'
import { endForGood } from './postgres-scene.ts'

type Environment = Record<string, string>
export type Ended = { code: number | null; signal: string | null; out: string; err: string }

/** As `npm start` and the README run it. */
const program = ['--max-semi-space-size=8', resolve('dist/cli.js')]
const memory = { MALLOC_MMAP_THRESHOLD_: '32768' }

/**
 * The built program in processes of its own, on a data folder of its own under a name with a space and 汉字;
 * all is gone when the test is over. With `uid`, as that user.
 */
export async function openProcessScene({ uid }: { uid?: number } = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'hexi 河西 '))
  const data = join(folder, 'data')
  if (uid !== undefined) await chown(folder, uid, uid)
  const children: ChildProcess[] = []
  const close = async () => {
    for (const child of children) child.kill('SIGKILL')
    await endServersIn(folder)
    await rm(folder, { recursive: true, force: true })
  }

  /** Starts a command; nothing of this process's environment but PATH reaches it. */
  const start = (args: readonly string[], env: Environment = {}) => {
    const child = spawn(process.execPath, [...program, ...args], {
      cwd: folder,
      ...(uid !== undefined && { uid, gid: uid }),
      env: {
        PATH: process.env['PATH'],
        HEXI_DATA: data,
        LOG_LEVEL: 'warn',
        TZ: 'UTC',
        ...memory,
        ...env,
      },
    })
    children.push(child)
    return followed(child)
  }

  return {
    folder,
    data,
    close,
    start,
    run: (args: readonly string[], env: Environment = {}) => start(args, env).ended,
    /** Serves on a free port until it answers; most tests want no demo, as seeding takes its time. */
    async serve(args: readonly string[] = ['--no-demo'], env: Environment = {}) {
      const PORT = String(await findFreePort(20_000 + Math.floor(Math.random() * 20_000)))
      const running = start(['serve', ...args], { PORT, ...env })
      return { ...running, address: await running.address() }
    },
  }
}

export type ProcessScene = Awaited<ReturnType<typeof openProcessScene>>

function followed(child: ReturnType<typeof spawn>) {
  const said = { out: '', err: '' }
  child.stdout?.on('data', (bytes) => (said.out += String(bytes)))
  child.stderr?.on('data', (bytes) => (said.err += String(bytes)))
  const ended = (async (): Promise<Ended> => {
    await once(child, 'close')
    return { code: child.exitCode, signal: child.signalCode, ...said }
  })()
  const isEnded = () => child.exitCode !== null || child.signalCode !== null
  /** Waits until the program has said something that matches. */
  const says = async (pattern: RegExp): Promise<string> => {
    for (;;) {
      const found = pattern.exec(said.out) ?? pattern.exec(said.err)
      if (found) return found[1] ?? found[0]
      if (isEnded())
        throw new Error(`It ended (${child.exitCode}) and said: ${said.out}${said.err}`)
      await Promise.race([
        once(child.stdout ?? child, 'data'),
        once(child.stderr ?? child, 'data'),
        ended,
      ])
    }
  }
  const address = () => says(/Hexi 河西\s+(http:\S+)/)
  return { child, said, ended, says, address }
}

/** Servers that a killed program left behind; whose number stands in their own folder. */
async function endServersIn(folder: string): Promise<void> {
  for (const name of await readdir(folder, { recursive: true })) {
    if (!name.endsWith('postmaster.pid')) continue
    const pid = Number.parseInt(await readFile(join(folder, name), 'utf8').catch(() => ''), 10)
    if (Number.isInteger(pid)) await endForGood(pid)
  }
}

/** A data folder with a migrated, empty database, stopped: copying it is faster than making another. */
export async function makeDataFolder() {
  const scene = await openProcessScene()
  const { code, err } = await scene.run(['migrate'])
  if (code !== 0) throw new Error(err)
  return {
    copyTo: (data: string) => cp(scene.data, data, { recursive: true }),
    remove: scene.close,
  }
}
