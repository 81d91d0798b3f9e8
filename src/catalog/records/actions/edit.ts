import { fieldsOf } from '../../../kinds.ts'
import { recordChange } from '../../../audit/actions.ts'
import { changedFields } from '../../../audit/rules.ts'
import { type Context, transact } from '../../../core/context.ts'
import type { Db, Trx } from '../../../core/database.ts'
import { Problem } from '../../../core/problem.ts'
import type { LocalText } from '../../../core/text.ts'
import type { Temporal } from '../../../core/time.ts'
import type { RecordChange } from '../model/shapes.ts'
import { upsertParts, valuesOf } from '../queries/parts.ts'
import {
  lockRecordRow,
  type RecordRow,
  replaceIdentifiers,
  updateRecord,
  deleteRecord,
} from '../queries/records.ts'
import { commonOf } from '../rules/record.ts'
import { catalogWords } from '../words.ts'
import {
  ownFieldsOf,
  profileOf,
  refuseUnpublishable,
  refuseWrongInput,
  refuseUnlessKept,
  refuseUnlessWritten,
} from './input.ts'
import { noteForRegistries } from '../../identifiers/actions/note.ts'
import { indexRecord } from '../../search/actions.ts'
import { redescribeNaming } from './redescribe.ts'

type Held = { id: string; version?: number }

/** A record held for a change: it is there, the actor may write it, and it is the version that they read. */
export async function holdRecord(trx: Trx, ctx: Context, held: Held): Promise<RecordRow> {
  const record = await lockOrRefuse(trx, ctx, held)
  refuseUnlessWritten(ctx.actor, record)
  return refuseChanged(record, held)
}

/** The same for what only its keepers decide: who deposits a draft does not publish, withdraw or delete it. */
async function holdKept(trx: Trx, ctx: Context, held: Held): Promise<RecordRow> {
  const record = await lockOrRefuse(trx, ctx, held)
  refuseUnlessKept(ctx.actor, record)
  return refuseChanged(record, held)
}

async function lockOrRefuse(trx: Trx, ctx: Context, { id }: Held): Promise<RecordRow> {
  const record = await lockRecordRow(trx, ctx.actor, id)
  if (!record) throw new Problem('not-found', catalogWords.noRecord)
  return record
}

function refuseChanged(record: RecordRow, { version }: Held): RecordRow {
  if (version !== undefined && version !== record.version)
    throw new Problem('stale', catalogWords.stale)
  if (record.withdrawnAt) throw new Problem('conflict', catalogWords.withdrawnIsFinal)
  return record
}

/** Where a deposit stands: who else keeps the record from now on, and whether its depositors may change it. */
export async function markDeposit(
  trx: Trx,
  id: string,
  mark: { depositedWith?: string | null; submittedAt?: Temporal.Instant | null },
): Promise<void> {
  await updateRecord(trx, id, {
    ...(mark.depositedWith !== undefined && { deposited_with_id: mark.depositedWith }),
    ...(mark.submittedAt !== undefined && { deposit_submitted_at: mark.submittedAt }),
  })
  if (mark.depositedWith !== undefined) await indexRecord(trx, id)
}

/** What another area does as a record is published, or before a draft’s row goes, in the same transaction. */
export type RecordStep = (trx: Trx, ctx: Context, recordId: string) => Promise<void>

/** Contributed by `app.ts`. */
export type RecordSteps = {
  publication: readonly RecordStep[]
  deletion: readonly RecordStep[]
}

type Edited = Held & {
  /** Publishes a draft with its change, by these steps: where that is refused, the change is not made either. */
  publish?: readonly RecordStep[] | undefined
}

/** Changes the named fields of a record; absent ones stay. Refused as stale unless `version` is the newest. */
export async function editRecord(
  ctx: Context,
  { publish, ...held }: Edited,
  input: RecordChange,
): Promise<void> {
  await transact(ctx, async (trx) => {
    await editRecordIn(trx, ctx, { ...held, input })
    if (publish) await publishRecordIn(trx, ctx, { id: held.id, steps: publish })
  })
}

/** What a change makes of a record, refused where it may not be made; nothing is written. */
export async function plannedEdit(ctx: Context, db: Db, record: RecordRow, input: RecordChange) {
  refuseUnlessWritten(ctx.actor, record)
  if (record.withdrawnAt) throw new Problem('conflict', catalogWords.withdrawnIsFinal)
  const profile = profileOf(record.kind, input.profile ?? record.profile)
  const own = ownFieldsOf(input)
  await refuseWrongInput(ctx, db, { kind: record.kind, profile, own, input })
  await refuseForeignOwner(ctx, record, input)
  const sides = bothSides(record, input)
  if (record.publishedAt)
    refuseUnpublishable(fieldsOf(record.kind, profile), sides.ownAfter, sides.common.access)
  return { ...sides, profile }
}

