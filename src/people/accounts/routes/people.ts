import { type Context as HonoContext, Hono } from 'hono'
import { z } from 'zod'
import { listOf, operation, Paging } from '../../../web/api.ts'
import type { Env } from '../../../web/env.ts'
import { etagOf, versionToMatch } from '../../../web/etag.ts'
import { parsed } from '../../../web/validate.ts'
import { createPerson, editPerson, getPerson, searchPeople } from '../actions/people.ts'
import { grantRole, revokeRole } from '../../roles/actions/roles.ts'
import { PersonAnswer } from '../../model/answers.ts'
import { NewPerson, NewRole, PersonChange } from '../model/person.ts'
import { personShown } from '../../routes/present.ts'

const tag = 'people'

const accounts = new Hono<Env>()
  .get(
    '/people',
    operation({
      summary: 'People, in order of name; for administrators',
      tag,
      answers: { 200: listOf(PersonAnswer) },
      refuses: [401, 403],
    }),
    parsed('query', z.object({ ...Paging, q: z.string().max(200).optional() })),
    async (c) => {
      const list = await searchPeople(c.var.ctx, c.req.valid('query'))
      return c.json({ ...list, items: list.items.map(personShown) })
    },
  )
  .post(
    '/people',
    operation({
      summary: 'Make an account; for administrators',
      tag,
      answers: { 201: PersonAnswer },
      refuses: [409],
    }),
    parsed('json', NewPerson),
    async (c) => {
      const { id } = await createPerson(c.var.ctx, c.req.valid('json'))
      c.header('location', `/api/v1/people/${id}`)
      return answerPerson(c, id, 201)
    },
  )
  .get(
    '/people/:id',
    operation({
      summary: 'Read a person; for administrators',
      tag,
      answers: { 200: PersonAnswer },
      refuses: [401, 403],
    }),
    async (c) => answerPerson(c, c.req.param('id'), 200),
  )
  .patch(
    '/people/:id',
    operation({
      summary: 'Rename, disable, enable, make an administrator or not',
      tag,
      answers: { 200: PersonAnswer },
      refuses: [409, 412],
    }),
    parsed('json', PersonChange),
    async (c) => {
      const id = c.req.param('id')
      await editPerson(c.var.ctx, { id, version: versionToMatch(c) }, c.req.valid('json'))
      return answerPerson(c, id, 200)
    },
  )

const roles = new Hono<Env>()
  .post(
    '/people/:id/roles',
    operation({
      summary: 'Make a person a curator or steward of an institution or collection',
      tag,
      answers: { 201: z.object({ id: z.string() }) },
      refuses: [409],
    }),
    parsed('json', NewRole),
    async (c) => c.json(await grantRole(c.var.ctx, c.req.param('id'), c.req.valid('json')), 201),
  )
  .delete(
    '/people/:id/roles/:role',
    operation({
      summary: 'Take a role back',
      tag,
      answers: { 204: null },
    }),
    async (c) => {
      await revokeRole(c.var.ctx, c.req.param('id'), c.req.param('role'))
      return c.body(null, 204)
    },
  )

/** Accounts and roles, for administrators. */
export const accountRoutes = new Hono<Env>().route('/', accounts).route('/', roles)

async function answerPerson(c: HonoContext<Env>, id: string, status: 200 | 201) {
  const row = await getPerson(c.var.ctx, id)
  c.header('etag', etagOf(row.version))
  c.header('cache-control', 'private, no-store')
  return c.json(personShown(row), status)
}
