import { recordChange } from '../../../audit/actions.ts'
import { type Context, transact } from '../../../core/context.ts'
import type { Trx } from '../../../core/database.ts'
import { unlessBroken } from '../../../core/conflict.ts'
import type { Paging } from '../../../core/paging.ts'
import {
  allowReading,
  allowWriting,
  isAdministrator,
  personIdOf,
} from '../../../core/permission.ts'
import { Problem } from '../../../core/problem.ts'
import { RegistryError, type RegistryScheme, registrySchemes } from '../../../core/registries.ts'
import { isId } from '../../../core/shapes.ts'
import { holdRecord, touchRecord } from '../../records/actions/edit.ts'
import { refuseUnlessKept } from '../../records/actions/input.ts'
import { getRecord } from '../../records/actions/read.ts'
import { redescribeNaming } from '../../records/actions/redescribe.ts'
import type { IdentifierFilter, Reservation } from '../model.ts'
import {
  carryIdentifier,
  countAgain,
  deleteIdentifier,
  findByPid,
  findIdentifier,
  identifiersOfRecord,
  type IdentifierRow,
  insertIdentifier,
  isCarried,
  listIdentifiers,
  nextIdentifierNo,
  noteFailure,
  noteTold,
  takeIdentifier,
} from '../queries.ts'
import { mintedValue, readPid, type Told } from '../rules.ts'
import { identifierWords as words } from '../words.ts'
import { tellRegistry } from './note.ts'

export type { IdentifierRow } from '../queries.ts'

/** Identifiers of the records that the actor keeps, with what their registries know. */
export async function searchIdentifiers(ctx: Context, asked: IdentifierFilter & Paging) {
  allowReading(ctx)
  return listIdentifiers(ctx.db, ctx.actor, asked)
}

/** Of one record that was read, and which others it may be given. */
export async function identifiersFor(ctx: Context, record: { id: string; kind: string }) {
  const given = await identifiersOfRecord(ctx.db, record.id)
  const free = registrySchemes.filter(
    (scheme) =>
      ctx.registries?.[scheme]?.prefixFor(record.kind) !== undefined &&
      !given.some((one) => one.scheme === scheme),
  )
  return { given, free }
}

/** Gives a record an identifier, which never changes again; its registry is told by a job. */
export async function reserveIdentifier(
  ctx: Context,
  { scheme }: Reservation,
  { record: recordId }: { record: string },
): Promise<IdentifierRow> {
  allowWriting(ctx)
  await getRecord(ctx, recordId)
  return unlessBroken('minted_identifier_one', words.hasOne, () =>
    transact(ctx, async (trx) => {
      const record = await holdRecord(trx, ctx, { id: recordId })
      refuseUnlessKept(ctx.actor, record)
      const prefix = ctx.registries?.[scheme]?.prefixFor(record.kind)
      if (prefix === undefined) throw new Problem('conflict', words.notGiven)
      const { id, value } = await mint(trx, ctx, { scheme, prefix, recordId })
      await carryIdentifier(trx, { record_id: recordId, scheme, value })
      await recordChange(trx, ctx, {
        action: 'identifier.reserve',
        entity: 'minted_identifier',
        entityId: id,
        institutionId: record.institutionId,
        after: { scheme, value, record: recordId },
      })
      await touchRecord(trx, ctx, recordId)
      await redescribeNaming(trx, ctx, recordId)
      await tellRegistry(trx, ctx, id)
      return rowIn(trx, id)
    }),
  )
}

/** A number that nobody has; one that was typed into another record is passed over. */
async function mint(
  trx: Trx,
  ctx: Context,
  { scheme, prefix, recordId }: { scheme: RegistryScheme; prefix: string; recordId: string },
): Promise<{ id: string; value: string }> {
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- the next number follows a taken one
    const value = mintedValue(scheme, prefix, await nextIdentifierNo(trx))
    // oxlint-disable-next-line no-await-in-loop -- the same
    if (await isCarried(trx, value)) continue
    // oxlint-disable-next-line no-await-in-loop -- the same
    const id = await insertIdentifier(trx, {
      record_id: recordId,
      scheme,
      value,
      reserved_at: ctx.now(),
      reserved_by: personIdOf(ctx),
    })
    if (id !== undefined) return { id, value }
  }
}

