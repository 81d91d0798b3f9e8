import { allowWriting, personIdOf } from '../../../core/permission.ts'
import { recordChange } from '../../../audit/actions.ts'
import { isStaffOf } from '../../../instruments/rules/standing.ts'
import { type Context, transact } from '../../../core/context.ts'
import type { Trx } from '../../../core/database.ts'
import { Problem } from '../../../core/problem.ts'
import { getLab } from '../../../people/labs/actions/labs.ts'
import { insertStatement, type OpenMonth, openMonths } from '../queries.ts'
import { monthAfter } from '../rules/month.ts'
import { statementWords as words } from '../words.ts'
import { provinceDay } from '../../vouchers/actions.ts'

/** The month that runs now, by the province's calendar. */
export const runningMonth = (ctx: Pick<Context, 'now'>): string => provinceDay(ctx).slice(0, 7)

/** Issues what an institution's staff asks for: a lab's statement of a month that is over, and of those before it. */
export async function issueStatements(
  ctx: Context,
  { labId, institutionId, month }: OpenMonth,
): Promise<number> {
  allowWriting(ctx)
  await getLab(ctx, labId)
  if (!isStaffOf(ctx.actor, { institutionId, collectionId: null }))
    throw new Problem('forbidden', words.staffIssue)
  if (month >= runningMonth(ctx)) throw new Problem('conflict', words.notOver)
  const issued = await issueOpen(ctx, { upTo: month, labId, institutionId })
  if (issued === 0) throw new Problem('conflict', words.nothingToIssue)
  return issued
}

/** Issues the statements of all labs up to the month before this one; once each, however often it is asked. */
export const issueAllStatements = (ctx: Context): Promise<number> =>
  issueOpen(ctx, { upTo: monthAfter(runningMonth(ctx), -1) })

async function issueOpen(
  ctx: Context,
  which: { upTo: string; labId?: string; institutionId?: string },
): Promise<number> {
  let issued = 0
  for (const open of await openMonths(ctx.db, which))
    // oxlint-disable-next-line no-await-in-loop -- month after month: a later one tells what an earlier one left
    if (await transact(ctx, (trx) => issueIn(trx, ctx, open))) issued += 1
  return issued
}

/** One statement, inside a transaction of the caller. */
export async function issueIn(trx: Trx, ctx: Context, open: OpenMonth): Promise<boolean> {
  const issued = await insertStatement(trx, open, { at: ctx.now(), by: personIdOf(ctx) })
  if (!issued) return false
  await recordChange(trx, ctx, {
    action: 'statement.issue',
    entity: 'statement',
    entityId: issued.id,
    institutionId: open.institutionId,
    after: { lab: open.labId, month: open.month, totalFen: issued.totalFen, lines: issued.count },
  })
  return true
}
