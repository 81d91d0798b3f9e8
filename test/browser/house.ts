import { randomUUID } from 'node:crypto'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { Client } from 'pg'
import { inject } from 'vitest'
import { seedBiobanks } from '../../seed/biobanks.ts'
import { seedSamples } from '../../seed/samples.ts'
import { seedAgreements } from '../../seed/agreements.ts'
import { seedCharges } from '../../seed/charges.ts'
import { withFiles } from '../../seed/data-files.ts'
import { seedFiles } from '../../seed/files.ts'
import { seedDeposits } from '../../seed/deposits.ts'
import { seedGermplasm } from '../../seed/germplasm.ts'
import { seedLandscape } from '../../seed/landscape.ts'
import { services as offered } from '../../seed/order-stories.ts'
import { seedOrders } from '../../seed/orders.ts'
import { seedPastUse } from '../../seed/past-use.ts'
import { batchesOf, seedBatch } from '../../seed/records.ts'
import { seededIds } from '../../seed/seeded.ts'
import { seedStock } from '../../seed/stock.ts'
import { seedStores } from '../../seed/stores.ts'
import { stories } from '../../seed/stories.ts'
import { seedTaxa } from '../../seed/taxa.ts'
import { seedTrials } from '../../seed/trials.ts'
import { seedViability } from '../../seed/viability.ts'
import type { RecordStory } from '../../seed/story.ts'
import type { Objects } from '../../src/core/ports.ts'
import { createJobs, systemContext } from '../../src/jobs.ts'
import { builtAssets } from '../../src/node/assets.ts'
import { serveApp } from '../../src/node/serve.ts'
import { type Connection, connect } from '../../src/ports/database.ts'
import { sharpImages } from '../../src/ports/images.sharp.ts'
import { fsObjects } from '../../src/ports/objects.fs.node.ts'
import { childPreviews } from '../../src/ports/previews.child.node.ts'
import { openSignals } from '../../src/ports/signals.node.ts'
import { startWorker } from '../../src/ports/worker.node.ts'
import type { Services } from '../../src/web/services.ts'
import { beginning, testNow } from '../support/clock.ts'
import { testDatabase } from '../support/database.ts'
import { testSecret, testServices } from '../support/services.ts'
import { demoOf, withDatabase } from '../support/setup.ts'
import { type Found, findThings } from './found.ts'
import { leaveUnderWay } from './import-cases.ts'

/**
 * A small demo, served as `npm start` serves it: its people, a page of results, jobs that are worked off. The first
 * file that wants it makes it, every file opens a copy. With `objects`, what comes from then on is stored there; with
 * `now`, it goes by that clock.
 */
export async function openHouse({
  objects: elsewhere,
  now = testNow,
}: { objects?: Objects; now?: Services['now'] } = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'hexi-demo-'))
  const { template, objects, found } = await demoOfRun()
  await cp(objects, folder, { recursive: true })
  const database = await testDatabase({ max: 8, template })
  const house = await serve({ database, folder, now, elsewhere })
  return {
    ...house,
    found,
    stop: async () => {
      await house.stop()
      await database[Symbol.asyncDispose]()
      await rm(folder, { recursive: true })
    },
  }
}

export type BrowserHouse = Awaited<ReturnType<typeof openHouse>>

type Opening = {
  database: Connection & { url: string }
  folder: string
  now: Services['now']
  elsewhere?: Objects | undefined
}

async function serve({ database, folder, now, elsewhere }: Opening) {
  const services = await testServices(database, {
    demo: true,
    now,
    objects: elsewhere ?? fsObjects({ folder, secret: testSecret }),
    servesObjects: !elsewhere,
    images: sharpImages(),
    previews: childPreviews(),
    signals: openSignals({ connectionString: database.url }),
    assets: await builtAssets(),
  })
  const worker = await startWorker({
    connectionString: database.url,
    handlers: createJobs(services),
    schedules: [],
    log: services.log,
  })
  const serving = await serveApp(services, {
    host: '127.0.0.1',
    port: freeish(),
    portIsGiven: false,
  })
  return {
    services,
    origin: serving.address,
    /** Waits until no job is left to do. */
    quiet: async () => {
      while (await hasWork(database.db)) await pause(200)
    },
    stop: async () => {
      await serving.stop()
      await worker.stop()
    },
  }
}