async function rowIn(trx: Trx, id: string): Promise<IdentifierRow> {
  const row = await findIdentifier(trx, id)
  if (!row) throw new Problem('not-found', words.noIdentifier)
  return row
}

/** Tells the registry once more, at once; by who keeps the record. */
export async function retryIdentifier(ctx: Context, id: string): Promise<IdentifierRow> {
  allowWriting(ctx)
  const row = isId(id) ? await findIdentifier(ctx.db, id) : undefined
  if (!row) throw new Problem('not-found', words.noIdentifier)
  await refuseUnlessKeeping(ctx, row)
  return transact(ctx, async (trx) => {
    await countAgain(trx, id)
    await recordChange(trx, ctx, {
      action: 'identifier.retry',
      entity: 'minted_identifier',
      entityId: id,
      institutionId: row.institutionId,
      after: { value: row.value },
    })
    await tellRegistry(trx, ctx, id)
    return rowIn(trx, id)
  })
}

/** Whose record is not known to the actor is not there for them. */
async function refuseUnlessKeeping(ctx: Context, { record }: IdentifierRow): Promise<void> {
  if (record) {
    const { row } = await getRecord(ctx, record.id)
    refuseUnlessKept(ctx.actor, row)
  } else if (!isAdministrator(ctx.actor)) throw new Problem('not-found', words.noIdentifier)
}

/**
 * Before a record's row goes: what its registry never knew goes with it, what is reserved there is let go by a job.
 * Refused where one is registered: it has to lead somewhere for ever.
 */
export async function releaseIdentifiers(trx: Trx, ctx: Context, recordId: string): Promise<void> {
  const rows = await identifiersOfRecord(trx, recordId)
  if (rows.some(({ told }) => told === 'registered' || told === 'withdrawn'))
    throw new Problem('conflict', words.isRegistered)
  for (const { id } of rows) {
    // oxlint-disable-next-line no-await-in-loop -- two at most, on one connection
    await countAgain(trx, id)
    // oxlint-disable-next-line no-await-in-loop -- the same
    await tellRegistry(trx, ctx, id)
  }
}

/** The record that a CSTR or DOI leads to; a tombstone where it was withdrawn. */
export async function resolvePid(ctx: Context, text: string): Promise<string> {
  const value = readPid(text)
  const found = value === undefined ? undefined : await findByPid(ctx.db, ctx.actor, value)
  if (!found) throw new Problem('not-found', words.unknownPid)
  return found.id
}

/** Longer than a registry is waited for. */
const busySeconds = 150

/**
 * For the job: has one identifier for itself while `tell` tells its registry, and notes what came of it. `busy` where
 * another job is at it; undefined where it is gone.
 */
export async function withIdentifier(
  ctx: Context,
  id: string,
  tell: (row: IdentifierRow) => Promise<Told | 'released'>,
): Promise<'busy' | 'done' | undefined> {
  const now = ctx.now()
  const until = now.add({ seconds: busySeconds })
  const isTaken = await takeIdentifier(ctx.db, id, { now, until })
  const row = await findIdentifier(ctx.db, id)
  if (!row) return undefined
  if (!isTaken) return 'busy'
  try {
    const told = await tell(row)
    await transact(ctx, (trx) => noteOutcome(trx, ctx, row, told))
    return 'done'
  } catch (error) {
    const failure = error instanceof RegistryError ? error : undefined
    await noteFailure(ctx.db, id, {
      code: failure?.code ?? 'not_described',
      detail: failure?.message ?? '',
      at: ctx.now(),
    })
    throw error
  }
}

async function noteOutcome(
  trx: Trx,
  ctx: Context,
  row: IdentifierRow,
  told: Told | 'released',
): Promise<void> {
  if (told === 'released') return void (await deleteIdentifier(trx, row.id))
  await noteTold(trx, row.id, { told, changeNo: row.changeNo, at: ctx.now() })
  if (told !== row.told)
    await recordChange(trx, ctx, {
      action: 'identifier.register',
      entity: 'minted_identifier',
      entityId: row.id,
      institutionId: row.institutionId,
      before: { state: row.told },
      after: { state: told, value: row.value },
    })
}
