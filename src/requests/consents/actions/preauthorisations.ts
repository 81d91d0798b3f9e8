import { recordChange } from '../../../audit/actions.ts'
import { unlessBroken } from '../../../core/conflict.ts'
import { type Context, transact } from '../../../core/context.ts'
import type { Trx } from '../../../core/database.ts'
import type { Paging } from '../../../core/paging.ts'
import { allowReading, personIdOf, writing } from '../../../core/permission.ts'
import { invalidField, Problem } from '../../../core/problem.ts'
import { isId } from '../../../core/shapes.ts'
import { defaultZone, endOfDay, isLater, type Temporal } from '../../../core/time.ts'
import { endOfLastDay } from '../../../datasets/access/rules.ts'
import { getInstitution } from '../../../people/institutions/actions.ts'
import { getLab } from '../../../people/labs/actions.ts'
import { leadsLab, managesInstitution } from '../../../people/roles/rules.ts'
import { personNamed } from '../../requests/actions/command.ts'
import type { NewPreauthorisation } from '../model.ts'
import {
  findPreauthorisation,
  insertPreauthorisation,
  isMemberOf,
  listPreauthorisations,
  type PreauthorisationRow,
  revokePreauthorisationRow,
} from '../queries/preauthorisations.ts'
import { consentWords as words } from '../words.ts'

/** What was authorised beforehand: for the viewer, by their labs, and in institutions that they keep. */
export async function searchPreauthorisations(ctx: Context, paging: Paging) {
  allowReading(ctx)
  const { items, ...page } = await listPreauthorisations(ctx.db, {
    ...paging,
    viewer: ctx.actor,
    now: ctx.now(),
  })
  return { ...page, items: items.map((row) => shown(ctx, row)) }
}

export async function getPreauthorisation(ctx: Context, { id }: { id: string }) {
  allowReading(ctx)
  return shown(ctx, await found(ctx, id))
}

const shown = (ctx: Context, row: PreauthorisationRow) => ({
  ...row,
  mayRevoke: row.state === 'valid' && mayGive(ctx, row),
})

async function found(ctx: Context, id: string): Promise<PreauthorisationRow> {
  const key = { id, viewer: ctx.actor, now: ctx.now() }
  const row = isId(id) ? await findPreauthorisation(ctx.db, key) : undefined
  if (!row) throw new Problem('not-found', words.noneSuch)
  return row
}

const mayGive = (
  { actor }: Context,
  { lab, institutionId }: { lab: { id: string } | null; institutionId: string },
): boolean =>
  lab ? leadsLab(actor, { id: lab.id, institutionId }) : managesInstitution(actor, institutionId)

/** Consents beforehand to what a person asks for in a lab or an institution, for a year at most. */
export async function preauthorise(
  ctx: Context,
  input: NewPreauthorisation,
): Promise<{ id: string }> {
  const { personId: giver } = writing(ctx)
  const institutionId = await institutionOf(ctx, input)
  const lab = input.lab === undefined ? null : { id: input.lab }
  if (!mayGive(ctx, { lab, institutionId })) throw new Problem('forbidden', words.notYours)
  const until = endOf(ctx, input.until)
  return unlessBroken('preauthorisation_once', words.already, async () =>
    transact(ctx, async (trx) => {
      const personId = await memberNamed(trx, input)
      if (personId === giver) throw invalidField('person', words.notSelf)
      const id = await insertPreauthorisation(trx, {
        person_id: personId,
        lab_id: input.lab ?? null,
        institution_id: input.institution ?? null,
        since: ctx.now(),
        until,
        granted_by: giver,
      })
      await recordChange(trx, ctx, {
        action: 'preauthorisation.create',
        entity: 'preauthorisation',
        entityId: id,
        institutionId,
        after: {
          person: personId,
          lab: input.lab,
          institution: input.institution,
          until: String(until),
        },
      })
      return { id }
    }),
  )
}

const institutionOf = async (ctx: Context, { lab, institution }: NewPreauthorisation) =>
  lab === undefined
    ? (await getInstitution(ctx, institution ?? '')).id
    : (await getLab(ctx, lab)).institutionId

async function memberNamed(trx: Trx, { person, lab, institution }: NewPreauthorisation) {
  const personId = await personNamed(trx, person)
  if (!(await isMemberOf(trx, personId, { lab, institution })))
    throw invalidField('person', lab === undefined ? words.notOfInstitution : words.notOfLab)
  return personId
}

/** The end of a local day, a year from today at most. */
function endOf(ctx: Context, day: string | undefined): Temporal.Instant {
  const inAYear = ctx.now().toZonedDateTimeISO(defaultZone).add({ years: 1 }).toInstant()
  const latest = endOfDay(inAYear, defaultZone)
  const end = day === undefined ? latest : endOfLastDay(day, defaultZone)
  if (!end || !isLater(end, ctx.now()) || isLater(end, latest))
    throw invalidField('until', words.pastOrLong)
  return end
}

/** What is sent from now on asks for consent again. */
export async function revokePreauthorisation(ctx: Context, { id }: { id: string }) {
  writing(ctx)
  await transact(ctx, async (trx) => {
    const row = await found({ ...ctx, db: trx }, id)
    if (!mayGive(ctx, row)) throw new Problem('forbidden', words.notYours)
    if (!(await revokePreauthorisationRow(trx, id, { at: ctx.now(), by: personIdOf(ctx) })))
      throw new Problem('conflict', words.isOver)
    await recordChange(trx, ctx, {
      action: 'preauthorisation.revoke',
      entity: 'preauthorisation',
      entityId: id,
      institutionId: row.institutionId,
      before: { person: row.person.id, until: String(row.until) },
    })
  })
  return { id }
}
