import { recordChange } from '../../../audit/actions.ts'
import { unlessBroken } from '../../../core/conflict.ts'
import { type Context, transact } from '../../../core/context.ts'
import type { Trx } from '../../../core/database.ts'
import type { Paging } from '../../../core/paging.ts'
import { allowReading, allowWriting, personIdOf, writing } from '../../../core/permission.ts'
import { invalidField, Problem } from '../../../core/problem.ts'
import { isId } from '../../../core/shapes.ts'
import { dayAt, dayIn, defaultZone } from '../../../core/time.ts'
import { tellPeople } from '../../../mail/actions.ts'
import { inOneLine, oneLine } from '../../../mail/rules.ts'
import { getInstitution } from '../../../people/institutions/actions.ts'
import { managesInstitution } from '../../../people/roles/rules.ts'
import { personNamed } from '../../requests/actions/command.ts'
import type { AbsenceChange, NewAbsence } from '../model.ts'
import {
  type AbsenceRow,
  addressOf,
  belongsTo,
  countWaiting,
  decidesIn,
  findAbsence,
  insertAbsence,
  isAwayDuring,
  listAbsences,
  lockInstitution,
  someoneStays,
  updateAbsence,
} from '../queries.ts'
import { absenceWords as words } from '../words.ts'

const todayOf = ({ now }: Pick<Context, 'now'>): string => dayAt(now(), defaultZone)

/** Absences of the viewer, of people for whom they act, and of those who decide for the same institution. */
export async function searchAbsences(ctx: Context, paging: Paging) {
  allowReading(ctx)
  const { items, ...page } = await listAbsences(ctx.db, {
    ...paging,
    viewer: ctx.actor,
    today: todayOf(ctx),
  })
  return { ...page, items: items.map((row) => shown(ctx, row)) }
}

export async function getAbsence(ctx: Context, { id }: { id: string }) {
  allowReading(ctx)
  return shown(ctx, await found(ctx, id))
}

/** The same with the address of the delegate, which whoever changes it reads and writes. */
export async function getAbsenceToChange(ctx: Context, { id }: { id: string }) {
  allowReading(ctx)
  const absence = shown(ctx, await found(ctx, id))
  const { delegate, mayChange: isTheirs } = absence
  const delegateEmail = delegate && isTheirs ? await addressOf(ctx.db, delegate.id) : null
  return { ...absence, delegateEmail }
}

const shown = (ctx: Context, row: AbsenceRow) => ({
  ...row,
  mayChange: row.state !== 'over' && mayChange(ctx, row),
})

const mayChange = (
  ctx: Context,
  { person, institution }: Pick<AbsenceRow, 'person' | 'institution'>,
): boolean => personIdOf(ctx) === person.id || managesInstitution(ctx.actor, institution.id)

async function found(ctx: Context, id: string): Promise<AbsenceRow> {
  const key = { id, viewer: ctx.actor, today: todayOf(ctx) }
  const row = isId(id) ? await findAbsence(ctx.db, key) : undefined
  if (!row) throw new Problem('not-found', words.noneSuch)
  return row
}

type Absence = {
  personId: string
  institutionId: string
  from: string
  until: string
  delegate?: string | null | undefined
}

/** Says that the actor is away from an institution for which they decide, and who acts for them. */
export async function declareAbsence(ctx: Context, input: NewAbsence): Promise<{ id: string }> {
  const { personId } = writing(ctx)
  const { id: institutionId } = await getInstitution(ctx, input.institution)
  return unlessBroken('steward_absence_once', words.overlaps, async () =>
    transact(ctx, async (trx) => {
      await lockInstitution(trx, institutionId)
      if (!(await decidesIn(trx, { personId, institutionId })))
        throw new Problem('forbidden', words.notSteward)
      const absence = { ...input, personId, institutionId }
      refuseDays(ctx, absence)
      const delegateId = await delegateOf(trx, absence)
      const id = await insertAbsence(trx, {
        person_id: personId,
        institution_id: institutionId,
        from_day: input.from,
        until_day: input.until,
        delegate_id: delegateId,
        created_at: ctx.now(),
      })
      await recordChange(trx, ctx, {
        action: 'steward_absence.create',
        entity: 'steward_absence',
        entityId: id,
        institutionId,
        after: { from: input.from, until: input.until, delegate: delegateId },
      })
      if (delegateId !== null) await tellDelegate(trx, ctx, { id, delegateId })
      return { id }
    }),
  )
}

