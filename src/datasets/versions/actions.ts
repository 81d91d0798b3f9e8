import { recordChange } from '../../audit/actions.ts'
import { holdRecord, touchRecord } from '../../catalog/records/actions/edit.ts'
import { noteForRegistries } from '../../catalog/identifiers/actions/note.ts'
import { refuseUnlessWriting } from '../../catalog/records/actions/input.ts'
import { getRecord, publicFieldsOf } from '../../catalog/records/actions/read.ts'
import { indexRecord } from '../../catalog/search/actions.ts'
import { catalogWords } from '../../catalog/records/words.ts'
import { unlessBroken } from '../../core/conflict.ts'
import { type Context, transact } from '../../core/context.ts'
import type { Db, Trx } from '../../core/database.ts'
import type { Paging } from '../../core/paging.ts'
import { allowWriting, personIdOf } from '../../core/permission.ts'
import { Problem } from '../../core/problem.ts'
import { isId } from '../../core/shapes.ts'
import type { LocalText } from '../../core/text.ts'
import { endUploadsOf, openUploadsIn } from '../uploads/actions/open.ts'
import {
  type ChangesFilter,
  type NewVersion,
  versionNumber,
  type VersionChange,
  versionForm,
  type VersionWithdrawal,
} from './model.ts'
import {
  copyFiles,
  damagedIn,
  deleteUnusedObjects,
  deleteVersion,
  fieldsOfVersion,
  findDraft,
  findManifest,
  findNewest,
  findNewestOfEach,
  findVersion,
  findVersionBefore,
  insertVersion,
  isUnchanged,
  keysOfRecord,
  lastNumber,
  listChanges,
  listVersions,
  lockVersion,
  updateVersion,
  type VersionRow,
} from './queries.ts'
import { objectionsToPublishing } from './rules.ts'
import { versionWords as words } from './words.ts'

export type { VersionRow } from './queries.ts'

/** A dataset and the number of one of its versions, as addresses name them. */
export type VersionKey = { dataset: string; number: string }

const viewer = ({ actor, now }: Context) => ({ actor, now: now() })

/** The versions of a dataset that the actor may know of, the newest first. */
export async function versionsOf(
  ctx: Context,
  { dataset, ...paging }: Paging & { dataset: string },
) {
  await getRecord(ctx, dataset, 'dataset')
  return versionsIn(ctx, dataset, paging)
}

/** The same of a dataset that was read for the actor. */
export const versionsIn = async (ctx: Context, dataset: string, paging: Paging) =>
  listVersions(ctx.db, viewer(ctx), dataset, paging)

/** A version that the actor may know of; of a withdrawn one there is no more than its head. */
export async function getVersion(
  ctx: Context,
  { dataset, number }: VersionKey,
): Promise<VersionRow> {
  const wanted = versionNumber(number)
  const version =
    wanted === undefined || !isId(dataset)
      ? undefined
      : await findVersion(ctx.db, viewer(ctx), { recordId: dataset, number: wanted })
  if (!version) throw new Problem('not-found', words.noVersion)
  return version
}

/** The version whose files a dataset offers now; undefined where none is published. */
export const findNewestVersion = async (ctx: Context, recordId: string) =>
  findNewest(ctx.db, viewer(ctx), recordId)

/** The same of several datasets at once. */
export const findNewestVersions = async (ctx: Context, recordIds: readonly string[]) =>
  recordIds.length === 0 ? [] : findNewestOfEach(ctx.db, viewer(ctx), recordIds)

/** Begins the next version of a dataset, with the files of the last one. */
export async function createVersion(
  ctx: Context,
  input: NewVersion,
  { dataset }: { dataset: string },
): Promise<VersionRow> {
  allowWriting(ctx)
  await getRecord(ctx, dataset, 'dataset')
  return unlessBroken('dataset_version_one_draft', words.draftExists, () =>
    transact(ctx, (trx) => createVersionIn(trx, ctx, { input, dataset })),
  )
}

/** The same inside a transaction of the caller, of a dataset that has no draft. */
export async function createVersionIn(
  trx: Trx,
  ctx: Context,
  { input, dataset }: { input: NewVersion; dataset: string },
): Promise<VersionRow> {
  const record = await holdRecord(trx, ctx, { id: dataset })
  const number = (await lastNumber(trx, dataset)) + 1
  const before = await findVersionBefore(trx, dataset, number)
  const { notes, terms } = versionForm.whole(input)
  const versionId = await insertVersion(trx, {
    record_id: dataset,
    number,
    ...notesOf(notes),
    ...termsOf(terms ?? { zh: before?.terms_zh ?? null, en: before?.terms_en ?? null }),
    created_at: ctx.now(),
    created_by: personIdOf(ctx),
  })
  if (before) await copyFiles(trx, before.id, versionId)
  await recordChange(trx, ctx, {
    action: 'version.create',
    entity: 'dataset_version',
    entityId: versionId,
    institutionId: record.institutionId,
    after: { number, notes, terms },
  })
  return heldRow(trx, ctx, { dataset, number })
}

