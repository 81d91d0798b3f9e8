import { type Context as HonoContext, Hono } from 'hono'
import { whole } from '../../core/paging.ts'
import { operation, wholeListOf } from '../../web/api.ts'
import { fileIn, readForm, type SentForm } from '../../web/multipart.ts'
import type { Env } from '../../web/env.ts'
import { parsed, parseOrRefuse } from '../../web/validate.ts'
import { getRecord } from '../../catalog/records/actions/read.ts'
import {
  addPicture,
  refuseUnlessIllustratable,
  changePicture,
  removePicture,
  type SentPicture,
} from './actions/change.ts'
import { getShownPicture, picturesOf, getOriginal, getServed } from './actions/read.ts'
import {
  maxPictureBytes,
  maxPicturesOfRecord,
  PictureAnswer,
  PictureChange,
  UploadForm,
  sizeNames,
  NewPicture,
} from './model.ts'
import { parseAccept } from 'hono/utils/accept'
import { z } from 'zod'
import { type ImageFormat, imageFormats } from '../../core/ports.ts'
import { answerObject } from '../../web/object-answer.ts'
import { Problem } from '../../core/problem.ts'
import { demandSize } from '../actions/demand.ts'
import { formatFor, groundSvg, isMadeOnDemand } from './rules.ts'
import { pictureWords } from './words.ts'

const tag = 'images'

/** Adding, reading and changing pictures. */
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
    operation({ summary: 'What is known of a picture', tag, answers: { 200: PictureAnswer } }),
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
    operation({ summary: 'Remove a picture', tag, answers: { 204: null }, refuses: [409] }),
    async (c) => {
      await removePicture(c.var.ctx, c.req.param('id'))
      return c.body(null, 204)
    },
  )

/** What it shows depends on who asks: a shared cache must not keep it. */
function keepFromCaches(c: HonoContext<Env>): void {
  c.header('vary', 'authorization, cookie')
}

/** The bytes of pictures: sizes for who may see the record, the file as it was sent for its curators. */
export const servedRoutes = new Hono<Env>()
  .get(
    '/images/:id/original',
    operation({
      summary: 'The file as it was sent, for the curators of its record',
      tag,
      files: ['jpeg', 'png', 'webp', 'avif', 'tiff', 'gif', 'svg+xml'].map(
        (format) => `image/${format}`,
      ),
      answers: {},
      refuses: [401, 403],
    }),
    async (c) => {
      const { key, name } = await getOriginal(c.var.ctx, c.req.param('id'))
      const wish = { key, downloadAs: name, cacheControl: 'private, no-store' }
      const answer = await answerObject(c.req.raw, c.var.ctx.objects, wish)
      if (!answer) throw new Problem('not-found', pictureWords.noPicture)
      return answer
    },
  )
  .get(
    '/images/:id/:size',
    operation({
      summary: 'A picture in one size',
      description:
        'AVIF, WebP or JPEG by `Accept`; never larger than the original. Until it is made, a drawing in its colour.',
      tag,
      files: imageFormats.map((format) => `image/${format}`),
      answers: { 304: null },
      refuses: [422],
    }),
    parsed('param', z.object({ id: z.string(), size: z.enum(sizeNames) })),
    async (c) => {
      const { id, size } = c.req.valid('param')
      const format = formatAsked(c)
      const { ctx } = c.var
      const wish = { id, size, format }
      const found = await getServed(ctx, wish)
      const served = isMadeOnDemand(found)
        ? await demandSize({ ...ctx, db: c.var.services.db }, wish)
        : found
      const { key, sizeBytes, isPublic, ...ground } = served
      c.header('x-content-type-options', 'nosniff')
      if (!key || !sizeBytes)
        return (await previewInstead(c, wish)) ?? answerGround(c, groundSvg(ground, size))
      c.header('vary', isPublic ? 'accept' : 'accept, authorization, cookie')
      c.header('cache-control', isPublic ? forEver : 'private, no-cache')
      const etag = `"${sizeBytes.toString(36)}-${size}.${format}"`
      c.header('etag', etag)
      if (isKnown(c, etag)) return c.body(null, 304)
      c.header('content-type', `image/${format}`)
      c.header('content-length', String(sizeBytes))
      return c.req.method === 'HEAD' ? c.body(null) : c.body(await bodyAt(c, key))
    },
  )

/** A picture never changes under its address: another one has another id. */
const forEver = 'public, max-age=31536000, immutable'

const formatAsked = (c: HonoContext) => formatFor(parseAccept(c.req.header('accept') ?? ''))

function answerGround(c: HonoContext, svg: string): Response {
  c.header('cache-control', 'no-store')
  c.header('content-type', 'image/svg+xml')
  c.header('content-security-policy', "default-src 'none'")
  return c.body(svg)
}

/** Until a large size is made, the small one stands for it. */
async function previewInstead(c: HonoContext<Env>, { id, format }: Served) {
  const { key } = await getServed(c.var.ctx, { id, size: 'small', format })
  if (!key) return undefined
  c.header('cache-control', 'no-store')
  c.header('content-type', `image/${format}`)
  return c.req.method === 'HEAD' ? c.body(null) : c.body(await bodyAt(c, key))
}

type Served = { id: string; format: ImageFormat }

const isKnown = (c: HonoContext, etag: string) =>
  (c.req.header('if-none-match') ?? '')
    .split(',')
    .some((tag_) => ['*', etag].includes(tag_.trim().replace(/^W\//, '')))

async function bodyAt(c: HonoContext<Env>, key: string) {
  const found = await c.var.ctx.objects.find(key)
  if (!found) throw new Error(`The bytes at ${key} are gone.`)
  return found.body
}

/** An upload: the file, and what is said of it, as `captionZh` or as a page's form names it, `caption.zh`. */
export function uploadIn(form: SentForm): { file: SentPicture; about: NewPicture } {
  const first = (name: string) => form.texts[name]?.[0]
  const about = parseOrRefuse(NewPicture, {
    caption: {
      zh: first('captionZh') ?? first('caption.zh'),
      en: first('captionEn') ?? first('caption.en'),
    },
    credit: first('credit'),
    licence: first('licence'),
    main: ['true', '1', 'on'].includes(first('main') ?? ''),
  })
  return { file: fileIn(form, pictureWords.noFile), about }
}
