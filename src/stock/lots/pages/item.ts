import { item } from '../../../web/item.ts'
import { getLot } from '../actions/hold.ts'
import { LotAnswer } from '../model.ts'

/** One lot, for who keeps it: read by its address, and after every write. */
export const lot = item({
  path: '/lots/:id',
  tag: 'stock',
  summary: 'Read a lot; for who keeps its record',
  schema: LotAnswer,
  read: (ctx, { id }) => getLot(ctx, id),
})
