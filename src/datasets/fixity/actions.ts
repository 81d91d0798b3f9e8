import { recordChange } from '../../audit/actions.ts'
import { refuseUnlessKept } from '../../catalog/records/actions/input.ts'
import { getRecord } from '../../catalog/records/actions/read.ts'
import { type Context, transact } from '../../core/context.ts'
import type { Trx } from '../../core/database.ts'
import { DamagedObjectError, digestOf } from '../../core/digest.ts'
import type { Paging } from '../../core/paging.ts'
import { allowAdministratorToRead } from '../../core/permission.ts'
import type { LocalText } from '../../core/text.ts'
import { tellPeople } from '../../mail/actions.ts'
import { inOneLine, oneLine } from '../../mail/rules.ts'
import { newSha256 } from '../../ports/digests.ts'
import { administratorsToTell, curatorsToTell } from '../../people/roles/actions/roles.ts'
import type { CheckFilter, Outcome } from './model.ts'
import {
  claimOldest,
  type Claimed,
  countDue,
  type Due,
  hasDamageSince,
  insertCheck,
  listChecks,
  listDamaged,
  listNotable,
  lockObject,
  pruneSound,
  sumUp,
} from './queries.ts'
import { dueDays, type Found, isSame, keptSound, mostDays, outcomeOf } from './rules.ts'

export type { CheckRow, DamagedRow } from './queries.ts'

type Key = { dataset: string }

const daysAgo = (ctx: Context, days: number) => ctx.now().subtract({ hours: days * 24 })

/** The checks of a dataset's files, the newest first; for who keeps the record. */
export async function checksOf(ctx: Context, { dataset, ...asked }: Key & CheckFilter & Paging) {
  const record = await keptDataset(ctx, dataset)
  return listChecks(ctx.db, { ...asked, recordId: record.id })
}

/** Its files that are damaged now. */
export async function damagedOf(ctx: Context, { dataset, ...paging }: Key & Paging) {
  const record = await keptDataset(ctx, dataset)
  return listDamaged(ctx.db, ctx.actor, { ...paging, recordId: record.id })
}

/** How its stored bytes stand as a whole. */
export async function fixityOf(ctx: Context, { dataset }: Key) {
  const record = await keptDataset(ctx, dataset)
  return sumUp(ctx.db, daysAgo(ctx, mostDays), record.id)
}

export async function keptDataset(ctx: Context, dataset: string) {
  const { row } = await getRecord(ctx, dataset, 'dataset')
  refuseUnlessKept(ctx.actor, row)
  return row
}

/** The same of all datasets, for administrators. */
export async function allFixity(ctx: Context) {
  allowAdministratorToRead(ctx)
  return sumUp(ctx.db, daysAgo(ctx, mostDays))
}

export async function allDamaged(ctx: Context, paging: Paging) {
  allowAdministratorToRead(ctx)
  return listDamaged(ctx.db, ctx.actor, paging)
}

export async function allNotable(ctx: Context, paging: Paging) {
  allowAdministratorToRead(ctx)
  return listNotable(ctx.db, paging)
}

/** Which objects to read: those due by themselves, all of a dataset, or all there are. */
export type Which = { all: boolean; recordId?: string | undefined }

type Bounds = {
  mostBytes?: number
  mostMinutes?: number
  onCheck?: (about: { object: Claimed; outcome: Outcome | 'gone'; done: number }) => void
}

/** `failure` is why the last of the unanswered could not be read. */
export type Checked = {
  done: number
  damaged: number
  recovered: number
  unanswered: number
  failure?: unknown
}

/** Whoever reads an object for longer than this has been killed: 1 TB at 50 MB/s. */
const readingHours = 6
/** So many objects in a row that could not be read: the store does not answer, and the rest waits. */
const mostUnanswered = 5

/** How many objects {@link checkObjects} would read now. */
export const countToCheck = async (ctx: Context, which: Which) =>
  countDue(ctx.db, dueOf(ctx, which))

function dueOf(ctx: Context, { all, recordId }: Which) {
  const now = ctx.now()
  const isWhole = all || recordId !== undefined
  return {
    checkedBefore: isWhole ? now : daysAgo(ctx, dueDays),
    // Who asks for all waits for nobody: reading twice does no harm.
    begunBefore: isWhole ? now : now.subtract({ hours: readingHours }),
    recordId,
  }
}

/**
 * Reads stored bytes again, one object after the other, the one read longest ago first, and notes what was found. Ends
 * when nothing is due, before the next object once a bound is reached, and when the store does not answer.
 */
