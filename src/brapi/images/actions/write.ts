import { refuseUnlessKept } from '../../../catalog/records/actions/input.ts'
import { getRecord } from '../../../catalog/records/actions/read.ts'
import { type Context, transact } from '../../../core/context.ts'
import { writing } from '../../../core/permission.ts'
import { Problem } from '../../../core/problem.ts'
import { isId } from '../../../core/shapes.ts'
import { validated } from '../../../core/validated.ts'
import {
  addPicture,
  changePicture,
  refuseUnlessIllustratable,
  removePicture,
} from '../../../files/pictures/actions/change.ts'
import { doAll, refer } from '../../calls/actions.ts'
import { type Answer, textOfInfo } from '../../calls/model.ts'
import { titleOf } from '../../germplasm/rules/take.ts'
import { unitIn } from '../../trials/rules.ts'
import { brapiWords as words } from '../../words/refusals.ts'
import { ImageInput } from '../model.ts'
import { dropAnnounced, findAnnounced, insertAnnounced } from '../queries.ts'
import { announcedOf } from '../rules.ts'

/** Announces a picture of an accession: it is shown once its bytes have arrived under the id that is answered. */
export async function announceImage(ctx: Context, sent: ImageInput): Promise<Answer> {
  const { personId } = writing(ctx)
  const recordId =
    textOfInfo(sent.additionalInfo, 'germplasmDbId') ??
    unitIn(sent.observationUnitDbId ?? '')?.recordId
  if (recordId === undefined) throw new Problem('invalid', words.pictureOf)
  const { row } = await getRecord(ctx, recordId, 'accession')
  refuseUnlessKept(ctx.actor, row)
  const id = await transact(ctx, (trx) =>
    insertAnnounced(trx, {
      record_id: row.id,
      described: JSON.stringify(sent),
      created_at: ctx.now(),
      created_by: personId,
    }),
  )
  return announcedOf(id, row.id, sent)
}

/** Refuses bytes of what was not announced by who sends them, before any of them is read. */
export async function getAnnounced(ctx: Context, id: string) {
  const { personId } = writing(ctx)
  const announced = isId(id) ? await findAnnounced(ctx.db, { id, personId }) : undefined
  if (!announced) throw new Problem('not-found', words.noPicture)
  await refuseUnlessIllustratable(ctx, announced.recordId)
  return announced
}

/** The bytes of an announced picture: from now on it is one of its accession. */
export async function fillImage(ctx: Context, id: string, bytes: Uint8Array): Promise<void> {
  if (bytes.length === 0) throw new Problem('invalid', words.emptyBody)
  const { recordId, described } = await getAnnounced(ctx, id)
  const sent = validated(ImageInput, described)
  const file = { name: sent.imageFileName ?? sent.imageName ?? 'image', bytes }
  await addPicture(ctx, recordId, { id, file, about: aboutOf(sent) })
  await refer(ctx, { entity: 'image', id }, sent)
  await transact(ctx, (trx) => dropAnnounced(trx, id))
}

/** Changes what is said of a picture. */
export async function changeImage(ctx: Context, id: string, sent: ImageInput): Promise<void> {
  await changePicture(ctx, id, aboutOf(sent))
  if (sent.externalReferences) await refer(ctx, { entity: 'image', id }, sent)
}

const aboutOf = ({ description, imageName, copyright }: ImageInput) => {
  const caption = description || imageName
  return { ...(caption && { caption: titleOf(caption) }), ...(copyright && { credit: copyright }) }
}

/** Removes pictures, all or none. */
export async function deleteImages(ctx: Context, ids: readonly string[]): Promise<void> {
  writing(ctx)
  if (ids.length === 0) throw new Problem('invalid', words.namedImages)
  await doAll(ctx, ids, (inside, id) => removePicture(inside, id))
}
