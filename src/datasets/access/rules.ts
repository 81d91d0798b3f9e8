import type { Access } from '../../catalog/records/model/record.ts'
import type { Text } from '../../core/text.ts'
import { endOfDay, type Temporal, dayIn } from '../../core/time.ts'
import type { VersionState } from '../versions/model.ts'
import { wayWords as words } from './words.ts'

/** What decides how one person gets the files of one version. */
export type AccessFacts = {
  state: VersionState
  access: Access
  isSignedIn: boolean
  /** Whether all of the record is theirs to read: who keeps it, and who deposits it. */
  readsWhole: boolean
  isCore: boolean
  /** Under embargo; the day until which, where one is named. */
  embargo: { until: string | null } | null
  grant: 'none' | 'valid' | 'expired'
  /** Of what was granted: its end, if it has one, and the request that it was asked for by. */
  until: Temporal.Instant | null
  request: RequestNamed | null
  /** How many files alone were granted; null: all. */
  givenFiles: number | null
  terms: 'none' | 'asked' | 'accepted'
}

export const wayCodes = [
  'withdrawn',
  'core_data',
  'embargo',
  'closed',
  'request',
  'grant_expired',
  'sign_in',
  'terms',
  'kept',
  'granted',
  'registered',
  'open',
] as const
export type WayCode = (typeof wayCodes)[number]

/** How one person gets the files: the code that programs read, one true sentence, and whether they may be taken now. */
export type Way = {
  code: WayCode
  isFree: boolean
  sentence: Text
  /** The end of access that was given to this person alone, and the request that gave it. */
  until: Temporal.Instant | null
  request: RequestNamed | null
}
type RequestNamed = { id: string; number: string }

/** The one answer to “how do I get these files”; pages and refusals both say it. */
export function wayTo(facts: AccessFacts): Way {
  const code = codeOf(facts)
  const { until, request } = ofGrant.has(code) ? facts : { until: null, request: null }
  return { code, isFree: freeCodes.has(code), sentence: sentenceOf(code, facts), until, request }
}

const ofGrant: ReadonlySet<WayCode> = new Set(['granted', 'grant_expired'])

const freeCodes: ReadonlySet<WayCode> = new Set(['kept', 'granted', 'registered', 'open'])

function codeOf({ readsWhole, ...facts }: AccessFacts): WayCode {
  if (readsWhole) return 'kept'
  if (facts.state !== 'published') return 'withdrawn'
  if (facts.isCore) return 'core_data'
  if (facts.embargo) return 'embargo'
  return codeOfAccess(facts)
}

function codeOfAccess({
  access,
  isSignedIn,
  grant,
  terms,
}: Omit<AccessFacts, 'readsWhole'>): WayCode {
  if (access === 'closed') return 'closed'
  if (access === 'on_request' && grant !== 'valid')
    return grant === 'expired' ? 'grant_expired' : 'request'
  // Who accepts terms is written down, so they sign in even where files are open.
  if (!isSignedIn && (access === 'registered' || terms === 'asked')) return 'sign_in'
  if (terms === 'asked') return 'terms'
  return freeBy[access]
}

/** What is free once nothing is missing. */
const freeBy = {
  open: 'open',
  registered: 'registered',
  on_request: 'granted',
  closed: 'closed',
} as const satisfies Record<Access, WayCode>

function sentenceOf(code: WayCode, facts: AccessFacts): Text {
  const { embargo, terms, access, until, request, givenFiles } = facts
  if (code === 'embargo') return words.embargo(embargo?.until ?? null, access)
  if (code === 'granted')
    return words.granted({ until, number: request?.number, files: givenFiles })
  if (code === 'sign_in') return terms === 'asked' ? words.signInAndAccept : words.sign_in
  return words[code]
}

/** The midnight that ends the last day of an embargo or a grant, by the clock of a zone; undefined for what is no day. */
export function endOfLastDay(day: string, zone: string): Temporal.Instant | undefined {
  const at = dayIn(day)?.toZonedDateTime(zone).toInstant()
  return at && endOfDay(at, zone)
}
