import type { Actor, Credentials, PersonActor } from '../../../core/actor.ts'
import type { Context } from '../../../core/context.ts'
import type { Db } from '../../../core/database.ts'
import { secretHash } from '../../../core/secrets.ts'
import { dayAt, defaultZone, type Temporal } from '../../../core/time.ts'
import {
  type PersonWithRoles,
  findPersonByEmail,
  findPersonById,
  findPersonBySession,
  findPersonByToken,
  touchSession,
} from '../queries/sessions.ts'
import { touchToken } from '../../tokens/queries.ts'
import { demoEmailOf } from '../rules/demo.ts'
import { expiryOf, isDueForTouch } from '../rules/lifetimes.ts'

const anonymous: Actor = { type: 'anonymous' }

/**
 * Who is asking; undefined when a bearer token was shown that is not good. A dead session is anonymous.
 * `db` is writable: a session in use lives on, and the last use of it and of tokens is noted now and then.
 */
export async function findActor(
  db: Db,
  { bearer, sessionSecret, demo }: Credentials,
  now: Temporal.Instant,
): Promise<Actor | undefined> {
  if (bearer !== undefined) return actorOfToken(db, bearer, { demo, now })
  if (sessionSecret === undefined) return anonymous
  const person = await findPersonBySession(db, { secretHash: secretHash(sessionSecret) })
  if (!person || isOver(person.expiresAt, now)) return anonymous
  if (isDueForTouch(person.seenAt, now))
    await touchSession(db, person.sessionId, { now, expiresAt: expiryOf('session', now) })
  return personActor(person, { type: 'session', sessionId: person.sessionId }, now)
}

/** Whether what somebody showed when they asked is still good, for an answer that stays open. No use of a session. */
export async function isStillGood(
  db: Db,
  { bearer, sessionSecret = '', demo }: Credentials,
  now: Temporal.Instant,
): Promise<boolean> {
  if (bearer !== undefined && demo && demoEmailOf(bearer)) return true
  const found =
    bearer === undefined
      ? await findPersonBySession(db, { secretHash: secretHash(sessionSecret) })
      : await findPersonByToken(db, { secretHash: secretHash(bearer) })
  return found !== undefined && !isOver(found.expiresAt, now)
}

/**
 * A person as an actor, for what is done in their name; undefined for a disabled one. Without what they do for people
 * who are away: {@link actorAt} has that too.
 */
export async function actorById(
  db: Db,
  personId: string,
  via: PersonActor['via'],
): Promise<PersonActor | undefined> {
  const person = await findPersonById(db, { id: personId })
  return person && personActor(person, via)
}

/** A person as an actor now, with the roles of those for whom they stand in. */
export async function actorAt(
  { db, now }: Pick<Context, 'db' | 'now'>,
  personId: string,
  via: PersonActor['via'],
): Promise<PersonActor | undefined> {
  const person = await findPersonById(db, { id: personId })
  return person && personActor(person, via, now())
}

/** Who signs in with an address, for those who act for others; undefined when nobody does. */
export const findActiveByEmail = async (
  { db }: Pick<Context, 'db'>,
  email: string,
): Promise<string | undefined> => (await findPersonByEmail(db, email))?.personId

async function actorOfToken(
  db: Db,
  bearer: string,
  { demo, now }: { demo: boolean; now: Temporal.Instant },
): Promise<Actor | undefined> {
  const demoEmail = demo ? demoEmailOf(bearer) : undefined
  if (demoEmail) {
    const person = await findPersonByEmail(db, demoEmail)
    return person && personActor(person, { type: 'token', scopes: ['read', 'write', 'admin'] }, now)
  }
  const person = await findPersonByToken(db, { secretHash: secretHash(bearer) })
  if (!person || isOver(person.expiresAt, now)) return undefined
  if (isDueForTouch(person.seenAt, now)) await touchToken(db, person.tokenId, now)
  return personActor(person, { type: 'token', scopes: person.scopes }, now)
}

const isOver = (expiresAt: Temporal.Instant | null, now: Temporal.Instant) =>
  expiresAt !== null && expiresAt.epochMilliseconds <= now.epochMilliseconds

function personActor(
  person: PersonWithRoles,
  via: PersonActor['via'],
  now?: Temporal.Instant,
): PersonActor {
  const { personId, name, email, lang, isAdmin, institutionIds, grants, labs } = person
  const granted = (role: 'curator' | 'steward') => {
    const own = grants.filter((grant) => grant.role === role)
    return {
      institutionIds: own.flatMap(({ institutionId }) => institutionId ?? []),
      collectionIds: own.flatMap(({ collectionId }) => collectionId ?? []),
    }
  }
  return {
    type: 'person',
    personId,
    name,
    email,
    lang,
    // An administrator's token is an administrator's only when it was made for that.
    isAdmin: isAdmin && (via.type === 'session' || via.scopes.includes('admin')),
    institutionIds,
    curates: granted('curator'),
    stewards: granted('steward'),
    standsIn: now ? standingIn(person, dayAt(now, defaultZone)) : [],
    labs,
    via,
  }
}

const standingIn = ({ standsIn }: PersonWithRoles, today: string) =>
  standsIn
    .filter(({ from, until }) => from <= today && today <= until)
    .map(({ personId, institutionId, collectionId }) => ({
      personId,
      institutionId,
      collectionId,
    }))
