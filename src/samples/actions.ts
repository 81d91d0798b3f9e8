import { recordChanges } from '../audit/actions.ts'
import { refuseUnlessWriting } from '../catalog/records/actions/input.ts'
import { getRecord } from '../catalog/records/actions/read.ts'
import { catalogWords } from '../catalog/records/words.ts'
import { vocabulariesNamed } from '../catalog/vocabularies/actions.ts'
import type { Context } from '../core/context.ts'
import type { Trx } from '../core/database.ts'
import { allowReading, personIdOf } from '../core/permission.ts'
import { type Issue, Problem } from '../core/problem.ts'
import { isId } from '../core/shapes.ts'
import type { Temporal } from '../core/time.ts'
import { type Collection, findCollection, hasContents } from './queries.ts'
import { issuesOfIdentifiers } from './identifiers/rules/identifiers.ts'
import { identifierWords } from './identifiers/words.ts'
import { sampleWords as words } from './words/common.ts'
import { shapeWords } from './words/shapes.ts'

export type { Collection } from './queries.ts'

/** Whether the caller is staff of a collection. */
export const isStaffOf = async ({ db, actor }: Context, recordId: string): Promise<boolean> =>
  actor.type !== 'anonymous' &&
  isId(recordId) &&
  (await findCollection(db, actor, recordId)) !== undefined

/** A collection for its staff: forbidden to others who may know of it, not-found to the rest. */
export async function staffedCollection(ctx: Context, id: string): Promise<Collection> {
  allowReading(ctx)
  const found = isId(id) ? await findCollection(ctx.db, ctx.actor, id) : undefined
  if (found) return found
  await getRecord(ctx, id, 'collection')
  throw new Problem('forbidden', words.staffOnly)
}

/** The same to change what is in it: not with a token that only reads, and not once the collection is withdrawn. */
export async function writableCollection(ctx: Context, id: string): Promise<Collection> {
  refuseUnlessWriting(ctx.actor)
  const found = await staffedCollection(ctx, id)
  refuseWithdrawn(found)
  return found
}

/** What is in a withdrawn collection stays as it is. */
export function refuseWithdrawn({ withdrawnAt }: Pick<Collection, 'withdrawnAt'>): void {
  if (withdrawnAt) throw new Problem('conflict', catalogWords.withdrawnIsFinal)
}

/** Whether the rules about people hold for what is in it. */
export const isOfPeople = ({ sampleSource }: Pick<Collection, 'sampleSource'>): boolean =>
  sampleSource === 'human' || sampleSource === null

/** Fields in which codes are expected: a name there is refused too. */
const codeFields: ReadonlySet<string> = new Set(['code', 'donor', 'kit', 'codes', 'prefix', 'form'])

/** Refuses an input about people whose texts seem to say who somebody is, with every such field. */
export function refuseIdentifiers(input: unknown): void {
  const issues = issuesOfIdentifiers(input, codeFields)
  if (issues.length > 0) throw new Problem('invalid', identifierWords.refused, { issues })
}

type Coded = { path: string; vocabulary: string; codes: readonly (string | null | undefined)[] }

/** Refuses codes that their vocabularies do not have. One query. */
export async function refuseUnknownTerms(ctx: Context, fields: readonly Coded[]): Promise<void> {
  const codes = fields.flatMap((field) => field.codes.filter((code) => typeof code === 'string'))
  if (codes.length === 0) return
  const names = fields.map(({ vocabulary }) => vocabulary)
  const found = await vocabulariesNamed(ctx.db, names, codes)
  const issues: Issue[] = fields
    .filter(({ vocabulary, codes: used }) =>
      used.some((code) => code && !found.get(vocabulary)?.terms.has(code)),
    )
    .map(({ path }) => ({ path, message: shapeWords.noTerm }))
  if (issues.length > 0) throw new Problem('invalid', shapeWords.noTerm, { issues })
}

/** Before a draft is deleted: what is kept in it has to have a collection. */
export async function refuseWithSamples(trx: Trx, _: Context, recordId: string): Promise<void> {
  if (await hasContents(trx, recordId)) throw new Problem('conflict', words.hasContents)
}

/** So many rows fit one statement, and its lines of the audit another. */
const atOnce = 2000
export const chunksOf = <T>(all: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(all.length / atOnce) }, (_, n) =>
    all.slice(n * atOnce, (n + 1) * atOnce),
  )

type Adding<Details extends { code: string }> = {
  action: 'donor.create' | 'sample_source.create'
  entity: 'donor' | 'sample_source'
  collection: { id: string; institutionId: string }
  all: readonly Details[]
  insert: (
    some: readonly Details[],
    made: { record_id: string; created_at: Temporal.Instant; created_by: string | null },
  ) => Promise<readonly { id: string; code: string }[]>
}

/**
 * Adds what has a code in a collection, in a transaction of the caller, who asked whether the actor may, with its line of
 * the audit; answers the ids by upper code.
 */
export async function addCoded<Details extends { code: string }>(
  trx: Trx,
  ctx: Context,
  { action, entity, collection, all, insert }: Adding<Details>,
): Promise<Map<string, string>> {
  const ids = new Map<string, string>()
  const made = {
    record_id: collection.id,
    created_at: ctx.now(),
    created_by: personIdOf(ctx),
  }
  for (const some of chunksOf(all)) {
    // oxlint-disable-next-line no-await-in-loop -- one transaction is one connection
    const rows = await insert(some, made)
    for (const { id, code } of rows) ids.set(code.toUpperCase(), id)
    // oxlint-disable-next-line no-await-in-loop -- the same
    await recordChanges(
      trx,
      ctx,
      some.map((after) => ({
        action,
        entity,
        entityId: ids.get(after.code.toUpperCase()) ?? null,
        institutionId: collection.institutionId,
        after,
      })),
    )
  }
  return ids
}
