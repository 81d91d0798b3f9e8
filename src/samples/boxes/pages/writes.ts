import type { Context as HonoContext } from 'hono'
import type { Env } from '../../../web/env.ts'
import type { Filled } from '../../../web/forms.tsx'
import { item } from '../../../web/item.ts'
import { withQuery } from '../../../web/paths.ts'
import { write } from '../../../web/write.tsx'
import { samplePaths } from '../../words/paths.ts'
import { scanInto, setFillOrder, takeOut } from '../actions/scan.ts'
import { undoStep } from '../actions/take.ts'
import { changeWells, getBox } from '../actions/wells.ts'
import {
  blockForm,
  BoxAnswer,
  fillOrderForm,
  scanForm,
  ScanAnswer,
  takingForm,
  WellChanges,
} from '../model.ts'
import { boxPageWords as words } from '../words/page.ts'
type C = HonoContext<Env>

const tag = 'samples'
const path = '/places/:id/wells'
const refuses = [404, 409]
const backTo = ({ id }: { id: string }) => samplePaths.box(id)

export const box = item({
  path,
  tag,
  summary: 'The wells of a box, or how much is in a container; for curators',
  refuses: [401],
  schema: BoxAnswer,
  read: getBox,
})

export const wells = write({
  path,
  method: 'put',
  tag,
  summary: 'Put samples into wells, empty or block them: several at once, all or nothing',
  refuses,
  form: { schema: WellChanges, read: () => ({}) },
  answer: box,
  does: changeWells,
  next: backTo,
})

export const scan = (page: (c: C, form: Filled) => Promise<Response>) =>
  write({
    path: '/places/:id/scanned-tubes',
    tag,
    summary: 'Put the sample whose code was scanned into a well, or into the next free one',
    refuses,
    form: scanForm,
    result: ScanAnswer,
    does: scanInto,
    flash: ({ code }, { well }) => words.put(code, well),
    next: ({ id }, { next }) => withQuery(samplePaths.box(id), next === null ? {} : { well: next }),
    page,
  })

export const taking = write({
  path: '/places/:id/takings',
  tag,
  summary: 'Take a sample out of a box; its well may be kept for it',
  refuses,
  form: takingForm,
  answer: box,
  does: takeOut,
  flash: ({ code }) => words.taken(code),
  next: backTo,
})

export const blocking = write({
  path: '/places/:id/blocked-wells',
  tag,
  summary: 'Say why nothing is put into a well, or open it again',
  refuses,
  form: blockForm,
  answer: box,
  does: async (ctx, { well, reason }, key) =>
    changeWells(ctx, { wells: [{ well, blocked: reason ?? null }] }, key),
  flash: ({ well, reason }) => (reason === undefined ? words.opened(well) : words.blocked(well)),
  next: backTo,
})

export const fillOrder = write({
  path: '/places/:id/fill-order',
  method: 'put',
  tag,
  summary: 'Say in which order the wells of a box are filled',
  refuses: [404],
  form: fillOrderForm,
  answer: box,
  does: setFillOrder,
  next: backTo,
})

export const undo = write({
  path: '/places/:id/wells/undo',
  tag,
  summary: 'Take back what you did last at a box',
  refuses,
  answer: box,
  does: async (ctx, _, key) => undoStep(ctx, key),
  flash: () => words.undone,
  next: backTo,
})