const notesOf = (notes: LocalText | null) => ({
  notes_zh: notes?.zh ?? null,
  notes_en: notes?.en ?? null,
})
const termsOf = (terms: LocalText | null) => ({
  terms_zh: terms?.zh ?? null,
  terms_en: terms?.en ?? null,
})

async function heldRow(trx: Trx, ctx: Context, key: { dataset: string; number: number }) {
  const row = await findVersion(trx, viewer(ctx), { recordId: key.dataset, number: key.number })
  if (!row) throw new Problem('not-found', words.noVersion)
  return row
}

type Held = VersionKey & { version?: number | undefined }

/** A draft held for a change, by who may write its record; refused once it is published. */
export async function holdDraft(trx: Trx, ctx: Context, held: Held): Promise<VersionRow> {
  const row = await holdVersion(trx, ctx, held)
  if (row.state !== 'draft') throw new Problem('conflict', words.isPublished)
  return row
}

async function holdVersion(trx: Trx, ctx: Context, { version, ...key }: Held) {
  const number = versionNumber(key.number)
  if (number === undefined) throw new Problem('not-found', words.noVersion)
  if (!isId(key.dataset)) throw new Problem('not-found', words.noVersion)
  await lockVersion(trx, key.dataset, number)
  const row = await heldRow(trx, ctx, { dataset: key.dataset, number })
  refuseUnlessWritable(ctx, row)
  if (version !== undefined && version !== row.version)
    throw new Problem('stale', catalogWords.stale)
  return row
}

/** Refuses whoever may not change this version: all but who keeps its record, and who deposits it until it is submitted. */
export function refuseUnlessWritable({ actor }: Context, row: VersionRow): void {
  refuseUnlessWriting(actor)
  if (!row.mayWrite)
    throw new Problem('forbidden', row.readsWhole ? catalogWords.inCheck : catalogWords.notYours)
}

/** Changes what a draft says of itself; of a published version its notes only. */
export async function editVersion(ctx: Context, change: VersionChange, held: Held) {
  allowWriting(ctx)
  await getVersion(ctx, held)
  return transact(ctx, async (trx) => {
    const row = await holdVersion(trx, ctx, held)
    if (row.state === 'withdrawn') throw new Problem('conflict', words.isWithdrawn)
    if (row.state === 'published' && change.terms !== undefined)
      throw new Problem('conflict', words.isPublished)
    const { notes, terms } = { notes: row.notes, terms: row.terms, ...change }
    await updateVersion(trx, row.id, {
      ...notesOf(notes),
      ...termsOf(terms),
    })
    await noteChange(trx, ctx, row, {
      action: 'version.edit',
      before: { notes: row.notes, terms: row.terms },
      after: { notes, terms },
    })
    return heldRow(trx, ctx, { dataset: row.recordId, number: row.number })
  })
}

/** Deletes a draft; bytes that no other version has go by a job. */
export async function deleteDraftVersion(ctx: Context, held: Held): Promise<void> {
  allowWriting(ctx)
  await getVersion(ctx, held)
  await transact(ctx, async (trx) => {
    const row = await holdVersion(trx, ctx, held)
    if (row.state !== 'draft') throw new Problem('conflict', words.notDraft)
    await endUploadsOf(trx, ctx, { versionId: row.id })
    await deleteVersion(trx, row.id)
    await releaseUnused(trx, ctx, row.recordId)
    await noteChange(trx, ctx, row, { action: 'version.delete', before: { number: row.number } })
  })
}

/** Lets the bytes go that no version has any more: their rows now, the bytes by a job. */
export async function releaseUnused(trx: Trx, ctx: Context, recordId: string): Promise<void> {
  const keys = await deleteUnusedObjects(trx, recordId)
  if (keys.length > 0) await ctx.jobs.add(trx, 'remove_objects', { keys })
}

/** Before a dataset's row goes: lets the bytes of all its files go with it, by a job. */
export async function releaseDataset(trx: Trx, ctx: Context, recordId: string): Promise<void> {
  await endUploadsOf(trx, ctx, { recordId })
  const keys = await keysOfRecord(trx, recordId)
  if (keys.length > 0) await ctx.jobs.add(trx, 'remove_objects', { keys })
}

/** Publishes a draft of a published dataset, for good. Everything that stands in its way is named. */
export async function publishVersion(ctx: Context, held: Held): Promise<VersionRow> {
  allowWriting(ctx)
  await getVersion(ctx, held)
  return transact(ctx, async (trx) => {
    const record = await holdRecord(trx, ctx, { id: held.dataset })
    const row = await holdDraft(trx, ctx, held)
    if (!record.publishedAt) throw new Problem('conflict', words.recordFirst)
    await publishIn(trx, ctx, row)
    // Its files are what the record is taken for: whoever harvests records is told.
    await touchRecord(trx, ctx, row.recordId)
    return heldRow(trx, ctx, { dataset: row.recordId, number: row.number })
  })
}

/**
 * As its dataset is published, or received by a data centre: its draft too, where it has one. Of a dataset that stays a
 * draft this seals the files, and nobody sees more of them than before.
 */
