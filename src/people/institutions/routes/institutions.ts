import { type Context as HonoContext, Hono } from 'hono'
import { z } from 'zod'
import { listOf, operation, Paging } from '../../../web/api.ts'
import type { Env } from '../../../web/env.ts'
import { etagOf, hasVersion, versionToMatch } from '../../../web/etag.ts'
import { parsed } from '../../../web/validate.ts'
import {
  createInstitution,
  editInstitution,
  getInstitution,
  searchInstitutions,
} from '../actions/institutions.ts'
import { InstitutionAnswer } from '../../model/answers.ts'
import { InstitutionChange, NewInstitution } from '../model.ts'
import { institutionShown } from '../../routes/present.ts'
import { peoplePaths } from '../../words/paths.ts'

const tag = 'institutions'

/** Institutions are public; administrators keep them. */
export const institutionRoutes = new Hono<Env>()
  .get(
    peoplePaths.institutions,
    operation({
      summary: 'Institutions, in order of name',
      tag,
      answers: { 200: listOf(InstitutionAnswer) },
    }),
    parsed('query', z.object({ ...Paging, q: z.string().max(200).optional() })),
    async (c) => {
      const list = await searchInstitutions(c.var.ctx, c.req.valid('query'))
      return c.json({ ...list, items: list.items.map(institutionShown) })
    },
  )
  .post(
    peoplePaths.institutions,
    operation({
      summary: 'Add an institution',
      tag,
      answers: { 201: InstitutionAnswer },
      refuses: [409],
    }),
    parsed('json', NewInstitution),
    async (c) => {
      const { id } = await createInstitution(c.var.ctx, c.req.valid('json'))
      c.header('location', `/api/v1/institutions/${id}`)
      return answerInstitution(c, id, 201)
    },
  )
  .get(
    '/institutions/:id',
    operation({
      summary: 'Read an institution',
      tag,
      answers: { 200: InstitutionAnswer, 304: null },
    }),
    async (c) => answerInstitution(c, c.req.param('id'), 200),
  )
  .patch(
    '/institutions/:id',
    operation({
      summary: 'Change an institution',
      description: 'A `closed` institution is in no list; its records stay.',
      tag,
      answers: { 200: InstitutionAnswer },
      refuses: [409, 412],
    }),
    parsed('json', InstitutionChange),
    async (c) => {
      const id = c.req.param('id')
      await editInstitution(c.var.ctx, { id, version: versionToMatch(c) }, c.req.valid('json'))
      return answerInstitution(c, id, 200)
    },
  )

async function answerInstitution(c: HonoContext<Env>, id: string, status: 200 | 201) {
  const row = await getInstitution(c.var.ctx, id)
  c.header('etag', etagOf(row.version))
  c.header('cache-control', 'private, no-cache')
  return c.req.method === 'GET' && hasVersion(c, row.version)
    ? c.body(null, 304)
    : c.json(institutionShown(row), status)
}
