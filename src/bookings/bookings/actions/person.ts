import { writing } from '../../../core/permission.ts'
import type { PersonActor } from '../../../core/actor.ts'
import type { Context } from '../../../core/context.ts'
import { onlyOne } from '../../../core/only.ts'
import { Problem } from '../../../core/problem.ts'
import { actorById, findActiveByEmail } from '../../../people/accounts/actions/actor.ts'
import { latestLabOf } from '../queries/read.ts'
import { bookingWords as words } from '../words/booking.ts'
import { isStaffOf } from '../../../instruments/rules/standing.ts'

/** For whom a booking is, and what paid for it: their lab, when they have only one or name it. */
export type Booker = {
  person: Pick<PersonActor, 'personId' | 'name' | 'institutionIds' | 'labs'>
  labId: string | null
}

type Asked = { onBehalfOf?: string | undefined; lab?: string | null | undefined }

/** Finds out for whom somebody books; whether they may is `allowBehalf`, once the instrument is known. */
export async function bookerOf(ctx: Context, { onBehalfOf, lab }: Asked): Promise<Booker> {
  const person = await personOf(ctx, onBehalfOf)
  if (lab && !person.labs.some(({ labId }) => labId === lab))
    throw new Problem('invalid', words.notYourLab, {
      issues: [{ path: 'lab', message: words.notYourLab }],
    })
  const labId = lab === undefined ? (onlyOne(person.labs)?.labId ?? null) : lab
  return { person, labId }
}

/** Staff of the instrument book for anybody, the PI of a lab for its members and in its name. */
export function allowBehalf(
  ctx: Context,
  { person, labId }: Booker,
  instrument: { institutionId: string; collectionId: string | null },
): void {
  const { actor } = ctx
  if (actor.type === 'person' && actor.personId === person.personId) return
  if (isStaffOf(actor, instrument)) return
  const leads =
    actor.type === 'person' && actor.labs.some((own) => own.role === 'pi' && own.labId === labId)
  if (!leads) throw new Problem('forbidden', words.notForOthers)
}

async function personOf(ctx: Context, onBehalfOf: string | undefined) {
  const own = ctx.actor.type === 'system' ? undefined : writing(ctx)
  if (own && (onBehalfOf === undefined || onBehalfOf === own.personId)) return own
  const person =
    onBehalfOf === undefined
      ? undefined
      : await actorById(ctx.db, onBehalfOf, { type: 'token', scopes: [] })
  if (!person)
    throw new Problem('invalid', words.noPerson, {
      issues: [{ path: 'onBehalfOf', message: words.noPerson }],
    })
  return person
}

/** The person who signs in with an address, for staff and PIs who book for others; invalid when there is nobody. */
export async function personAt(ctx: Context, email: string): Promise<string> {
  writing(ctx)
  const id = await findActiveByEmail(ctx, email)
  if (id === undefined)
    throw new Problem('invalid', words.noPerson, {
      issues: [{ path: 'onBehalfOf', message: words.noPerson }],
    })
  return id
}

/** The lab that the form begins with: their only one, or that of their latest booking while they are in it. */
export async function usualLab({ db, actor }: Context): Promise<string | undefined> {
  if (actor.type !== 'person') return undefined
  const ids = actor.labs.map(({ labId }) => labId)
  if (ids.length < 2) return ids[0]
  const latest = await latestLabOf(db, actor.personId)
  return ids.find((id) => id === latest)
}
