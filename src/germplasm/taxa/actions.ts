import { recordChange } from '../../audit/actions.ts'
import { countTaxa } from '../../catalog/search/actions.ts'
import type { SearchQuery } from '../../catalog/search/model.ts'
import { taxonKey, wholesOfTaxon } from '../../catalog/search/rules/facets.ts'
import { unlessBroken } from '../../core/conflict.ts'
import { type Context, transact } from '../../core/context.ts'
import type { Db } from '../../core/database.ts'
import type { Whole } from '../../core/form.ts'
import type { Paging } from '../../core/paging.ts'
import { allowWriting } from '../../core/permission.ts'
import { Problem } from '../../core/problem.ts'
import { isId } from '../../core/shapes.ts'
import {
  type NewTaxon,
  type Rank,
  ranks,
  type TaxonChange,
  type TaxonFilter,
  taxonForm,
} from './model.ts'
import {
  findNamed,
  findTaxon,
  hasOthers,
  insertTaxon,
  linesOf,
  listTaxa,
  lockTaxon,
  taxaUnder,
  type TaxonRow,
  updateTaxon,
} from './queries.ts'
import { keepsTaxa, levelOf, objectionsToTaxon, pathTo } from './rules.ts'
import { taxonWords as words } from './words.ts'

export type { TaxonRow } from './queries.ts'

export async function getTaxon(ctx: Context, id: string): Promise<TaxonRow> {
  const row = isId(id) ? await findTaxon(ctx.db, id) : undefined
  if (!row) throw new Problem('not-found', words.noTaxon)
  return row
}

/** Names of the taxonomy in their order. */
export const searchTaxa = ({ db }: Context, asked: Paging & TaxonFilter) => listTaxa(db, asked)

/** The taxon that a name leads to; undefined where the taxonomy has none of it. */
export const findTaxonNamed = ({ db }: Context, name: string) => findNamed(db, taxonKey(name))

/** Where a name stands: its own taxon, or its genus where the taxonomy has no more. */
export async function findPlaceOf(ctx: Context, name: string): Promise<TaxonRow | undefined> {
  const [genus = '', own = genus] = wholesOfTaxon(name)
  return (await findNamed(ctx.db, own)) ?? (own === genus ? undefined : findNamed(ctx.db, genus))
}

type Counted = { shownRanks: readonly Rank[]; below?: string }

/** How many of what the caller finds each taxon has, with the way down to it: the taxonomy's, as far as it goes. */
export async function countedPaths(
  ctx: Context,
  query: SearchQuery,
  { shownRanks, below }: Counted,
) {
  const { taxa, relation, count } = await countTaxa(ctx, query)
  const keys = new Set(taxa.flatMap(({ name }) => wholesOfTaxon(name)))
  const lines = await linesOf(ctx.db, [...keys])
  const shown = { lines, ranks: shownRanks, ...(below !== undefined && { below }) }
  return {
    total: { value: count, relation },
    taxa: taxa.map(({ name, count: own }) => ({ path: pathTo(name, shown), count: own })),
  }
}

/** What stands around a taxon: those above it, those just below, its synonyms. */
export async function taxonParts({ db }: Context, { id, key }: TaxonRow) {
  const [lines, below, synonyms] = await Promise.all([
    linesOf(db, [key]),
    taxaUnder(db, id, 'parent'),
    taxaUnder(db, id, 'accepted'),
  ])
  const above = (lines.get(key) ?? []).filter((one) => one.id !== id)
  return { above, below, synonyms }
}

/** How many records of a taxon the caller may see, of its synonyms and of all that stands below it. */
export const recordsUnder = (ctx: Context, { id, scientificName }: TaxonRow) =>
  countedPaths(
    ctx,
    { kind: ['accession'], taxon: [scientificName], limit: 1 },
    { shownRanks: ranks.slice(ranks.indexOf('order')), below: id },
  )

