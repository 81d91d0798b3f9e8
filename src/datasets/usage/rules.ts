import { sha256 } from '@noble/hashes/sha2.js'
import { isbot } from 'isbot'
import { asBuffer } from '../../core/secrets.ts'

/**
 * Whether a program that calls itself so is left out of all counts, as COUNTER leaves out robots: by the patterns of
 * `isbot`, which a test holds to COUNTER's own list, for no package has that. A nameless caller is one. Programs with
 * which people download what they chose are none: the code of practice for research data counts machines.
 */
export const isRobot = (userAgent = ''): boolean =>
  !downloaders.test(userAgent) && (userAgent.trim().length < 2 || isbot(userAgent))

const downloaders =
  /^(?:curl|libcurl|wget|aria2|hexi|python-requests|python-httpx|python-urllib|httr2?)\b/i

/** Who asks, so that nobody can say who it was once the salt of the day is gone. */
export function visitorOf(salt: Uint8Array, who: readonly string[]): Buffer {
  const hash = sha256.create().update(salt)
  for (const each of who) hash.update(new TextEncoder().encode(`${each}\n`))
  return asBuffer(hash.digest())
}

type Counts = {
  investigations: number
  uniqueInvestigations: number
  requests: number
  uniqueRequests: number
}

/** The sums of all months. */
export const totalOf = (months: readonly Counts[]): Counts =>
  months.reduce<Counts>(
    (sum, month) => ({
      investigations: sum.investigations + month.investigations,
      uniqueInvestigations: sum.uniqueInvestigations + month.uniqueInvestigations,
      requests: sum.requests + month.requests,
      uniqueRequests: sum.uniqueRequests + month.uniqueRequests,
    }),
    { investigations: 0, uniqueInvestigations: 0, requests: 0, uniqueRequests: 0 },
  )
