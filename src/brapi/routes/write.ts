import { Hono } from 'hono'
import { z } from 'zod'
import { idempotent } from '../../idempotency/middleware.ts'
import type { Env } from '../../web/env.ts'
import { sentAs } from '../../web/validate.ts'
import { doAll, shownOf } from '../calls/actions.ts'
import { mostWritten } from '../calls/model.ts'
import { idIn, postRoute, putRoute } from '../calls/routes.ts'
import { singleAnswer, wholeAnswer } from '../calls/rules.ts'
import { germplasm } from '../germplasm/actions/read.ts'
import { changeGermplasm, createGermplasm } from '../germplasm/actions/write.ts'
import { GermplasmChange, NewGermplasm } from '../germplasm/model.ts'
import { images } from '../images/actions/read.ts'
import {
  announceImage,
  changeImage,
  deleteImages,
  fillImage,
  getAnnounced,
} from '../images/actions/write.ts'
import { ImageInput, ImagesToDelete } from '../images/model.ts'
import { createList, extendList, getList, lists, replaceList } from '../lists/actions.ts'
import { Items, NewList } from '../lists/model.ts'
import { seedLots, transactions } from '../stock/actions/read.ts'
import { changeSeedLot, createSeedLot, createTransaction } from '../stock/actions/write.ts'
import { NewSeedLot, NewTransaction, SeedLotChange } from '../stock/model.ts'
import { observations } from '../trials/actions/read.ts'
import { correctObservations, createObservations } from '../trials/actions/write.ts'
import { ObservationInput } from '../trials/model.ts'

const listRoutes = new Hono<Env>()
for (const path of ['/lists/:listDbId/data', '/lists/:listDbId/items'])
  listRoutes.post(path, async (c) => {
    const id = idIn(c, 'listDbId')
    await extendList(c.var.ctx, id, await sentAs(c, Items))
    return c.json(singleAnswer(await getList(c.var.ctx, id)))
  })

const imageRoutes = new Hono<Env>()
  .post('/images', async (c) => {
    const sent = await sentAs(c, z.array(ImageInput).min(1).max(mostWritten))
    const announced = await doAll(c.var.ctx, sent, (ctx, one) => announceImage(ctx, one))
    return c.json(wholeAnswer(announced))
  })
  .put('/images/:imageDbId/imagecontent', async (c) => {
    const { ctx } = c.var
    const id = c.req.param('imageDbId')
    await getAnnounced(ctx, id)
    await fillImage(ctx, id, await c.req.bytes())
    return c.json(singleAnswer(await images.get(ctx, id)))
  })
  .post('/delete/images', async (c) => {
    const { imageDbIds } = await sentAs(c, ImagesToDelete)
    const ids = imageDbIds ?? []
    await deleteImages(c.var.ctx, ids)
    return c.json(singleAnswer({ imageDbIds: ids }))
  })

const Corrections = z.record(z.string(), ObservationInput)

const observationRoutes = new Hono<Env>().put('/observations', async (c) => {
  const ids = await correctObservations(c.var.ctx, await sentAs(c, Corrections))
  return c.json(wholeAnswer(await shownOf(c.var.ctx, observations, ids)))
})

/** What is written: by a token with the scope to write, through the actions of each area. */
export const writes = new Hono<Env>()
  .use(idempotent)
  .route(
    '/',
    postRoute({
      to: germplasm,
      input: NewGermplasm,
      create: (ctx, sent) => doAll(ctx, sent, createGermplasm),
    }),
  )
  .route('/', putRoute({ to: germplasm, input: GermplasmChange, change: changeGermplasm }))
  .route(
    '/',
    postRoute({
      to: seedLots,
      input: NewSeedLot,
      create: (ctx, sent) => doAll(ctx, sent, createSeedLot),
    }),
  )
  .route('/', putRoute({ to: seedLots, input: SeedLotChange, change: changeSeedLot }))
  .route(
    '/',
    postRoute({
      to: { ...transactions, id: 'transactionDbId' },
      input: NewTransaction,
      create: (ctx, sent) => doAll(ctx, sent, createTransaction),
    }),
  )
  .route('/', postRoute({ to: observations, input: ObservationInput, create: createObservations }))
  .route(
    '/',
    putRoute({
      to: observations,
      input: ObservationInput,
      change: async (ctx, id, sent) => void (await correctObservations(ctx, { [id]: sent })),
    }),
  )
  .route('/', observationRoutes)
  .route(
    '/',
    postRoute({
      to: lists,
      input: NewList,
      create: (ctx, sent) => doAll(ctx, sent, createList),
    }),
  )
  .route('/', putRoute({ to: lists, input: NewList, change: replaceList }))
  .route('/', listRoutes)
  .route('/', imageRoutes)
  .route('/', putRoute({ to: images, input: ImageInput, change: changeImage }))
