import { signedIn } from '../../core/permission.ts'
import { type Context as HonoContext, Hono } from 'hono'
import { defaultZone, lastWholeDay } from '../../core/time.ts'
import { operation } from '../../web/api.ts'
import { Copyable, Day, Moment } from '../../web/components/values.tsx'
import type { Env } from '../../web/env.ts'
import { Section } from '../../web/components/navigation.tsx'
import { StateBadge } from '../../web/components/badges.tsx'
import { SmallForm } from '../../web/components/small-form.tsx'
import { EntityForm } from '../../web/fields.tsx'
import { type Filled, filledIn, submitted } from '../../web/forms.tsx'
import { Local } from '../../web/lang.tsx'
import { list, noFilters } from '../../web/list.tsx'
import { surfaces } from '../../web/surfaces.ts'
import { parsed, parseOrRefuse } from '../../web/validate.ts'
import { write } from '../../web/write.tsx'
import { columnWords } from '../../web/words.ts'
import { createToken, lastingDays, myTokens, revokeToken } from './actions.ts'
import { NewToken, NewTokenAnswer, TokenAnswer, tokenForm } from './model.ts'
import { grantableScopes } from '../roles/rules.ts'
import { accountWords as words } from '../accounts/words/account.ts'
import { scopeNames } from '../words/names.ts'
import { accountPage } from '../accounts/pages/account-frame.tsx'
import { peoplePaths } from '../words/paths.ts'

type C = HonoContext<Env>
const tag = 'people'
const here = `${peoplePaths.account}/tokens`

const tokens = list({
  path: '/tokens',
  tag,
  summary: 'My access tokens',
  refuses: [401],
  title: words.tokens,
  empty: { title: words.noTokens },
  item: TokenAnswer,
  filters: noFilters,
  query: myTokens,
  columns: {
    name: { label: words.tokenName, text: ({ name }) => name },
    scopes: { label: words.scopes, text: ({ scopes }) => scopeNames[scopes.at(-1) ?? 'read'] },
    made: { label: words.madeOn, cell: ({ createdAt }) => <Day when={createdAt} /> },
    seen: {
      label: words.lastSeen,
      cell: ({ seenAt }) => (seenAt ? <Day when={seenAt} /> : <Local text={words.neverUsed} />),
    },
    ends: {
      label: words.endsOn,
      cell: ({ expiresAt, isOver }) => {
        if (!expiresAt) return <Local text={words.never} />
        if (isOver) return <StateBadge tone="caution" text={words.expired} />
        const lastDay = lastWholeDay(expiresAt, defaultZone)
        return lastDay ? <Day when={lastDay} /> : <Moment when={expiresAt} />
      },
    },
    revoke: {
      label: columnWords.action,
      cell: ({ id, name }) => (
        <SmallForm
          action={`${here}/${id}/revocation`}
          text={words.revoke}
          of={[name]}
          look="danger"
          about={words.revokeAbout}
        />
      ),
    },
  },
})

const revocation = write({
  path: '/tokens/:id',
  method: 'delete',
  tag,
  summary: 'Revoke an access token',
  does: (ctx, _, { id }) => revokeToken(ctx, id),
  at: `${here}/:id/revocation`,
  flash: () => words.revoked,
  next: () => here,
})

const { api, pages } = surfaces(tokens, revocation)

export const tokenRoutes = new Hono<Env>().route('/', api).post(
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
    c.set('shownOnce', true)
    return c.json(made, 201, { location: `/api/v1/tokens/${made.id}` })
  },
)

const opened = () => filledIn(tokenForm.open({ scopes: ['read'], days: '90' }))

/** Personal access tokens. */
export const tokenPages = new Hono<Env>()
  .get(here, (c) => tokensPage(c, opened()))
  .post(here, (c) =>
    submitted(
      c,
      async ({ typed }) => {
        const { days, ...input } = parseOrRefuse(tokenForm.schema, tokenForm.read(typed))
        const expiresAt = days === 'never' ? null : lastingDays(c.var.ctx, Number(days))
        const { token } = await createToken(c.var.ctx, { ...input, expiresAt })
        return tokensPage(c, opened(), token)
      },
      (form) => tokensPage(c, form),
    ),
  )
  .route('/', pages)

async function tokensPage(c: C, form: Filled, made?: string) {
  const scopes = grantableScopes(signedIn(c.var.ctx)).map((scope) => ({
    value: scope,
    label: scopeNames[scope],
  }))
  return accountPage(
    c,
    { text: words.tokens, lead: words.tokensLead, status: form.status },
    <>
      {made && <Made token={made} />}
      <Section title={words.tokens}>{await tokens.view(c, {})}</Section>
      <Section title={words.newToken}>
        <EntityForm
          of={tokenForm}
          form={form}
          action={here}
          submit={words.make}
          choices={{ scopes }}
        />
      </Section>
    </>,
  )
}

const Made = ({ token }: { token: string }) => (
  <section class="entry-demo tone-note" role="status">
    <Local as="p" text={words.made} />
    <Copyable id="token">
      <code>{token}</code>
    </Copyable>
  </section>
)