/** Made under a lock, and named last: a demo that is there is whole. */
async function demoOfRun() {
  const template = demoOf(inject('template'))
  const objects = join(inject('runFolder'), 'demo')
  const listed = join(inject('runFolder'), 'demo.json')
  const client = new Client(inject('databaseServer'))
  await client.connect()
  try {
    await client.query('select pg_advisory_lock(hashtext($1))', [template])
    const { rowCount } = await client.query('select from pg_database where datname = $1', [
      template,
    ])
    if (rowCount === 0) {
      const name = `${template}_${randomUUID().slice(0, 8)}`
      await client.query(`create database ${name} template ${inject('template')}`)
      await writeFile(listed, JSON.stringify(await makeDemo(name, objects)))
      await client.query(`alter database ${name} rename to ${template}`)
    }
  } finally {
    await client.end()
  }
  // Written above, by this file of tests or another of the same run.
  const found: Found = JSON.parse(await readFile(listed, 'utf8'))
  return { template, objects, found }
}

/** Seeded, looked through and left with nothing to do; all at the moment when every file of tests begins. */
async function makeDemo(name: string, folder: string): Promise<Found> {
  const url = withDatabase(inject('databaseServer'), name)
  const connection = connect({ connectionString: url, max: 8 })
  const house = await serve({
    database: { ...connection, url },
    folder,
    now: () => beginning,
  })
  await seed(house.services)
  await house.quiet()
  const found = await findThings(house.origin, beginning)
  await house.quiet()
  await leaveUnderWay(connection.db, found.imports)
  await house.stop()
  await connection.close()
  return found
}

async function seed(services: Services): Promise<void> {
  const ctx = systemContext(services, 'seed')
  const landscape = await seedLandscape(ctx)
  await seedTaxa(ctx)
  for (const [index, batch] of batchesOf(chosen).entries())
    // oxlint-disable-next-line no-await-in-loop -- batch after batch, as the demo does
    await seedBatch(ctx, { name: `records/${index}`, batch, landscape })
  const past = { landscape, records: await seededIds(ctx.db, 'records'), of: chosen }
  await seedFiles(ctx, past)
  await seedGermplasm(ctx, past)
  await seedPastUse(ctx, past)
  await seedCharges(ctx, past)
  await seedOrders(ctx, past)
  await seedDeposits(ctx, past)
  await seedAgreements(ctx, past.landscape)
  await seedTrials(ctx, past)
  await seedStock(ctx, past)
  await seedViability(ctx)
  await seedBiobanks(ctx, past)
  await seedSamples(ctx, past)
  await seedStores(ctx)
  await leaveWork(services)
}

const freeish = () => 20_000 + Math.floor(Math.random() * 20_000)

const of = (choose: (story: RecordStory) => boolean, count: number) =>
  stories.filter(choose).slice(0, count)

function withoutPicture(story: RecordStory): RecordStory {
  const { picture, ...rest } = story
  return picture ? rest : story
}

/** An instrument with a service of the demo's orders. */
const isOffered = ({ key }: RecordStory) =>
  offered.some(([instrument]) => key === `instrument/${instrument}`)

/** With parents, with steps of an introduction, with observations of trials. */
const grown = [
  'medicinal/angelica-4',
  'medicinal/angelica-5',
  'crop/quinoa-1',
  'crop/potato-1',
  'crop/potato-2',
]
const isGrown = ({ key }: RecordStory) => grown.some((one) => key === `accession/${one}`)

const hasFiles = ({ key }: RecordStory) => withFiles.some((one) => key === `dataset/${one}`)

/** More than a page of everything, of every kind and library profile; one of each with its picture. */
const chosen: readonly RecordStory[] = [
  of((story) => isOffered(story), 4),
  of((story) => story.kind === 'instrument' && !story.state && !isOffered(story), 8),
  of((story) => story.kind === 'dataset' && !story.state && !hasFiles(story), 6),
  of((story) => hasFiles(story), withFiles.length),
  of(({ kind }) => kind === 'collection', Infinity),
  of(
    (story) =>
      story.kind === 'accession' && story.institution === 'gaas' && !story.state && !isGrown(story),
    12,
  ),
  of((story) => isGrown(story), grown.length),
  of(({ input, state }) => input['profile'] === 'animal' && !state, 2),
  of(({ input, state }) => input['profile'] === 'microbe' && !state, 2),
  of(({ institution, state }) => institution === 'gaas' && state === 'draft', 1),
  of(({ kind, state }) => kind !== 'collection' && state === 'withdrawn', 2),
].flatMap(([first, ...others]) => [...(first ? [first] : []), ...others.map(withoutPicture)])

/** A job that is never due, so that the queue has something to show. */
const leaveWork = async ({ db, jobs }: Services): Promise<void> =>
  db
    .transaction()
    .execute(async (trx) => jobs.add(trx, 'sweep_people', {}, { runAt: new Date('2999-01-01') }))

async function hasWork(db: Services['db']): Promise<boolean> {
  const { rows } = await sql<{ waiting: boolean }>`
    select exists (select from graphile_worker.jobs
      where attempts < max_attempts and run_at <= now()) as waiting`.execute(db)
  return rows[0]?.waiting ?? false
}