/** Adds a name to the taxonomy; the records that it leads to are placed by a job. By curators and administrators. */
export async function createTaxon(ctx: Context, input: NewTaxon): Promise<{ id: string }> {
  allowTaxonomist(ctx)
  const taxon = taxonForm.whole(input)
  return unlessTaken(() =>
    transact(ctx, async (trx) => {
      const columns = await placed(trx, taxon, undefined)
      const id = await insertTaxon(trx, { ...columns, created_at: ctx.now() })
      await ctx.jobs.add(trx, 'reindex_taxon', { taxonId: id, formerly: [] })
      const audited = { entity: 'taxon', entityId: id, after: taxon } as const
      await recordChange(trx, ctx, { action: 'taxon.create', ...audited })
      return { id }
    }),
  )
}

/** Changes the named fields; absent ones stay. Records that its names lead to are placed anew by a job. */
export async function editTaxon(
  ctx: Context,
  change: TaxonChange,
  { id, version }: { id: string; version: number | undefined },
): Promise<void> {
  allowTaxonomist(ctx)
  await unlessTaken(() =>
    transact(ctx, async (trx) => {
      const before = isId(id) ? await lockTaxon(trx, id) : undefined
      if (!before) throw new Problem('not-found', words.noTaxon)
      if (version !== undefined && version !== before.version)
        throw new Problem('stale', words.stale)
      const after = { ...before, ...change }
      await updateTaxon(trx, id, await placed(trx, after, before))
      await ctx.jobs.add(trx, 'reindex_taxon', { taxonId: id, formerly: [before.key] })
      const audited = { entity: 'taxon', entityId: id, before, after } as const
      await recordChange(trx, ctx, { action: 'taxon.edit', ...audited })
    }),
  )
}

/** The row of a taxon with its parent and accepted name found; refused with every reason why it cannot stand so. */
async function placed(db: Db, taxon: Whole<NewTaxon>, before: TaxonRow | undefined) {
  const parent = taxon.parent ? await findNamed(db, taxonKey(taxon.parent)) : undefined
  const accepted = taxon.accepted ? await findNamed(db, taxonKey(taxon.accepted)) : undefined
  const leavesOthers =
    before !== undefined && isMoved(before, taxon) && (await hasOthers(db, before.id))
  const issues = objectionsToTaxon({ ...taxon, id: before?.id }, { parent, accepted, leavesOthers })
  if (issues.length > 0) throw new Problem('invalid', words.unfit, { issues })
  // A synonym stands nowhere: what it leads to does.
  return { ...columnsOf(taxon), ...placeIn(accepted ? undefined : parent), ...leadsTo(accepted) }
}

type Standing = Pick<Whole<NewTaxon>, 'rank' | 'accepted'>

const isMoved = (before: Standing, after: Standing) =>
  before.rank !== after.rank || (before.accepted === null) !== (after.accepted === null)

const placeIn = (parent: TaxonRow | undefined) => ({
  parent_id: parent?.id ?? null,
  parent_level: parent ? levelOf(parent.rank) : null,
})

const leadsTo = (accepted: TaxonRow | undefined) => ({ accepted_id: accepted?.id ?? null })

const columnsOf = ({ scientificName, name, otherNames, ...taxon }: Whole<NewTaxon>) => ({
  scientific_name: scientificName,
  rank: taxon.rank,
  authorship: taxon.authorship,
  name_zh: name?.zh ?? null,
  name_en: name?.en ?? null,
  other_names: otherNames,
  protection: taxon.protection,
  source: taxon.source,
})

function allowTaxonomist(ctx: Context): void {
  allowWriting(ctx)
  if (!keepsTaxa(ctx.actor)) throw new Problem('forbidden', words.keepersOnly)
}

/** What two writers at once would have made wrong is refused by the database. */
const unlessTaken = <T>(write: () => Promise<T>): Promise<T> =>
  unlessBroken('taxon_name_taken', words.nameTaken, () =>
    unlessBroken('taxon_parent_stands', words.changedMeanwhile, () =>
      unlessBroken('taxon_accepted_stands', words.changedMeanwhile, write),
    ),
  )
