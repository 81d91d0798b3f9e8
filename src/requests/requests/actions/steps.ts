import type { Context } from '../../../core/context.ts'
import { allowWriting } from '../../../core/permission.ts'
import { invalidField, Problem } from '../../../core/problem.ts'
import { defaultZone, isoOf } from '../../../core/time.ts'
import { endOfLastDay } from '../../../datasets/access/rules.ts'
import { agreementsFor, refuseOtherTexts } from '../../agreements/actions/read.ts'
import { isAbout } from '../../agreements/rules/standing.ts'
import type { AskedItem, ItemDecision } from '../model/events.ts'
import type { SentFile, Stored } from '../../../orders/forms/actions.ts'
import type { Amendment, Decisions } from '../model/request.ts'
import { itemsOf } from '../queries/log.ts'
import { updateRequest } from '../queries/requests.ts'
import { isOpen, type Item, type Request, stateOf } from '../rules/state.ts'
import { smallestIn, unitNamed } from '../rules/units.ts'
import { stateNames } from '../words/names.ts'
import { refusalWords as words } from '../words/refusals.ts'
import { giveCommand, giveCommandIn, type Held } from './command.ts'
import { columnsOf, putAsked } from './create.ts'
import type { Trx } from '../../../core/database.ts'
import { isPreauthorised } from '../../consents/actions/standing.ts'
import { amendAnswersIn, answersToSend, withAnswerFiles } from '../../forms/actions/answers.ts'
import { mayGive } from '../rules/lifecycle.ts'

type Key = { id: string; version?: number | undefined }

/** Sends what the draft asks; what was returned is sent again, and asks for consent anew. */
export const submitRequest = (ctx: Context, key: Key) =>
  giveCommand(ctx, key, async (trx, held) => contentOf(trx, ctx, { held, command: 'submission' }))

/** Changes what was sent: what is changed is decided anew, and consent and acceptances are asked for again. */
export const amendRequest = async (
  ctx: Context,
  amendment: Amendment,
  key: Key,
  files: readonly SentFile[] = [],
) =>
  withAnswerFiles(ctx, files, async (stored) =>
    giveCommand(ctx, key, async (trx, held) =>
      mayGive(stateOf(held.request), 'amendment', held.sides) === 'yes'
        ? amendedIn(trx, ctx, { held, amendment, stored })
        : contentOf(trx, ctx, { held, command: 'amendment' }),
    ),
  )

type Amended = { held: Held; amendment: Amendment; stored: readonly Stored[] }

async function amendedIn(trx: Trx, ctx: Context, { held, amendment, stored }: Amended) {
  const { row } = held
  const { items, answers, ...about } = amendment
  if (items) await putAsked(trx, ctx, { id: row.id, items, provider: row, isSent: true })
  await updateRequest(trx, row.id, await columnsOf(trx, ctx, about))
  const purpose = about.purpose ?? row.purpose
  const sent = answers && { answers, files: stored }
  return contentOf(trx, ctx, {
    command: 'amendment',
    held: {
      ...held,
      row: {
        ...row,
        purpose,
        answers: sent ? await amendAnswersIn(trx, ctx, { request: row, sent }) : row.answers,
      },
    },
  })
}

type Content = { held: Held; command: 'submission' | 'amendment' }

async function contentOf(trx: Trx, ctx: Context, { held, command }: Content) {
  const { row, request, sides, settings } = held
  const asked = (await itemsOf(trx, row.id)).filter(({ isAsked }) => isAsked)
  const { supervisorId } = row
  // Whoever may not send it is told that, and nothing of what it lacks.
  const isTheirs = mayGive(stateOf(request), command, sides) === 'yes'
  if (isTheirs && settings.needsConsent && supervisorId === null && !leadsLab(ctx, row.labId))
    throw invalidField('supervisor', words.supervisorNeeded)
  const answers = isTheirs && command === 'submission' ? await answersToSend(trx, row) : row.answers
  return {
    command,
    items: asked.map(({ id, recordId, delivery, quantity, unit, isLoan, target }): AskedItem => ({
      id,
      recordId,
      delivery,
      quantity,
      unit,
      isLoan,
      target,
    })),
    purpose: row.purpose,
    answers,
    supervisorId: settings.needsConsent ? supervisorId : null,
    isPreauthorised: settings.needsConsent && (await isPreauthorised(trx, ctx, row)),
  }
}

