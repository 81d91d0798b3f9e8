import { recordChange } from '../audit/actions.ts'
import { type Context, transact } from '../core/context.ts'
import type { Trx } from '../core/database.ts'
import { allowWriting } from '../core/permission.ts'
import { invalidField, Problem } from '../core/problem.ts'
import type { Text } from '../core/text.ts'
import { getInstrumentAsStaff, type InstrumentRow } from '../instruments/actions.ts'
import { actorById, findActiveByEmail } from '../people/accounts/actions/actor.ts'
import type { Whom } from './model.ts'
import { upkeepAudit } from './words/audit.ts'
import { upkeepWords as words } from './words/common.ts'

/** One write by those who decide about an instrument, in one transaction. */
export async function asStaff<T>(
  ctx: Context,
  instrumentId: string,
  work: (trx: Trx, instrument: InstrumentRow) => Promise<T>,
): Promise<T> {
  allowWriting(ctx)
  const instrument = await getInstrumentAsStaff(ctx, instrumentId)
  return transact(ctx, (trx) => work(trx, instrument))
}

/** A row that an address names, or not-found. */
export function found<Row>(row: Row | undefined, refusal: Text): Row {
  if (row === undefined) throw new Problem('not-found', refusal)
  return row
}

type Change = {
  action: keyof typeof upkeepAudit.actions
  /** The row that it is done to. */
  of: { id: string; institutionId: string }
  before?: Record<string, unknown>
  after?: Record<string, unknown>
}

/** The audit row of what was done to an entry of an instrument. */
export const recordUpkeep = (trx: Trx, ctx: Context, { action, of, ...values }: Change) =>
  recordChange(trx, ctx, {
    action,
    entity: upkeepAudit.actions[action].on,
    entityId: of.id,
    institutionId: of.institutionId,
    ...values,
  })

/** Who signs in and is named by id or by address; refused as invalid when nobody is. */
export async function getNamedPerson(db: Trx, { person, email = '' }: Whom): Promise<string> {
  const id =
    person === undefined
      ? await findActiveByEmail({ db }, email)
      : (await actorById(db, person, { type: 'token', scopes: [] }))?.personId
  if (id === undefined)
    throw invalidField(person === undefined ? 'email' : 'person', words.noPerson)
  return id
}
