import { Hono } from 'hono'
import { Problem } from '../core/problem.ts'
import { operation } from '../web/api.ts'
import type { Env } from '../web/env.ts'
import { documented } from '../web/item.ts'
import { answerObject } from '../web/object-answer.ts'
import { parsed } from '../web/validate.ts'
import { FileAnswer } from '../datasets/files/model.ts'
import { demandPreview, getPicture, getPreview } from './actions.ts'
import { PictureQuery, PreviewAnswer } from './model.ts'
import { previewWords as words } from './words.ts'

const tag = 'datasets'
const path = '/datasets/:dataset/versions/:number/files/:id/preview'

/** What files show, for who may read them. */
export const previewRoutes = new Hono<Env>()
  .get(
    path,
    operation({
      summary: 'What a file of a version shows',
      description:
        'Columns, variables, dimensions, extent, a listing: by its format. Made once for its bytes, in the background; asking has it made.',
      tag,
      answers: { 200: PreviewAnswer },
      refuses: [403, 409],
    }),
    async (c) => {
      const { ctx, services } = c.var
      const preview = await getPreview(ctx, c.req.param())
      if (preview.state === 'waiting')
        await demandPreview({ ...ctx, db: services.db }, preview.file)
      c.header('vary', 'authorization, cookie')
      const file = documented(FileAnswer, preview.file)
      return c.json({ ...documented(PreviewAnswer, preview), file })
    },
  )
  .get(
    `${path}/picture`,
    operation({
      summary: 'A picture of what a file shows',
      tag,
      files: ['image/webp', 'image/png'],
      answers: { 304: null },
      refuses: [403, 409, 422],
    }),
    parsed('query', PictureQuery),
    async (c) => {
      const { ctx } = c.var
      const key = await getPicture(ctx, c.req.param(), c.req.valid('query').size)
      // Who may see it may change from one day to the next.
      const wish = { key, cacheControl: 'private, no-cache' }
      const answer = await answerObject(c.req.raw, ctx.objects, wish)
      if (!answer) throw new Problem('not-found', words.noPicture)
      return answer
    },
  )
