/** An address as it is kept: trimmed, its host in lower case, the part before @ as typed. */
export function normalizedEmail(email: string): string {
  const trimmed = email.trim().normalize('NFKC')
  const at = trimmed.lastIndexOf('@')
  return at < 0 ? trimmed : trimmed.slice(0, at) + trimmed.slice(at).toLowerCase()
}

/** Two addresses of one account: mailboxes that differ in case only do not exist in practice. */
export const isSameEmail = (one: string, other: string) =>
  normalizedEmail(one).toLowerCase() === normalizedEmail(other).toLowerCase()
