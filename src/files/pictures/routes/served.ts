import { type Context as HonoContext, Hono } from 'hono'
import { parseAccept } from 'hono/utils/accept'
import { z } from 'zod'
import { imageFormats } from '../../../core/ports.ts'
import { operation } from '../../../web/api.ts'
import type { Env } from '../../../web/env.ts'
import { answerObject } from '../../../web/object-answer.ts'
import { Problem } from '../../../core/problem.ts'
import { parsed } from '../../../web/validate.ts'
import { demandSize } from '../../actions/demand.ts'
import { getOriginal, getServed } from '../actions/read.ts'
import { sizeNames } from '../model.ts'
import { formatFor, groundSvg, isMadeOnDemand } from '../rules.ts'
import { pictureWords } from '../words.ts'

const tag = 'images'

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
      if (!key || !sizeBytes) return answerGround(c, groundSvg(ground, size))
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

const isKnown = (c: HonoContext, etag: string) =>
  (c.req.header('if-none-match') ?? '')
    .split(',')
    .some((tag_) => ['*', etag].includes(tag_.trim().replace(/^W\//, '')))

async function bodyAt(c: HonoContext<Env>, key: string) {
  const found = await c.var.ctx.objects.find(key)
  if (!found) throw new Error(`The bytes at ${key} are gone.`)
  return found.body
}