export async function publishWithRecord(trx: Trx, ctx: Context, recordId: string): Promise<void> {
  const draft = await findDraft(trx, recordId)
  if (!draft) return
  const row = await holdDraft(trx, ctx, { dataset: recordId, number: String(draft.number) })
  await publishIn(trx, ctx, row)
}

/** The draft of a dataset, and what stands in the way of publishing it; undefined where there is none. */
export async function draftOf(ctx: Context, recordId: string, db: Db = ctx.db) {
  const draft = await findDraft(db, recordId)
  const version = draft && (await findVersion(db, viewer(ctx), { recordId, number: draft.number }))
  return version && { version, objections: await objectionsTo(db, version) }
}

/** The files of a version as `sha256sum` lists them, in the order of their names, and the hash of that list. */
export const manifestOf = (db: Db, versionId: string) => findManifest(db, versionId)

async function objectionsTo(db: Db, row: VersionRow) {
  const before = await findVersionBefore(db, row.recordId, row.number)
  return objectionsToPublishing({
    fileCount: row.fileCount ?? 0,
    isUnchanged: before !== undefined && (await isUnchanged(db, before.id, row.id)),
    openUploads: await openUploadsIn(db, row.id),
    damaged: await damagedIn(db, row.id),
  })
}

async function publishIn(trx: Trx, ctx: Context, row: VersionRow): Promise<void> {
  const objections = await objectionsTo(trx, row)
  if (objections.length > 0)
    throw new Problem('conflict', objections[0]?.detail ?? words.notPublishable, { objections })
  const fields = await publicFieldsOf({ ...ctx, db: trx }, row.recordId)
  await updateVersion(trx, row.id, {
    published_at: ctx.now(),
    published_by: personIdOf(ctx),
    fields: JSON.stringify(fields),
  })
  await noteForRegistries(trx, ctx, row.recordId)
  await noteChange(trx, ctx, row, {
    action: row.recordPublishedAt ? 'version.publish' : 'version.seal',
    before: { state: 'draft' },
    after: { state: 'published', number: row.number, fileCount: row.fileCount },
  })
  await indexRecord(trx, row.recordId)
  await ctx.jobs.add(trx, 'preview_version', { versionId: row.id }, { key: `previews/${row.id}` })
}

/** Takes a published version back for good: its number, dates and the reason stay. */
export async function withdrawVersion(ctx: Context, { reason }: VersionWithdrawal, held: Held) {
  allowWriting(ctx)
  await getVersion(ctx, held)
  return transact(ctx, async (trx) => {
    const row = await holdVersion(trx, ctx, held)
    if (row.state !== 'published') throw new Problem('conflict', words.notPublished)
    await updateVersion(trx, row.id, {
      withdrawn_at: ctx.now(),
      withdrawn_by: personIdOf(ctx),
      withdrawal_reason: reason,
    })
    await touchRecord(trx, ctx, row.recordId)
    await noteChange(trx, ctx, row, {
      action: 'version.withdraw',
      before: { state: 'published' },
      after: { state: 'withdrawn', reason },
    })
    await indexRecord(trx, row.recordId)
    return heldRow(trx, ctx, { dataset: row.recordId, number: row.number })
  })
}

type Noted = {
  action:
    | 'version.edit'
    | 'version.delete'
    | 'version.publish'
    | 'version.seal'
    | 'version.withdraw'
  before?: Record<string, unknown>
  after?: Record<string, unknown>
}

const noteChange = async (trx: Trx, ctx: Context, row: VersionRow, change: Noted) =>
  recordChange(trx, ctx, {
    ...change,
    entity: 'dataset_version',
    entityId: row.id,
    institutionId: row.institutionId,
  })

/** Which files a version has otherwise than another, by default than the one before; for who may read the files of both. */
export async function changesOf(
  ctx: Context,
  { from, dataset, number, ...paging }: VersionKey & ChangesFilter & Paging,
) {
  const { earlier, later } = await comparedVersions(ctx, { dataset, number, from })
  if (!earlier || !isWhole(earlier) || !isWhole(later))
    return { items: [], next: null, total: { value: 0, relation: 'eq' as const } }
  return listChanges(ctx.db, { fromId: earlier.id, toId: later.id }, paging)
}

/** Of a part of the files nothing is said about the others. */
const isWhole = ({ mayReadFiles, onlyFiles }: VersionRow) => mayReadFiles && onlyFiles === null

/** The versions that are compared: the earlier one is undefined before the second. */
export async function comparedVersions(
  ctx: Context,
  { dataset, number, from }: VersionKey & ChangesFilter,
) {
  const later = await getVersion(ctx, { dataset, number })
  if (from !== undefined)
    return { earlier: await getVersion(ctx, { dataset, number: from }), later }
  const before = await findVersionBefore(ctx.db, later.recordId, later.number)
  const earlier = before && (await getVersion(ctx, { dataset, number: String(before.number) }))
  return { earlier, later }
}

/** What the record said when a version was published; undefined for a draft. */
export const publishedFields = async (ctx: Context, row: VersionRow) =>
  (await fieldsOfVersion(ctx.db, row.id))?.fields ?? undefined
