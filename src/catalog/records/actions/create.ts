import { fieldsOf } from '../../../kinds.ts'
import type { Actor } from '../../../core/actor.ts'
import { type Context, transact } from '../../../core/context.ts'
import { unlessBroken } from '../../../core/conflict.ts'
import { onlyOne } from '../../../core/only.ts'
import type { Trx } from '../../../core/database.ts'
import { type Issue, Problem } from '../../../core/problem.ts'
import { recordChange } from '../../../audit/actions.ts'
import type { NewRecord } from '../model/shapes.ts'
import type { Kind } from '../model/record.ts'
import {
  insertRecord,
  replaceIdentifiers,
  findBySource,
  findRecordRow,
} from '../queries/records.ts'
import { upsertParts, valuesOf } from '../queries/parts.ts'
import { catalogWords } from '../words.ts'
import {
  ownFieldsOf,
  profileOf,
  refuseWrongInput,
  refuseUnlessKept,
  refuseUnlessWriting,
} from './input.ts'
import { indexRecord } from '../../search/actions.ts'
import { type Vocabularies, vocabulariesNamed } from '../../vocabularies/queries.ts'
import { commonOf, issuesBeforePublishing } from '../rules/record.ts'

/** Where a record came from: importing or seeding the same thing twice makes no second one. */
type RecordSource = { source: string; sourceKey: string }

type CreateOptions = {
  /** Publishes it at once; refused while fields that publication needs are empty. */
  publish?: boolean
  from?: RecordSource
  /** A form asks for the owner: none is taken for who keeps several institutions. */
  asksOwner?: boolean
}

/** Adds a record as a draft of its institution. Answers its id. */
export async function createRecord(
  ctx: Context,
  kind: Kind,
  input: NewRecord,
  options: CreateOptions = {},
): Promise<{ id: string }> {
  return transact(ctx, (trx) => createRecordIn(trx, ctx, { kind, input, ...options }))
}

type Asked = { kind: Kind; input: NewRecord } & CreateOptions

/** The same inside a transaction of the caller, for imports and the demo. */
export async function createRecordIn(
  trx: Trx,
  ctx: Context,
  asked: Asked,
): Promise<{ id: string }> {
  refuseUnlessWriting(ctx.actor)
  const { kind, input, publish = false, from } = asked
  const { institutionId, profile, own } = await checkNewRecord(trx, ctx, asked)
  const row = rowOf(ctx, { kind, profile, institutionId, input, publish, from })
  const id = await unlessBroken('record_source_taken', catalogWords.sourceTaken, () =>
    insertRecord(trx, row),
  )
  await upsertParts(trx, { id, kind, profile }, own)
  await replaceIdentifiers(trx, id, input.identifiers ?? [])
  await indexRecord(trx, id)
  await recordChange(trx, ctx, {
    action: 'record.create',
    entity: 'record',
    entityId: id,
    institutionId,
    after: {
      ...input,
      kind,
      profile,
      institution: institutionId,
      ...(publish && { visibility: 'published' }),
    },
  })
  return { id }
}

/** Owner, profile and own fields of a new record; refused with everything that it lacks, for publication too where that is asked. */
async function checkNewRecord(trx: Trx, ctx: Context, asked: Asked) {
  const { kind, input, publish, asksOwner } = asked
  const [first] = ownInstitutions(ctx.actor)
  const institutionId = input.institution ?? (asksOwner ? onlyInstitution(ctx.actor) : first)
  if (institutionId)
    refuseUnlessKept(ctx.actor, { institutionId, collectionId: input.collection ?? null })
  const profile = profileOf(kind, input.profile)
  const own = ownFieldsOf(input)
  const unpublishable = publish
    ? issuesBeforePublishing(fieldsOf(kind, profile), own, input.access ?? 'on_request')
    : []
  const missing = missingIn(input, institutionId)
  if (institutionId === undefined || missing.length > 0)
    throw new Problem('invalid', catalogWords.invalid, { issues: [...missing, ...unpublishable] })
  await refuseWrongInput(ctx, trx, { kind, profile, own, input })
  if (unpublishable.length > 0)
    throw new Problem('invalid', catalogWords.incomplete, { issues: unpublishable })
  return { institutionId, profile, own }
}

type RowFacts = {
  kind: Kind
  profile: string | null
  institutionId: string
  input: NewRecord
  publish: boolean
  from: RecordSource | undefined
}

function rowOf(ctx: Context, { kind, profile, institutionId, input, publish, from }: RowFacts) {
  const now = ctx.now()
  const by = ctx.actor.type === 'person' ? ctx.actor.personId : null
  return {
    kind,
    profile,
    institution_id: institutionId,
    ...textsOf(input),
    ...placeOf(input),
    ...(publish && { published_at: now, published_by: by }),
    ...(from && { source: from.source, source_key: from.sourceKey }),
    listed_at: now,
    created_at: now,
    created_by: by,
    updated_at: now,
  }
}

const textsOf = ({ title, summary, keywords, subjects }: NewRecord) => ({
  title_zh: title.zh ?? null,
  title_en: title.en ?? null,
  summary_zh: summary?.zh ?? null,
  summary_en: summary?.en ?? null,
  keywords: keywords ?? [],
  subjects: subjects ?? [],
})

const placeOf = ({ collection, library, access, audience }: NewRecord) => ({
  collection_id: collection ?? null,
  library: library ?? null,
  access: access ?? 'on_request',
  audience: audience ?? 'public',
})

/** Institutions that the actor keeps, or else belongs to. */
function ownInstitutions(actor: Actor): readonly string[] {
  if (actor.type !== 'person') return []
  const { institutionIds } = actor.curates
  return institutionIds.length > 0 ? institutionIds : actor.institutionIds
}

/** A form names the only one that there is; administrators keep all. */
const onlyInstitution = (actor: Actor) =>
  actor.type === 'person' && actor.isAdmin ? undefined : onlyOne(ownInstitutions(actor))

/** What no record is without, even as a draft. */
const missingIn = ({ title }: NewRecord, institutionId: string | undefined): Issue[] => [
  ...(title.zh || title.en ? [] : [{ path: 'title', message: catalogWords.titleNeeded }]),
  ...(institutionId ? [] : [{ path: 'institution', message: catalogWords.noInstitution }]),
]

/** The record that an earlier import made of a row, as it is now; undefined where there was none. */
export async function findImported(ctx: Context, { source, sourceKey }: RecordSource) {
  const found = await findBySource(ctx.db, source, sourceKey)
  if (!found) return undefined
  const row = await findRecordRow(ctx.db, ctx.actor, found.id)
  if (!row) throw new Problem('not-found', catalogWords.noRecord)
  return { row, title: commonOf(row).title, values: valuesOf(row.kind, row.profile, row.parts) }
}

/** The named code lists, for whoever reads or writes codes from outside. */
export const codeLists = (ctx: Context, names: readonly string[]): Promise<Vocabularies> =>
  vocabulariesNamed(ctx.db, names)
