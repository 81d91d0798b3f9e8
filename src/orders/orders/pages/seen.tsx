import type { OrderAnswer } from '../model.ts'

/** The version that the page shows: a change meanwhile refuses the step. */
export const Seen = ({ order }: { order: OrderAnswer }) => (
  <input type="hidden" name="seen" value={String(order.version)} />
)
