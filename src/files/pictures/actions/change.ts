import { recordChange } from '../../../audit/actions.ts'
import { holdRecord, illustrateRecord } from '../../../catalog/records/actions/edit.ts'
import { refuseUnlessWritten } from '../../../catalog/records/actions/input.ts'
import { getRecord } from '../../../catalog/records/actions/read.ts'
import { catalogWords } from '../../../catalog/records/words.ts'
import { type Context, transact } from '../../../core/context.ts'
import type { Trx } from '../../../core/database.ts'
import type { PictureFacts } from '../../../core/ports.ts'
import { Problem } from '../../../core/problem.ts'
import { asBuffer } from '../../../core/secrets.ts'
import { maxPicturesOfRecord, type NewPicture, type PictureChange } from '../model.ts'
import {
  insertPicture,
  orderedPictures,
  picturesOfRecord,
  renumberPictures,
  updatePicture,
  releaseKeys,
} from '../queries.ts'
import { fileNameOf, impressionColumns, pictureProblem, moved } from '../rules.ts'
import { pictureWords } from '../words.ts'
import { attachObjects, discardObjects, intendObjects, randomName } from '../../uploads/actions.ts'
import { getPicture } from './read.ts'
import { findTerm } from '../../../catalog/vocabularies/actions.ts'

/** A file as it was sent: what it is called says nothing of what it is. */
export type SentPicture = { name: string; bytes: Uint8Array }

/** Refuses whoever may not add a picture to this record; asked before a byte of it is read. */
export async function refuseUnlessIllustratable(ctx: Context, recordId: string): Promise<void> {
  const { row } = await getRecord(ctx, recordId)
  refuseUnlessWritten(ctx.actor, row)
  if (row.withdrawnAt) throw new Problem('conflict', catalogWords.withdrawnIsFinal)
  const pictures = await picturesOfRecord(ctx.db, ctx.actor, recordId)
  refuseTooMany(pictures.length)
}

/**
 * Adds a picture to a record: looked at in full, then stored, then attached, and its sizes asked for in the same
 * transaction. Whatever is refused leaves nothing behind. With an `id` it is the picture that was announced under it.
 */
export async function addPicture(
  ctx: Context,
  recordId: string,
  { file, ...said }: { file: SentPicture; about: NewPicture; id?: string },
): Promise<{ id: string }> {
  await refuseUnlessIllustratable(ctx, recordId)
  await refuseUnknownLicence(ctx, said.about.licence)
  const examined = await examine(ctx, file.bytes)
  const key = `originals/${ctx.now().toString().slice(0, 4)}/${randomName()}`
  await intendObjects(ctx, [key], 'original')
  try {
    const { name, bytes } = file
    const contentType = `image/${examined.format}`
    await ctx.objects.put(key, bytes, { contentType, sizeBytes: bytes.length })
    return await transact(ctx, async (trx) => {
      const id = await attachPicture(trx, ctx, recordId, { key, name, ...said, ...examined })
      await ctx.jobs.add(trx, 'derive_image', { imageId: id }, { maxTries: 5 })
      return { id }
    })
  } catch (error) {
    await discardObjects(ctx, [key])
    throw error
  }
}

/** What is known of a file from its bytes. */
type Examined = {
  format: PictureFacts['format'] | 'svg'
  width: number
  height: number
  sizeBytes: number
  sha256: Buffer
}

/** What a file is, by its bytes; refuses what is no sound picture. */
async function examine(ctx: Context, bytes: Uint8Array): Promise<Examined & ImpressionColumns> {
  const facts = await ctx.images.inspect(bytes)
  if ('refused' in facts) throw pictureProblem(facts.refused)
  if ((await ctx.images.verify(bytes)) === 'damaged') throw pictureProblem('damaged')
  const [impression, sha256] = await Promise.all([impressionOf(ctx, bytes), sha256Of(bytes)])
  return { ...facts, ...impressionColumns(impression), sizeBytes: bytes.length, sha256 }
}

/** What decodes and yet cannot be made smaller is of no use here either. */
async function impressionOf(ctx: Context, bytes: Uint8Array) {
  try {
    return await ctx.images.impression(bytes)
  } catch (error) {
    throw error instanceof Problem ? error : pictureProblem('damaged')
  }
}

/** WebCrypto does not take memory that threads share; what came over HTTP never is, and is not copied. */
export async function sha256Of(bytes: Uint8Array): Promise<Buffer> {
  const { buffer, byteOffset, length } = bytes
  const own =
    buffer instanceof ArrayBuffer
      ? new Uint8Array(buffer, byteOffset, length)
      : Uint8Array.from(bytes)
  return asBuffer(await crypto.subtle.digest('SHA-256', own))
}

type ImpressionColumns = ReturnType<typeof impressionColumns>

type StoredPicture = Examined &
  Partial<ImpressionColumns> & {
    /** Where it was announced under an id already. */
    id?: string
    key: string
    name: string
    about: NewPicture
  }

/** Adds a stored file to a record as a picture, in the caller's transaction. Its sizes are the caller's to ask for. */
export async function attachPicture(
  trx: Trx,
  ctx: Context,
  recordId: string,
  picture: StoredPicture,
): Promise<string> {
  const record = await holdRecord(trx, ctx, { id: recordId })
  const others = await orderedPictures(trx, recordId)
  refuseTooMany(others.length)
  await attachObjects(trx, [picture.key])
  const position = (others.at(-1)?.position ?? -1) + 1
  const id = await insertPicture(trx, rowOf(ctx, { ...picture, recordId, position }))
  const isMain = picture.about.main === true || record.imageId === null
  await illustrateRecord(trx, ctx, recordId, isMain ? { mainImageId: id } : {})
  await recordChange(trx, ctx, {
    action: 'image.add',
    entity: 'record',
    entityId: recordId,
    institutionId: record.institutionId,
    after: { image: id, name: fileNameOf(picture.name), ...picture.about },
  })
  return id
}

