import { recordChange } from '../../audit/actions.ts'
import { holdRecord } from '../../catalog/records/actions/edit.ts'
import { getRecord } from '../../catalog/records/actions/read.ts'
import { unlessBroken } from '../../core/conflict.ts'
import { type Context, transact } from '../../core/context.ts'
import { type Page, type Paging, whole } from '../../core/paging.ts'
import { personIdOf } from '../../core/permission.ts'
import { invalidField, Problem } from '../../core/problem.ts'
import { isId } from '../../core/shapes.ts'
import { picturesOf } from '../../files/pictures/actions/read.ts'
import { getTrait } from '../traits/actions.ts'
import { traitsNamed } from '../traits/queries.ts'
import type { NewIllustration } from './model.ts'
import {
  deleteIllustration,
  findIllustration,
  type IllustrationRow,
  insertIllustration,
  listOfRecord,
  listOfTrait,
} from './queries.ts'
import { illustrationWords as words } from './words.ts'

type Asked = Paging & { id: string }

/** Which pictures of an accession show which traits; of a withdrawn one nothing is left. */
export async function illustrationsOf(
  ctx: Context,
  { id, ...paging }: Asked,
): Promise<Page<IllustrationRow>> {
  const { row } = await getRecord(ctx, id, 'accession')
  return row.withdrawnAt ? whole([]) : listOfRecord(ctx.db, id, paging)
}

/** What a trait looks like, of accessions that the viewer may see; the latest first. */
export async function illustrationsOfTrait(ctx: Context, { id, ...paging }: Asked) {
  const trait = await getTrait(ctx, id)
  return listOfTrait(ctx.db, ctx.actor, trait.id, paging)
}

type Illustration = { id: string; recordId: string }

/** Says that a picture of an accession shows a trait. By the accession's curators. */
export async function addIllustration(
  ctx: Context,
  { picture, trait: named }: NewIllustration,
  { id: recordId }: { id: string },
): Promise<Illustration> {
  await getRecord(ctx, recordId, 'accession')
  const pictures = await picturesOf(ctx, recordId)
  if (!pictures.some(({ id }) => id === picture)) throw invalidField('picture', words.noPicture)
  const [trait] = await traitsNamed(ctx.db, [named])
  if (!trait) throw invalidField('trait', words.noTrait)
  return unlessBroken('trait_image_taken', words.taken, () =>
    transact(ctx, async (trx) => {
      const { institutionId } = await holdRecord(trx, ctx, { id: recordId })
      const id = await insertIllustration(trx, {
        image_id: picture,
        trait_id: trait.id,
        created_at: ctx.now(),
        created_by: personIdOf(ctx),
      })
      await recordChange(trx, ctx, {
        action: 'illustration.add',
        entity: 'record',
        entityId: recordId,
        institutionId,
        after: { picture, trait: trait.code },
      })
      return { id, recordId }
    }),
  )
}

/** Takes it back; the picture stays. By the accession's curators. */
export async function removeIllustration(ctx: Context, id: string): Promise<Illustration> {
  const found = isId(id) ? await findIllustration(ctx.db, id) : undefined
  if (!found) throw new Problem('not-found', words.noIllustration)
  const { picture, trait, accession } = found
  await transact(ctx, async (trx) => {
    const { institutionId } = await holdRecord(trx, ctx, { id: accession.id })
    await deleteIllustration(trx, id)
    await recordChange(trx, ctx, {
      action: 'illustration.remove',
      entity: 'record',
      entityId: accession.id,
      institutionId,
      before: { picture: picture.id, trait: trait.code },
    })
  })
  return { id, recordId: accession.id }
}
