import { personIdOf } from '../../core/permission.ts'
import { isId } from '../../core/shapes.ts'
import { recordChange } from '../../audit/actions.ts'
import { holdRecord } from '../../catalog/records/actions/edit.ts'
import { refuseUnlessWritten } from '../../catalog/records/actions/input.ts'
import { getRecord } from '../../catalog/records/actions/read.ts'
import { catalogWords } from '../../catalog/records/words.ts'
import { type Context, transact } from '../../core/context.ts'
import type { Trx } from '../../core/database.ts'
import { Problem } from '../../core/problem.ts'
import { asBuffer } from '../../core/secrets.ts'
import { attachObjects, discardObjects, intendObjects, randomName } from '../uploads/actions.ts'
import { fileNameOf } from '../pictures/rules.ts'
import { mostDocuments } from './model.ts'
import {
  type DocumentRow,
  documentsOfRecord,
  findDocument,
  insertDocument,
  keysOfRecord,
  markRemoved,
} from './queries.ts'
import { contentTypeOf } from './rules.ts'
import { documentWords as words } from './words.ts'

export type { DocumentRow } from './queries.ts'

/** A file as it was sent. */
export type SentDocument = { name: string; bytes: Uint8Array }

/** The documents of a record that the viewer may see. */
export async function documentsOf(ctx: Context, recordId: string): Promise<DocumentRow[]> {
  const { row } = await getRecord(ctx, recordId)
  return documentsOfRecord(ctx.db, ctx.actor, row.id)
}

export async function getDocument(ctx: Context, id: string): Promise<DocumentRow> {
  const row = isId(id) ? await findDocument(ctx.db, ctx.actor, id) : undefined
  if (!row) throw new Problem('not-found', words.noDocument)
  return row
}

/** Refuses whoever may not add a document to this record; asked before a byte of it is read. */
export async function refuseUnlessDocumentable(ctx: Context, recordId: string): Promise<void> {
  const { row } = await getRecord(ctx, recordId)
  refuseUnlessWritten(ctx.actor, row)
  if (row.withdrawnAt) throw new Problem('conflict', catalogWords.withdrawnIsFinal)
}

/** Stores a document and attaches it; whatever is refused leaves nothing behind. */
export async function addDocument(
  ctx: Context,
  recordId: string,
  { file, title }: { file: SentDocument; title: string },
): Promise<DocumentRow> {
  await refuseUnlessDocumentable(ctx, recordId)
  const { bytes } = file
  if (bytes.length === 0)
    throw new Problem('invalid', words.empty, { issues: [{ path: 'file', message: words.empty }] })
  const key = `documents/${ctx.now().toString().slice(0, 4)}/${randomName()}`
  const name = fileNameOf(file.name)
  const contentType = contentTypeOf(name)
  await intendObjects(ctx, [key], 'original')
  try {
    await ctx.objects.put(key, bytes, { contentType, sizeBytes: bytes.length })
    const sha256 = asBuffer(await crypto.subtle.digest('SHA-256', Uint8Array.from(bytes)))
    const about = { key, name, contentType, sizeBytes: bytes.length, sha256, title: title || name }
    const id = await transact(ctx, (trx) => attach(trx, ctx, { recordId, about }))
    return await getDocument(ctx, id)
  } catch (error) {
    await discardObjects(ctx, [key])
    throw error
  }
}

type About = Pick<DocumentRow, 'key' | 'name' | 'contentType' | 'sizeBytes' | 'sha256' | 'title'>

async function attach(
  trx: Trx,
  ctx: Context,
  { recordId, about }: { recordId: string; about: About },
): Promise<string> {
  const record = await holdRecord(trx, ctx, { id: recordId })
  const others = await keysOfRecord(trx, recordId)
  if (others.length >= mostDocuments) throw new Problem('conflict', words.tooMany(mostDocuments))
  await attachObjects(trx, [about.key])
  const id = await insertDocument(trx, {
    ...about,
    recordId,
    addedAt: ctx.now(),
    addedBy: personIdOf(ctx),
  })
  await recordChange(trx, ctx, {
    action: 'document.add',
    entity: 'record',
    entityId: recordId,
    institutionId: record.institutionId,
    after: { document: id, name: about.name, title: about.title },
  })
  return id
}

/** Takes a document away: it is not there any more at once, its bytes go by a job. */
export async function removeDocument(ctx: Context, id: string): Promise<DocumentRow> {
  const document = await getDocument(ctx, id)
  const { recordId, institutionId } = document
  await transact(ctx, async (trx) => {
    await holdRecord(trx, ctx, { id: recordId })
    if (!(await markRemoved(trx, id, ctx.now()))) throw new Problem('not-found', words.noDocument)
    await ctx.jobs.add(trx, 'remove_objects', { keys: [document.key] })
    await recordChange(trx, ctx, {
      action: 'document.remove',
      entity: 'record',
      entityId: recordId,
      institutionId,
      before: { document: id, name: document.name, title: document.title },
    })
  })
  return document
}

/** Before a record's row goes: lets the bytes of its documents go with it, by a job. */
export async function releaseDocuments(trx: Trx, ctx: Context, recordId: string): Promise<void> {
  const keys = await keysOfRecord(trx, recordId)
  if (keys.length > 0) await ctx.jobs.add(trx, 'remove_objects', { keys })
}
