import type { Context } from '../../core/context.ts'
import { fieldsOf } from '../../kinds.ts'
import { publicValues } from '../records/rules/present.ts'
import { keepsRecord } from '../records/rules/record.ts'
import { indexableOf } from '../search/actions.ts'
import { newestPlaces } from '../search/queries/hits.ts'
import { recordsFoundBy, type RowToIndex } from '../search/queries/index.ts'
import { askedThatFinds } from '../search/queries/reading.ts'
import type { FoundRecord, WholeSearch } from './model.ts'

/** Hits read at once: some megabytes at most, whatever their number. */
const foundAtOnce = 500

/** Every hit of a search that this viewer has, part by part and newest first, in bounded memory. */
export async function* foundRecords(
  ctx: Context,
  query: WholeSearch,
): AsyncGenerator<FoundRecord[]> {
  const { reading } = await askedThatFinds(ctx.db, ctx.actor, query)
  for (let before: number | undefined; ;) {
    // oxlint-disable-next-line no-await-in-loop -- one part after the other keeps memory flat
    const places = await newestPlaces(ctx.db, reading, { limit: foundAtOnce, before })
    const ids = places.map(({ id }) => id)
    // oxlint-disable-next-line no-await-in-loop -- the same
    const rows = await recordsFoundBy(ctx.db, ctx.actor, ids)
    if (rows.length > 0) yield rows.map((row) => foundOf(ctx, row))
    before = places.at(-1)?.listedNo
    if (places.length < foundAtOnce) return
  }
}

/** These records as files have them, in the order of listing, newest first; those that the viewer finds. */
export async function recordsAmong(ctx: Context, ids: readonly string[]): Promise<FoundRecord[]> {
  const rows = await recordsFoundBy(ctx.db, ctx.actor, ids)
  return rows.map((row) => foundOf(ctx, row))
}

/** What only its curators see of a record is left out for everybody else. */
function foundOf({ actor }: Context, row: RowToIndex): FoundRecord {
  const { institution, values, ...record } = indexableOf(row)
  const shown = keepsRecord(actor, row)
    ? values
    : publicValues(fieldsOf(row.kind, row.profile), values)
  const { id, name } = institution
  return { ...record, institution: { id, name, wiews: row.institutionWiews }, values: shown }
}
