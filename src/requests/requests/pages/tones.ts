import type { Tone } from '../../../web/components/badges.tsx'
import type { Answer, RequestState } from '../model/events.ts'

export const stateTones: Record<RequestState, Tone> = {
  draft: 'calm',
  submitted: 'note',
  returned: 'caution',
  decided: 'note',
  fulfilling: 'note',
  fulfilled: 'good',
  closed: 'calm',
  withdrawn: 'calm',
  expired: 'calm',
}

export const answerTones: Record<Answer, Tone> = {
  approved: 'good',
  rejected: 'danger',
  stale: 'caution',
  not_needed: 'calm',
  later: 'caution',
}
