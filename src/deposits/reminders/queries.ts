import { type Expression, type SqlBool, sql } from 'kysely'
import type { Trx } from '../../core/database.ts'
import type { LocalText } from '../../core/text.ts'
import type { Temporal } from '../../core/time.ts'

type Mark = 'due_told_at' | 'late_told_at' | 'overrun_told_at'

/** Marks deposits as told of and answers them: at most 500 at once, and each once. */
async function taken(
  trx: Trx,
  { mark, now, where }: { mark: Mark; now: Temporal.Instant; where: Expression<SqlBool> },
) {
  const ids = await trx
    .updateTable('deposit_item')
    .set({ [mark]: now })
    .where(
      'id',
      'in',
      trx
        .selectFrom('deposit_item')
        .where(mark, 'is', null)
        .where(where)
        .orderBy('due_on')
        .limit(500)
        .select('id'),
    )
    .returning('id')
    .execute()
  return trx
    .selectFrom('deposit_item')
    .innerJoin('deposit_project', 'deposit_project.id', 'deposit_item.project_id')
    .where(sql<SqlBool>`deposit_item.id = any(${ids.map(({ id }) => id)}::uuid[])`)
    .select([
      'deposit_item.id',
      sql<LocalText>`jsonb_build_object('zh', deposit_item.title_zh, 'en', deposit_item.title_en)`.as(
        'title',
      ),
      'deposit_item.due_on as dueOn',
      'deposit_item.check_until as checkUntil',
      'deposit_project.award_number as awardNumber',
      'deposit_project.depositor_id as depositorId',
      'deposit_project.centre_id as centreId',
    ])
    .orderBy('deposit_item.due_on')
    .orderBy('deposit_item.id')
    .execute()
}

const isOpen = sql`deposit_item.state in ('promised', 'draft', 'returned')`

/** Due between two days. */
export const takeDue = (
  trx: Trx,
  { now, today, until }: { now: Temporal.Instant; today: string; until: string },
) =>
  taken(trx, {
    mark: 'due_told_at',
    now,
    where: sql<SqlBool>`(${isOpen} and due_on >= ${today}::date and due_on <= ${until}::date)`,
  })

export const takeLate = (trx: Trx, { now, today }: { now: Temporal.Instant; today: string }) =>
  taken(trx, {
    mark: 'late_told_at',
    now,
    where: sql<SqlBool>`(${isOpen} and due_on < ${today}::date)`,
  })

/** With the centre, whose days end before a moment. */
export const takeOverrun = (
  trx: Trx,
  { now, before }: { now: Temporal.Instant; before: Temporal.Instant },
) =>
  taken(trx, {
    mark: 'overrun_told_at',
    now,
    where: sql<SqlBool>`(state = 'centre_check' and check_until <= ${before})`,
  })

export type Told = Awaited<ReturnType<typeof takeDue>>[number]
