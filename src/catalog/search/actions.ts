import { type Context, transact } from '../../core/context.ts'
import type { Trx } from '../../core/database.ts'
import {
  countRecords,
  deleteNames,
  foundedInstitutions,
  type IndexedRecord,
  insertNames,
  lockNextRecords,
  lockUnjudged,
  recordsToIndex,
  type RowToIndex,
  taxonLines,
  updateDocuments,
} from './queries/index.ts'
import { dayAt, defaultZone } from '../../core/time.ts'
import { fieldsOf, kindDefinitions } from '../../kinds.ts'
import type { QualityFacts, RecordQuality } from '../records/model/record.ts'
import { valuesOf } from '../records/queries/parts.ts'
import { guardedValues } from '../records/rules/present.ts'
import { vocabulariesNamed } from '../vocabularies/queries/terms.ts'
import { documentOf } from './rules/document.ts'
import type { SearchQuery } from './model.ts'
import { tallyTaxa } from './queries/facets.ts'
import { countValues, newestOf } from './queries/home.ts'
import { waysOf } from './queries/reading.ts'
import { searchRecords } from './queries/search.ts'
import { codesToLabel, type Indexable, taxonNameOf } from '../records/rules/sections.ts'
import { wholesOfTaxon } from './rules/facets.ts'
import { searchedVocabularies } from '../vocabularies/rules.ts'

/** One page of what the caller finds, for the pages of other areas. */
export const findRecords = ({ db, actor, lang }: Context, query: SearchQuery) =>
  searchRecords(db, actor, { ...query, lang })

/** What finds all words of a question or their synonyms, apart or side by side, for lists of records elsewhere. */
export const wordsOf = async ({ db }: Context, q: string): Promise<string | undefined> =>
  (await waysOf(db, { q })).apart()?.words

/** The newest of it; nothing is counted. */
export const newestRecords = ({ db, actor }: Context, query: SearchQuery) =>
  newestOf(db, actor, query)

/** How many records that the caller may see each of these libraries has. */
export const countLibraries = ({ db, actor }: Context, values: readonly string[]) =>
  countValues(db, actor, { facet: 'library', values })

/** How many of what the caller finds each taxon has. */
export const countTaxa = ({ db, actor }: Context, query: SearchQuery) => tallyTaxa(db, actor, query)

/** Institutions whose collecting dates can be compared with their founding. */
export const findCollectors = ({ db }: Context) => foundedInstitutions(db)

/** Makes a record's search document anew, in the transaction that changed the record. */
export async function indexRecord(trx: Trx, id: string): Promise<void> {
  await indexRecords(trx, [id])
}

/** The same for several: an import's batch. */
export async function indexRecords(trx: Trx, ids: readonly string[]): Promise<void> {
  const records = (await recordsToIndex(trx, ids)).map(indexableOf)
  if (records.length === 0) return
  const indexed = await indexOf(trx, records)
  await updateDocuments(trx, indexed)
  await deleteNames(trx, ids)
  await insertNames(trx, indexed)
}

/** What search and lists know of records as they are, or as they are about to be written. */
export async function indexOf(trx: Trx, records: readonly Judged[]): Promise<IndexedRecord[]> {
  const codes = [...new Set(records.flatMap(codesToLabel))]
  const labels = await vocabulariesNamed(trx, searchedVocabularies, codes)
  const placed = await inTaxonomy(trx, records)
  const collectors = await foundedInstitutions(trx)
  return records.map((record, at) => ({
    id: record.id,
    ...documentOf(placed[at] ?? record, labels),
    ...qualityOf(record, collectors),
  }))
}

/** Each with its place in the taxonomy: its own name's, or its genus's where the taxonomy has no more. */
async function inTaxonomy(trx: Trx, records: readonly Indexable[]): Promise<Indexable[]> {
  const named = records.map((record) => ({
    record,
    wholes: wholesOfTaxon(taxonNameOf(record) ?? '').toReversed(),
  }))
  const keys = new Set(named.flatMap(({ wholes }) => wholes.filter(Boolean)))
  const lines = await taxonLines(trx, [...keys])
  return named.map(({ record, wholes }) => {
    const line = wholes.map((key) => lines.get(key)).find(Boolean)
    return asEverybody(line ? { ...record, line } : record)
  })
}

/** The index is everybody's. A record that is new has its taxon's protection by its line alone. */
function asEverybody(record: Indexable): Indexable {
  const { kind, profile, values, line = [] } = record
  const [taxonProtection = null] = line.flatMap(({ protection }) => protection ?? []).toSorted()
  const known = { ...values, taxonProtection }
  return { ...record, values: guardedValues(fieldsOf(kind, profile), known) }
}

const unjudged: RecordQuality = { completeness: null, findings: [] }

/** Judged by the day of its last change: what is said of it changes with it alone. */
function qualityOf(
  { kind, profile, values, updatedAt, institutionWiews, institutionFounded }: Judged,
  collectors: QualityFacts['collectors'],
) {
  return (
    kindDefinitions[kind].qualityOf?.(values, {
      profile,
      on: dayAt(updatedAt, defaultZone),
      keeper: { wiews: institutionWiews, founded: institutionFounded },
      collectors,
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
  /** Only records of these genera, in lower case. */
  genera?: readonly string[]
  onProgress?: (done: number, total: number) => void
}

const batchSize = 200

/** Makes every document anew, batch by batch, while the service goes on. Answers how many. */
export async function reindexRecords(
  ctx: Context,
  { after = '0', genera, onProgress }: Reindexing = {},
): Promise<number> {
  const total = genera ? 0 : await countRecords(ctx.db)
  let place = Number(after)
  let done = 0
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- batch after batch, so that no transaction is long
    const batch = await indexBatch(ctx, { after: place, genera })
    if (batch.last === undefined) return done
    place = batch.last
    done += batch.count
    onProgress?.(done, Math.max(total, done))
  }
}

async function indexBatch(
  ctx: Context,
  part: { after: number; genera: readonly string[] | undefined },
) {
  return transact(ctx, async (trx) => {
    const batch = await lockNextRecords(trx, { ...part, limit: batchSize })
    await indexRecords(
      trx,
      batch.map(({ id }) => id),
    )
    return { last: batch.at(-1)?.listedNo, count: batch.length }
  })
}

/** What an index is made of. */
export type Judged = Indexable &
  Pick<RowToIndex, 'updatedAt' | 'institutionWiews' | 'institutionFounded'>

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
