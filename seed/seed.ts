import { systemContext } from '../src/jobs.ts'
import type { Services } from '../src/web/services.ts'
import { seedAgreements } from './agreements.ts'
import { seedBiobanks } from './biobanks.ts'
import { seedBookings } from './bookings.ts'
import { seedCharges } from './charges.ts'
import { seedDeposits } from './deposits.ts'
import { seedFiles } from './files.ts'
import { seedGermplasm } from './germplasm.ts'
import { seedLandscape } from './landscape.ts'
import { seedOrders } from './orders.ts'
import { seedPastUse } from './past-use.ts'
import { batchesOf, seedBatch, seedRelations } from './records.ts'
import { relations } from './relations.ts'
import { findSeeded, seededIds, seedPart } from './seeded.ts'
import { seedRequests } from './requests.ts'
import { seedStores } from './stores.ts'
import { seedSamples } from './samples.ts'
import { seedStock } from './stock.ts'
import { stories } from './stories.ts'
import { seedTaxa } from './taxa.ts'
import { seedTrials } from './trials.ts'
import { seedUpkeep } from './upkeep.ts'
import { seedViability } from './viability.ts'

/**
 * Writes the demo once. Killed at any moment and started again, it goes on where it stopped; done, it writes nothing,
 * whatever people changed since. The sizes of pictures are made when somebody looks at them.
 */
export async function seedDemo(
  services: Services,
  onProgress: (done: number, total: number) => void = () => {},
): Promise<void> {
  if (await findSeeded(services.db, 'demo')) return
  const ctx = systemContext(services, 'seed')
  const landscape = await seedLandscape(ctx)
  await seedTaxa(ctx)
  let done = 0
  for (const [index, batch] of batchesOf(stories).entries()) {
    onProgress(done, stories.length)
    // oxlint-disable-next-line no-await-in-loop -- batch after batch, in the order in which they were written
    await seedBatch(ctx, { name: `records/${index}`, batch, landscape })
    done += batch.length
  }
  await seedRelations(ctx, { relations, records: await seededIds(ctx.db, 'records') })
  await seedBiobanks(ctx, { landscape, records: await seededIds(ctx.db, 'records') })
  await seedFiles(ctx, { landscape, records: await seededIds(ctx.db, 'records') })
  await seedGermplasm(ctx, { landscape, records: await seededIds(ctx.db, 'records') })
  await seedTrials(ctx, { landscape, records: await seededIds(ctx.db, 'records') })
  await seedUpkeep(ctx, { landscape, records: await seededIds(ctx.db, 'records') })
  await seedBookings(ctx, { landscape, records: await seededIds(ctx.db, 'records') })
  await seedPastUse(ctx, { landscape, records: await seededIds(ctx.db, 'records') })
  await seedCharges(ctx, { landscape, records: await seededIds(ctx.db, 'records') })
  await seedOrders(ctx, { landscape, records: await seededIds(ctx.db, 'records') })
  await seedDeposits(ctx, { landscape })
  await seedAgreements(ctx, landscape)
  await seedStock(ctx, { landscape, records: await seededIds(ctx.db, 'records') })
  await seedViability(ctx)
  await seedRequests(ctx, { landscape, records: await seededIds(ctx.db, 'records') })
  // After requests, whose stories of collections were told without single samples.
  await seedSamples(ctx, { landscape, records: await seededIds(ctx.db, 'records') })
  await seedStores(ctx)
  await seedPart(ctx.db, { name: 'demo', now: ctx.now }, async () => ({}))
  onProgress(done, stories.length)
}
