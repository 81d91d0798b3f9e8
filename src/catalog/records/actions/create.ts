import { fieldsOf } from '../../../kinds.ts'
import type { Actor } from '../../../core/actor.ts'
import { type Context, transact } from '../../../core/context.ts'
import { unlessBroken } from '../../../core/conflict.ts'
import { onlyOne } from '../../../core/only.ts'
import type { Trx } from '../../../core/database.ts'
import type { FieldValues } from '../../../core/fields.ts'
import { type Issue, Problem } from '../../../core/problem.ts'
import type { LocalText } from '../../../core/text.ts'
import { recordChanges } from '../../../audit/actions.ts'
import type { NewRecord } from '../model/shapes.ts'
import type { Kind } from '../model/record.ts'
import {
  findOwners,
  findSourcedRows,
  insertRecords,
  newPlaces,
  type Owner,
  type RecordRow,
  replaceIdentifiers,
} from '../queries/records.ts'
import { upsertParts, valuesOf, wholeValues } from '../queries/parts.ts'
import { catalogWords } from '../words.ts'
import {
  ownFieldsOf,
  profileOf,
  issuesOfInputs,
  refuseUnlessKept,
  refuseUnlessWriting,
} from './input.ts'
import { indexOf, type Judged } from '../../search/actions.ts'
import { indexColumns, insertNames } from '../../search/queries/index.ts'
import { type Vocabularies, vocabulariesNamed } from '../../vocabularies/queries/terms.ts'
import { commonOf, issuesBeforePublishing } from '../rules/record.ts'

/** Where a record came from: importing or seeding the same thing twice makes no second one. */
type RecordSource = { source: string; sourceKey: string }

