import { Hono } from 'hono'
import { Problem } from '../../core/problem.ts'
import { whole } from '../../core/paging.ts'
import { maxDocumentBytes } from '../../files/documents/model.ts'
import { anyType, operation, wholeListOf } from '../../web/api.ts'
import type { Env } from '../../web/env.ts'
import { documented } from '../../web/item.ts'
import { readForm, type SentForm } from '../../web/multipart.ts'
import { answerObject } from '../../web/object-answer.ts'
import { parseOrRefuse } from '../../web/validate.ts'
import {
  addPermit,
  getPermit,
  permitsShown,
  refuseUnlessAddable,
  removePermit,
} from './actions/permits.ts'
import { mostPermits, NewPermit, PermitUpload, ShownAnswer } from './model.ts'
import { certificateWords as words } from './words.ts'

const tag = 'permits'

/** Permits shown for what is asked. */
export const certificateRoutes = new Hono<Env>()
  .get(
    '/requests/:id/permits',
    operation({
      summary: 'The permits shown for what a request asks',
      tag,
      answers: { 200: wholeListOf(ShownAnswer, `A request has ${mostPermits} at most.`) },
      refuses: [401],
    }),
    async (c) => {
      const permits = await permitsShown(c.var.ctx, c.req.param('id'))
      return c.json(whole(permits.map((permit) => documented(ShownAnswer, permit))))
    },
  )
  .post(
    '/requests/:id/permits',
    operation({
      summary: 'Show a permit for an item; by requester, members and those who decide',
      tag,
      takesForm: PermitUpload,
      answers: { 201: ShownAnswer },
      refuses: [404, 409],
    }),
    async (c) => {
      const requestId = c.req.param('id')
      await refuseUnlessAddable(c.var.ctx, requestId)
      const form = await readForm(c, { maxFileBytes: maxDocumentBytes })
      const { id } = await addPermit(c.var.ctx, requestId, permitIn(form))
      c.header('location', `/api/v1/request-permits/${id}`)
      return c.json(documented(ShownAnswer, await getPermit(c.var.ctx, id)), 201)
    },
  )
  .get(
    '/request-permits/:id',
    operation({
      summary: 'The file of a permit',
      tag,
      files: [anyType],
      answers: {},
      refuses: [401],
    }),
    async (c) => {
      const { key, fileName } = await getPermit(c.var.ctx, c.req.param('id'))
      if (key === null) throw new Problem('not-found', words.noFile)
      const wish = { key, downloadAs: fileName ?? '', cacheControl: 'private, no-cache' }
      const answer = await answerObject(c.req.raw, c.var.ctx.objects, wish)
      if (!answer) throw new Problem('not-found', words.noPermit)
      return answer
    },
  )
  .delete(
    '/request-permits/:id',
    operation({
      summary: 'Take a permit away; by who added it, and by those who decide',
      tag,
      answers: { 204: null },
      refuses: [409],
    }),
    async (c) => {
      await removePermit(c.var.ctx, c.req.param('id'))
      return c.body(null, 204)
    },
  )

/** What was sent: its facts, and the file where there is one. `need` is item and rule at once, as the page asks. */
export function permitIn({ texts, files }: SentForm) {
  const of = (name: string) => texts[name]?.[0]?.trim() || undefined
  const [item = of('item'), rule = of('rule')] = of('need')?.split(' ') ?? []
  const typed = { item, rule, number: of('number'), issuedOn: of('issuedOn') }
  const validUntil = of('validUntil')
  const permit = parseOrRefuse(NewPermit, { ...typed, ...(validUntil && { validUntil }) })
  return { permit, file: files['file'] }
}
