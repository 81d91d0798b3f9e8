import { indexRecord } from '../catalog/search/actions.ts'
import { type Context, transact } from '../core/context.ts'
import type { PreviewRead, Previews, ReadRange } from '../core/ports.ts'
import type { PreviewReason } from '../core/preview.ts'
import { Problem } from '../core/problem.ts'
import { getReadable } from '../datasets/access/actions.ts'
import { type FileRow, getFile } from '../datasets/files/actions.ts'
import { extensionOf } from '../datasets/files/rules.ts'
import type { VersionKey, VersionRow } from '../datasets/versions/actions.ts'
import { maxPictureBytes } from '../files/pictures/model.ts'
import {
  attachObjects,
  discardObjects,
  intendObjects,
  randomName,
} from '../files/uploads/actions.ts'
import type { PictureSize, Preview } from './model.ts'
import {
  deletePreview,
  findObject,
  findPicture,
  findPreview,
  insertPreview,
  listPeriods,
  listScenes,
  listTables,
  listUnread,
  lockObject,
} from './queries.ts'
import { keptFacts, keptVariables } from './rules.ts'
import { previewWords as words } from './words.ts'

export type FilePreview = Preview & { file: FileRow }
type FileKey = VersionKey & { id: string }

/** What a file shows, for who may read it. */
export async function getPreview(ctx: Context, key: FileKey): Promise<FilePreview> {
  const file = await getFile(ctx, key)
  const made = await findPreview(ctx.db, file.objectId)
  const isOther = made?.state === 'unsupported' && made.extension !== extensionOf(file.name)
  if (!made || isOther)
    return {
      file,
      state: 'waiting',
      reason: null,
      facts: null,
      extent: null,
      pictures: [],
      madeAt: null,
    }
  return { ...made, file }
}

/** Columns of the tables of a version by the file’s id, for who may read its files; of as many files at most. */
export async function tablesOf(ctx: Context, key: VersionKey, limit: number) {
  const version = await getReadable(ctx, key)
  const tables = await listTables(ctx.db, version, limit)
  return new Map(tables.map(({ id: file, columns }) => [file, columns]))
}

/** Where the picture of a file lies, for who may read the file. */
export async function getPicture(ctx: Context, key: FileKey, size: PictureSize): Promise<string> {
  const file = await getFile(ctx, key)
  const picture = await findPicture(ctx.db, file.objectId, size)
  if (!picture) throw new Problem('not-found', words.noPicture)
  return picture.key
}

export type { FilePeriod, Scene } from './queries.ts'

/** Of more, dates are not asked for: the page must not wait for the facts of 100,000 files. */
const mostDated = 200

/** Where and when files of a version that was read for the actor are about; nothing for who may not read them. */
export async function coverageOf({ db }: Context, version: VersionRow) {
  if (!version.mayReadFiles) return { scenes: [], periods: [] }
  const [scenes, periods] = await Promise.all([
    listScenes(db, version),
    listPeriods(db, version, mostDated),
  ])
  return { scenes, periods }
}

/** Has a file looked at that somebody waits for; however often it is asked for, it is one job. */
export const demandPreview = async (ctx: Context, { objectId, name }: FileRow): Promise<void> =>
  transact(ctx, async (trx) =>
    ctx.jobs.add(
      trx,
      'preview_file',
      { objectId, name },
      { key: `preview/${objectId}`, once: true, maxTries: 5, priority: 1 },
    ),
  )

type Making = Context & { previews: Previews }

const atOnce = 20

/** Looks at some files of a version; the rest follows as another job. */
export async function previewVersion(ctx: Making, versionId: string): Promise<void> {
  const files = await listUnread(ctx.db, versionId, atOnce)
  for (const file of files) {
    // oxlint-disable-next-line no-await-in-loop -- one child process at a time
    await previewFile(ctx, file)
  }
  if (files.length === atOnce)
    await transact(ctx, async (trx) => ctx.jobs.add(trx, 'preview_version', { versionId }))
}

/** Reads an object once, and keeps what it shows. Whether it can be shown or not, it is not read again. */
export async function previewFile(
  ctx: Making,
  { objectId, name }: { objectId: string; name: string },
): Promise<void> {
  const object = await findObject(ctx.db, objectId)
  const made = await findPreview(ctx.db, objectId)
  const extension = extensionOf(name)
  if (!object || (made && (made.state !== 'unsupported' || made.extension === extension))) return
  const { sizeBytes } = object
  const readRange = rangesOf(ctx, object.key)
  const answer = await ctx.previews.read({ name, sizeBytes }, readRange)
  const read =
    'refused' in answer ? answer : await withPictures(ctx, answer, { sizeBytes, readRange })
  await keep(ctx, { objectId, extension, read })
}

