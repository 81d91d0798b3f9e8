import { type Context as HonoContext, Hono } from 'hono'
import { whole } from '../../../core/paging.ts'
import { operation, wholeListOf } from '../../../web/api.ts'
import { readForm } from '../../../web/multipart.ts'
import type { Env } from '../../../web/env.ts'
import { parsed } from '../../../web/validate.ts'
import { getRecord } from '../../../catalog/records/actions/read.ts'
import { addPicture, refuseUnlessIllustratable } from '../actions/add.ts'
import { changePicture, removePicture } from '../actions/change.ts'
import { getShownPicture, picturesOf } from '../actions/read.ts'
import {
  maxPictureBytes,
  maxPicturesOfRecord,
  PictureAnswer,
  PictureChange,
  UploadForm,
} from '../model.ts'
import { uploadIn } from './form.ts'

const tag = 'images'

/** Adding, reading and changing pictures; their bytes are in `served.ts`. */
export const pictureRoutes = new Hono<Env>()
  .get(
    '/records/:id/images',
    operation({
      summary: 'Pictures of a record, in their order',
      tag,
      answers: { 200: wholeListOf(PictureAnswer, `A record has ${maxPicturesOfRecord} at most.`) },
    }),
    async (c) => {
      const { row } = await getRecord(c.var.ctx, c.req.param('id'))
      const items = await picturesOf(c.var.ctx, row.id)
      keepFromCaches(c)
      return c.json(whole(items))
    },
  )
  .post(
    '/records/:id/images',
    operation({
      summary: 'Add a picture',
      description:
        'The first one stands for the record in lists. Its sizes are made in the background: `state` says when.',
      tag,
      takesForm: UploadForm,
      answers: { 201: PictureAnswer },
      refuses: [409],
    }),
    async (c) => {
      const recordId = c.req.param('id')
      await refuseUnlessIllustratable(c.var.ctx, recordId)
      const form = await readForm(c, { maxFileBytes: maxPictureBytes })
      const { id } = await addPicture(c.var.ctx, recordId, uploadIn(form))
      c.header('location', `/api/v1/images/${id}`)
      return c.json(await getShownPicture(c.var.ctx, id), 201)
    },
  )
  .get(
    '/images/:id',
    operation({
      summary: 'What is known of a picture',
      tag,
      answers: { 200: PictureAnswer },
    }),
    async (c) => {
      keepFromCaches(c)
      return c.json(await getShownPicture(c.var.ctx, c.req.param('id')))
    },
  )
  .patch(
    '/images/:id',
    operation({
      summary: 'Change what is said of a picture, its place, or the main one',
      tag,
      answers: { 200: PictureAnswer },
      refuses: [409],
    }),
    parsed('json', PictureChange),
    async (c) => {
      const id = c.req.param('id')
      await changePicture(c.var.ctx, id, c.req.valid('json'))
      return c.json(await getShownPicture(c.var.ctx, id))
    },
  )
  .delete(
    '/images/:id',
    operation({
      summary: 'Remove a picture',
      tag,
      answers: { 204: null },
      refuses: [409],
    }),
    async (c) => {
      await removePicture(c.var.ctx, c.req.param('id'))
      return c.body(null, 204)
    },
  )

/** What it shows depends on who asks: a shared cache must not keep it. */
function keepFromCaches(c: HonoContext<Env>): void {
  c.header('cache-control', c.var.ctx.actor.type === 'anonymous' ? 'no-cache' : 'private, no-cache')
  c.header('vary', 'authorization, cookie')
}
