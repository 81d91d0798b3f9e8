import { once } from 'node:events'
import type { CommandIo, OptionValue } from '../core/command.ts'
import { type Config, isLoopback, requireBaseUrl, requireGoodKey } from '../core/config.ts'
import { Problem } from '../core/problem.ts'
import { findSeeded } from '../../seed/seeded.ts'
import { createJobs, schedules, systemContext } from '../jobs.ts'
import { endDemoAccess } from '../people/accounts/actions/demo.ts'
import { demoPassword, demoSignIns } from '../people/accounts/rules/demo.ts'
import { commandWords } from '../people/accounts/words/commands.ts'
import { createLog } from '../ports/log.node.ts'
import { keepMemorySmall } from '../ports/memory.ts'
import { startWorker } from '../ports/worker.node.ts'
import { type Installation, openInstallation } from './installation.ts'
import { serveApp } from './serve.ts'
import { migrateInstallation, seedInChildProcess } from './setup.ts'

type Given = { options: Readonly<Record<string, OptionValue>> }

const words = {
  demoIsLocal: {
    zh: '演示账户的密码是公开的，因此演示仅在本机监听。如需对外开放，请加 --demo-public。',
    en: 'The passwords of the demo accounts are public, so the demo listens on this machine only. To open it to others, add --demo-public.',
  },
}

/** Serves until it is told to stop: requests are finished, jobs returned, embedded services closed. */
export async function runServer(
  config: Config,
  { options }: Given,
  io: CommandIo,
): Promise<'done'> {
  const demo = wantsDemo(config, options)
  requireBaseUrl(config)
  await requireGoodKey(config)
  const log = createLog({ level: config.logLevel })
  const stopping = stopSignal()
  const installation = await openInstallation(config, { log, demo, attach: false })
  try {
    await migrateInstallation(installation, io)
    if (demo) await seedInChildProcess(installation, stopping)
    else await endDemo(installation, io)
    const serving = await serveApp(installation.services, config)
    const worker = config.takesJobs ? await workerOf(installation, serving.baseUrl) : undefined
    keepMemorySmall()
    sayWhere(io, installation, serving.address)
    log.info({ address: serving.address }, 'serving')
    await aborted(stopping)
    log.info({}, 'stopping')
    await serving.stop()
    await worker?.stop()
  } catch (error) {
    if (error !== stopping.reason) throw error
  } finally {
    await installation.stop()
  }
  return 'done'
}

/** The demo is what an embedded database is for, unless told otherwise; the network sees it only when told to. */
function wantsDemo({ databaseUrl, host }: Config, options: Given['options']): boolean {
  const demo =
    options['demo'] === true || (databaseUrl === undefined && options['no-demo'] !== true)
  if (demo && !isLoopback(host) && options['demo-public'] !== true)
    throw new Problem('forbidden', words.demoIsLocal)
  return demo
}

/** What was seeded for the demo stays; whoever came in by its password does not. */
async function endDemo({ services }: Installation, io: CommandIo): Promise<void> {
  if (!(await findSeeded(services.db, 'demo'))) return
  const { length } = await endDemoAccess(systemContext(services, 'serve'))
  if (length > 0) io.warn(commandWords.demoPeopleLeft(length))
}

/** Takes jobs until it is told to stop; for more hands, or beside Workers that take none. */
export async function runJobs(config: Config): Promise<'done'> {
  const log = createLog({ level: config.logLevel })
  const stopping = stopSignal()
  const installation = await openInstallation(config, { log, demo: false, attach: true })
  try {
    const worker = await workerOf(installation)
    keepMemorySmall()
    log.info({}, 'taking jobs')
    await aborted(stopping)
    await worker.stop()
  } finally {
    await installation.stop()
  }
  return 'done'
}

/** Letters lead to where the pages are served. */
function workerOf(
  { services, connectionString }: Installation,
  baseUrl: string = services.baseUrl,
) {
  const handlers = createJobs({ ...services, baseUrl })
  return startWorker({ connectionString, handlers, schedules, log: services.log })
}

/**
 * Aborted by the first signal to end. The second one ends the process at once, by the code that a shell expects.
 * The listeners stay: where nobody listens, the embedded PostgreSQL takes the process along itself.
 */
function stopSignal(): AbortSignal {
  const stop = new AbortController()
  for (const [signal, code] of [
    ['SIGHUP', 129],
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)
    process.on(signal, () => {
      if (stop.signal.aborted) process.exit(code)
      stop.abort()
    })
  return stop.signal
}

const aborted = async (signal: AbortSignal): Promise<void> => {
  if (!signal.aborted) await once(signal, 'abort')
}

function sayWhere(io: CommandIo, { config, services }: Installation, address: string): void {
  const people = Object.entries(demoSignIns).map(
    ([token, email]) => `  ${email.padEnd(28)}${token}`,
  )
  const demo = services.demo
    ? {
        zh: `\n演示账户（密码 ${demoPassword}，右列为 API 令牌）：\n${people.join('\n')}`,
        en: `\nDemo accounts (password ${demoPassword}; API tokens on the right):\n${people.join('\n')}`,
      }
    : { zh: '', en: '' }
  io.say({
    zh: `\n河西 Hexi  ${address}\n数据位于 ${config.dataFolder}${demo.zh}\n`,
    en: `\nHexi 河西  ${address}\nData in ${config.dataFolder}${demo.en}\n`,
  })
}