/** The same as `editRecord` inside a transaction of the caller, for many records at once. */
export async function editRecordIn(
  trx: Trx,
  ctx: Context,
  { input, ...held }: Held & { input: RecordChange },
): Promise<void> {
  const { id } = held
  const record = await holdRecord(trx, ctx, held)
  const { before, after, common, ownAfter, profile } = await plannedEdit(ctx, trx, record, input)
  await updateRecord(trx, id, { ...columnsOf(common), updated_at: ctx.now() })
  const records = [{ id, values: ownAfter }]
  await upsertParts(trx, { kind: record.kind, profile, records })
  if (input.identifiers) await replaceIdentifiers(trx, id, input.identifiers)
  await indexRecord(trx, id)
  await noteForRegistries(trx, ctx, id)
  if (isNamedAnew(before, after)) await redescribeNaming(trx, ctx, id)
  await recordChange(trx, ctx, {
    action: 'record.edit',
    entity: 'record',
    entityId: id,
    institutionId: record.institutionId,
    before,
    after,
  })
}

/** What other records say of this one. */
const namedBy = new Set(['title', 'identifiers', 'audience', 'resourceTypeGeneral'])

const isNamedAnew = (before: Record<string, unknown>, after: Record<string, unknown>) =>
  Object.keys(changedFields(before, after).after).some((field) => namedBy.has(field))

/** Whether the change would leave every field of the record as it is. */
export function changesNothing(record: RecordRow, input: RecordChange): boolean {
  const { before, after } = bothSides(record, input)
  return Object.keys(changedFields(before, after).after).length === 0
}

/** A record before and after a change, as its history keeps them. */
function bothSides(record: RecordRow, input: RecordChange) {
  const ownBefore = valuesOf(record.kind, record.profile, record.parts)
  const ownAfter = { ...ownBefore, ...ownFieldsOf(input) }
  const profile = profileOf(record.kind, input.profile ?? record.profile)
  const common = { ...commonAfter(record, input), profile }
  return {
    before: { ...commonOf(record), profile: record.profile, ...ownBefore },
    after: { ...common, ...ownAfter },
    common,
    ownAfter,
  }
}

/** Giving a record to another institution needs to keep both. */
async function refuseForeignOwner(ctx: Context, record: RecordRow, input: RecordChange) {
  if (input.institution && input.institution !== record.institutionId)
    refuseUnlessKept(ctx.actor, { institutionId: input.institution, collectionId: null })
}

type Common = ReturnType<typeof commonOf>

function commonAfter(record: RecordRow, input: RecordChange): Common {
  const before = commonOf(record)
  const after: Common = {
    title: { ...before.title, ...presentLanguages(input.title ?? {}) },
    summary: { ...before.summary, ...presentLanguages(input.summary ?? {}) },
    institution: either(input.institution, before.institution),
    collection: either(input.collection, before.collection),
    library: either(input.library, before.library),
    keywords: either(input.keywords, before.keywords),
    subjects: either(input.subjects, before.subjects),
    identifiers: either(input.identifiers, before.identifiers),
    access: either(input.access, before.access),
    audience: either(input.audience, before.audience),
  }
  if (!after.title.zh && !after.title.en)
    throw new Problem('invalid', catalogWords.invalid, {
      issues: [{ path: 'title', message: catalogWords.titleNeeded }],
    })
  return after
}

/** The new value, or the present one where the field is absent; null empties it. */
const either = <Value>(changed: Value | undefined, before: Value): Value =>
  changed === undefined ? before : changed

type Given = { zh?: string | null | undefined; en?: string | null | undefined }

const presentLanguages = ({ zh, en }: Given): Partial<LocalText> => ({
  ...(zh !== undefined && { zh }),
  ...(en !== undefined && { en }),
})

const columnsOf = (common: Common & { profile: string | null }) => ({
  profile: common.profile,
  institution_id: common.institution,
  collection_id: common.collection,
  library: common.library,
  title_zh: common.title.zh,
  title_en: common.title.en,
  summary_zh: common.summary.zh,
  summary_en: common.summary.en,
  keywords: common.keywords,
  subjects: common.subjects,
  access: common.access,
  audience: common.audience,
})

/** Shows a draft to its audience; refused while fields that publication needs are empty. */
export async function publishRecord(
  ctx: Context,
  held: Held,
  steps: readonly RecordStep[],
): Promise<void> {
  await transact(ctx, (trx) => publishRecordIn(trx, ctx, { ...held, steps }))
}

