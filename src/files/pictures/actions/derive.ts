import { recordChange } from '../../../audit/actions.ts'
import { type Context, transact } from '../../../core/context.ts'
import { type Derivative, imageFormats } from '../../../core/ports.ts'
import { sizeNames } from '../model.ts'
import { findUnderived, insertDerivatives, lockUnderived } from '../queries/derivatives.ts'
import { updatePicture } from '../queries/pictures.ts'
import {
  attachObjects,
  discardObjects,
  intendObjects,
  randomName,
} from '../../uploads/actions/intents.ts'

/**
 * Makes all sizes of a picture. Each try stores under keys of its own, so a second one overwrites nothing: the
 * first to finish is attached, the bytes of any other are taken back.
 */
export async function derivePicture(ctx: Context, imageId: string): Promise<void> {
  const picture = await findUnderived(ctx.db, imageId)
  if (!picture) return
  const prefix = `images/${randomName()}`
  const keys = sizeNames.flatMap((size) =>
    imageFormats.map((format) => keyOf(prefix, { size, format })),
  )
  await intendObjects(ctx, keys, 'derivative')
  try {
    const made = await storeDerivatives(ctx, prefix, picture.originalKey)
    const isFirst = await attachDerivatives(ctx, imageId, { prefix, made })
    if (!isFirst) await discardObjects(ctx, keys)
  } catch (error) {
    await discardObjects(ctx, keys)
    await updatePicture(ctx.db, imageId, { failed_at: ctx.now(), failure: reasonOf(error) })
    throw error
  }
}

type Made = Omit<Derivative, 'bytes'> & { sizeBytes: number }

const keyOf = (prefix: string, { size, format }: Pick<Derivative, 'size' | 'format'>) =>
  `${prefix}/${size}.${format}`

async function storeDerivatives(ctx: Context, prefix: string, originalKey: string) {
  const original = await ctx.objects.find(originalKey)
  if (!original) throw new Error(`The original at ${originalKey} is gone.`)
  const bytes = new Uint8Array(await new Response(original.body).arrayBuffer())
  const made: Made[] = []
  for await (const { bytes: derived, ...about } of ctx.images.derive(bytes)) {
    const sizeBytes = derived.length
    const contentType = `image/${about.format}`
    await ctx.objects.put(keyOf(prefix, about), derived, { contentType, sizeBytes })
    made.push({ ...about, sizeBytes })
  }
  return made
}

/** False when another job was first or the picture was removed meanwhile. */
async function attachDerivatives(
  ctx: Context,
  imageId: string,
  { prefix, made }: { prefix: string; made: readonly Made[] },
): Promise<boolean> {
  return transact(ctx, async (trx) => {
    const picture = await lockUnderived(trx, imageId)
    if (!picture) return false
    const rows = made.map(({ size, format, width, height, sizeBytes }) => ({
      image_id: imageId,
      size,
      format,
      key: keyOf(prefix, { size, format }),
      width,
      height,
      size_bytes: sizeBytes,
    }))
    await attachObjects(
      trx,
      rows.map(({ key }) => key),
    )
    await insertDerivatives(trx, rows)
    await updatePicture(trx, imageId, { derived_at: ctx.now(), failed_at: null, failure: null })
    await recordChange(trx, ctx, {
      action: 'image.derive',
      entity: 'image',
      entityId: imageId,
      institutionId: picture.institutionId,
      after: { sizes: rows.length },
    })
    return true
  })
}

const reasonOf = (error: unknown) =>
  (error instanceof Error ? error.message : String(error)).slice(0, 500)
