import { recordChange } from '../../../audit/actions.ts'
import { holdRecord } from '../../../catalog/records/actions/edit.ts'
import { illustrateRecord } from '../../../catalog/records/actions/illustrate.ts'
import { type Context, transact } from '../../../core/context.ts'
import type { Trx } from '../../../core/database.ts'
import { Problem } from '../../../core/problem.ts'
import type { PictureChange } from '../model.ts'
import { releaseKeys } from '../queries/derivatives.ts'
import { orderedPictures, renumberPictures, updatePicture } from '../queries/pictures.ts'
import { moved } from '../rules.ts'
import { pictureWords } from '../words.ts'
import { refuseUnknownLicence } from './licence.ts'
import { getPicture } from './read.ts'

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
