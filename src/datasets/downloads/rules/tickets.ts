import { base64Url } from '../../../core/secrets.ts'

/** Who may download by an address for a while: a person, at one version. */
export type Ticket = { personId: string; versionId: string; expires: number }

/** Three days: a large version is not downloaded in one. */
export const ticketSeconds = 3 * 24 * 60 * 60

/**
 * A word in an address that stands for a person at one version until it expires, in place of their token: the gate asks
 * about that person anew at every use.
 */
export async function ticketFor(secret: string, { personId, versionId, expires }: Ticket) {
  const text = `${personId}.${versionId}.${expires}`
  return `${text}.${base64Url(await signatureOf(secret, text))}`
}

/** What a ticket says; undefined where it is forged, or over at `seconds` since 1970. */
export async function readTicket(
  secret: string,
  ticket: string,
  seconds: number,
): Promise<Ticket | undefined> {
  const [personId = '', versionId = '', until = ''] = ticket.split('.')
  const read = { personId, versionId, expires: Number(until) }
  const isOurs = await isSame(ticket, await ticketFor(secret, read))
  return isOurs && read.expires > seconds ? read : undefined
}

async function signatureOf(secret: string, text: string): Promise<Uint8Array> {
  const encoder = new TextEncoder()
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  const key = await crypto.subtle.importKey('raw', encoder.encode(secret), algorithm, false, [
    'sign',
  ])
  // The secret signs other things too: the first line keeps their signatures apart.
  const signed = await crypto.subtle.sign('HMAC', key, encoder.encode(`download ticket\n${text}`))
  return new Uint8Array(signed)
}

/** By their hashes, so that the time it takes says nothing of where they differ. */
async function isSame(one: string, other: string): Promise<boolean> {
  const [first, second] = await Promise.all([one, other].map(hashed))
  return first === second
}

const hashed = async (text: string) =>
  base64Url(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))))
