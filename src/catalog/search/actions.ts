import { type Context, transact } from '../../core/context.ts'
import type { Trx } from '../../core/database.ts'
import {
  countRecords,
  lockNextRecords,
  lockUnjudged,
  recordsToIndex,
  type RowToIndex,
  writeIndex,
} from './queries/index.ts'
import { kindDefinitions } from '../../kinds.ts'
import { dayAt, defaultZone } from '../../core/time.ts'
import type { RecordQuality } from '../records/model/record.ts'
import { valuesOf } from '../records/queries/parts.ts'
import { vocabulariesNamed } from '../vocabularies/queries.ts'
import { documentOf } from './rules/document.ts'
import { codesToLabel, type Indexable } from '../records/rules/sections.ts'
import { searchedVocabularies } from '../vocabularies/rules.ts'

/** Makes a record's search document anew, in the transaction that changed the record. */
export async function indexRecord(trx: Trx, id: string): Promise<void> {
  await indexRecords(trx, [id])
}

/** The same for several: an import's batch. */
export async function indexRecords(trx: Trx, ids: readonly string[]): Promise<void> {
  const records = (await recordsToIndex(trx, ids)).map(indexableOf)
  const codes = [...new Set(records.flatMap(codesToLabel))]
  const labels = await vocabulariesNamed(trx, searchedVocabularies, codes)
  await writeIndex(
    trx,
    records.map((record) => ({
      id: record.id,
      ...documentOf(record, labels),
      ...qualityOf(record),
    })),
  )
}

const unjudged: RecordQuality = { completeness: null, findings: [] }

/** Judged by the day of its last change: what is said of it changes with it alone. */
function qualityOf({
  kind,
  profile,
  values,
  updatedAt,
  institutionWiews,
  institutionFounded,
}: Judged) {
  return (
    kindDefinitions[kind].qualityOf?.(values, {
      profile,
      on: dayAt(updatedAt, defaultZone),
      keeper: { wiews: institutionWiews, founded: institutionFounded },
    }) ?? unjudged
  )
}

/** Judges records that were written before there was a judgement, batch by batch; answers how many. */
export async function judgeRecords(ctx: Context): Promise<number> {
  for (let done = 0; ;) {
    // oxlint-disable-next-line no-await-in-loop -- batch after batch, so that no transaction is long
    const count = await transact(ctx, async (trx) => {
      const ids = await lockUnjudged(trx, batchSize)
      await indexRecords(trx, ids)
      return ids.length
    })
    if (count === 0) return done
    done += count
  }
}

type Reindexing = {
  /** Goes on behind this place, where a run was stopped. */
  after?: string
  onProgress?: (done: number, total: number) => void
}

const batchSize = 200

/** Makes every document anew, batch by batch, while the service goes on. Answers how many. */
export async function reindexRecords(
  ctx: Context,
  { after = '0', onProgress }: Reindexing = {},
): Promise<number> {
  const total = await countRecords(ctx.db)
  let place = Number(after)
  let done = 0
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- batch after batch, so that no transaction is long
    const batch = await indexBatch(ctx, place)
    if (batch.last === undefined) return done
    place = batch.last
    done += batch.count
    onProgress?.(done, Math.max(total, done))
  }
}

async function indexBatch(ctx: Context, after: number) {
  return transact(ctx, async (trx) => {
    const batch = await lockNextRecords(trx, { after, limit: batchSize })
    await indexRecords(
      trx,
      batch.map(({ id }) => id),
    )
    return { last: batch.at(-1)?.listedNo, count: batch.length }
  })
}

type Judged = Indexable & Pick<RowToIndex, 'updatedAt' | 'institutionWiews' | 'institutionFounded'>

/** A row as what everything about it is worked out from. */
export const indexableOf = (row: RowToIndex): Judged => ({
  ...row,
  institution: {
    id: row.institutionId,
    name: { zh: row.institutionZh, en: row.institutionEn },
    region: row.institutionRegion,
  },
  title: { zh: row.titleZh, en: row.titleEn },
  summary: { zh: row.summaryZh, en: row.summaryEn },
  hasImage: row.imageId !== null,
  values: valuesOf(row.kind, row.profile, row.parts),
})
