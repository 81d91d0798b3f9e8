import { isLater, type Temporal } from '../../core/time.ts'
import { type Request, stateOf } from '../requests/rules/state.ts'
import type { LinkState } from './model.ts'

type Link = {
  personId: string
  round: number
  usedAt: Temporal.Instant | null
  expiresAt: Temporal.Instant
}

/** What the link of a letter is good for now: it asks about the request as it was when the letter was written. */
export function linkStateOf(link: Link, request: Request, now: Temporal.Instant): LinkState {
  const { consent, round, end } = request
  if (link.usedAt !== null) return 'used'
  if (end !== null) return 'ended'
  if (round !== link.round || consent?.personId !== link.personId) return 'changed'
  if (consent.state !== 'asked') return 'answered'
  if (stateOf(request) !== 'submitted') return 'changed'
  return isLater(link.expiresAt, now) ? 'open' : 'expired'
}
