import type { OrderState } from '../model.ts'

export const stateTones = {
  submitted: 'caution',
  quoted: 'caution',
  accepted: 'note',
  in_work: 'note',
  delivered: 'good',
  closed: 'good',
  declined: 'calm',
  withdrawn: 'calm',
  cancelled: 'calm',
} as const satisfies Record<OrderState, string>
