import type { Context } from '../../../core/context.ts'
import type { Trx } from '../../../core/database.ts'
import { whole } from '../../../core/paging.ts'
import { signedIn } from '../../../core/permission.ts'
import { Problem } from '../../../core/problem.ts'
import { isLater, type Temporal } from '../../../core/time.ts'
import type { Settings } from '../../providers/model.ts'
import { requestPaths } from '../../words/paths.ts'
import type { Asked } from '../../requests/rules/decide.ts'
import type { Request } from '../../requests/rules/state.ts'
import { dutiesOf, hasGermplasm, insertDuties, overdueOf, owedBefore } from '../queries.ts'
import { newlyHad, reportDue } from '../rules.ts'
import { owedWords } from '../words.ts'

export { dutiesOf } from '../queries.ts'

type Moved = {
  row: { id: string }
  before: Request
  after: Request
  settings: Pick<Settings, 'reportMonths'>
}

/** From the first receipt or access on, a report on the use of an item is owed, if its provider asks for one. */
export async function settleDuties(
  trx: Trx,
  ctx: Context,
  { row, before, after, settings }: Moved,
): Promise<void> {
  if (settings.reportMonths === null) return
  const due_at = reportDue(ctx.now(), settings.reportMonths)
  const rows = newlyHad(before, after).map((item_id) => ({ item_id, request_id: row.id, due_at }))
  await insertDuties(trx, rows)
}

/** Two months before a report is due, it is named among what waits for its requester. */
const daysBefore = 60

/** Requests of the viewer with reports that are due soon, or were. */
export async function searchReportsDue(ctx: Context) {
  const { personId } = signedIn(ctx)
  const now = ctx.now()
  const owed = await owedBefore(ctx.db, personId, now.add({ hours: daysBefore * 24 }))
  return whole(owed.map((one) => ({ ...one, isLate: isLater(now, one.dueAt) })))
}

type Due = { at: Temporal.Instant; isSoon: boolean; isLate: boolean }

/** When a report on a request is due that its requester’s side has not given yet. */
export async function reportDueOf(
  ctx: Context,
  { id, sides }: { id: string; sides: readonly string[] },
): Promise<Due | undefined> {
  if (!sides.includes('requester') && !sides.includes('member')) return undefined
  const [at] = (await dutiesOf(ctx.db, id))
    .map(({ dueAt }) => dueAt)
    .toSorted((one, other) => one.epochMilliseconds - other.epochMilliseconds)
  const now = ctx.now()
  return (
    at && {
      at,
      isSoon: isLater(now.add({ hours: daysBefore * 24 }), at),
      isLate: isLater(now, at),
    }
  )
}

/** Whoever owes a report on what they received asks for no more germplasm before it is given. */
export async function refuseOwing(
  trx: Trx,
  ctx: Context,
  { requesterId, asked }: { requesterId: string; asked: Asked },
): Promise<void> {
  if (asked.command !== 'submission' && asked.command !== 'amendment') return
  const records = asked.items.map(({ recordId }) => recordId)
  const owed = await overdueOf(trx, requesterId, ctx.now())
  if (owed.length === 0 || !(await hasGermplasm(trx, records))) return
  const detail = owedWords(
    owed.map(({ id, number }) => ({ number, href: `${ctx.baseUrl}${requestPaths.one(id)}` })),
  )
  throw new Problem('conflict', detail, { objections: [{ code: 'report_owed', detail }] })
}