type CreateOptions = {
  /** Publishes it at once; refused while fields that publication needs are empty. */
  publish?: boolean
  from?: RecordSource
  /** Who deposits it: it may be made in an institution that the actor does not keep. */
  depositor?: { personId: string | null; labId: string | null }
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

/** The same inside a transaction of the caller, for the demo. */
export async function createRecordIn(
  trx: Trx,
  ctx: Context,
  asked: Asked,
): Promise<{ id: string }> {
  const [made] = await createRecordsIn(trx, ctx, [asked])
  if (made && 'id' in made) return made
  throw made?.refused ?? new Problem('invalid', catalogWords.invalid)
}

type Made = { id: string } | { refused: Problem }

/**
 * The same of several, for imports: each is made or refused by itself, in as many statements as one takes. A source that
 * is taken refuses all.
 */
export async function createRecordsIn(
  trx: Trx,
  ctx: Context,
  asked: readonly Asked[],
): Promise<Made[]> {
  refuseUnlessWriting(ctx.actor)
  const checked = await checkNewRecords(trx, ctx, asked)
  const made = await insertNew(
    trx,
    ctx,
    checked.filter((one) => !(one instanceof Problem)),
  )
  await writeParts(trx, made)
  for (const { id, input } of made)
    // oxlint-disable-next-line no-await-in-loop -- few records have any
    if (input.identifiers) await replaceIdentifiers(trx, id, input.identifiers)
  await recordChanges(
    trx,
    ctx,
    made.map((one) => changeOf(one)),
  )
  const left = made.values()
  return checked.map((one) =>
    one instanceof Problem ? { refused: one } : { id: left.next().value?.id ?? '' },
  )
}

/**
 * Inserts records together with what they are found by: written once, and into each index once. Their own fields come
 * after them.
 */
async function insertNew(trx: Trx, ctx: Context, facts: readonly NewFacts[]): Promise<NewRow[]> {
  if (facts.length === 0) return []
  const places = await newPlaces(trx, facts.length)
  const owners = await findOwners(trx, [...new Set(facts.map((one) => one.institutionId))])
  const made = facts.map((one, at): NewRow => {
    const [place, owner] = [places[at], owners.get(one.institutionId)]
    if (!place || !owner) throw new Problem('invalid', catalogWords.unknownInstitution)
    return { ...one, ...place, owner, row: rowOf(ctx, one) }
  })
  const indexed = await indexOf(
    trx,
    made.map((one) => judgedOf(ctx, one)),
  )
  const rows = made.map(({ id, listedNo, row }, at) => {
    const index = indexed[at]
    return { ...row, ...(index && indexColumns(index)), id, listed_no: listedNo }
  })
  await unlessBroken('record_source_taken', catalogWords.sourceTaken, () =>
    insertRecords(trx, rows),
  )
  await insertNames(trx, indexed)
  return made
}

type NewRow = NewFacts & {
  id: string
  listedNo: number
  owner: Owner
  row: ReturnType<typeof rowOf>
}

/** A new record as its index is made of it; nobody has given it a picture yet. */
const judgedOf = (ctx: Context, { id, listedNo, owner, row, ...one }: NewRow): Judged => ({
  id,
  listedNo,
  kind: one.kind,
  profile: one.profile,
  library: row.library,
  collectionId: row.collection_id,
  institution: { id: owner.id, name: { zh: owner.zh, en: owner.en }, region: owner.region },
  institutionWiews: owner.wiews,
  institutionFounded: owner.founded,
  title: { zh: row.title_zh, en: row.title_en },
  summary: { zh: row.summary_zh, en: row.summary_en },
  keywords: row.keywords,
  subjects: row.subjects,
  identifiers: one.input.identifiers ?? [],
  access: row.access,
  audience: row.audience,
  visibility: one.publish ? 'published' : 'draft',
  hasImage: false,
  updatedAt: ctx.now(),
  values: wholeValues(one.kind, one.profile, one.own),
})

/** One statement per part of each kind and profile. */
async function writeParts(trx: Trx, made: readonly (NewFacts & { id: string })[]): Promise<void> {
  const groups = Map.groupBy(made, ({ kind, profile }) => `${kind} ${profile ?? ''}`)
  for (const group of groups.values()) {
    const [first] = group
    const records = group.map(({ id, own }) => ({ id, values: own }))
    // oxlint-disable-next-line no-await-in-loop -- one connection: one after the other
    if (first) await upsertParts(trx, { kind: first.kind, profile: first.profile, records })
  }
}

const changeOf = ({
  id,
  kind,
  profile,
  institutionId,
  input,
  publish,
}: NewFacts & { id: string }) =>
  ({
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
  }) as const

/** What is known of a new record once it was checked. */
type NewFacts = {
  kind: Kind
  profile: string | null
  institutionId: string
  input: NewRecord
  own: FieldValues
  publish: boolean
  from: RecordSource | undefined
  depositor: CreateOptions['depositor']
}

/**
 * Owner, profile and own fields of new records; or the refusal with everything that one lacks, for publication too where
 * that is asked.
 */
async function checkNewRecords(
  trx: Trx,
  ctx: Context,
  asked: readonly Asked[],
): Promise<(NewFacts | Problem)[]> {
  const read = asked.map((one) => ({ one, facts: readNewRecord(ctx, one) }))
  const known = read.flatMap(({ facts }) => (facts instanceof Problem ? [] : [facts]))
  const issues = await issuesOfInputs(ctx, trx, known)
  const byFacts = new Map(known.map((facts, at) => [facts, issues[at] ?? []]))
  return read.map(({ one, facts }) => {
    if (facts instanceof Problem) return facts
    const wrong = byFacts.get(facts) ?? []
    const unpublishable = unpublishableIn(one, facts)
    if (wrong.length > 0)
      return new Problem('invalid', catalogWords.invalid, { issues: [...wrong, ...unpublishable] })
    return unpublishable.length > 0
      ? new Problem('invalid', catalogWords.incomplete, { issues: unpublishable })
      : facts
  })
}

function readNewRecord(ctx: Context, asked: Asked): NewFacts | Problem {
  const { kind, input, publish = false, from, asksOwner, depositor } = asked
  const [first] = ownInstitutions(ctx.actor)
  const institutionId = input.institution ?? (asksOwner ? onlyInstitution(ctx.actor) : first)
  if (institutionId && !depositor)
    refuseUnlessKept(ctx.actor, { institutionId, collectionId: input.collection ?? null })
  const profile = profileOf(kind, input.profile)
  const own = ownFieldsOf(input)
  const missing = missingIn(input, institutionId)
  if (institutionId === undefined || missing.length > 0)
    return new Problem('invalid', catalogWords.invalid, {
      issues: [...missing, ...unpublishableIn(asked, { profile, own })],
    })
  return { kind, profile, institutionId, input, own, publish, from, depositor }
}

const unpublishableIn = (
  { kind, input, publish }: Asked,
  { profile, own }: Pick<NewFacts, 'profile' | 'own'>,
): Issue[] =>
  publish ? issuesBeforePublishing(fieldsOf(kind, profile), own, input.access ?? 'on_request') : []

function rowOf(ctx: Context, facts: NewFacts) {
  const { kind, profile, institutionId, input, publish, from, depositor } = facts
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
    ...(depositor && {
      depositor_id: depositor.personId,
      depositing_lab_id: depositor.labId,
    }),
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

/** A record that an earlier import made of a row, as it is now. */
type Imported = { row: RecordRow; title: LocalText; values: FieldValues }

/** Those of some rows that an import made records of before, by their keys. */
export async function findImported(
  ctx: Context,
  source: string,
  keys: readonly string[],
): Promise<ReadonlyMap<string, Imported>> {
  const rows = await findSourcedRows(ctx.db, ctx.actor, { source, keys })
  return new Map(
    rows.map(({ sourceKey, ...row }) => [
      sourceKey ?? '',
      { row, title: commonOf(row).title, values: valuesOf(row.kind, row.profile, row.parts) },
    ]),
  )
}

/** The named code lists, for whoever reads or writes codes from outside. */
export const codeLists = (ctx: Context, names: readonly string[]): Promise<Vocabularies> =>
  vocabulariesNamed(ctx.db, names)
