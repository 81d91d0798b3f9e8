import { recordChange } from '../../../audit/actions.ts'
import { type Context, transact } from '../../../core/context.ts'
import {
  type Derivative,
  imageFormats,
  type ImageSize,
  type Impression,
} from '../../../core/ports.ts'
import { sizeNames } from '../model.ts'
import {
  derivedSizes,
  findUnderived,
  insertDerivatives,
  lockUnderived,
  updatePicture,
} from '../queries.ts'
import { attachObjects, discardObjects, intendObjects, randomName } from '../../uploads/actions.ts'
import type { Trx } from '../../../core/database.ts'
import type { Text } from '../../../core/text.ts'
import { impressionColumns } from '../rules.ts'
import { attachPicture, sha256Of } from './change.ts'

/**
 * Makes the sizes of a picture that it lacks, the smallest first; each is attached as soon as it is there. Each try
 * stores under keys of its own, so a second one overwrites nothing: the first to finish a size is attached, and
 * bytes that are not attached are taken back.
 */
export async function derivePicture(
  ctx: Context,
  imageId: string,
  sizes: readonly ImageSize[] = sizeNames,
): Promise<void> {
  const picture = await findUnderived(ctx.db, imageId)
  if (!picture) return
  const there = await derivedSizes(ctx.db, imageId)
  const missing = sizes.filter((size) => !there.has(size))
  const prefix = `images/${randomName()}`
  const keys = missing.flatMap((size) =>
    imageFormats.map((format) => keyOf(prefix, { size, format })),
  )
  if (keys.length === 0) return
  await intendObjects(ctx, keys, 'derivative')
  try {
    await deriveSizes(ctx, { ...picture, prefix, missing })
  } catch (error) {
    await updatePicture(ctx.db, imageId, { failed_at: ctx.now(), failure: reasonOf(error) })
    throw error
  } finally {
    await discardObjects(ctx, keys)
  }
}

/** The sizes that lists show, at once: who has just added a picture sees it. What fails here is tried again by the job. */
export const derivePreview = async (ctx: Context, imageId: string): Promise<void> =>
  derivePicture(ctx, imageId, previewSizes).catch(() => undefined)

const previewSizes = ['thumb', 'small'] as const

type Underived = NonNullable<Awaited<ReturnType<typeof findUnderived>>>
type Making = Underived & { prefix: string; missing: readonly ImageSize[] }
type Made = Omit<Derivative, 'bytes'> & { key: string; sizeBytes: number }

const keyOf = (prefix: string, { size, format }: Pick<Derivative, 'size' | 'format'>) =>
  `${prefix}/${size}.${format}`

async function deriveSizes(ctx: Context, picture: Making): Promise<void> {
  const bytes = await originalBytes(ctx, picture.originalKey)
  // A drawing is stored without having been looked at.
  const impression = picture.hasImpression ? undefined : await ctx.images.impression(bytes)
  const madeOf = new Map<ImageSize, Made[]>()
  for await (const derivative of ctx.images.derive(bytes, picture.missing)) {
    const { size } = derivative
    const made = [...(madeOf.get(size) ?? []), await stored(ctx, picture.prefix, derivative)]
    madeOf.set(size, made)
    if (made.length < imageFormats.length) continue
    if (!(await attachSize(ctx, picture.id, { made, impression }))) return
  }
}

async function originalBytes(ctx: Context, key: string): Promise<Uint8Array> {
  const original = await ctx.objects.find(key)
  if (!original) throw new Error(`The original at ${key} is gone.`)
  return new Uint8Array(await new Response(original.body).arrayBuffer())
}

async function stored(
  ctx: Context,
  prefix: string,
  { bytes, ...about }: Derivative,
): Promise<Made> {
  const [key, sizeBytes] = [keyOf(prefix, about), bytes.length]
  await ctx.objects.put(key, bytes, { contentType: `image/${about.format}`, sizeBytes })
  return { ...about, key, sizeBytes }
}

/** False when there is nothing left to do: other jobs made all sizes, or the picture was removed meanwhile. */
async function attachSize(
  ctx: Context,
  imageId: string,
  { made, impression }: { made: readonly Made[]; impression: Impression | undefined },
): Promise<boolean> {
  return transact(ctx, async (trx) => {
    const picture = await lockUnderived(trx, imageId)
    if (!picture) return false
    const there = await derivedSizes(trx, imageId)
    if (made.some(({ size }) => there.has(size))) return true
    await attachObjects(
      trx,
      made.map(({ key }) => key),
    )
    await insertDerivatives(
      trx,
      made.map(({ sizeBytes, ...row }) => ({ ...row, image_id: imageId, size_bytes: sizeBytes })),
    )
    for (const { size } of made) there.add(size)
    const isWhole = there.size === sizeNames.length
    await updatePicture(trx, imageId, {
      ...(impression && impressionColumns(impression)),
      ...(isWhole && { derived_at: ctx.now() }),
      failed_at: null,
      failure: null,
    })
    if (isWhole)
      await recordChange(trx, ctx, {
        action: 'image.derive',
        entity: 'image',
        entityId: imageId,
        institutionId: picture.institutionId,
        after: { sizes: there.size * imageFormats.length },
      })
    return true
  })
}

const reasonOf = (error: unknown) =>
  (error instanceof Error ? error.message : String(error)).slice(0, 500)

/** A drawing of this program's own (the demo's), stored and not yet attached. */
export type StoredDrawing = { key: string; bytes: Uint8Array }

/** Stores drawings as SVG. What is not attached with {@link attachDrawing} within a day is the reaper's. */
export async function storeDrawings(
  ctx: Context,
  svgs: readonly string[],
): Promise<StoredDrawing[]> {
  if (svgs.length === 0) return []
  const drawings = svgs.map((svg) => ({
    key: `originals/drawn/${randomName()}`,
    bytes: new TextEncoder().encode(svg),
  }))
  await intendObjects(
    ctx,
    drawings.map(({ key }) => key),
    'original',
  )
  await Promise.all(
    drawings.map(async ({ key, bytes }) =>
      ctx.objects.put(key, bytes, { contentType: 'image/svg+xml', sizeBytes: bytes.length }),
    ),
  )
  return drawings
}

/** Adds one to its record as any other picture; its sizes are made when somebody looks at them. */
export async function attachDrawing(
  trx: Trx,
  ctx: Context,
  recordId: string,
  { key, bytes, ...about }: StoredDrawing & Drawing,
): Promise<void> {
  const { name, caption, width, height } = about
  await attachPicture(trx, ctx, recordId, {
    key,
    name: `${name.replace(/[^\w-]+/g, '-')}.svg`,
    format: 'svg',
    width,
    height,
    sizeBytes: bytes.length,
    sha256: await sha256Of(bytes),
    about: { caption, credit: 'Hexi demo', licence: 'CC0-1.0' },
  })
}

/** `width` and `height`: pixels. */
type Drawing = { name: string; caption: Text; width: number; height: number }
