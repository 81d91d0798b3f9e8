import { allowReading } from '../../../core/permission.ts'
import { isId } from '../../../core/shapes.ts'
import { readsWhole } from '../../../catalog/records/rules/record.ts'
import { catalogWords } from '../../../catalog/records/words.ts'
import type { Context } from '../../../core/context.ts'
import type { ImageFormat, ImageSize } from '../../../core/ports.ts'
import { Problem } from '../../../core/problem.ts'
import { hexOf } from '../../../core/secrets.ts'
import type { PictureShown, PictureState } from '../model.ts'
import { findPicture, findServed, type PictureRow, picturesOfRecord } from '../queries.ts'
import { pictureWords } from '../words.ts'

/** The pictures of a record in their order, as this viewer may see them; none of what they may not know of. */
export async function picturesOf(ctx: Context, recordId: string): Promise<PictureShown[]> {
  const rows = await picturesOfRecord(ctx.db, ctx.actor, recordId)
  return rows.map((row, position) => shown(ctx, row, position))
}

/** A picture with the record that it belongs to; not-found also when the viewer may not know of it. */
export async function getPicture(ctx: Context, id: string) {
  const picture = isId(id) ? await findPicture(ctx.db, ctx.actor, id) : undefined
  if (!picture) throw noPicture()
  return picture
}

/** One picture as its list shows it. */
export async function getShownPicture(ctx: Context, id: string): Promise<PictureShown> {
  const { recordId } = await getPicture(ctx, id)
  const picture = (await picturesOf(ctx, recordId)).find((each) => each.id === id)
  if (!picture) throw noPicture()
  return picture
}

/** Where one size lies, in a format; without `key` it is not made yet. */
export async function getServed(
  ctx: Context,
  wish: { id: string; size: ImageSize; format: ImageFormat },
) {
  const served = isId(wish.id) ? await findServed(ctx.db, ctx.actor, wish) : undefined
  if (!served) throw noPicture()
  return served
}

/** Where the file lies as it was sent, with its place and camera still in it: for its curators alone. */
export async function getOriginal(
  ctx: Context,
  id: string,
): Promise<{ key: string; name: string }> {
  const picture = await getPicture(ctx, id)
  allowReading(ctx)
  if (!readsWhole(ctx.actor, { ...picture, id: picture.recordId }))
    throw new Problem('forbidden', catalogWords.notYours)
  return { key: picture.originalKey, name: picture.originalName }
}

const noPicture = () => new Problem('not-found', pictureWords.noPicture)

function shown(ctx: Context, row: PictureRow, position: number): PictureShown {
  const kept = readsWhole(ctx.actor, { ...row, id: row.recordId })
  return {
    id: row.id,
    recordId: row.recordId,
    position,
    main: row.main,
    caption: { zh: row.captionZh, en: row.captionEn },
    credit: row.credit,
    licence: row.licence,
    width: row.width,
    height: row.height,
    colour: row.colour,
    thumbhash: row.thumbhash,
    levels: levelsOf(row),
    state: stateOf(row),
    uploadedAt: row.createdAt.toString(),
    ...(kept && {
      original: {
        name: row.originalName,
        format: row.format,
        sizeBytes: row.sizeBytes,
        sha256: hexOf(row.sha256),
      },
    }),
  }
}

const levelsOf = ({ blackLevel: black, whiteLevel: white }: PictureRow): PictureShown['levels'] =>
  black === null || white === null ? null : { black, white }

const stateOf = ({ derivedAt, failedAt }: PictureRow): PictureState => {
  if (derivedAt) return 'ready'
  return failedAt ? 'failed' : 'deriving'
}
