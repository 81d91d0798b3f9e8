import type { AskedItem, EventData, ItemDecision, Side } from '../model/events.ts'
import type { Command } from './lifecycle.ts'

/** What somebody wants to be done. */
export type Asked =
  | {
      command: 'submission' | 'amendment'
      items: readonly AskedItem[]
      purpose: Record<string, unknown>
      answers: Record<string, unknown>
      supervisorId: string | null
      isPreauthorised: boolean
    }
  | { command: 'consent'; isGiven: boolean; note: string }
  | { command: 'return'; note: string }
  | { command: 'decision'; decisions: readonly ItemDecision[] }
  | { command: 'review_request'; personId: string; note: string | null }
  | { command: 'review'; verdict: 'for' | 'against' | 'abstains'; note: string }
  | { command: 'claim'; until: string }
  | { command: 'release' | 'escalation' | 'expiry' }
  | { command: 'reassignment'; personId: string; note: string | null }
  | { command: 'conflict'; note: string }
  | { command: 'withdrawal' | 'closure'; note: string | null }
  | { command: 'item_withdrawal' | 'access_end'; itemId: string }
  | { command: 'membership'; personId: string; isAdded: boolean }
  | { command: 'handover'; personId: string }
  | { command: 'acceptance' | 'terms_refusal'; agreementId: string }
  | { command: 'appeal'; itemId: string; note: string }
  | {
      command: 'shipment'
      shipmentId: string
      lines: readonly { itemId: string; quantity: number }[]
      /** Given to them in person: nothing is under way. */
      isHandedOver: boolean
    }
  | { command: 'receipt'; shipmentId: string }
  | { command: 'loss'; shipmentId: string; note: string }
  | { command: 'return_shipment'; itemId: string; quantity: number; condition: string }
  | { command: 'order'; itemId: string; orderId: string }
  | { command: 'use_report'; itemIds: readonly string[] }
  | { command: 'renewal_request'; itemId: string; until: string; note: string | null }
  | { command: 'renewal'; itemId: string; until: string | null; note: string }
  | { command: 'end_date'; itemId: string; until: string }
  | { command: 'revocation'; itemId: string; reason: string }
  | { command: 'message' | 'note'; text: string }
  | { command: 'labelling'; labels: readonly string[] }

/** Who asks, and when; the provider's rules. */
export type Asking = {
  personId: string | null
  sides: readonly Side[]
  at: string
  rules: { quorum: number; appealDays: number }
}

export const objectionCodes = [
  'not_yours',
  'not_now',
  'no_items',
  'no_such_item',
  'item_decided',
  'consent_open',
  'reviews_open',
  'claimed',
  'conflict_of_interest',
  'too_much',
  'end_past',
  'not_a_member',
  'is_member',
  'owner_stays',
  'no_agreement',
  'accepted_already',
  'no_appeal',
  'own_decision',
  'agreements_open',
  'no_such_shipment',
  'nothing_on_loan',
  'no_renewal',
  'not_approved',
  'loan_out',
  'asked_already',
] as const
export type ObjectionCode = (typeof objectionCodes)[number]

export type Outcome = { events: EventData[] } | { objections: ObjectionCode[] }

/** Before it is known whether anything objects. */
export type Draft = { objections?: ObjectionCode[]; events?: EventData[] }

/** What is asked with a command; some share their shape. */
export type Of<Name extends Command> = Asked extends infer Any
  ? Any extends { command: infer Names }
    ? Name extends Names
      ? Any
      : never
    : never
  : never

export const when = (isSo: boolean, code: ObjectionCode): ObjectionCode[] => (isSo ? [code] : [])

/** An event where nothing objects. */
export const so = (event: EventData, objections: ObjectionCode[] = []): Draft => ({
  objections,
  events: [event],
})