function rowOf(ctx: Context, picture: StoredPicture & { recordId: string; position: number }) {
  const { recordId, key, name, about, sizeBytes, ...facts } = picture
  return {
    ...facts,
    record_id: recordId,
    caption_zh: about.caption?.zh ?? null,
    caption_en: about.caption?.en ?? null,
    credit: about.credit ?? null,
    licence: about.licence ?? null,
    original_key: key,
    original_name: fileNameOf(name),
    size_bytes: sizeBytes,
    uploaded_by: ctx.actor.type === 'person' ? ctx.actor.personId : null,
    created_at: ctx.now(),
  }
}

function refuseTooMany(count: number): void {
  if (count >= maxPicturesOfRecord)
    throw new Problem('conflict', pictureWords.tooMany(maxPicturesOfRecord))
}

/** Changes what is said of a picture, where it stands, or whether lists show it. Absent fields stay. */
export async function changePicture(
  ctx: Context,
  id: string,
  change: PictureChange,
): Promise<{ recordId: string }> {
  const { recordId } = await getPicture(ctx, id)
  await refuseUnknownLicence(ctx, change.licence)
  await transact(ctx, async (trx) => {
    const { record, pictures, picture } = await holdPicture(trx, ctx, { id, recordId })
    const before = saidOf(picture)
    const after = { ...before, ...saidIn(change) }
    await updatePicture(trx, id, after)
    const ids = pictures.map((each) => each.id)
    const place = ids.indexOf(id)
    const newPlace = Math.min(change.position ?? place, ids.length - 1)
    if (newPlace !== place) await renumberPictures(trx, moved(ids, id, newPlace))
    await illustrateRecord(trx, ctx, recordId, change.main ? { mainImageId: id } : {})
    await recordChange(trx, ctx, {
      action: 'image.edit',
      entity: 'record',
      entityId: recordId,
      institutionId: record.institutionId,
      before: { image: id, ...before, position: place, main: record.imageId === id },
      after: {
        image: id,
        ...after,
        position: newPlace,
        main: change.main ?? record.imageId === id,
      },
    })
  })
  return { recordId }
}

/** Takes a picture away: it is no longer shown at once, its bytes go by a job. The next one becomes the main one. */
export async function removePicture(ctx: Context, id: string): Promise<{ recordId: string }> {
  const { recordId } = await getPicture(ctx, id)
  await transact(ctx, async (trx) => {
    const { record, pictures, picture } = await holdPicture(trx, ctx, { id, recordId })
    await updatePicture(trx, id, { removed_at: ctx.now() })
    const keys = await releaseKeys(trx, [id])
    await ctx.jobs.add(trx, 'remove_objects', { keys })
    const next = pictures.find((each) => each.id !== id)?.id ?? null
    await illustrateRecord(trx, ctx, recordId, record.imageId === id ? { mainImageId: next } : {})
    await recordChange(trx, ctx, {
      action: 'image.remove',
      entity: 'record',
      entityId: recordId,
      institutionId: record.institutionId,
      before: { image: id, ...saidOf(picture) },
    })
  })
  return { recordId }
}

/** The picture, and the record and its pictures held with it; refuses whoever does not keep them. */
async function holdPicture(
  trx: Trx,
  ctx: Context,
  { id, recordId }: { id: string; recordId: string },
) {
  const record = await holdRecord(trx, ctx, { id: recordId })
  const pictures = await orderedPictures(trx, recordId)
  const picture = pictures.find((each) => each.id === id)
  if (!picture) throw new Problem('not-found', pictureWords.noPicture)
  return { record, pictures, picture }
}

type Said = {
  caption_zh: string | null
  caption_en: string | null
  credit: string | null
  licence: string | null
}

const saidOf = ({ caption_zh, caption_en, credit, licence }: Said): Said => ({
  caption_zh,
  caption_en,
  credit,
  licence,
})

function saidIn({ caption, credit, licence }: PictureChange): Partial<Said> {
  return {
    ...(caption?.zh !== undefined && { caption_zh: caption.zh }),
    ...(caption?.en !== undefined && { caption_en: caption.en }),
    ...(credit !== undefined && { credit }),
    ...(licence !== undefined && { licence }),
  }
}

/** Refuses a licence that the vocabulary does not have; none at all is fine. */
async function refuseUnknownLicence(ctx: Context, code: string | null | undefined): Promise<void> {
  if (!code || (await findTerm(ctx, 'licence', code))) return
  throw new Problem('invalid', pictureWords.invalid, {
    issues: [{ path: 'licence', message: pictureWords.unknownLicence(code) }],
  })
}

/** Before a record's row goes: lets the bytes of its pictures go with it, by a job. */
export async function releasePictures(trx: Trx, ctx: Context, recordId: string): Promise<void> {
  const pictures = await orderedPictures(trx, recordId)
  const keys = await releaseKeys(
    trx,
    pictures.map(({ id }) => id),
  )
  if (keys.length > 0) await ctx.jobs.add(trx, 'remove_objects', { keys })
}
