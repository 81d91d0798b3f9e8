import { recordChange } from '../../audit/actions.ts'
import { unlessBroken } from '../../core/conflict.ts'
import { type Context, transact } from '../../core/context.ts'
import type { Trx } from '../../core/database.ts'
import type { Paging } from '../../core/paging.ts'
import { allowWriting, personIdOf } from '../../core/permission.ts'
import { invalidField, Problem } from '../../core/problem.ts'
import { isId } from '../../core/shapes.ts'
import { getReadable } from '../access/actions.ts'
import {
  getVersion,
  holdDraft,
  releaseUnused,
  type VersionKey,
  type VersionRow,
} from '../versions/actions.ts'
import type { FileChange, FilesFilter, Removal } from './model.ts'
import {
  deleteFiles,
  findFile,
  findFiles,
  insertFiles,
  type StoredFile,
  type FileRow,
  listFiles,
  listFirstFiles,
  listFolder,
  updateFile,
} from './queries.ts'
import { contentTypeOf } from './rules.ts'
import { fileWords as words } from './words.ts'

export type { Entry, FileRow, StoredFile } from './queries.ts'

type FileKey = VersionKey & { id: string }

const none = { items: [], next: null, total: { value: 0, relation: 'eq' as const } }

/** The files of a version by name; none where facts about them are not for the actor. */
export async function filesOf(
  ctx: Context,
  { dataset, number, q, folder, ...paging }: VersionKey & FilesFilter & Paging,
) {
  const { id, fileCount, mayReadFiles, onlyFiles } = await getVersion(ctx, { dataset, number })
  return mayReadFiles
    ? listFiles(ctx.db, { versionId: id, onlyFiles, fileCount: fileCount ?? 0, q, folder }, paging)
    : none
}

/** Files of a version that was read for the actor by a part of their names; nobody asks how many. */
export const filesNamed = async (
  { db }: Context,
  { id, mayReadFiles, onlyFiles }: VersionRow,
  { q, ...paging }: { q: string } & Paging,
) => (mayReadFiles ? findFiles(db, { versionId: id, onlyFiles, q }, paging) : none)

/** The first files, by name, of each of these versions whose files the actor may read: `limit` of each at most. */
export async function firstFilesOf(ctx: Context, versions: readonly VersionRow[], limit: number) {
  const read = versions.filter(({ mayReadFiles }) => mayReadFiles)
  return read.length === 0 || limit === 0 ? [] : listFirstFiles(ctx.db, read, limit)
}

/** What a folder of a version that was read for the actor has, folders and files together. */
export async function folderIn(
  { db }: Context,
  { id, mayReadFiles, onlyFiles }: VersionRow,
  { folder, ...paging }: { folder: string } & Paging,
) {
  return mayReadFiles
    ? listFolder(db, { versionId: id, onlyFiles, folder }, paging)
    : { items: [], next: null }
}

/** What is known of a file whose facts the actor may read; its bytes are behind `getTakeable`. */
export async function getFile(ctx: Context, { id, ...key }: FileKey): Promise<FileRow> {
  const version = await getReadable(ctx, key)
  const isTheirs = isId(id) && (version.onlyFiles?.includes(id.toLowerCase()) ?? true)
  const row = isTheirs ? await findFile(ctx.db, version.id, id) : undefined
  if (!row) throw new Problem('not-found', words.noFile)
  return row
}

/** Renames or describes a file of a draft. */
export async function editFile(ctx: Context, change: FileChange, { id, ...key }: FileKey) {
  allowWriting(ctx)
  await getVersion(ctx, key)
  return unlessBroken('dataset_file_taken', words.taken, () =>
    transact(ctx, async (trx) => {
      const version = await holdDraft(trx, ctx, key)
      const row = isId(id) ? await findFile(trx, version.id, id) : undefined
      if (!row) throw new Problem('not-found', words.noFile)
      const { name, description } = { name: row.name, description: row.description, ...change }
      await updateFile(trx, row.id, { path: name, description, content_type: contentTypeOf(name) })
      await recordChange(trx, ctx, {
        action: 'file.edit',
        entity: 'dataset_version',
        entityId: version.id,
        institutionId: version.institutionId,
        before: { name: row.name, description: row.description },
        after: { name, description },
      })
      const changed = await findFile(trx, version.id, row.id)
      if (!changed) throw new Problem('not-found', words.noFile)
      return changed
    }),
  )
}

/** Takes files out of a draft; bytes that no other version has go by a job. */
export async function removeFiles(ctx: Context, { files, folders }: Removal, key: VersionKey) {
  allowWriting(ctx)
  await getVersion(ctx, key)
  if (!files?.length && !folders?.length) throw invalidField('files', words.nothingToRemove)
  return transact(ctx, async (trx) => {
    const version = await holdDraft(trx, ctx, key)
    const names = await deleteFiles(trx, version.id, { files: files?.filter(isId), folders })
    if (names.length === 0) throw new Problem('not-found', words.noFile)
    await releaseUnused(trx, ctx, version.recordId)
    await recordChange(trx, ctx, {
      action: 'file.remove',
      entity: 'dataset_version',
      entityId: version.id,
      institutionId: version.institutionId,
      before: { names: names.slice(0, 20), count: names.length },
    })
    return { removed: names.length }
  })
}

/**
 * Gives a draft that is held files whose bytes were stored and verified; files of the same names are replaced, and bytes
 * that no version has any more go by a job.
 */
export async function attachFiles(
  trx: Trx,
  ctx: Context,
  version: Pick<VersionRow, 'id' | 'recordId'>,
  files: readonly StoredFile[],
): Promise<void> {
  if (files.length === 0) return
  const attached = { recordId: version.recordId, versionId: version.id, at: ctx.now() }
  await insertFiles(trx, { ...attached, by: personIdOf(ctx) }, files)
  await releaseUnused(trx, ctx, version.recordId)
}
