import type { Context } from '../../../core/context.ts'
import type { Trx } from '../../../core/database.ts'
import type { Text } from '../../../core/text.ts'
import { attachPicture, sha256Of } from './add.ts'
import { intendObjects, randomName } from '../../uploads/actions/intents.ts'

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
