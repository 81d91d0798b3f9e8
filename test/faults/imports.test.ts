import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask, type FaultScene, openFaultScene } from './scene.ts'

const rowCount = 3_000

let scene: FaultScene
let database: Client
beforeAll(async () => {
  scene = await openFaultScene()
  database = new Client({ connectionString: scene.url })
  await database.connect()
})
afterAll(async () => {
  await database.end()
  await scene.close()
})

/** A table of passports, of which every hundredth has an altitude that nobody can read. */
function passports(prefix: string): string {
  const rows = Array.from({ length: rowCount }, (_, at) => [
    `${prefix}${at}`,
    'Medicago',
    'sativa',
    `苜蓿 ${prefix} ${at}`,
    at % 100 === 0 ? '高' : at % 4000,
  ])
  return ['ACCENUMB,GENUS,SPECIES,ACCENAME,ELEVATION', ...rows.map(String)].join('\n')
}

const good = rowCount - rowCount / 100

async function importOf(id: string) {
  const { rows } = await database.query<{ state: string; position: number; accepted: number }>(
    'select state, position, accepted from import where id = $1',
    [id],
  )
  return rows[0] ?? { state: 'none', position: 0, accepted: 0 }
}

const countOf = async (prefix: string) => {
  const { rows } = await database.query<{ count: number }>(
    'select count(*)::int as count from accession where accenumb like $1',
    [`${prefix}%`],
  )
  return rows[0]?.count
}

async function until(id: string, isSo: (now: Awaited<ReturnType<typeof importOf>>) => boolean) {
  const last = performance.now() + 120_000
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- one look follows the other
    const now = await importOf(id)
    if (isSo(now)) return now
    if (performance.now() > last) throw new Error(`It is still ${JSON.stringify(now)}.`)
    // oxlint-disable-next-line no-await-in-loop -- the same
    await sleep(20)
  }
}

const isUnderWay = ({ position }: { position: number }) => position >= rowCount * 0.4

test(
  'an import by command that is killed goes on where it was, and ends the same',
  { timeout: 180_000 },
  async () => {
    const file = join(scene.folder, 'passports.csv')
    await writeFile(file, passports('KILLED'))
    const owner = ['--institution', scene.house.own]
    const killed = scene.command('import', '--kind', 'accession', ...owner, file)
    const id = await killed.says(/resume-import (\S+)/)
    const { position } = await until(id, isUnderWay)
    killed.child.kill('SIGKILL')
    expect(await killed.ended).toMatchObject({ signal: 'SIGKILL' })
    const before = await importOf(id)
    expect(before).toMatchObject({ state: 'running' })
    expect(before.position).toBeLessThan(rowCount)
    expect(before.position).toBeGreaterThanOrEqual(position)
    const resumed = await scene.command('resume-import', id).ended
    expect([resumed.code, resumed.out]).toEqual([
      1,
      expect.stringContaining(
        `${rowCount} rows: ${good} accepted, 0 unchanged, ${rowCount / 100} rejected`,
      ),
    ])
    expect(await countOf('KILLED')).toBe(good)
    const unknown = await scene.command('resume-import', scene.house.own).ended
    expect([unknown.code, unknown.out]).toEqual([1, ''])
  },
)

test(
  'an import of a server that is killed is ended by the next one',
  { timeout: 180_000 },
  async () => {
    const withJobs = { HEXI_JOBS: 'yes' }
    const server = await scene.serve(withJobs)
    const form = new FormData()
    form.set('kind', 'accession')
    form.set('institution', scene.house.own)
    form.set('file', new File([passports('SERVED')], 'passports.csv'))
    const to = `${server.address}/api/v1/imports`
    const sent = await ask(to, { method: 'POST', token: 'demo-curator', body: form })
    expect(sent.status).toBe(202)
    const id = String(JSON.parse(sent.text).id)
    await until(id, isUnderWay)
    server.child.kill('SIGKILL')
    await server.ended
    expect(await importOf(id)).toMatchObject({ state: 'running' })
    await scene.serve(withJobs)
    expect(await until(id, ({ state }) => state !== 'running')).toMatchObject({
      state: 'done',
      accepted: good,
    })
    expect(await countOf('SERVED')).toBe(good)
  },
)
