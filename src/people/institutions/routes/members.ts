import { Hono } from 'hono'
import { z } from 'zod'
import { optionalText } from '../../../core/shapes.ts'
import { listOf, operation, Paging } from '../../../web/api.ts'
import type { Env } from '../../../web/env.ts'
import { parsed } from '../../../web/validate.ts'
import { invite } from '../../accounts/actions/invitations.ts'
import {
  approveMembership,
  askToJoin,
  endMembership,
  searchMembers,
} from '../actions/memberships.ts'
import { MemberAnswer } from '../../model/answers.ts'
import { NewInvitation } from '../../accounts/model/person.ts'

const tag = 'institutions'

/** Who belongs to an institution. */
export const memberRoutes = new Hono<Env>()
  .post(
    '/institutions/:id/membership',
    operation({
      summary: 'Ask to belong to an institution',
      tag,
      answers: { 201: z.object({ approved: z.boolean() }) },
      refuses: [409],
    }),
    parsed('json', z.strictObject({ title: optionalText(100).optional() })),
    async (c) => {
      const { title = null } = c.req.valid('json')
      const { isApproved } = await askToJoin(c.var.ctx, c.req.param('id'), title)
      return c.json({ approved: isApproved }, 201)
    },
  )
  .get(
    '/institutions/:id/members',
    operation({
      summary: 'Members, and who waits to be one; for curators of the institution',
      tag,
      answers: { 200: listOf(MemberAnswer) },
      refuses: [401, 403],
    }),
    parsed('query', z.object(Paging)),
    async (c) => {
      const list = await searchMembers(c.var.ctx, c.req.param('id'), c.req.valid('query'))
      const items = list.items.map(({ id, name, email, title, askedAt, approvedAt }) => ({
        person: { id, name, email },
        title,
        askedAt,
        approvedAt,
      }))
      return c.json({ ...list, items })
    },
  )
  .post(
    '/institutions/:id/members/:person/approval',
    operation({
      summary: 'Accept somebody who asked to join',
      tag,
      answers: { 204: null },
    }),
    async (c) => {
      await approveMembership(c.var.ctx, c.req.param('id'), c.req.param('person'))
      return c.body(null, 204)
    },
  )
  .delete(
    '/institutions/:id/members/:person',
    operation({
      summary: 'End a membership, or refuse who asked for one; one’s own too',
      tag,
      answers: { 204: null },
    }),
    async (c) => {
      await endMembership(c.var.ctx, c.req.param('id'), c.req.param('person'))
      return c.body(null, 204)
    },
  )
  .post(
    '/invitations',
    operation({
      summary: 'Invite an address to an institution, as a member, curator or steward',
      tag,
      answers: { 202: null },
      refuses: [404, 409, 429],
    }),
    parsed('json', NewInvitation),
    async (c) => {
      await invite(c.var.ctx, c.req.valid('json'))
      return c.body(null, 202)
    },
  )
