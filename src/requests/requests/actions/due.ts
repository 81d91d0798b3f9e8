import type { Context } from '../../../core/context.ts'
import type { Trx } from '../../../core/database.ts'
import type { Temporal } from '../../../core/time.ts'
import { endOfWorkingDays } from '../../../core/working-days.ts'
import { workingDaysFrom } from '../../../deposits/centres/actions.ts'
import type { Settings } from '../../providers/model.ts'
import type { Turn } from '../model/events.ts'
import { itemsOf } from '../queries/log.ts'

/** Working days until whoever is waited for should have answered; of those who decide by their settings. */
const days = { requester: 20, supervisor: 5, reviewer: 5 } as const

/** When an answer is due: the end of the last local day of so many working days. */
export async function dueOf(
  trx: Trx,
  ctx: Context,
  { turn, settings, requestId }: { turn: Turn | null; settings: Settings; requestId: string },
): Promise<Temporal.Instant | null> {
  if (turn === null) return null
  const count = turn === 'steward' ? await answerDays(trx, settings, requestId) : days[turn]
  const now = ctx.now()
  return endOfWorkingDays(now, count, await workingDaysFrom(trx, now))
}

/** Of several kinds of things the longest counts: they are answered together. */
async function answerDays(trx: Trx, settings: Settings, requestId: string): Promise<number> {
  const { answerDays: usual, answerDaysByKind: byKind } = settings
  if (Object.keys(byKind).length === 0) return usual
  const asked = (await itemsOf(trx, requestId)).filter(({ isAsked }) => isAsked)
  return asked.length === 0 ? usual : Math.max(...asked.map(({ kind }) => byKind[kind] ?? usual))
}