const rangesOf =
  (ctx: Context, key: string): ReadRange =>
  async (range) => {
    const found = await ctx.objects.find(key, range)
    if (!found) throw new Error(`The bytes at ${key} are gone.`)
    return new Uint8Array(await new Response(found.body).arrayBuffer())
  }

type Picture = {
  size: PictureSize
  contentType: string
  width: number
  height: number
  bytes: Uint8Array
}
type Read = (PreviewRead & { pictures: Picture[] }) | { refused: PreviewReason }

/** A picture in two sizes, made as those of records are; of anything else, its quick-look. */
async function withPictures(
  ctx: Context,
  read: PreviewRead,
  { sizeBytes, readRange }: { sizeBytes: number; readRange: ReadRange },
): Promise<Read> {
  if (read.facts.kind !== 'picture') {
    const { picture } = read
    const contentType = 'image/png'
    return {
      ...read,
      pictures: picture ? [{ ...picture, size: 'large', contentType, bytes: picture.png }] : [],
    }
  }
  if (sizeBytes > maxPictureBytes) return { refused: 'too_large' }
  const bytes = await readRange({ first: 0, last: sizeBytes - 1 })
  const inspected = await ctx.images.inspect(bytes)
  if ('refused' in inspected)
    return { refused: inspected.refused.startsWith('too_') ? 'too_large' : 'damaged' }
  const { format, width, height } = inspected
  const pictures = await sizesOf(ctx, bytes)
  if (!pictures) return { refused: 'damaged' }
  return { ...read, facts: { kind: 'picture', format, width, height }, pictures }
}

async function sizesOf(ctx: Context, bytes: Uint8Array): Promise<Picture[] | undefined> {
  const pictures: Picture[] = []
  try {
    for await (const { size, format, ...made } of ctx.images.derive(bytes, ['small', 'large']))
      if (format === 'webp' && (size === 'small' || size === 'large'))
        pictures.push({ ...made, size, contentType: `image/${format}` })
    return pictures
  } catch (error) {
    if (error instanceof Problem) throw error
    return undefined
  }
}

type Kept = { objectId: string; extension: string; read: Read }

/** Bytes of pictures are intended, stored and attached, as all bytes are. */
async function keep(ctx: Context, { objectId, extension, read }: Kept): Promise<void> {
  const prefix = `previews/${randomName()}`
  const pictures = ('pictures' in read ? read.pictures : []).map((picture) => ({
    ...picture,
    key: `${prefix}/${picture.size}.${picture.contentType.slice('image/'.length)}`,
  }))
  const keys = pictures.map(({ key }) => key)
  if (keys.length > 0) await intendObjects(ctx, keys, 'derivative')
  try {
    for (const { key, bytes, contentType } of pictures)
      // oxlint-disable-next-line no-await-in-loop -- two at most
      await ctx.objects.put(key, bytes, { contentType, sizeBytes: bytes.length })
    await transact(ctx, async (trx) => {
      const object = await lockObject(trx, objectId)
      if (!object) return
      await deletePreview(trx, objectId)
      const rows = pictures.map(({ key, bytes, contentType, size, width, height }) => ({
        key,
        size,
        width,
        height,
        object_id: objectId,
        content_type: contentType,
        size_bytes: bytes.length,
      }))
      const row = { object_id: objectId, extension, made_at: ctx.now(), ...columnsOf(read) }
      if (!(await insertPreview(trx, row, rows))) return
      if (keys.length > 0) await attachObjects(trx, keys)
      await indexRecord(trx, object.recordId)
    })
  } finally {
    if (keys.length > 0) await discardObjects(ctx, keys)
  }
}

function columnsOf(read: Read) {
  if ('refused' in read)
    return {
      state:
        read.refused === 'unknown_format' || read.refused === 'empty' ? 'unsupported' : 'failed',
      reason: read.refused,
    }
  const { west, south, east, north } = read.extent ?? {}
  return {
    state: 'ready',
    facts: JSON.stringify(keptFacts(read.facts)),
    variables: keptVariables(read.variables),
    extent: read.extent ? `(${west},${south}),(${east},${north})` : null,
  }
}
