import { recordChange } from '../../../audit/actions.ts'
import { type Context, transact } from '../../../core/context.ts'
import { unlessBroken } from '../../../core/conflict.ts'
import { Problem } from '../../../core/problem.ts'
import type { Paging } from '../../../core/paging.ts'
import type { Text } from '../../../core/text.ts'
import {
  deleteRelation,
  findRelation,
  insertRelation,
  relatedRecords,
} from '../queries/relations.ts'
import { vocabulariesNamed } from '../../vocabularies/queries/vocabularies.ts'
import { catalogWords } from '../words/refusals.ts'
import { getRecord } from './read.ts'
import { refuseUnlessKept } from './keeping.ts'

/** Relation types, and under the same codes what each is called from the other side. */
const vocabularyName = 'relation_type'
const inverseName = 'relation_type_inverse'

/** What is related to a record, for this viewer, with the relation read from this side. */
export async function relationsOf(ctx: Context, id: string, paging: Paging) {
  await getRecord(ctx, id)
  const [{ items: rows, ...page }, vocabularies] = await Promise.all([
    relatedRecords(ctx.db, ctx.actor, id, paging),
    vocabulariesNamed(ctx.db, [vocabularyName, inverseName]),
  ])
  const labelOf = (type: string, isInverse: boolean): Text =>
    vocabularies.get(isInverse ? inverseName : vocabularyName)?.terms.get(type)?.label ?? {
      zh: type,
      en: type,
    }
  const items = rows.map((row) => ({
    id: row.id,
    type: row.type,
    isInverse: row.isInverse,
    label: labelOf(row.type, row.isInverse),
    record: {
      id: row.recordId,
      kind: row.kind,
      title: { zh: row.titleZh, en: row.titleEn },
      access: row.access,
      visibility: row.visibility,
      updatedAt: row.updatedAt.toString(),
      institution: { name: { zh: row.institutionZh, en: row.institutionEn } },
      ...(row.imageId &&
        row.imageWidth &&
        row.imageHeight && {
          image: {
            id: row.imageId,
            width: row.imageWidth,
            height: row.imageHeight,
            colour: row.imageColour,
            alt: { zh: row.titleZh, en: row.titleEn },
          },
        }),
    },
  }))
  return { ...page, items }
}

/** Says that a record has to do with another one that the actor may see. */
export async function addRelation(
  ctx: Context,
  fromId: string,
  { to, type }: { to: string; type: string },
): Promise<{ id: string }> {
  const [from] = await Promise.all([getRecord(ctx, fromId), getRecord(ctx, to)])
  refuseUnlessKept(ctx.actor, from.row)
  await refuseUnknownType(ctx, type)
  return transact(ctx, async (trx) => {
    const row = { from_id: fromId, to_id: to, type, created_at: ctx.now().toString() }
    const id = await unlessBroken('relation_not_self', catalogWords.relatedToItself, () =>
      unlessBroken('relation_taken', catalogWords.relationTaken, () => insertRelation(trx, row)),
    )
    await recordChange(trx, ctx, {
      action: 'record.relate',
      entity: 'record',
      entityId: fromId,
      institutionId: from.row.institutionId,
      after: { to, type },
    })
    return { id }
  })
}

export async function removeRelation(ctx: Context, id: string): Promise<void> {
  const relation = await findRelation(ctx.db, id)
  if (!relation) throw new Problem('not-found', catalogWords.noRelation)
  const { row } = await getRecord(ctx, relation.fromId)
  refuseUnlessKept(ctx.actor, row)
  await transact(ctx, async (trx) => {
    await deleteRelation(trx, id)
    await recordChange(trx, ctx, {
      action: 'record.unrelate',
      entity: 'record',
      entityId: relation.fromId,
      institutionId: row.institutionId,
      before: { to: relation.toId, type: relation.type },
    })
  })
}

async function refuseUnknownType(ctx: Context, type: string): Promise<void> {
  const vocabulary = (await vocabulariesNamed(ctx.db, [vocabularyName])).get(vocabularyName)
  if (!vocabulary || vocabulary.terms.has(type)) return
  const message = catalogWords.unknownCode(type, vocabulary.title)
  throw new Problem('invalid', catalogWords.invalid, { issues: [{ path: 'type', message }] })
}
