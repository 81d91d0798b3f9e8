import { setFlagsFromString } from 'node:v8'
import { reindexCommand } from '../catalog/commands.ts'
import type { Command, CommandIo, OptionValue } from '../core/command.ts'
import type { Config } from '../core/config.ts'
import { fixityCommand } from '../datasets/commands.ts'
import { importDirectoryCommand } from '../exchange/directories/commands.ts'
import { exportCommand } from '../exchange/exports/commands.ts'
import { importCommand, resumeImportCommand } from '../exchange/imports/commands.ts'
import { systemContext } from '../jobs.ts'
import { endDemoCommand, personCommand, tokenCommand } from '../people/commands.ts'
import { createLog } from '../ports/log.node.ts'
import { reindexRequestsCommand } from '../requests/commands.ts'
import { recountFactsCommand } from '../samples/facts/commands.ts'
import { doctor } from './doctor.ts'
import { openInstallation } from './installation.ts'
import { endWithParent, migrateInstallation, seedInstallation } from './setup.ts'
import { runJobs, runServer } from './run.ts'
import { uploadCommand } from './upload.ts'

type Given = { positionals: readonly string[]; options: Readonly<Record<string, OptionValue>> }

/** A command with the configuration in hand; it opens what it needs itself. */
export type HouseCommand = Omit<Command, 'run'> & {
  run(config: Config, given: Given, io: CommandIo): Promise<'done' | 'failed'>
}

const flag = (zh: string, en: string) => ({ type: 'boolean' as const, about: { zh, en } })

const serveCommand: HouseCommand = {
  name: 'serve',
  about: {
    zh: '启动网站和后台任务；未配置数据库和对象存储时启动内置的',
    en: 'Starts the site and background jobs; starts an embedded database and object storage if none is configured',
  },
  options: {
    demo: flag('载入演示数据，并允许演示账户登录', 'Seeds the demo and lets its people sign in'),
    'no-demo': flag('使用内置数据库但不载入演示数据', 'Runs embedded without the demo'),
    'demo-public': flag('允许演示对外监听', 'Lets the demo listen beyond this machine'),
  },
  run: runServer,
}

const jobsCommand: HouseCommand = {
  name: 'jobs',
  about: { zh: '只处理后台任务', en: 'Runs background jobs only' },
  run: runJobs,
}

const migrateCommand: HouseCommand = {
  name: 'migrate',
  about: { zh: '将数据库升级到最新结构', en: 'Upgrades the database to the latest schema' },
  run: async (config, _given, io) => withInstallation(config, io, migrateInstallation),
}

const seedCommand: HouseCommand = {
  name: 'seed',
  about: { zh: '载入演示数据（可重复执行）', en: 'Loads the demo data (can be repeated)' },
  run: async (config, _given, io) => {
    endWithParent()
    return withInstallation(config, io, async (installation) => {
      await migrateInstallation(installation, io)
      return seedInstallation(installation, io)
    })
  },
}

const doctorCommand: HouseCommand = {
  name: 'doctor',
  about: { zh: '检查数据库、存储、队列和时钟', en: 'Checks database, storage, queue and clock' },
  run: async (config, _given, io) => withInstallation(config, io, doctor),
}

/** A feature's command, run as the installation itself on whatever is configured or running. */
const inHouse = (command: Command): HouseCommand => ({
  ...command,
  run: async (config, given, io) => {
    collectSooner()
    return withInstallation(config, io, ({ services }) =>
      command.run(systemContext(services, command.name), given, io),
    )
  },
})

/**
 * V8 lets a heap grow to four times of what is in use before it collects; of a million rows that pass through one by
 * one, half as much again does: 250 MB instead of 480, and no slower.
 */
const collectSooner = () => setFlagsFromString('--heap-growing-percent=50')

async function withInstallation(
  config: Config,
  io: CommandIo,
  work: (
    installation: Awaited<ReturnType<typeof openInstallation>>,
    io: CommandIo,
  ) => Promise<'done' | 'failed'>,
): Promise<'done' | 'failed'> {
  const log = createLog({ level: config.logLevel === 'info' ? 'warn' : config.logLevel })
  const installation = await openInstallation(config, { log, demo: false, attach: true })
  try {
    return await work(installation, io)
  } finally {
    await installation.stop()
  }
}

export const commands: readonly HouseCommand[] = [
  serveCommand,
  jobsCommand,
  migrateCommand,
  seedCommand,
  ...[
    importCommand,
    resumeImportCommand,
    exportCommand,
    importDirectoryCommand,
    personCommand,
    tokenCommand,
    endDemoCommand,
    reindexCommand,
    reindexRequestsCommand,
    recountFactsCommand,
    fixityCommand,
  ].map(inHouse),
  uploadCommand,
  doctorCommand,
]
