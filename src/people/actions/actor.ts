import type { Actor, PersonActor } from '../../core/actor.ts'
import type { Db } from '../../core/database.ts'
import { secretHash } from '../../core/secrets.ts'
import type { Temporal } from '../../core/time.ts'
import {
  findPersonByEmail,
  findPersonBySession,
  findPersonByToken,
  type PersonWithRoles,
} from '../queries/actor.ts'
import { demoEmailOf } from '../rules/demo.ts'

/** What a request carries to say who it is. `demo` allows the demo's well-known bearer tokens. */
export type Credentials = { bearer?: string; sessionSecret?: string; demo: boolean }

const anonymous: Actor = { type: 'anonymous' }

/** Who is asking; undefined when a bearer token was shown that is not good. A dead session is anonymous. */
export async function findActor(
  db: Db,
  { bearer, sessionSecret, demo }: Credentials,
  now: Temporal.Instant,
): Promise<Actor | undefined> {
  if (bearer !== undefined) return actorOfToken(db, bearer, { demo, now })
  if (sessionSecret === undefined) return anonymous
  const person = await findPersonBySession(db, await secretHash(sessionSecret), now)
  return person ? personActor(person, { type: 'session', sessionId: person.sessionId }) : anonymous
}

async function actorOfToken(
  db: Db,
  bearer: string,
  { demo, now }: { demo: boolean; now: Temporal.Instant },
): Promise<Actor | undefined> {
  const demoEmail = demo ? demoEmailOf(bearer) : undefined
  if (demoEmail) {
    const person = await findPersonByEmail(db, demoEmail)
    return person && personActor(person, { type: 'token', scopes: ['read', 'write', 'admin'] })
  }
  const person = await findPersonByToken(db, await secretHash(bearer), now)
  return person && personActor(person, { type: 'token', scopes: person.scopes })
}

function personActor(person: PersonWithRoles, via: PersonActor['via']): PersonActor {
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
    isAdmin,
    institutionIds,
    curates: granted('curator'),
    stewards: granted('steward'),
    labs,
    via,
  }
}