/** Whoever leads the lab for which they ask is asked for no consent: there is nobody above. */
const leadsLab = ({ actor }: Context, lab: string | null): boolean =>
  actor.type === 'person' && actor.labs.some(({ labId, role }) => labId === lab && role === 'pi')

/** Decides items one by one; what is not named stays open. The provider's own terms are asked of what is approved. */
export const decideItems = (ctx: Context, { decisions, version }: Decisions, key: Key) =>
  giveCommand(ctx, { version, ...key }, async (trx, held) =>
    decisionIn({ ...ctx, db: trx }, held, decisions),
  )

/** One answer for all items of a request that are open, inside a transaction of the caller. */
export async function decideOpenItemsIn(
  trx: Trx,
  ctx: Context,
  { id, answer }: { id: string; answer: Omit<Decided, 'item'> },
) {
  allowWriting(ctx)
  return giveCommandIn(trx, ctx, {
    key: { id },
    wish: async (_, held) => {
      const open = held.request.items.filter(isOpen)
      if (open.length === 0)
        throw new Problem('conflict', words.notNow(stateNames[stateOf(held.request)]))
      const decisions = open.map(({ id: item }) => ({ ...answer, item }))
      return decisionIn({ ...ctx, db: trx }, held, decisions)
    },
  })
}

async function decisionIn(ctx: Context, held: Held, decisions: readonly Decided[]) {
  const { row, request } = held
  const items = await itemsOf(ctx.db, row.id)
  const texts = await agreementsFor(ctx, row, items)
  await refuseOtherTexts(
    ctx,
    row,
    decisions.flatMap(({ agreements = [] }) => agreements),
  )
  return {
    command: 'decision' as const,
    decisions: decisions.map((one) => {
      const item = items.find(({ id }) => id === one.item)
      const asked = texts.filter((text) => item && isAbout(text, item)).map(({ id }) => id)
      const agreements = [...new Set([...asked, ...(one.agreements ?? [])])]
      return decisionOn(request, { ...one, agreements })
    }),
  }
}

type Decided = Decisions['decisions'][number]

function decisionOn(
  request: Request,
  {
    item: id,
    answer,
    quantity,
    conditions,
    reason,
    until,
    agreements,
  }: Decided & { agreements: string[] },
): ItemDecision {
  const item = request.items.find((one) => one.id === id)
  return {
    itemId: id,
    answer,
    quantity: answer === 'approved' && item ? partsOf(item, quantity) : null,
    conditions: conditions ?? null,
    reason: reason ?? null,
    until: until === undefined ? null : endOfDayNamed(until),
    agreementIds: answer === 'approved' ? agreements : [],
  }
}

/** In smallest parts of the item; all that is asked for where nothing else is said. */
function partsOf(item: Item, quantity: number | undefined): number | null {
  if (quantity === undefined) return item.quantity
  const unit = unitNamed(item.unit)
  const parts = unit === null ? undefined : smallestIn(unit, quantity)
  if (parts === undefined) throw invalidField('quantity', words.tooFine)
  return parts
}

/** The end of a local day that somebody named. */
export function endOfDayNamed(day: string): string {
  const end = endOfLastDay(day, defaultZone)
  if (!end) throw invalidField('until', words.noDay)
  return isoOf(end)
}

/** A claim lasts two days: then others may decide again. */
export const claimRequest = (ctx: Context, key: Key) =>
  giveCommand(ctx, key, { command: 'claim', until: isoOf(ctx.now().add({ hours: 48 })) })