export async function checkObjects(
  ctx: Context,
  which: Which,
  { mostBytes = Infinity, mostMinutes = Infinity, onCheck }: Bounds = {},
): Promise<Checked> {
  const due = dueOf(ctx, which)
  const checked: Checked = { done: 0, damaged: 0, recovered: 0, unanswered: 0 }
  const endMs = ctx.now().epochMilliseconds + mostMinutes * 60_000
  let [read, inVain] = [0, 0]
  const isOver = () =>
    read >= mostBytes || inVain >= mostUnanswered || ctx.now().epochMilliseconds >= endMs
  while (!isOver()) {
    // oxlint-disable-next-line no-await-in-loop -- one object at a time, so that others have the disk too
    const next = await checkNext(ctx, due)
    if (!next) break
    read += next.object.sizeBytes
    inVain = 'failure' in next ? inVain + 1 : 0
    countIn(checked, next)
    if ('outcome' in next) onCheck?.({ ...next, done: checked.done })
  }
  return checked
}

type Next = { object: Claimed } & ({ outcome: Outcome | 'gone' } | { failure: unknown })

/** Reads one object and notes what was found; undefined when none is due. */
async function checkNext(ctx: Context, due: Due): Promise<Next | undefined> {
  const object = await claimOldest(ctx.db, due, ctx.now())
  if (!object) return undefined
  const stored = await readTwice(ctx, object)
  if ('failure' in stored) return { object, ...stored }
  const outcome = await transact(ctx, (trx) => noteFound(trx, ctx, { object, ...stored }))
  return { object, outcome }
}

function countIn(checked: Checked, next: Next): void {
  if ('failure' in next) {
    checked.unanswered += 1
    checked.failure = next.failure
    return
  }
  checked.done += 1
  if (next.outcome === 'mismatch' || next.outcome === 'missing') checked.damaged += 1
  if (next.outcome === 'recovered') checked.recovered += 1
}

/** Once more before an alarm: what was disturbed on its way is not damaged. */
async function readTwice(
  ctx: Context,
  object: Claimed,
): Promise<{ found: Found } | { failure: unknown }> {
  try {
    const found = await readStored(ctx, object)
    return { found: isSame(object, found) ? found : await readStored(ctx, object) }
  } catch (failure) {
    return { failure }
  }
}

/** Throws where the store does not answer: that says nothing of the bytes. */
async function readStored(ctx: Context, { key, sizeBytes }: Claimed): Promise<Found> {
  const stored = await ctx.objects.find(key)
  if (!stored) {
    // A bucket that is not there at all has none of its objects either.
    await ctx.objects.check()
    return undefined
  }
  if (stored.sizeBytes !== sizeBytes) {
    await stored.body.cancel()
    return { sizeBytes: stored.sizeBytes, sha256: null }
  }
  try {
    return await digestOf(stored.body, newSha256)
  } catch (error) {
    if (error instanceof DamagedObjectError) return { sizeBytes: null, sha256: null }
    throw error
  }
}

type Noted = { object: Claimed; found: Found }

async function noteFound(trx: Trx, ctx: Context, { object, found }: Noted) {
  const row = await lockObject(trx, object.id)
  if (!row) return 'gone'
  const isDamaged = row.damagedAt !== null
  const checked = outcomeOf({ ...object, isDamaged }, found)
  const { outcome } = checked
  const isSound = outcome === 'sound' || outcome === 'recovered'
  await insertCheck(trx, {
    ...checked,
    recordId: row.recordId,
    objectId: object.id,
    at: ctx.now(),
    damagedAt: isSound ? null : (row.damagedAt ?? ctx.now()),
  })
  if (outcome === 'sound') await pruneSound(trx, object.id, keptSound)
  if (isSound === !isDamaged) return outcome
  const change = { file: row.file, sha256: object.sha256 }
  await recordChange(trx, ctx, {
    action: isSound ? 'file.recover' : 'file.damage',
    entity: 'record',
    entityId: row.recordId,
    institutionId: row.institutionId,
    before: { ...change, outcome: isSound ? 'damaged' : 'sound' },
    after: { ...change, outcome },
  })
  if (!isSound) await tellOfDamage(trx, ctx, { ...row, objectId: object.id })
  return outcome
}

type Damage = {
  recordId: string
  objectId: string
  institutionId: string
  title: LocalText
  file: string | null
}

/** Tells curators and administrators, once a day for a dataset: a lost disk is one letter, not a hundred thousand. */
async function tellOfDamage(trx: Trx, ctx: Context, damage: Damage): Promise<void> {
  if (await hasDamageSince(trx, damage, daysAgo(ctx, 1))) return
  const { recordId, institutionId, title, file } = damage
  const curators = await curatorsToTell(trx, institutionId)
  const administrators = await administratorsToTell(trx)
  await tellPeople(trx, ctx, {
    letter: 'file_damaged',
    to: { people: [...new Set([...curators, ...administrators])] },
    facts: { dataset: recordId, title: inOneLine(title), file: oneLine(file ?? '') },
  })
}
