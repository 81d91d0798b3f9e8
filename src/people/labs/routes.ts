import { type Context as HonoContext, Hono } from 'hono'
import { z } from 'zod'
import { idOf } from '../../core/shapes.ts'
import { listOf, operation, Paging } from '../../web/api.ts'
import type { Env } from '../../web/env.ts'
import { etagOf, hasVersion, versionToMatch } from '../../web/etag.ts'
import { parsed } from '../../web/validate.ts'
import { getLabMembers, putLabMemberIn, removeLabMember } from './actions/lab-members.ts'
import { createLab, editLab, getLab, searchLabs } from './actions/labs.ts'
import { LabAnswer, LabMemberAnswer } from '../model/answers.ts'
import { LabChange, NewLab } from '../institutions/model.ts'
import { NewLabMember } from '../accounts/model/person.ts'
import { refusalWords } from '../words/refusals.ts'
import { labShown } from '../routes/present.ts'

const tag = 'labs'

const ListQuery = z.object({ ...Paging, institution: idOf(refusalWords.noInstitution).optional() })

const labs = new Hono<Env>()
  .get(
    '/labs',
    operation({
      summary: 'Labs, in order of name',
      tag,
      answers: { 200: listOf(LabAnswer) },
    }),
    parsed('query', ListQuery),
    async (c) => {
      const list = await searchLabs(c.var.ctx, c.req.valid('query'))
      return c.json({ ...list, items: list.items.map(labShown) })
    },
  )
  .post(
    '/labs',
    operation({
      summary: 'Add a lab to an institution',
      tag,
      answers: { 201: LabAnswer },
      refuses: [404, 409],
    }),
    parsed('json', NewLab),
    async (c) => {
      const { id } = await createLab(c.var.ctx, c.req.valid('json'))
      c.header('location', `/api/v1/labs/${id}`)
      return answerLab(c, id, 201)
    },
  )
  .get(
    '/labs/:id',
    operation({
      summary: 'Read a lab',
      tag,
      answers: { 200: LabAnswer, 304: null },
    }),
    async (c) => answerLab(c, c.req.param('id'), 200),
  )
  .patch(
    '/labs/:id',
    operation({
      summary: 'Change a lab; by its PI, curators of its institution, administrators',
      tag,
      answers: { 200: LabAnswer },
      refuses: [412],
    }),
    parsed('json', LabChange),
    async (c) => {
      const id = c.req.param('id')
      await editLab(c.var.ctx, { id, version: versionToMatch(c) }, c.req.valid('json'))
      return answerLab(c, id, 200)
    },
  )

const members = new Hono<Env>()
  .get(
    '/labs/:id/members',
    operation({
      summary: 'Who belongs to a lab; for its members and who keeps it',
      tag,
      answers: { 200: listOf(LabMemberAnswer) },
      refuses: [401, 403],
    }),
    async (c) => {
      const rows = await getLabMembers(c.var.ctx, c.req.param('id'))
      const items = rows.map(({ id, name, role, since }) => ({ person: { id, name }, role, since }))
      return c.json({ items, next: null, total: { value: items.length, relation: 'eq' } })
    },
  )
  .post(
    '/labs/:id/members',
    operation({
      summary: 'Add a person to a lab, or change their role in it',
      description: 'Names the person by `person` (id) or by `email`.',
      tag,
      answers: { 204: null },
    }),
    parsed('json', NewLabMember),
    async (c) => {
      await putLabMemberIn(c.var.ctx, c.req.param('id'), c.req.valid('json'))
      return c.body(null, 204)
    },
  )
  .delete(
    '/labs/:id/members/:person',
    operation({
      summary: 'Take a person out of a lab; oneself too',
      tag,
      answers: { 204: null },
    }),
    async (c) => {
      await removeLabMember(c.var.ctx, c.req.param('id'), c.req.param('person'))
      return c.body(null, 204)
    },
  )

/** Labs are public by name and PI; who belongs to one is the lab's own. */
export const labRoutes = new Hono<Env>().route('/', labs).route('/', members)

async function answerLab(c: HonoContext<Env>, id: string, status: 200 | 201) {
  const row = await getLab(c.var.ctx, id)
  c.header('etag', etagOf(row.version))
  return c.req.method === 'GET' && hasVersion(c, row.version)
    ? c.body(null, 304)
    : c.json(labShown(row), status)
}
