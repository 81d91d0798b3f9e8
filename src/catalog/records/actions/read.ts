import { keptRecords } from '../queries/kept.ts'
import { readFieldsOf } from '../../../kinds.ts'
import { type Context, transact } from '../../../core/context.ts'
import { Problem } from '../../../core/problem.ts'
import type { Kind } from '../model/record.ts'
import { valuesOf } from '../queries/parts.ts'
import {
  findRecordRow,
  findRecordRows,
  deleteRelation,
  findRelation,
  insertRelation,
  type RecordRow,
  relatedRecords,
} from '../queries/records.ts'
import { parsedValues } from '../rules/parsed.ts'
import { publicValues } from '../rules/present.ts'
import { commonOf, listedImageOf, readsWhole } from '../rules/record.ts'
import type { Actor } from '../../../core/actor.ts'
import type { Field, FieldValues } from '../../../core/fields.ts'
import { isId } from '../../../core/shapes.ts'
import { isoOf } from '../../../core/time.ts'
import { catalogWords } from '../words.ts'
import { recordChange } from '../../../audit/actions.ts'
import { unlessBroken } from '../../../core/conflict.ts'
import type { Paging } from '../../../core/paging.ts'
import type { Text } from '../../../core/text.ts'
import { vocabulariesNamed } from '../../vocabularies/queries/terms.ts'
import { refuseUnlessWritten } from './input.ts'
import { redescribe } from './redescribe.ts'

export type { RecordRow } from '../queries/records.ts'

/** The record for this viewer, with its fields and values; not-found also when they may not know of it. */
export async function getRecord(ctx: Context, id: string, kind?: Kind) {
  const row = isId(id) ? await findRecordRow(ctx.db, ctx.actor, id) : undefined
  if (!row || (kind && row.kind !== kind)) throw new Problem('not-found', catalogWords.noRecord)
  const fields = readFieldsOf(row.kind, row.profile)
  const values = valuesOf(row.kind, row.profile, row.parts)
  return { row, fields, values, shown: presentRecord(row, { actor: ctx.actor, fields, values }) }
}

/** Sample collections that the caller keeps, to choose one from; the first 200. */
export const keptCollections = async ({ db, actor }: Context) =>
  keptRecords(db, actor, { kind: 'collection', limit: 200 })

/** Those of these records that the caller may read, each with what they may see of its own fields; in any order. */
export async function recordsFor(ctx: Context, ids: readonly string[]) {
  const rows = await findRecordRows(ctx.db, ctx.actor, ids.filter(isId))
  return rows.map((row) => ({ row, values: valuesFor(ctx, row) }))
}

/** What everybody may read of a record, in the shape of its input: what is kept of it at a moment. */
export async function publicFieldsOf(ctx: Context, id: string): Promise<Record<string, unknown>> {
  const { row, fields, values } = await getRecord(ctx, id)
  return { ...commonOf(row), ...publicValues(fields, values) }
}

/** What the caller may see of the own fields of a record that was read. */
export function valuesFor({ actor }: Context, row: RecordRow): FieldValues {
  const values = valuesOf(row.kind, row.profile, row.parts)
  return readsWhole(actor, row) ? values : publicValues(readFieldsOf(row.kind, row.profile), values)
}

/** A record as the API gives it: common fields, then the kind's own, flat. A withdrawn one is a tombstone. */
function presentRecord(
  row: RecordRow,
  { actor, fields, values }: { actor: Actor; fields: readonly Field[]; values: FieldValues },
) {
  const kept = readsWhole(actor, row)
  const head = headOf(row)
  if (row.withdrawnAt && !kept) return head
  const shown = kept ? values : publicValues(fields, values)
  const image = imageOf(row)
  const parsed = parsedValues(fields, shown)
  return {
    ...head,
    summary: { zh: row.summaryZh, en: row.summaryEn },
    library: row.library,
    collection: row.collection && {
      id: row.collection.id,
      title: { zh: row.collection.zh, en: row.collection.en },
    },
    access: row.access,
    keywords: row.keywords,
    subjects: row.subjects,
    taxon: row.taxon,
    region: row.region,
    year: row.year,
    ...(image && { image }),
    ...shown,
    ...(parsed && { parsed }),
  }
}

const headOf = (row: RecordRow) => ({
  id: row.id,
  kind: row.kind,
  profile: row.profile,
  title: { zh: row.titleZh, en: row.titleEn },
  institution: { id: row.institutionId, name: { zh: row.institutionZh, en: row.institutionEn } },
  visibility: row.visibility,
  audience: row.audience,
  identifiers: row.identifiers,
  ...(row.withdrawnAt && {
    withdrawal: { at: isoOf(row.withdrawnAt), reason: row.withdrawalReason },
  }),
  publishedAt: row.publishedAt && isoOf(row.publishedAt),
  createdAt: isoOf(row.createdAt),
  updatedAt: isoOf(row.updatedAt),
})

function imageOf(row: RecordRow) {
  if (!row.imageId || !row.imageWidth || !row.imageHeight) return undefined
  return {
    id: row.imageId,
    width: row.imageWidth,
    height: row.imageHeight,
    colour: row.imageColour,
    thumbhash: row.imageThumbhash,
    caption: { zh: row.imageCaptionZh, en: row.imageCaptionEn },
  }
}

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
      ...listedImageOf(row, { zh: row.titleZh, en: row.titleEn }),
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
  refuseUnlessWritten(ctx.actor, from.row)
  await refuseUnknownType(ctx, type)
  return transact(ctx, async (trx) => {
    const row = { from_id: fromId, to_id: to, type, created_at: ctx.now().toString() }
    const id = await unlessBroken('relation_not_self', catalogWords.relatedToItself, () =>
      unlessBroken('relation_taken', catalogWords.relationTaken, () => insertRelation(trx, row)),
    )
    await redescribe(trx, ctx, [fromId, to])
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
  const relation = isId(id) ? await findRelation(ctx.db, id) : undefined
  if (!relation) throw new Problem('not-found', catalogWords.noRelation)
  const { row } = await getRecord(ctx, relation.fromId)
  refuseUnlessWritten(ctx.actor, row)
  await transact(ctx, async (trx) => {
    await deleteRelation(trx, id)
    await redescribe(trx, ctx, [relation.fromId, relation.toId])
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
