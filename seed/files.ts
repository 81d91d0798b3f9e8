import type { Context } from '../src/core/context.ts'
import type { LocalText } from '../src/core/text.ts'
import { Temporal } from '../src/core/time.ts'
import { attachFiles, type StoredFile } from '../src/datasets/files/actions.ts'
import { contentTypeOf } from '../src/datasets/files/rules.ts'
import { createVersion, publishVersion } from '../src/datasets/versions/actions.ts'
import { attachObjects, intendObjects, randomName } from '../src/files/uploads/actions.ts'
import { sha256Of } from '../src/files/pictures/actions/change.ts'
import { dataFilesOf, withFiles } from './data-files.ts'
import { idOf } from './landscape.ts'
import { keeping } from './records.ts'
import { findSeeded, type Ids, seedPart } from './seeded.ts'
import { stories } from './stories.ts'
import { momentOf } from './days.ts'

/** Gives datasets of the demo their files: a version each, published where the dataset is. */
export async function seedFiles(
  ctx: Context,
  { landscape, records }: { landscape: Ids; records: Ids },
): Promise<void> {
  for (const key of withFiles)
    // oxlint-disable-next-line no-await-in-loop -- dataset after dataset
    await seedDataset(ctx, { key, landscape, records })
}

/** What is accepted before files of these datasets are taken. */
const termsOf: Readonly<Record<string, LocalText>> = {
  'gucm/herb-quality': {
    zh: '仅供科研与教学使用，不得用于商业检验结论。发表成果请注明出处，并告知提供单位。',
    en: 'For research and teaching, not for commercial assays. Cite the source in what you publish, and let the institution know.',
  },
}

type Seeding = { key: string; landscape: Ids; records: Ids }

async function seedDataset(house: Context, { key, landscape, records }: Seeding): Promise<void> {
  const name = `files/${key}`
  if (await findSeeded(house.db, name)) return
  const story = stories.find((one) => one.key === `dataset/${key}`)
  if (!story) throw new Error(`No dataset of the demo: ${key}`)
  const stored = await storeFiles(house, dataFilesOf(key))
  const dataset = idOf(records, `record/${story.key}`)
  const at = momentOf(story.key, story.on)
  await seedPart(house.db, { name, now: house.now }, async (trx) => {
    const curator = await keeping(trx, house, { story, at, landscape })
    const later = Temporal.Instant.from(at).add({ minutes: 20 })
    const ctx = {
      ...curator,
      db: trx,
      now: () => later,
      keyed: async <T>(work: (inside: typeof trx) => Promise<T>) => work(trx),
    }
    const terms = termsOf[key]
    const version = await createVersion(ctx, terms ? { terms } : {}, { dataset })
    await attachObjects(
      trx,
      stored.map((file) => file.key),
    )
    await attachFiles(trx, ctx, version, stored)
    if (story.state !== 'draft')
      await publishVersion(ctx, { dataset, number: String(version.number) })
    return {}
  })
}

/** The bytes lie in the bucket before the transaction that attaches them. */
export async function storeFiles(
  ctx: Context,
  contents: readonly { name: string; text: string }[],
): Promise<StoredFile[]> {
  const files = contents.map(({ name, text }) => ({
    name,
    bytes: new TextEncoder().encode(text),
    key: `datasets/demo/${randomName()}`,
    contentType: contentTypeOf(name),
  }))
  await intendObjects(
    ctx,
    files.map((file) => file.key),
    'original',
  )
  return Promise.all(
    files.map(async ({ bytes, ...file }) => {
      const { contentType } = file
      await ctx.objects.put(file.key, bytes, { contentType, sizeBytes: bytes.length })
      return { ...file, sizeBytes: bytes.length, sha256: await sha256Of(bytes) }
    }),
  )
}
