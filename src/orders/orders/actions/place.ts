import { writing } from '../../../core/permission.ts'
import { lockInstruments, getInstrument } from '../../../instruments/actions.ts'
import { type Context, transact } from '../../../core/context.ts'
import type { PersonActor } from '../../../core/actor.ts'
import type { Trx } from '../../../core/database.ts'
import { Problem } from '../../../core/problem.ts'
import type { NewOrder } from '../model.ts'
import { insertOrder, nextNumber } from '../queries/parts.ts'
import { issuesOfAnswers } from '../rules/answers.ts'
import { orderWords as words } from '../words/orders.ts'
import { attachFiles, type SentFile, withStored } from './files.ts'
import { getOrder } from './read.ts'
import { getService, type ServiceKey } from '../../services/actions.ts'
import { tell } from './tell.ts'

type Placed = { order: NewOrder; files: readonly SentFile[] }

/** Orders a service: the whole form is checked, then files are stored, then the order stands. */
export async function placeOrder(ctx: Context, key: ServiceKey, placed: Placed): Promise<string> {
  const person = writing(ctx)
  await checkedService(ctx, key, placed)
  return withStored(ctx, placed.files, (files) =>
    transact(ctx, async (trx) => {
      const id = await placeOrderIn(trx, ctx, { key, placed, person })
      const order = await getOrder(ctx, id, { db: trx })
      await attachFiles(trx, ctx, { order, files })
      return id
    }),
  )
}

type Inside = {
  key: ServiceKey
  person: Pick<PersonActor, 'labs' | 'personId'>
  placed: Placed
}

/** The same inside a transaction of the caller. */
export async function placeOrderIn(
  trx: Trx,
  ctx: Context,
  { key, placed, person }: Inside,
): Promise<string> {
  const { order } = placed
  await lockInstruments(trx, [key.instrumentId])
  const service = await checkedService({ ...ctx, db: trx }, key, placed)
  const { zone } = await getInstrument({ ...ctx, db: trx }, key.instrumentId)
  const now = ctx.now()
  const { year } = now.toZonedDateTimeISO(zone)
  const id = await insertOrder(trx, {
    instrument_id: key.instrumentId,
    number: await nextNumber(trx, key.instrumentId, year),
    service_id: key.id,
    service_version: service.version,
    person_id: person.personId,
    lab_id: labOf(person, order.lab),
    state: 'submitted',
    answers: JSON.stringify(order.answers),
    samples: JSON.stringify(order.samples),
    submitted_at: now,
    due_at: now.add({ hours: service.turnaroundDays * 24 }),
  })
  const row = await getOrder(ctx, id, { db: trx })
  await tell(trx, ctx, { order: row, type: 'submission', side: 'requester', note: order.note })
  return id
}

async function checkedService(ctx: Context, key: ServiceKey, { order, files }: Placed) {
  const service = await getService(ctx, key)
  if (!service.active) throw new Problem('conflict', words.notOffered)
  const sent = files.flatMap(({ field }) => field ?? [])
  const issues = issuesOfAnswers(service.fields, { answers: order.answers, files: sent })
  if (issues.length > 0) throw new Problem('invalid', words.checkForm, { issues })
  return service
}

function labOf({ labs }: Inside['person'], asked: string | null | undefined): string | null {
  if (asked === null) return null
  if (asked === undefined) return labs.length === 1 ? (labs[0]?.labId ?? null) : null
  if (labs.some(({ labId }) => labId === asked)) return asked
  throw new Problem('invalid', words.notYourLab, {
    issues: [{ path: 'lab', message: words.notYourLab }],
  })
}
