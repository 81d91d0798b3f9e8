import { signedIn } from '../../../core/permission.ts'
import { Hono } from 'hono'
import { scopes } from '../../../core/actor.ts'
import type { Context } from '../../../core/context.ts'
import { listOf, operation } from '../../../web/api.ts'
import type { Env } from '../../../web/env.ts'
import { parsed } from '../../../web/validate.ts'
import { editProfile, getMe } from '../actions/people.ts'
import { endMyOtherSessions, endMySession, mySessions } from '../actions/sessions.ts'
import { createToken, myTokens, revokeToken } from '../../tokens/actions.ts'
import { MeAnswer, NewTokenAnswer, SessionAnswer, TokenAnswer } from '../../model/answers.ts'
import { NewToken, Profile } from '../model/person.ts'
import { personShown } from '../../routes/present.ts'

const tag = 'people'

const aboutMe = new Hono<Env>()
  .get(
    '/me',
    operation({ summary: 'Who I am', tag, answers: { 200: MeAnswer }, refuses: [401] }),
    async (c) => c.json(await meShown(c.var.ctx)),
  )
  .patch(
    '/me',
    operation({
      summary: 'Change my name or language',
      tag,
      answers: { 200: MeAnswer },
    }),
    parsed('json', Profile),
    async (c) => {
      await editProfile(c.var.ctx, c.req.valid('json'))
      return c.json(await meShown(c.var.ctx))
    },
  )

const sessions = new Hono<Env>()
  .get(
    '/sessions',
    operation({
      summary: 'Where I am signed in',
      tag,
      answers: { 200: listOf(SessionAnswer) },
      refuses: [401],
    }),
    async (c) => c.json(whole(await mySessions(c.var.ctx))),
  )
  .delete(
    '/sessions',
    operation({
      summary: 'Sign me out everywhere but here',
      tag,
      answers: { 204: null },
    }),
    async (c) => {
      await endMyOtherSessions(c.var.ctx)
      return c.body(null, 204)
    },
  )
  .delete(
    '/sessions/:id',
    operation({
      summary: 'End one session of mine',
      tag,
      answers: { 204: null },
    }),
    async (c) => {
      await endMySession(c.var.ctx, c.req.param('id'))
      return c.body(null, 204)
    },
  )

const tokens = new Hono<Env>()
  .get(
    '/tokens',
    operation({
      summary: 'My access tokens',
      tag,
      answers: { 200: listOf(TokenAnswer) },
      refuses: [401],
    }),
    async (c) => c.json(whole(await myTokens(c.var.ctx))),
  )
  .post(
    '/tokens',
    operation({
      summary: 'Make an access token; it is shown this once',
      description:
        'Each scope includes those before it: read, write, admin. Without `expiresAt` it lasts a year.',
      tag,
      answers: { 201: NewTokenAnswer },
    }),
    parsed('json', NewToken),
    async (c) => {
      const made = await createToken(c.var.ctx, c.req.valid('json'))
      return c.json(made, 201, {
        location: `/api/v1/tokens/${made.id}`,
        'cache-control': 'no-store',
      })
    },
  )
  .delete(
    '/tokens/:id',
    operation({
      summary: 'Revoke an access token',
      tag,
      answers: { 204: null },
    }),
    async (c) => {
      await revokeToken(c.var.ctx, c.req.param('id'))
      return c.body(null, 204)
    },
  )

/** The person who asks: account, sessions, tokens. */
export const myRoutes = new Hono<Env>().route('/', aboutMe).route('/', sessions).route('/', tokens)

async function meShown(ctx: Context) {
  const { via } = signedIn(ctx)
  return {
    ...personShown(await getMe(ctx)),
    via: via.type,
    scopes: via.type === 'token' ? via.scopes : scopes,
  }
}

/** A list that is never long, as every list is answered. */
const whole = <Item>(items: Item[]) => ({
  items,
  next: null,
  total: { value: items.length, relation: 'eq' as const },
})
