import { refuseUnlessWriting } from '../../../catalog/records/actions/input.ts'
import { catalogWords } from '../../../catalog/records/words.ts'
import type { Context } from '../../../core/context.ts'
import {
  cursorOf,
  keyPart,
  type Page,
  type Paging,
  readCursor,
  totalOf,
} from '../../../core/paging.ts'
import { Problem } from '../../../core/problem.ts'
import { isId } from '../../../core/shapes.ts'
import type { Temporal } from '../../../core/time.ts'
import { partAt } from '../../sending/rules/parts.ts'
import { getVersion, type VersionKey, type VersionRow } from '../../versions/actions.ts'
import type { UploadsFilter } from '../model.ts'
import { findUpload, listUploads, partsOfUpload, type UploadRow } from '../queries/uploads.ts'
import { addressesOf, presented, type Presented } from './start.ts'
import { uploadWords as words } from '../words.ts'

export type UploadKey = VersionKey & { id: string }

/** The uploads into a version, for who may write its record. */
export async function uploadsOf(
  ctx: Context,
  { dataset, number, state, ...paging }: VersionKey & UploadsFilter & Paging,
): Promise<Page<Presented>> {
  const version = await getWritable(ctx, { dataset, number })
  const page = await listUploads(ctx.db, { versionId: version.id, state }, paging)
  return { ...page, items: page.items.map(presented) }
}

export async function getUpload(ctx: Context, key: UploadKey): Promise<Presented> {
  return presented((await uploadIn(ctx, key)).upload)
}

/** The version and an upload into it; refused to whoever may not write the record. */
export async function uploadIn(
  ctx: Context,
  { id, ...key }: UploadKey,
): Promise<{ version: VersionRow; upload: UploadRow }> {
  const version = await getWritable(ctx, key)
  const upload = isId(id) ? await findUpload(ctx.db, id) : undefined
  if (upload?.versionId !== version.id) throw new Problem('not-found', words.noUpload)
  return { version, upload }
}

/** A version that the actor may know of, refused to who may not write it. */
export async function getWritable(ctx: Context, key: VersionKey): Promise<VersionRow> {
  const version = await getVersion(ctx, key)
  if (!version.mayWrite && ctx.actor.type !== 'person') refuseUnlessWriting(ctx.actor)
  if (!version.mayWrite)
    throw new Problem(
      'forbidden',
      version.readsWhole ? catalogWords.inCheck : catalogWords.notYours,
    )
  return version
}

type PartRow = {
  number: number
  sizeBytes: number
  receivedAt: Temporal.Instant | null
  etag: string | null
  url: string | null
}

/** The parts of an upload in order: which have arrived, and where the missing ones are sent. */
export async function partsOf(
  ctx: Context,
  { limit, after, ...key }: UploadKey & Paging,
): Promise<Page<PartRow>> {
  const { upload } = await uploadIn(ctx, key)
  const [before] = after === undefined ? [0] : readCursor(after, [keyPart.whole])
  const arrived = new Map(
    (await partsOfUpload(ctx.db, upload.id)).map((part) => [part.number, part]),
  )
  const last = Math.min(upload.partCount, Math.max(0, before) + limit)
  const numbers: number[] = []
  for (let number = Math.max(0, before) + 1; number <= last; number += 1) numbers.push(number)
  const addresses = await addressesOf(
    ctx,
    upload,
    numbers.filter((number) => !arrived.has(number)),
  )
  const urlOf = new Map(addresses.map(({ number, url }) => [number, url]))
  return {
    items: numbers.map((number) => ({
      number,
      sizeBytes: partAt(upload, number).sizeBytes,
      receivedAt: arrived.get(number)?.receivedAt ?? null,
      etag: arrived.get(number)?.etag ?? null,
      url: urlOf.get(number) ?? null,
    })),
    next: last < upload.partCount ? cursorOf([last]) : null,
    total: totalOf(upload.partCount),
  }
}
