import { seedLandscape } from '../../seed/landscape.ts'
import { batchesOf, seedBatch, seedRelations } from '../../seed/records.ts'
import { relations } from '../../seed/relations.ts'
import { seededIds } from '../../seed/seeded.ts'
import { stories } from '../../seed/stories.ts'
import { seedTaxa } from '../../seed/taxa.ts'
import { createApp } from '../../src/app.ts'
import type { Actor } from '../../src/core/actor.ts'
import type { Context } from '../../src/core/context.ts'
import { systemContext } from '../../src/jobs.ts'
import { asCaller } from '../support/house.ts'
import { testDatabase } from '../support/database.ts'
import { testServices } from '../support/services.ts'

/** The demo’s records and their relations, for formats that have to hold for every one of them. */
export async function demoScene() {
  const database = await testDatabase()
  const services = await testServices(database, { demo: true, baseUrl: 'https://hexi.test' })
  await seedRecords(systemContext(services, 'seed'))
  const app = createApp(services)
  const contextOf = (actor: Actor): Context => ({ ...systemContext(services, 'test'), actor })
  return {
    ...database,
    services,
    app,
    as: (token?: string) => asCaller(app, token),
    /** What the public doors ask with. */
    guest: contextOf({ type: 'anonymous' }),
    contextOf,
    ids: async (visibility: 'draft' | 'published' | 'withdrawn', audience = 'public') => {
      const rows = await database.db
        .selectFrom('record')
        .where('visibility', '=', visibility)
        .where('audience', '=', audience)
        .select(['id', 'kind'])
        .orderBy('id')
        .execute()
      return rows.map(({ id }) => id)
    },
    [Symbol.asyncDispose]: () => database[Symbol.asyncDispose](),
  }
}

async function seedRecords(ctx: Context) {
  const landscape = await seedLandscape(ctx)
  await seedTaxa(ctx)
  for (const [index, batch] of batchesOf(stories).entries())
    // oxlint-disable-next-line no-await-in-loop -- batch after batch, as the demo is written
    await seedBatch(ctx, { name: `records/${index}`, batch, landscape })
  await seedRelations(ctx, { relations, records: await seededIds(ctx.db, 'records') })
}

export type DemoScene = Awaited<ReturnType<typeof demoScene>>
