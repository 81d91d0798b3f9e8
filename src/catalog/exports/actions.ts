import type { Context } from '../../core/context.ts'
import { fieldsOf } from '../../kinds.ts'
import { publicValues } from '../records/rules/present.ts'
import { keepsRecord } from '../records/rules/record.ts'
import { indexableOf } from '../search/actions.ts'
import { newestPlaces, type Reading } from '../search/queries/hits.ts'
import { recordsFoundBy, type RowToIndex } from '../search/queries/index.ts'
import { searchTerms, termsOf } from '../search/rules/facets.ts'
import { questionOf } from '../search/rules/question.ts'
import type { FoundRecord, WholeSearch } from './model.ts'

/** Hits read at once: some megabytes at most, whatever their number. */
const foundAtOnce = 500

/** Every hit of a search that this viewer has, part by part and newest first, in bounded memory. */
export async function* foundRecords(
  ctx: Context,
  query: WholeSearch,
): AsyncGenerator<FoundRecord[]> {
  const reading = await readingThatFinds(ctx, query)
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

/** The words as typed, or apart where nothing has them side by side: as the page of results does. */
async function readingThatFinds(ctx: Context, query: WholeSearch): Promise<Reading> {
  const typed = query.q ?? ''
  const asTyped = readingOf(ctx, query, questionOf(typed))
  const apart = questionOf(typed, { apart: true })
  if (!apart) return asTyped
  const [first] = await newestPlaces(ctx.db, asTyped, { limit: 1 })
  return first ? asTyped : readingOf(ctx, query, apart)
}

function readingOf(
  { actor }: Context,
  query: WholeSearch,
  question: ReturnType<typeof questionOf>,
): Reading {
  const sought = searchTerms({ ...query, limit: foundAtOnce }, { actor, question })
  return { actor, terms: termsOf(sought), boxes: sought.place?.boxes }
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