type Key = { id: string; version?: number | undefined }

/** Changes the named of its days and the delegate; what has begun keeps its first day. */
export async function changeAbsence(ctx: Context, change: AbsenceChange, key: Key): Promise<void> {
  allowWriting(ctx)
  await unlessBroken('steward_absence_once', words.overlaps, async () =>
    transact(ctx, async (trx) => {
      const row = await held(trx, ctx, key)
      const { person, institution, delegate } = row
      const before = { from: row.from, until: row.until, delegate: delegate?.id ?? null }
      const after = { ...before, ...change }
      const absence = { ...after, personId: person.id, institutionId: institution.id }
      refuseDays(ctx, absence, row.from)
      const delegateId = await delegateOf(trx, absence)
      await updateAbsence(trx, row.id, {
        from_day: after.from,
        until_day: after.until,
        delegate_id: delegateId,
      })
      await recordChange(trx, ctx, {
        action: 'steward_absence.edit',
        entity: 'steward_absence',
        entityId: row.id,
        institutionId: institution.id,
        before,
        after: { ...after, delegate: delegateId },
      })
      if (delegateId !== null && delegateId !== before.delegate)
        await tellDelegate(trx, ctx, { id: row.id, delegateId })
    }),
  )
}

/** Ends an absence before its last day, or calls it off: the delegate's right is gone at once. */
export async function endAbsence(ctx: Context, { id }: { id: string }): Promise<{ id: string }> {
  allowWriting(ctx)
  await transact(ctx, async (trx) => {
    const { institution, from, until, delegate } = await held(trx, ctx, { id })
    await updateAbsence(trx, id, { ended_at: ctx.now() })
    await recordChange(trx, ctx, {
      action: 'steward_absence.end',
      entity: 'steward_absence',
      entityId: id,
      institutionId: institution.id,
      before: { from, until, delegate: delegate?.id ?? null },
    })
  })
  return { id }
}

/** One that is not over and is the actor's to change, held until the end of the transaction. */
async function held(trx: Trx, ctx: Context, { id, version }: Key): Promise<AbsenceRow> {
  const { institution } = await found({ ...ctx, db: trx }, id)
  await lockInstitution(trx, institution.id)
  // As it is now that nobody else changes it.
  const row = await found({ ...ctx, db: trx }, id)
  if (!mayChange(ctx, row)) throw new Problem('forbidden', words.notYours)
  if (version !== undefined && version !== row.version) throw new Problem('stale', words.stale)
  if (row.state === 'over') throw new Problem('conflict', words.isOver)
  return row
}

/** From today, or from the day on which it began; for a year at most. */
function refuseDays(ctx: Context, { from, until }: Absence, began?: string): void {
  const today = todayOf(ctx)
  const latest = dayIn(today)?.add({ years: 1 }).toString() ?? today
  if (from < today && from !== began) throw invalidField('from', words.pastOrLong)
  if (until < from) throw invalidField('until', words.wrongOrder)
  if (until < today || until > latest) throw invalidField('until', words.pastOrLong)
}

/** Who acts meanwhile: somebody of the institution who is there, or nobody where others who decide stay. */
async function delegateOf(trx: Trx, { delegate, ...absence }: Absence): Promise<string | null> {
  const { personId, institutionId } = absence
  if (delegate === undefined || delegate === null) {
    if (!(await someoneStays(trx, absence))) throw invalidField('delegate', words.nobodyRemains)
    return null
  }
  const id = await personNamed(trx, delegate, 'delegate')
  if (id === personId) throw invalidField('delegate', words.notSelf)
  if (!(await belongsTo(trx, { personId: id, institutionId })))
    throw invalidField('delegate', words.notOfInstitution)
  if (await isAwayDuring(trx, { ...absence, personId: id }))
    throw invalidField('delegate', words.delegateAway)
  return id
}

type Named = { id: string; delegateId: string }

async function tellDelegate(trx: Trx, ctx: Context, { id, delegateId }: Named): Promise<void> {
  const { person, institution, from, until } = await found({ ...ctx, db: trx }, id)
  await tellPeople(trx, ctx, {
    letter: 'stand_in_asked',
    to: { people: [delegateId] },
    facts: {
      person: oneLine(person.name),
      institution: inOneLine(institution.name),
      from,
      until,
      count: await countWaiting(trx, institution.id),
    },
  })
}
