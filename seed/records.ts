import { createRecordIn } from '../src/catalog/records/actions/create.ts'
import { withdrawRecordIn } from '../src/catalog/records/actions/edit.ts'
import { insertRelation } from '../src/catalog/records/queries/records.ts'
import type { Context } from '../src/core/context.ts'
import type { Trx } from '../src/core/database.ts'
import { Temporal } from '../src/core/time.ts'
import {
  attachDrawing,
  type StoredDrawing,
  storeDrawings,
} from '../src/files/pictures/actions/derive.ts'
import { actorById } from '../src/people/accounts/actions/actor.ts'
import { momentOf } from './days.ts'
import { institutions } from './institutions.ts'
import { idOf } from './landscape.ts'
import { drawPicture } from './pictures/draw.ts'
import { height, width } from './pictures/svg.ts'
import { findSeeded, type Ids, seedPart } from './seeded.ts'
import type { RecordStory, RelationStory } from './story.ts'

const batchSize = 40

/** A record of the demo with the moment when it was written. */
type Dated = { story: RecordStory; at: string }

/** Stories in the order in which they were written, in batches that are one transaction each. */
export function batchesOf(stories: readonly RecordStory[]): Dated[][] {
  const dated = stories
    .map((story) => ({ story, at: momentOf(story.key, story.on) }))
    .toSorted((a, b) => (a.at < b.at ? -1 : 1))
  return Array.from({ length: Math.ceil(dated.length / batchSize) }, (_, batch) =>
    dated.slice(batch * batchSize, (batch + 1) * batchSize),
  )
}

/** Writes a batch once, each record in the name of who keeps it and at its own moment. Answers ids by `record/…`. */
export async function seedBatch(
  ctx: Context,
  { name, batch, landscape }: { name: string; batch: readonly Dated[]; landscape: Ids },
): Promise<Ids> {
  const before = await findSeeded(ctx.db, name)
  if (before) return before
  const drawings = await drawnFor(ctx, batch)
  return seedPart(ctx.db, { name, now: ctx.now }, async (trx) => {
    const ids: Ids = {}
    for (const { story, at } of batch) {
      const drawing = drawings.get(story)
      ids[`record/${story.key}`] = await addRecord(trx, ctx, { story, at, landscape, drawing })
    }
    return ids
  })
}

/** Drawings lie in the bucket before the transaction that attaches them. A withdrawn record has none. */
async function drawnFor(
  ctx: Context,
  batch: readonly Dated[],
): Promise<Map<RecordStory, StoredDrawing>> {
  const drawn = batch.flatMap(({ story }) =>
    story.picture && story.state !== 'withdrawn'
      ? { story, svg: drawPicture({ subject: story.picture.subject, key: story.key }) }
      : [],
  )
  const stored = await storeDrawings(
    ctx,
    drawn.map(({ svg }) => svg),
  )
  return new Map(
    drawn.flatMap(({ story }, index) => (stored[index] ? [[story, stored[index]]] : [])),
  )
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

type Addition = Dated & { landscape: Ids; drawing: StoredDrawing | undefined }

async function addRecord(
  trx: Trx,
  house: Context,
  { story, at, landscape, drawing }: Addition,
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
  if (story.picture && drawing)
    await attachDrawing(trx, ctx, id, {
      ...drawing,
      name: story.key,
      caption: story.picture.caption,
      width,
      height,
    })
  return id
}

/** The curator of the institution at that moment; what they write is theirs in the history. */
export async function keeping(
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
