import type { RequestState, Turn } from '../model/events.ts'

/** What whoever is waited for does next. */
export const nextSteps = [
  'finish',
  'change',
  'accept',
  'receive',
  'consent',
  'review',
  'decide',
  'provide',
  'renew',
] as const
export type NextStep = (typeof nextSteps)[number]

type Waiting = { state: RequestState; turn: Turn | null }

/** The one thing that a request waits for; undefined where it waits for nobody. */
export function nextStepOf({ state, turn }: Waiting): NextStep | undefined {
  if (turn === 'supervisor') return 'consent'
  if (turn === 'reviewer') return 'review'
  if (turn === 'requester') return ofRequester[state]
  if (turn === 'steward') return ofSteward[state] ?? 'renew'
  return undefined
}

const ofRequester: Partial<Record<RequestState, NextStep>> = {
  draft: 'finish',
  returned: 'change',
  decided: 'accept',
  fulfilling: 'receive',
}
const ofSteward: Partial<Record<RequestState, NextStep>> = {
  submitted: 'decide',
  fulfilling: 'provide',
}
