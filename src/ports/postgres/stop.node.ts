import { setTimeout as sleep } from 'node:timers/promises'
import { runAs } from './account.node.ts'
import { isPostmasterOf } from './process.node.ts'
import type { Programs } from './programs.node.ts'

const fastMs = 60_000
const immediateMs = 10_000

/** Ends the server: open transactions are rolled back, everything committed is written; forced after a minute. */
export async function stopServer(
  dataFolder: string,
  pid: number,
  programs: () => Promise<Programs>,
): Promise<void> {
  if (process.platform === 'win32') {
    const { pgCtl, env } = await programs()
    const command = [pgCtl, 'stop', '-D', dataFolder, '-m', 'fast', '-w', '-t', '60']
    return runAs({ ids: undefined, prefix: [] }, command, env)
  }
  signal(pid, 'SIGINT')
  if (await hasEnded(dataFolder, pid, fastMs)) return
  signal(pid, 'SIGQUIT')
  if (await hasEnded(dataFolder, pid, immediateMs)) return
  throw new Error(`PostgreSQL (process ${pid}) does not end.`)
}

async function hasEnded(dataFolder: string, pid: number, withinMs: number): Promise<boolean> {
  const started = performance.now()
  while (await isPostmasterOf(dataFolder, pid)) {
    if (performance.now() - started > withinMs) return false
    await sleep(20)
  }
  return true
}

/** A process that is already gone needs no signal. */
function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error
  }
}

const endings = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/**
 * Takes the server along when this process ends without stopping it: by itself, or by a signal that nobody else
 * handles. Whoever handles a signal is expected to stop the server in good order. Answers how to let go.
 */
export function endWithProcess(pid: number): () => void {
  const interrupt = () => {
    try {
      signal(pid, 'SIGINT')
    } catch {
      // The process is ending; there is nobody left to tell.
    }
  }
  const endServerWithProcess = (name: NodeJS.Signals) => {
    const others = process.listeners(name).some((listener) => listener.name !== ours)
    if (others) return
    letGo()
    interrupt()
    if (process.listenerCount(name) === 0) process.kill(process.pid, name)
  }
  const ours = endServerWithProcess.name
  const letGo = () => {
    process.off('exit', interrupt)
    for (const name of endings) process.off(name, endServerWithProcess)
  }
  process.on('exit', interrupt)
  for (const name of endings) process.on(name, endServerWithProcess)
  return letGo
}
