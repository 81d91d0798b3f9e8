import { recordChange } from '../../audit/actions.ts'
import { catalogWords } from '../../catalog/records/words.ts'
import { unlessBroken } from '../../core/conflict.ts'
import { type Context, transact } from '../../core/context.ts'
import type { Trx } from '../../core/database.ts'
import type { Paging } from '../../core/paging.ts'
import { allowReading, allowWriting } from '../../core/permission.ts'
import { Problem } from '../../core/problem.ts'
import { validated } from '../../core/validated.ts'
import { isId } from '../../core/shapes.ts'
import {
  addCoded,
  refuseIdentifiers,
  refuseUnknownTerms,
  refuseWithdrawn,
  staffedCollection,
  writableCollection,
} from '../actions.ts'
import { type NewSource, type SourceChange, type SourceFilter, sourceForm } from './model.ts'
import {
  findSource,
  findSourceByCode,
  insertSources,
  listSources,
  lockSource,
  type SourceRow,
  updateSource,
} from './queries.ts'
import { sourceWords as words } from './words.ts'

export type { SourceRow } from './queries.ts'

type Key = { id: string }

/** What samples of a collection were taken from, for its staff. */
export async function searchSources(ctx: Context, { id, ...asked }: Paging & SourceFilter & Key) {
  const collection = await staffedCollection(ctx, id)
  return listSources(ctx.db, ctx.actor, { ...asked, record: collection.id })
}

export async function getSource(ctx: Context, id: string): Promise<SourceRow> {
  allowReading(ctx)
  const row = isId(id) ? await findSource(ctx.db, ctx.actor, id) : undefined
  if (!row) throw new Problem('not-found', words.noSource)
  return row
}

/** The source of a collection by code, whom its staff may name. */
export const sourceByCode = async ({ db }: Context, key: { record: string; code: string }) =>
  findSourceByCode(db, key)

export async function createSource(ctx: Context, input: NewSource, { id }: Key) {
  const collection = await writableCollection(ctx, id)
  if (collection.sampleSource === 'human') throw new Problem('conflict', words.ofPeople)
  await refuseWrong(ctx, input)
  const made = await transact(ctx, (trx) =>
    createSourcesIn(trx, ctx, { collection, sources: [sourceForm.whole(input)] }),
  )
  return { id: made.get(input.code.toUpperCase()) ?? '' }
}

type Making = {
  collection: { id: string; institutionId: string }
  sources: readonly ReturnType<typeof detailsOf>[]
}

/** Makes sources in a transaction of the caller, who asked whether the actor may; answers their ids by upper code. */
export const createSourcesIn = async (
  trx: Trx,
  ctx: Context,
  { collection, sources }: Making,
): Promise<Map<string, string>> =>
  addCoded(trx, ctx, {
    action: 'sample_source.create',
    entity: 'sample_source',
    collection,
    all: sources,
    insert: async (some, made) =>
      unlessTaken(() =>
        insertSources(
          trx,
          some.map((one) => ({ ...columnsOf(one), ...made })),
        ),
      ),
  })

export async function editSource(
  ctx: Context,
  change: SourceChange,
  { id, version }: Key & { version: number | undefined },
): Promise<void> {
  allowWriting(ctx)
  await refuseWrong(ctx, change)
  await unlessTaken(() =>
    transact(ctx, async (trx) => {
      const source = isId(id) ? await lockSource(trx, ctx.actor, id) : undefined
      if (!source) throw new Problem('not-found', words.noSource)
      refuseWithdrawn({ withdrawnAt: source.collectionWithdrawnAt })
      if (version !== undefined && version !== source.version)
        throw new Problem('stale', catalogWords.stale)
      const before = { ...detailsOf(source) }
      const after = { ...before, ...change }
      validated(sourceForm.schema, sourceForm.merged(source, change))
      await updateSource(trx, id, columnsOf(after))
      await recordChange(trx, ctx, {
        action: 'sample_source.edit',
        entity: 'sample_source',
        entityId: source.id,
        institutionId: source.institutionId,
        before,
        after,
      })
    }),
  )
}

/** Where people are concerned there are no sources; even so nobody is named in what was collected from where. */
async function refuseWrong(ctx: Context, input: Partial<NewSource> | SourceChange): Promise<void> {
  refuseIdentifiers(input)
  await refuseUnknownTerms(ctx, [{ path: 'sex', vocabulary: 'miabis_sex', codes: [input.sex] }])
}

const unlessTaken = async <T>(write: () => Promise<T>) =>
  unlessBroken('sample_source_code_taken', words.codeTaken, write)

/** What its form asks, as it does. */
const detailsOf = ({ sex, ...source }: SourceRow) => ({
  code: source.code,
  kind: source.kind,
  title: source.title,
  taxon: source.taxon,
  sex: sex?.id ?? null,
  breed: source.breed,
  locality: source.locality,
  latitude: source.latitude,
  longitude: source.longitude,
  collectedOn: source.collectedOn,
  permit: source.permit,
  note: source.note,
})

const columnsOf = ({ collectedOn, ...source }: ReturnType<typeof detailsOf>) => ({
  ...source,
  collected_on: collectedOn,
})
