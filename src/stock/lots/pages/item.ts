import { item } from '../../../web/item.ts'
import { getLot } from '../actions/hold.ts'
import { LotAnswer } from '../model.ts'

/** One lot, for its curators and stewards: read by its address, and after every write. */
export const lot = item({
  path: '/lots/:id',
  tag: 'stock',
  summary: 'Read a lot; for curators and stewards of its record',
  schema: LotAnswer,
  read: (ctx, { id }) => getLot(ctx, id),
})
