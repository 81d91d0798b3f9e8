import { statfs } from 'node:fs/promises'
import type { CommandIo } from '../core/command.ts'
import { newSecret } from '../core/secrets.ts'
import type { Text } from '../core/text.ts'
import { databaseFacts } from '../ports/database.ts'
import { checkRequests } from '../requests/requests/actions/rebuild.ts'
import type { Installation } from './installation.ts'

type Finding = { what: Text; wrong?: string | undefined }
type Check = (installation: Installation) => Promise<Finding>

const leastFreeBytes = 1_000_000_000
const mostSkewMs = 5_000

/** Looks at everything that the installation stands on, and says of each what it found. */
export async function doctor(
  installation: Installation,
  io: CommandIo,
): Promise<'done' | 'failed'> {
  let failed = 0
  for (const check of [database, migrations, clock, bucket, queue, requests, disk]) {
    // oxlint-disable-next-line no-await-in-loop -- one finding after the other, as they are read
    const { what, wrong } = await check(installation).catch((error: unknown) =>
      brokenBy(check, error),
    )
    const mark = wrong === undefined ? 'ok  ' : 'FAIL'
    const rest = wrong === undefined ? '' : `: ${wrong}`
    io.say({ zh: `${mark} ${what.zh}${rest}`, en: `${mark} ${what.en}${rest}` })
    if (wrong !== undefined) failed += 1
  }
  return failed === 0 ? 'done' : 'failed'
}

const brokenBy = (check: Check, error: unknown): Finding => ({
  what: { zh: check.name, en: check.name },
  wrong: error instanceof Error ? error.message : String(error),
})

const database: Check = async ({ services }) => {
  const { version, extensions } = await databaseFacts(services.db)
  const missing = ['btree_gist', 'pg_trgm'].filter((name) => !extensions.includes(name))
  const wrong =
    version < 150_000
      ? `PostgreSQL ${version} < 15`
      : missing.length > 0
        ? `missing extensions ${missing.join(', ')}`
        : undefined
  const shown = Math.floor(version / 10_000)
  return { what: { zh: `数据库 PostgreSQL ${shown}`, en: `database, PostgreSQL ${shown}` }, wrong }
}

const migrations: Check = async ({ services }) => {
  const { applied } = await databaseFacts(services.db)
  return {
    what: { zh: `已应用 ${applied} 个迁移`, en: `${applied} migrations applied` },
    wrong: applied === 0 ? 'hexi migrate' : undefined,
  }
}

const clock: Check = async ({ services }) => {
  const { now } = await databaseFacts(services.db)
  const skewMs = Math.abs(now.epochMilliseconds - services.now().epochMilliseconds)
  return {
    what: { zh: `时钟与数据库相差 ${skewMs} 毫秒`, en: `clock, ${skewMs} ms off the database’s` },
    wrong: skewMs > mostSkewMs ? `> ${mostSkewMs} ms` : undefined,
  }
}

/** Writes, reads and removes one small object: credentials, bucket and clock are all right then. */
const bucket: Check = async ({ services: { objects } }) => {
  const key = `doctor/${newSecret().toLowerCase().replaceAll('_', '-')}`
  const bytes = new TextEncoder().encode('hexi')
  await objects.put(key, bytes, { contentType: 'text/plain', sizeBytes: bytes.length })
  const found = await objects.find(key)
  const text = found && (await new Response(found.body).text())
  await objects.remove(key)
  return {
    what: { zh: '对象存储可写、可读、可删', en: 'object storage can write, read and delete' },
    wrong: text === 'hexi' ? undefined : `read back ${JSON.stringify(text)}`,
  }
}

const queue: Check = async ({ services }) => {
  const { jobsWaiting, jobsDead } = await databaseFacts(services.db)
  return {
    what: {
      zh: `任务队列：${jobsWaiting} 个等待，${jobsDead} 个失败`,
      en: `queue: ${jobsWaiting} jobs waiting, ${jobsDead} failed`,
    },
    wrong: jobsDead > 0 ? '/admin/jobs' : undefined,
  }
}

const mostCompared = 500

/** The newest requests are what their events say. */
const requests: Check = async ({ services }) => {
  const { checked, wrong } = await checkRequests(services.db, mostCompared)
  return {
    what: {
      zh: `已按事件核对 ${checked} 份申请`,
      en: `${checked} requests checked against their events`,
    },
    wrong:
      wrong.length > 0
        ? `hexi reindex-requests (${wrong.map(({ id, differences }) => `${id}: ${differences.join(' ')}`).join(', ')})`
        : undefined,
  }
}

const disk: Check = async ({ config }) => {
  const { bavail, bsize } = await statfs(config.dataFolder)
  const freeBytes = bavail * bsize
  const shown = `${(freeBytes / 1e9).toFixed(1)} GB`
  return {
    what: { zh: `数据文件夹剩余 ${shown}`, en: `${shown} free in the data folder` },
    wrong: freeBytes < leastFreeBytes ? '< 1 GB' : undefined,
  }
}
