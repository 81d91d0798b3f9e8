import { personIdOf } from '../../../core/permission.ts'
import { recordChange } from '../../../audit/actions.ts'
import type { Context } from '../../../core/context.ts'
import type { Trx } from '../../../core/database.ts'
import { bothLanguages } from '../../../core/text.ts'
import { titleInLetter } from '../../../instruments/rules/title.ts'
import { staffToTell } from '../../../instruments/actions.ts'
import { enqueueLetter } from '../../../mail/actions.ts'
import { oneLine } from '../../../mail/rules.ts'
import type { Side } from '../model.ts'
import { insertEvent } from '../queries/parts.ts'
import type { OrderEvent } from '../rules/lifecycle.ts'
import { eventNames, stepLetter } from '../words/orders.ts'
import type { OrderRow } from './read.ts'
import { orderPaths } from '../../words/paths.ts'

type Happened = { order: OrderRow; type: OrderEvent; side: Side; note: string | undefined }

/** Writes down that something happened to an order, and tells the other side by one letter each. */
export async function tell(
  trx: Trx,
  ctx: Context,
  { order, type, side, note }: Happened,
): Promise<void> {
  const by = personIdOf(ctx)
  await insertEvent(trx, order, { at: ctx.now(), by, type, note: note || null })
  await recordChange(trx, ctx, {
    action: `order.${type}`,
    entity: 'service_order',
    entityId: order.id,
    institutionId: order.institutionId,
    after: { number: order.number, state: order.state, ...(note && { note }) },
  })
  const letter = letterOf(ctx, { order, type, note })
  for (const reader of await otherSide(trx, order, side)) {
    if (reader.personId === by) continue
    // oxlint-disable-next-line no-await-in-loop -- one connection, one statement at a time
    await enqueueLetter(trx, ctx, { ...reader, ...letter })
  }
}

function letterOf(ctx: Context, { order, type, note = '' }: Omit<Happened, 'side'>) {
  const { actor } = ctx
  const service = bothLanguages({ zh: order.titleZh, en: order.titleEn })
  return stepLetter(
    {
      number: order.number,
      service: { zh: oneLine(service.zh), en: oneLine(service.en) },
      instrument: titleInLetter(order),
    },
    {
      event: eventNames[type],
      by: actor.type === 'person' ? oneLine(actor.name) : 'Hexi',
      note: oneLine(note),
      link: `${ctx.baseUrl}${orderPaths.one(order.id)}`,
    },
  )
}

async function otherSide(trx: Trx, order: OrderRow, side: Side) {
  if (side === 'staff')
    return [{ to: order.personEmail, personId: order.personId, lang: order.personLang }]
  const staff = await staffToTell(trx, order.instrumentId)
  return staff.map(({ id, email, lang }) => ({ to: email, personId: id, lang }))
}
