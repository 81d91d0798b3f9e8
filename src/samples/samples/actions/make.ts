import { recordChanges } from '../../../audit/actions.ts'
import { unlessBroken } from '../../../core/conflict.ts'
import type { Context } from '../../../core/context.ts'
import type { Trx } from '../../../core/database.ts'
import { personIdOf } from '../../../core/permission.ts'
import { Problem } from '../../../core/problem.ts'
import { chunksOf, refuseIdentifiers } from '../../actions.ts'
import type { EventToNote, SampleToMake } from '../model.ts'
import {
  type EventOf,
  goneAmong,
  insertEvents,
  insertImportedEvents,
  insertSamples,
} from '../queries/make.ts'
import { madeWords as words } from '../words.ts'

type Making = {
  collection: { id: string; institutionId: string }
  samples: readonly SampleToMake[]
}

/**
 * Makes samples of a collection in a transaction of the caller, who asked whether the actor may; answers their ids in the
 * same order. A code that the institution already has is a conflict.
 */
export async function createSamplesIn(
  trx: Trx,
  ctx: Context,
  { collection, samples }: Making,
): Promise<string[]> {
  const made = { at: ctx.now(), by: personIdOf(ctx) }
  const ids: string[] = []
  refuseIdentifiers({
    samples: samples.map((one) => (one.family === 'human' ? textsOf(one) : null)),
  })
  for (const some of chunksOf(samples)) {
    // oxlint-disable-next-line no-await-in-loop -- one transaction is one connection
    await refuseGone(trx, some)
    // oxlint-disable-next-line no-await-in-loop -- the same
    const chunk = await unlessBroken('sample_code_taken', words.codeTaken, () =>
      insertSamples(trx, collection, { samples: some, ...made }),
    )
    ids.push(...chunk)
    // oxlint-disable-next-line no-await-in-loop -- the same
    await recordChanges(
      trx,
      ctx,
      some.map((sample, at) => ({
        action: 'sample.create',
        entity: 'sample',
        entityId: chunk[at] ?? null,
        institutionId: collection.institutionId,
        after: sample,
      })),
    )
  }
  return ids
}

/** Ids are no texts that somebody typed. */
const textsOf = (sample: SampleToMake) => ({
  ...sample,
  donorId: null,
  sourceId: null,
  kitId: null,
  parentIds: null,
})

/** Whoever withdraws meanwhile waits for this, or this for them. */
async function refuseGone(trx: Trx, samples: readonly SampleToMake[]): Promise<void> {
  const gone = await goneAmong(trx, samples)
  if (gone.donors) throw new Problem('conflict', words.donorWithdrawn)
  if (gone.parents) throw new Problem('conflict', words.parentBlocked)
}

type Happened = EventToNote & {
  samples: readonly string[]
  institutionId: string
}

/** Notes one event of each of these samples in a transaction of the caller; a `thaw` counts up how often each was thawed. */
export async function eventIn(
  trx: Trx,
  ctx: Context,
  { samples, institutionId, ...event }: Happened,
): Promise<void> {
  const noted = { ...event, at: ctx.now(), by: personIdOf(ctx) }
  for (const some of chunksOf(samples)) {
    // oxlint-disable-next-line no-await-in-loop -- one transaction is one connection
    await insertEvents(trx, some, noted)
    // oxlint-disable-next-line no-await-in-loop -- the same
    await recordChanges(
      trx,
      ctx,
      some.map((entityId) => ({
        action: 'sample.event',
        entity: 'sample',
        entityId,
        institutionId,
        after: event,
      })),
    )
  }
}

type Imported = { importId: string; institutionId: string; events: readonly EventOf[] }

/** The same for what a table says of many samples, each its own. */
export async function importedEventsIn(
  trx: Trx,
  ctx: Context,
  { importId, institutionId, events }: Imported,
): Promise<void> {
  for (const some of chunksOf(events)) {
    const noted = { events: some, at: ctx.now(), by: personIdOf(ctx) }
    // oxlint-disable-next-line no-await-in-loop -- one transaction is one connection
    await insertImportedEvents(trx, importId, noted)
    // oxlint-disable-next-line no-await-in-loop -- the same
    await recordChanges(
      trx,
      ctx,
      some.map(({ sampleId, ...after }) => ({
        action: 'sample.event',
        entity: 'sample',
        entityId: sampleId,
        institutionId,
        after,
      })),
    )
  }
}
