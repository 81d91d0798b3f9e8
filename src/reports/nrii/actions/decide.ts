import { personIdOf, writing } from '../../../core/permission.ts'
import { recordChange } from '../../../audit/actions.ts'
import { type Context, transact } from '../../../core/context.ts'
import { Problem } from '../../../core/problem.ts'
import { isoOf } from '../../../core/time.ts'
import type { NriiDecision, NriiPart, NriiStatus } from '../model.ts'
import { markNrii, putExtra } from '../queries/nrii.ts'
import { decisionsFor } from '../rules/nrii.ts'
import { nriiStateNames, nriiWords as words } from '../words.ts'
import { type NriiItem, nriiNamed, nriiRecord } from './nrii.ts'

const statusAfter: Record<NriiDecision['decision'], NriiStatus> = {
  review: 0,
  report: 100,
  fail: 203,
  reset: 0,
}

/** Passes records, or says what came of reporting them; each has to be in a state in which that can be. */
export async function decideNrii(
  ctx: Context,
  { part, decision, ids, reason }: NriiDecision,
): Promise<number> {
  writing(ctx)
  if (decision === 'fail' && reason === undefined)
    throw new Problem('invalid', words.reasonNeeded, {
      issues: [{ path: 'reason', message: words.reasonNeeded }],
    })
  return transact(ctx, async (trx) => {
    const items = await nriiNamed({ ...ctx, db: trx }, part, ids)
    if (items.length < new Set(ids).size) throw new Problem('not-found', words.noRecord)
    for (const item of items) refuseUnless(item, decision)
    const marks = items.map((item) => ({
      part,
      id: item.id,
      instrumentId: item.instrumentId,
      institutionId: item.institutionId,
      status: statusAfter[decision],
      reason: decision === 'fail' ? (reason ?? null) : null,
      ...(decision === 'review' && { reviewed: item.values }),
    }))
    await markNrii(trx, marks, { at: isoOf(ctx.now()), by: personIdOf(ctx) })
    for (const [institutionId, own] of Map.groupBy(items, (item) => item.institutionId))
      await recordChange(trx, ctx, {
        action: `nrii.${decision}`,
        entity: 'nrii',
        entityId: own.length === 1 ? (own[0]?.id ?? null) : null,
        institutionId,
        after: { part, records: own.length, ...(reason && { reason }) },
      })
    return items.length
  })
}

function refuseUnless({ state, problems }: NriiItem, decision: NriiDecision['decision']): void {
  if (!decisionsFor(state, problems).includes(decision))
    throw new Problem('conflict', words.notThere(nriiStateNames[state]), { state })
}

/** Keeps what nothing of ours says of a record; other names are not taken. */
export async function addToNrii(
  ctx: Context,
  { part, id, values }: { part: NriiPart; id: string; values: Readonly<Record<string, string>> },
): Promise<void> {
  writing(ctx)
  await transact(ctx, async (trx) => {
    const { fields, item } = await nriiRecord({ ...ctx, db: trx }, part, id)
    const open = fields.filter(({ source }) => source === null)
    const extra = Object.fromEntries(
      open.flatMap(({ name }) => {
        const value = values[name]?.trim()
        return value ? [[name, value.slice(0, 2000)]] : []
      }),
    )
    await putExtra(trx, { part, ...item }, extra)
    await recordChange(trx, ctx, {
      action: 'nrii.add',
      entity: 'nrii',
      entityId: id,
      institutionId: item.institutionId,
      before: { part, ...item.extra },
      after: { part, ...extra },
    })
  })
}
