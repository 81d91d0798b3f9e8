import type { Actor, PersonActor } from './actor.ts'
import { Problem } from './problem.ts'

type Asking = { readonly actor: Actor }

/** What people read when it is not for them. */
export const permissionWords = {
  signIn: { zh: '请先登录。', en: 'Sign in first.' },
  readOnlyToken: {
    zh: '此访问令牌只能读取；请在“我的账户”中新建带有“写入”权限的令牌。',
    en: 'This access token is read-only. Create one with the “write” scope in your account.',
  },
  adminOnly: {
    zh: '只有系统管理员可以执行此操作；使用访问令牌时，令牌须带有“管理”权限。',
    en: 'Only administrators can do this. An access token needs the “admin” scope.',
  },
}

/** The person who asks; refused as unauthenticated when nobody signed in. */
export function signedIn({ actor }: Asking): PersonActor {
  if (actor.type !== 'person') throw new Problem('unauthenticated', permissionWords.signIn)
  return actor
}

/** The person who asks, and may change things: a token needs the scope `write`. */
export function writing(asking: Asking): PersonActor {
  const actor = signedIn(asking)
  if (actor.via.type === 'token' && !actor.via.scopes.includes('write'))
    throw new Problem('forbidden', permissionWords.readOnlyToken)
  return actor
}

/** Refuses a caller who is not signed in; the program itself may. */
export function allowReading(asking: Asking): void {
  if (asking.actor.type !== 'system') signedIn(asking)
}

/** Refuses a caller who may not write, or is not signed in; the program itself may. */
export function allowWriting(asking: Asking): void {
  if (asking.actor.type !== 'system') writing(asking)
}

/** Everything, everywhere. A token stands for an administrator only with the scope `admin`. */
export const isAdministrator = (actor: Actor): boolean =>
  actor.type === 'system' || (actor.type === 'person' && actor.isAdmin)

export function allowAdministratorToRead(asking: Asking): void {
  allowReading(asking)
  if (!isAdministrator(asking.actor)) throw new Problem('forbidden', permissionWords.adminOnly)
}

export function allowAdministrator(asking: Asking): void {
  allowWriting(asking)
  allowAdministratorToRead(asking)
}

/** The person behind a change, for columns like `approved_by`; nobody when the program did it. */
export const personIdOf = ({ actor }: Asking): string | null =>
  actor.type === 'person' ? actor.personId : null
