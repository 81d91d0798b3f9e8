import { createRecordIn } from '../src/catalog/records/actions/create.ts'
import { withdrawRecordIn } from '../src/catalog/records/actions/publish.ts'
import { insertRelation } from '../src/catalog/records/queries/relations.ts'
import type { Context } from '../src/core/context.ts'
import type { Trx } from '../src/core/database.ts'
import { Temporal } from '../src/core/time.ts'
import { actorById } from '../src/people/accounts/actions/actor.ts'
import { momentOf } from './days.ts'
import { institutions } from './institutions.ts'
import { idOf } from './landscape.ts'
import { type Ids, seedPart } from './seeded.ts'
import type { RecordStory, RelationStory } from './story.ts'

const batchSize = 40

/** A record of the demo with the moment when it was written, and its place from the newest. */
type Dated = { story: RecordStory; at: string; place: number }

/** Stories in the order in which they were written, in batches that are one transaction each. */
export function batchesOf(stories: readonly RecordStory[]): Dated[][] {
  const dated = stories
    .map((story) => ({ story, at: momentOf(story.key, story.on) }))
    .toSorted((a, b) => (a.at < b.at ? -1 : 1))
    .map((one, index) => ({ ...one, place: stories.length - index }))
  return Array.from({ length: Math.ceil(dated.length / batchSize) }, (_, batch) =>
    dated.slice(batch * batchSize, (batch + 1) * batchSize),
  )
}

/** Writes a batch once, each record in the name of who keeps it and at its own moment. Answers ids by `record/…`. */
export async function seedBatch(
  ctx: Context,
  { name, batch, landscape }: { name: string; batch: readonly Dated[]; landscape: Ids },
): Promise<Ids> {
  return seedPart(ctx.db, { name, now: ctx.now }, async (trx) => {
    const ids: Ids = {}
    for (const dated of batch)
      ids[`record/${dated.story.key}`] = await addRecord(trx, ctx, { ...dated, landscape })
    return ids
  })
}

/** Says what has to do with what. */
export async function seedRelations(
  ctx: Context,
  { relations, records }: { relations: readonly RelationStory[]; records: Ids },
): Promise<void> {
  await seedPart(ctx.db, { name: 'relations', now: ctx.now }, async (trx) => {
    for (const [from, type, to] of relations)
      await insertRelation(trx, {
        from_id: idOf(records, `record/${from}`),
        to_id: idOf(records, `record/${to}`),
        type,
        created_at: ctx.now().toString(),
      })
    return {}
  })
}

async function addRecord(
  trx: Trx,
  house: Context,
  { story, at, place, landscape }: Dated & { landscape: Ids },
): Promise<string> {
  const ctx = await keeping(trx, house, { story, at, landscape })
  const institution = idOf(landscape, `institution/${story.institution}`)
  const { id } = await createRecordIn(trx, ctx, {
    kind: story.kind,
    input: { ...story.input, institution },
    publish: story.state !== 'draft',
    from: { source: 'demo', sourceKey: story.key },
  })
  if (story.state === 'withdrawn') await withdraw(trx, ctx, { id, reason: story.reason ?? '', at })
  if (story.picture && story.state !== 'withdrawn') {
    const { subject, caption } = story.picture
    await ctx.jobs.add(
      trx,
      'draw_demo_picture',
      { recordId: id, caption, at, kind: story.kind, subject, key: story.key },
      // What people see first is drawn first, and letters go before all of it.
      { key: `draw/${id}`, priority: 10 + place },
    )
  }
  return id
}

/** The curator of the institution at that moment; what they write is theirs in the history. */
async function keeping(
  trx: Trx,
  house: Context,
  { story, at, landscape }: { story: RecordStory; at: string; landscape: Ids },
): Promise<Context> {
  const institution = institutions.find(({ key }) => key === story.institution)
  const curator = idOf(landscape, `person/${institution?.curator}`)
  const actor = await actorById(trx, curator, { type: 'token', scopes: ['write'] })
  return { ...house, ...(actor && { actor }), now: () => Temporal.Instant.from(at) }
}

const patience = { hours: 24 * 45 }

async function withdraw(
  trx: Trx,
  ctx: Context,
  { id, reason, at }: { id: string; reason: string; at: string },
): Promise<void> {
  const later = Temporal.Instant.from(at).add(patience)
  await withdrawRecordIn(trx, { ...ctx, now: () => later }, { id, reason })
}
