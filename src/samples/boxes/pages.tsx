import { item } from '../../web/item.ts'
import { surfaces } from '../../web/surfaces.ts'
import { write } from '../../web/write.tsx'
import { undoStep } from './actions/take.ts'
import { changeWells, getBox } from './actions/wells.ts'
import { BoxAnswer, WellChanges } from './model.ts'

const tag = 'samples'
const path = '/places/:id/wells'

const box = item({
  path,
  tag,
  summary: 'The wells of a box, or what is in a container; for curators',
  refuses: [401],
  schema: BoxAnswer,
  read: getBox,
})

const wells = write({
  path,
  method: 'put',
  tag,
  summary: 'Put samples into wells, empty or block them: several at once, all or nothing',
  refuses: [404, 409],
  form: { schema: WellChanges, read: () => ({}) },
  answer: box,
  does: changeWells,
  next: ({ id }) => id,
})

const undo = write({
  path: '/places/:id/wells/undo',
  tag,
  summary: 'Take back what you did last at a box',
  refuses: [404, 409],
  answer: box,
  does: async (ctx, _, key) => undoStep(ctx, key),
  next: ({ id }) => id,
})

/** Boxes, well by well. */
export const { api: boxRoutes } = surfaces(box, { api: wells.api }, { api: undo.api })
