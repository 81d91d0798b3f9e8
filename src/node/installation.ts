import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { addressOf, type Config } from '../core/config.ts'
import type { Objects } from '../core/ports.ts'
import { systemNow } from '../core/time.ts'
import { connect } from '../ports/database.ts'
import { childImages } from '../ports/images.child.node.ts'
import { childPreviews } from '../ports/previews.child.node.ts'
import { openSmtpMail } from '../ports/mail.smtp.node.ts'
import { createMetrics } from '../ports/metrics.node.ts'
import { sqlJobs } from '../ports/jobs.ts'
import { fsObjects } from '../ports/objects.fs.node.ts'
import { nodePasswords } from '../ports/passwords.node.ts'
import { startPostgres } from '../ports/postgres.node.ts'
import { openSignals } from '../ports/signals.node.ts'
import { registriesIn } from '../ports/registrars.ts'
import type { Log, Services } from '../web/services.ts'
import { builtAssets } from './assets.ts'

/** Everything opened, ready for the app, the jobs or a command. */
export type Installation = {
  config: Config
  services: Services
  connectionString: string
  stop(): Promise<void>
}

type OpenOptions = {
  log: Log
  demo: boolean
  /** A command may share the embedded PostgreSQL of a running server; a server owns it. */
  attach: boolean
}

/** Opens the outside world as configured; what is not configured is started embedded, in the data folder. */
export async function openInstallation(
  config: Config,
  { log, demo, attach }: OpenOptions,
): Promise<Installation> {
  await mkdir(config.dataFolder, { recursive: true })
  const secret = config.secret ?? (await ownSecret(config.dataFolder))
  const postgres = await openPostgres(config, { attach, log })
  const database = openDatabase(config, postgres.url, log)
  const mail = openMail(config)
  return {
    config,
    connectionString: postgres.url,
    services: {
      ...database.services,
      objects: await openObjects(config, secret),
      servesObjects: !config.s3,
      ...(config.s3?.isReachable && { redirectsFromBytes: 64 * 1024 ** 2 }),
      images: childImages(),
      previews: childPreviews(),
      jobs: sqlJobs,
      passwords: nodePasswords,
      ...(mail && { mail }),
      metrics: createMetrics(),
      log,
      now: systemNow,
      ...givenBy(config),
      secret,
      demo,
      assets: await builtAssets(),
    },
    stop: async () => {
      mail?.close()
      await database.close()
      await postgres.stop()
    },
  }
}

/** Its two pools, and the one connection that listens once somebody waits for news. */
function openDatabase({ databasePool }: Config, connectionString: string, log: Log) {
  const onError = (error: Error) => log.warn({ err: error }, 'a database connection broke')
  const connection = connect({ connectionString, max: databasePool, onError })
  const signals = openSignals({ connectionString, onError })
  return {
    services: {
      db: connection.db,
      reader: connection.reader,
      checkDatabase: connection.check,
      signals,
    },
    close: async () => {
      await signals.end()
      await connection.close()
    },
  }
}

const givenBy = ({
  baseUrl,
  host,
  port,
  trustProxy,
  baseMap,
  oidc,
  visaKey,
  ...others
}: Config) => ({
  /** Where links lead; without BASE_URL, to where a server listens that has this configuration. */
  baseUrl: baseUrl ?? addressOf(host, port),
  ownHostOnly: baseUrl !== undefined,
  trustProxy,
  ...(baseMap && { baseMap }),
  ...(oidc && { oidc }),
  ...(visaKey && { visaKey }),
  registries: registriesIn(others),
  ...adminOf(others),
})

/** Who sends this service's letters answers for it, unless somebody else is named. */
const adminOf = ({
  adminEmail,
  smtpUrl,
  mailFrom,
}: Pick<Config, 'adminEmail' | 'smtpUrl' | 'mailFrom'>) => {
  const address = adminEmail ?? (smtpUrl ? mailFrom : undefined)
  return address === undefined ? {} : { adminEmail: address }
}

const openPostgres = async (
  { databaseUrl, dataFolder }: Config,
  options: Pick<OpenOptions, 'attach' | 'log'>,
) =>
  databaseUrl
    ? { url: databaseUrl, stop: async () => {} }
    : startPostgres({
        dataFolder: join(dataFolder, 'postgres'),
        ...options,
        // Whoever supervises this process starts it anew.
        onLost: () => process.exit(1),
      })

const openMail = ({ smtpUrl, mailFrom }: Config) =>
  smtpUrl ? openSmtpMail({ url: smtpUrl, from: mailFrom }) : undefined

/** The bucket's client takes 30 MB of memory: it is loaded where there is a bucket. */
async function openObjects(config: Config, secret: string): Promise<Objects> {
  if (config.s3) return (await import('../ports/objects.s3.node.ts')).nodeBucket(config.s3)
  return fsObjects({ folder: join(config.dataFolder, 'objects'), secret })
}

/** The secret of an installation that was given none: made once, kept beside its data. */
async function ownSecret(dataFolder: string): Promise<string> {
  const file = join(dataFolder, 'secret')
  try {
    await writeFile(file, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
  return (await readFile(file, 'utf8')).trim()
}
