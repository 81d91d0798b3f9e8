import { labelsOfCodes } from '../../../catalog/vocabularies/actions.ts'
import type { Context } from '../../../core/context.ts'
import type { Paging } from '../../../core/paging.ts'
import { allowReading } from '../../../core/permission.ts'
import { Problem } from '../../../core/problem.ts'
import { fittingSamples, matchCounts } from '../../../samples/matching/actions.ts'
import type { CandidateFilter } from '../../../samples/matching/model.ts'
import { getRequestRow, loadRequest, sidesOf } from '../../requests/actions/read.ts'
import { refusalWords } from '../../requests/words/refusals.ts'
import { heldFor, listHolds, listSamplePicks } from '../queries.ts'
import { mostHeld } from '../rules.ts'
import { wantedOf } from './wanted.ts'

type Key = { id: string; item: string }

/** What is held for a request or left with it: all of it for who decides, for who asked what was approved. */
export async function samplesOf(ctx: Context, { id, ...paging }: Paging & { id: string }) {
  const row = await getRequestRow(ctx, id)
  const sides = sidesOf(ctx, row, await loadRequest(ctx.db, row))
  return named(
    ctx,
    await listHolds(ctx.db, { ...paging, id: row.id, isStaff: sides.includes('steward') }),
  )
}

/** An item about samples, for who decides about its request; nothing of it is there for anybody else. */
async function deciding(ctx: Context, { id, item: itemId }: Key) {
  const row = await getRequestRow(ctx, id)
  const request = await loadRequest(ctx.db, row)
  const item = request.items.find((one) => one.id === itemId.toLowerCase())
  if (!item || item.unit !== 'sample' || !sidesOf(ctx, row, request).includes('steward'))
    throw new Problem('not-found', refusalWords.noItem)
  return { row, request, item, wanted: wantedOf(ctx, { destination: row.destination, item }) }
}

/** How many samples fit an item, how many of them cannot be had and why, and how many are held for it. */
export async function matchOf(ctx: Context, key: Key) {
  const { row, request, item, wanted } = await deciding(ctx, key)
  const held = (await heldFor(ctx.db, row.id)).filter(({ itemId }) => itemId === item.id)
  return {
    ...(await matchCounts(ctx, wanted)),
    held: held.length,
    most: mostHeld(request, item),
  }
}

/** Samples that fit an item, narrowed and sorted. */
export async function candidatesOf(
  ctx: Context,
  { id, item, ...asked }: Paging & CandidateFilter & Key,
) {
  const { wanted } = await deciding(ctx, { id, item })
  return named(ctx, await fittingSamples(ctx, wanted, asked))
}

/** What of samples is to be picked for requests that the viewer decides about. */
export async function searchSamplePicks(ctx: Context, asked: Paging) {
  allowReading(ctx)
  return named(ctx, await listSamplePicks(ctx.db, ctx.actor, asked))
}

/** The same for one request. */
export async function samplePicksOf(ctx: Context, { id, ...paging }: Paging & { id: string }) {
  const row = await getRequestRow(ctx, id)
  return named(ctx, await listSamplePicks(ctx.db, ctx.actor, { ...paging, requestId: row.id }))
}

type Coded = { type: string; sex: string | null }

/** With what their types and sexes are called. */
async function named<Row extends Coded, Found extends { items: Row[] }>(
  ctx: Context,
  found: Found & { items: Row[] },
) {
  const vocabularies = ['miabis_sample_type', 'miabis_sex']
  const codes = found.items.flatMap(({ type, sex }) => [type, ...(sex === null ? [] : [sex])])
  const labels = await labelsOfCodes(ctx, vocabularies, codes)
  const items = found.items.map((row) => ({
    ...row,
    typeName: labels('miabis_sample_type', row.type) ?? { zh: row.type, en: row.type },
    sexName: row.sex === null ? null : (labels('miabis_sex', row.sex) ?? null),
  }))
  return { ...found, items }
}