/** The same inside a transaction of the caller. */
export async function publishRecordIn(
  trx: Trx,
  ctx: Context,
  { steps, ...held }: Held & { steps: readonly RecordStep[] },
): Promise<void> {
  const record = await holdKept(trx, ctx, held)
  if (record.publishedAt) throw new Problem('conflict', catalogWords.alreadyPublished)
  const { kind, profile, parts } = record
  refuseUnpublishable(fieldsOf(kind, profile), valuesOf(kind, profile, parts), record.access)
  const now = ctx.now()
  const by = ctx.actor.type === 'person' ? ctx.actor.personId : null
  await updateRecord(trx, held.id, {
    published_at: now,
    published_by: by,
    listed_at: now,
    updated_at: now,
  })
  await indexRecord(trx, held.id)
  await noteForRegistries(trx, ctx, held.id)
  await redescribeNaming(trx, ctx, held.id)
  await recordChange(trx, ctx, {
    action: 'record.publish',
    entity: 'record',
    entityId: held.id,
    institutionId: record.institutionId,
    before: { visibility: 'draft' },
    after: { visibility: 'published' },
  })
  await takeSteps(trx, ctx, record.id, steps)
}

async function takeSteps(trx: Trx, ctx: Context, id: string, steps: readonly RecordStep[]) {
  // oxlint-disable-next-line no-await-in-loop -- one connection: one after the other
  for (const step of steps) await step(trx, ctx, id)
}

/** Takes a shown record back for good: its tombstone keeps title, identifiers, reason and date. */
export async function withdrawRecord(ctx: Context, held: Held, reason: string): Promise<void> {
  await transact(ctx, (trx) => withdrawRecordIn(trx, ctx, { ...held, reason }))
}

/** The same inside a transaction of the caller, for the demo. */
export async function withdrawRecordIn(
  trx: Trx,
  ctx: Context,
  { reason, ...held }: Held & { reason: string },
): Promise<void> {
  const record = await holdKept(trx, ctx, held)
  if (!record.publishedAt) throw new Problem('conflict', catalogWords.draftNotWithdrawn)
  const now = ctx.now()
  const by = ctx.actor.type === 'person' ? ctx.actor.personId : null
  await updateRecord(trx, held.id, {
    withdrawn_at: now,
    withdrawn_by: by,
    withdrawal_reason: reason,
    updated_at: now,
  })
  await indexRecord(trx, held.id)
  await noteForRegistries(trx, ctx, held.id)
  await redescribeNaming(trx, ctx, held.id)
  await recordChange(trx, ctx, {
    action: 'record.withdraw',
    entity: 'record',
    entityId: held.id,
    institutionId: record.institutionId,
    before: { visibility: 'published' },
    after: { visibility: 'withdrawn', reason },
  })
}

/** Deletes a draft that nobody else has seen. */
export async function deleteDraft(
  ctx: Context,
  held: Held,
  steps: readonly RecordStep[],
): Promise<void> {
  await transact(ctx, async (trx) => {
    const record = await holdKept(trx, ctx, held)
    if (record.publishedAt) throw new Problem('conflict', catalogWords.notADraft)
    await deleteRecordIn(trx, ctx, record, steps)
  })
}

/**
 * Deletes a record that is held, shown or not. Only a draft, and what an import made by mistake and nothing depends on,
 * goes like this; anything else that was shown is withdrawn and leaves its tombstone.
 */
export async function deleteRecordIn(
  trx: Trx,
  ctx: Context,
  record: RecordRow,
  steps: readonly RecordStep[],
): Promise<void> {
  await takeSteps(trx, ctx, record.id, steps)
  await deleteRecord(trx, record.id)
  await recordChange(trx, ctx, {
    action: 'record.delete',
    entity: 'record',
    entityId: record.id,
    institutionId: record.institutionId,
    before: { title: { zh: record.titleZh, en: record.titleEn } },
  })
}

/** After a record's pictures changed: it has another main picture perhaps, and is found by it. */
export const illustrateRecord = async (
  trx: Trx,
  ctx: Context,
  id: string,
  { mainImageId }: { mainImageId?: string | null },
): Promise<void> =>
  touchRecord(trx, ctx, id, { ...(mainImageId !== undefined && { main_image_id: mainImageId }) })

/** After something that stands beside a record's fields changed: it is a new version, for search and registries too. */
export async function touchRecord(
  trx: Trx,
  ctx: Context,
  id: string,
  change: { main_image_id?: string | null } = {},
): Promise<void> {
  await updateRecord(trx, id, { ...change, updated_at: ctx.now() })
  await indexRecord(trx, id)
  await noteForRegistries(trx, ctx, id)
}
