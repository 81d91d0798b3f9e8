import { sql } from 'kysely'
import { type Db, local, pageBy, type Trx } from '../../core/database.ts'
import type { Paging } from '../../core/paging.ts'
import type { Temporal } from '../../core/time.ts'

/** The parts that packages have, and where this one says that each is. */
export const partsOf = async (db: Db, itemId: string) =>
  db
    .selectFrom('deposit_part')
    .leftJoin('deposit_item_part', (join) =>
      join
        .onRef('deposit_item_part.part', '=', 'deposit_part.code')
        .on('deposit_item_part.item_id', '=', itemId),
    )
    .select([
      'deposit_part.code',
      local('deposit_part.name'),
      'deposit_part.needed',
      'deposit_item_part.note',
    ])
    .orderBy('deposit_part.position')
    .orderBy('deposit_part.code')
    .execute()

export async function setPartNote(
  trx: Trx,
  { itemId, part, note }: { itemId: string; part: string; note: string | null },
): Promise<void> {
  if (note === null) {
    await trx
      .deleteFrom('deposit_item_part')
      .where('item_id', '=', itemId)
      .where('part', '=', part)
      .execute()
    return
  }
  await trx
    .insertInto('deposit_item_part')
    .values({ item_id: itemId, part, note })
    .onConflict((conflict) => conflict.columns(['item_id', 'part']).doUpdateSet({ note }))
    .execute()
}

/** Remarks on a package, the first first. What a checker is still writing is for checkers only. */
const remarkRows = (db: Db, itemId: string, { drafts }: { drafts: boolean }) =>
  db
    .selectFrom('deposit_remark')
    .innerJoin('deposit_item', 'deposit_item.id', 'deposit_remark.item_id')
    .leftJoin('person', 'person.id', 'deposit_remark.made_by')
    .where('deposit_remark.item_id', '=', itemId)
    .$if(!drafts, (some) =>
      some.where(sql<boolean>`(
        deposit_remark.answer is not null or deposit_item.state not in ('unit_check', 'centre_check')
      )`),
    )
    .select([
      'deposit_remark.id',
      'deposit_remark.about',
      'deposit_remark.text',
      sql<'unit' | 'centre'>`deposit_remark.made_for`.as('madeFor'),
      'deposit_remark.made_at as madeAt',
      'person.name as madeBy',
      'deposit_remark.answer',
      'deposit_remark.answered_at as answeredAt',
    ])

export const listRemarks = async (
  db: Db,
  { itemId, drafts }: { itemId: string; drafts: boolean },
  paging: Paging,
) =>
  pageBy(db, { rows: remarkRows(db, itemId, { drafts }), by: { id: 'deposit_remark.id' } }, paging)

export type RemarkRow = Awaited<ReturnType<typeof listRemarks>>['items'][number]

export const findRemark = async (trx: Trx, itemId: string, id: string) =>
  remarkRows(trx, itemId, { drafts: true }).where('deposit_remark.id', '=', id).executeTakeFirst()

export async function countOpenRemarks(
  db: Db,
  itemId: string,
  madeFor?: 'unit' | 'centre',
): Promise<number> {
  const { count } = await db
    .selectFrom('deposit_remark')
    .where('item_id', '=', itemId)
    .where('answer', 'is', null)
    .$if(madeFor !== undefined, (some) => some.where('made_for', '=', madeFor ?? ''))
    .select(sql<number>`count(*)::int`.as('count'))
    .executeTakeFirstOrThrow()
  return count
}

type NewRemarkRow = {
  itemId: string
  about: string | null
  text: string
  madeAt: Temporal.Instant
  madeBy: string | null
  madeFor: 'unit' | 'centre'
}

export async function insertRemark(trx: Trx, remark: NewRemarkRow): Promise<string> {
  const { id } = await trx
    .insertInto('deposit_remark')
    .values({
      item_id: remark.itemId,
      about: remark.about,
      text: remark.text,
      made_at: remark.madeAt,
      made_by: remark.madeBy,
      made_for: remark.madeFor,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function answerRemarkRow(
  trx: Trx,
  id: string,
  answered: { answer: string; at: Temporal.Instant; by: string | null },
): Promise<void> {
  await trx
    .updateTable('deposit_remark')
    .set({ answer: answered.answer, answered_at: answered.at, answered_by: answered.by })
    .where('id', '=', id)
    .execute()
}

export async function deleteRemark(trx: Trx, id: string): Promise<void> {
  await trx.deleteFrom('deposit_remark').where('id', '=', id).execute()
}

/** What happened to a deposit, newest first; by the audit. */
export const historyOf = async (db: Db, itemId: string) =>
  db
    .selectFrom('audit')
    .where('entity', '=', 'deposit')
    .where('entity_id', '=', itemId)
    .select(['at', 'action', 'actor_name as actorName', 'after'])
    .orderBy('id', 'desc')
    .limit(50)
    .execute()
