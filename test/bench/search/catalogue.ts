import { Client } from 'pg'
import { migrateToLatest } from '../../../db/migrate.ts'
import { admin, withDatabase } from '../../support/setup.ts'
import { loadRecords } from './load.ts'

type Wanted = { count: number; keep: boolean | undefined }

/** A database of so many generated records, made now or kept from an earlier run. Dropped at the end unless kept. */
export async function benchDatabase(server: string, { count, keep = false }: Wanted) {
  const name = `hexi_bench_${count}`
  const url = withDatabase(server, name)
  if (!(keep && (await holds(url, count)))) {
    const started = performance.now()
    await admin(server, `drop database if exists ${name} with (force)`)
    await admin(server, `create database ${name}`)
    await migrateToLatest(url)
    await loadRecords(url, { count, onProgress: progressOf(count) })
    const seconds = Math.round((performance.now() - started) / 1000)
    console.log(`${count} records made and indexed in ${seconds} s`)
  }
  return {
    url,
    [Symbol.asyncDispose]: async () => {
      if (!keep) await admin(server, `drop database if exists ${name} with (force)`)
    },
  }
}

async function holds(url: string, count: number): Promise<boolean> {
  const client = new Client(url)
  try {
    await client.connect()
    const { rows } = await client.query('select count(*)::int as count from record')
    return rows[0]?.count === count
  } catch {
    return false
  } finally {
    await client.end()
  }
}

const progressOf = (count: number) => (done: number) => {
  if (process.stdout.isTTY)
    process.stdout.write(`\r${done} of ${count}${done === count ? '\n' : ''}`)
}
