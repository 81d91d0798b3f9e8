import type { Text } from '../../../core/text.ts'
import { newSecret } from '../../../core/secrets.ts'
import { passwordWords as words } from '../words/passwords.ts'
import { isCommon, skeletonOf } from './common-passwords.ts'

export const shortestPassword = 10
/** argon2id takes any length; this keeps a form from sending a book. */
export const longestPassword = 200

/**
 * Why a password is not taken: every reason, none when it is fine. No composition rules: length, and not being
 * easily guessed, is what protects (NIST SP 800-63B §3.1.1.2). Length counts characters as people see them.
 */
export function objectionsToPassword(password: string, person: { email: string }): Text[] {
  const { length } = Array.from(password.normalize('NFKC'))
  const objections: Text[] = []
  if (length < shortestPassword) objections.push(words.tooShort)
  if (length > longestPassword) objections.push(words.tooLong)
  if (isCommon(password)) objections.push(words.tooCommon)
  if (namesAccount(password, person.email)) objections.push(words.namesAccount)
  return objections
}

/** A password that nobody typed: one to which nothing can be objected, which chance alone does not give every time. */
export function madePassword(person: { email: string }, secret: () => string = newSecret): string {
  const password = secret().slice(0, 20)
  const isFine = objectionsToPassword(password, person).length === 0
  return isFine ? password : madePassword(person, secret)
}

/** A local part of three characters or less is in too many good passwords by chance. */
function namesAccount(password: string, email: string): boolean {
  const local = email.slice(0, Math.max(email.lastIndexOf('@'), 0)).toLowerCase()
  const lower = password.toLowerCase()
  const names = ['hexi', '河西', ...(local.length > 3 ? [local] : [])]
  return names.some((name) => lower.includes(name) || skeletonOf(password).includes(name))
}
