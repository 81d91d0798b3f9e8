import { item } from '../../../web/item.ts'
import { getSample } from '../actions/hold.ts'
import { SampleAnswer } from '../model.ts'

/** One sample, for the staff of its collection: read by its address, and after every write. */
export const sample = item({
  path: '/samples/:id',
  tag: 'samples',
  summary: 'Read a sample; for the staff of its collection',
  schema: SampleAnswer,
  read: (ctx, { id }) => getSample(ctx, id),
})
