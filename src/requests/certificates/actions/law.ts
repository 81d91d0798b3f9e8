import { asSystem, type Context } from '../../../core/context.ts'
import type { Trx } from '../../../core/database.ts'
import { Problem } from '../../../core/problem.ts'
import { lawDay, permitFindings } from '../../permits/actions.ts'
import { type Finding, type MovingObjection, objectionsToMoving } from '../../permits/rules.ts'
import type { Asked } from '../../requests/rules/decide.ts'
import type { Request } from '../../requests/rules/state.ts'
import { goingOf, goingTo, permitsOfRequest, type ShownRow } from '../queries.ts'
import { askedBy, type Moved, movedBy } from '../rules.ts'

/** What the law asks of an item, and what was shown for it. */
export type Law = { itemId: string; findings: Finding[]; permits: ShownRow[] }

/** The same of several items of a request, for whoever is a side of it, and where they go. */
export async function lawOf(
  ctx: Context,
  requestId: string,
  items: readonly Moved[],
): Promise<{ destination: string; items: Law[] }> {
  const [going, permits] = await Promise.all([
    goingOf(ctx.db, requestId),
    permitsOfRequest(ctx.db, requestId),
  ])
  // A side of a request knows what the law asks of it, whatever became of the record since.
  const records = await permitFindings(asSystem(ctx, 'law'), {
    ...going,
    recordIds: [...new Set(items.map(({ recordId }) => recordId))],
  })
  return {
    destination: going.destinationCountry,
    items: items.map(({ id, recordId }) => ({
      itemId: id,
      findings: records.find((one) => one.recordId === recordId)?.findings ?? [],
      permits: permits.filter(({ itemId }) => itemId === id),
    })),
  }
}

type Command = { requestId: string; request: Request; asked: Asked }

/**
 * Refuses to ask for what the law blocks, and to approve or send what lacks a permit: permits and the table are read as
 * they are now, in the transaction of the command.
 */
export async function refuseUnlawful(
  trx: Trx,
  ctx: Context,
  { requestId, request, asked }: Command,
): Promise<void> {
  const moved = movedBy(asked, request)
  const concerned = [...askedBy(asked), ...moved]
  if (concerned.length === 0) return
  const { items } = await lawOf({ ...ctx, db: trx }, requestId, concerned)
  const objections = items
    .flatMap(({ findings, permits }) => objectionsToMoving(findings, permits, lawDay(ctx)))
    .filter(({ code }) => moved.length > 0 || code === 'blocked_by_law')
  if (objections[0]) throw refusal(objections[0], objections)
}

type ToAsk = {
  personId: string
  labId: string | null
  destination: string | null
  recordIds: readonly string[]
}

/** What the law asks of records that somebody is about to ask for, and where they would go. */
export async function lawOfAsking(ctx: Context, { recordIds, ...recipient }: ToAsk) {
  const going = await goingTo(ctx.db, recipient)
  const records = await permitFindings(asSystem(ctx, 'law'), { ...going, recordIds })
  return { destination: going.destinationCountry, records }
}

/** Refuses to ask for what the law blocks, with its clause, before anything is written. */
export async function refuseBlocked(ctx: Context, asked: ToAsk): Promise<void> {
  const { records } = await lawOfAsking(ctx, asked)
  const objections = records
    .flatMap(({ findings }) => objectionsToMoving(findings, [], lawDay(ctx)))
    .filter(({ code }) => code === 'blocked_by_law')
  if (objections[0]) throw refusal(objections[0], objections)
}

const refusal = (first: MovingObjection, all: readonly MovingObjection[]) =>
  new Problem('conflict', first.detail, {
    objections: all.map(({ code, detail }) => ({ code, detail })),
  })
