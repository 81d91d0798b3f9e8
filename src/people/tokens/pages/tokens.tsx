import { signedIn } from '../../../core/permission.ts'
import { type Context as HonoContext, Hono } from 'hono'
import type { PersonActor } from '../../../core/actor.ts'
import { Temporal } from '../../../core/time.ts'
import { Copyable } from '../../../web/components/copyable.tsx'
import { Empty } from '../../../web/components/empty.tsx'
import type { Env } from '../../../web/env.ts'
import { FormField } from '../../../web/components/form-field.tsx'
import { Day } from '../../../web/components/moment.tsx'
import { Section } from '../../../web/components/page-head.tsx'
import { StateBadge } from '../../../web/components/state-badge.tsx'
import { type Column, Table } from '../../../web/components/table.tsx'
import { setFlash } from '../../../web/flash.ts'
import { ActButton, type Filled, filledWith, Form, submitted } from '../../../web/forms.tsx'
import { Local } from '../../../web/lang.tsx'
import { parseOrRefuse } from '../../../web/validate.ts'
import { createToken, myTokens, revokeToken } from '../actions.ts'
import { NewToken } from '../../accounts/model/person.ts'
import { grantableScopes } from '../../roles/rules.ts'
import { accountWords as words } from '../../accounts/words/account.ts'
import { scopeNames } from '../../words/names.ts'
import { accountPage } from '../../accounts/pages/account-frame.tsx'
import { peoplePaths } from '../../words/paths.ts'

type C = HonoContext<Env>
const here = `${peoplePaths.account}/tokens`

/** Personal access tokens. */
export const tokenPages = new Hono<Env>()
  .get(here, (c) => tokensPage(c, filledWith({ scopes: 'read', days: '90' })))
  .post(here, (c) =>
    submitted(
      c,
      async (form) => {
        const input = parseOrRefuse(NewToken, {
          name: form.value('name'),
          scopes: form.values('scopes'),
          expiresAt: expiryIn(c, form.value('days')),
        })
        const { token } = await createToken(c.var.ctx, input)
        return tokensPage(c, filledWith({ scopes: 'read', days: '90' }), token)
      },
      (form) => tokensPage(c, form),
    ),
  )
  .post(`${here}/:id/revocation`, async (c) => {
    await revokeToken(c.var.ctx, c.req.param('id'))
    setFlash(c, words.revoked)
    return c.redirect(here, 303)
  })

const lasting = { 30: words.days30, 90: words.days90, 365: words.days365, never: words.never }

/** An end as its API writes it; a choice that is none of ours is left for the shape to refuse. */
function expiryIn(c: C, days: string): string | null {
  if (days === 'never') return null
  if (!Object.hasOwn(lasting, days)) return days
  return c.var.ctx
    .now()
    .add({ hours: Number(days) * 24 })
    .toString()
}

async function tokensPage(c: C, form: Filled, made?: string) {
  const actor = signedIn(c.var.ctx)
  const tokens = await myTokens(c.var.ctx)
  const now = c.var.ctx.now()
  const rows = tokens.map((token) => ({
    ...token,
    isOver: token.expiresAt !== null && Temporal.Instant.compare(token.expiresAt, now) <= 0,
  }))
  return accountPage(
    c,
    { text: words.tokens, lead: words.tokensLead, status: form.status },
    <>
      {made && <Made token={made} />}
      <Section title={words.tokens}>
        {rows.length === 0 ? (
          <Empty title={words.noTokens} icon="key" />
        ) : (
          <Table caption={words.tokens} captionUnseen columns={columns} rows={rows} />
        )}
      </Section>
      <Section title={words.newToken}>
        <TokenForm form={form} actor={actor} />
      </Section>
    </>,
  )
}

const Made = ({ token }: { token: string }) => (
  <section class="entry-demo tone-note" role="status">
    <p>
      <Local text={words.made} />
    </p>
    <Copyable id="token">
      <code>{token}</code>
    </Copyable>
  </section>
)

function TokenForm({ form, actor }: { form: Filled; actor: PersonActor }) {
  const labels = { name: words.tokenName, scopes: words.scopes, expiresAt: words.expires }
  const choices = Object.entries(lasting).map(([value, label]) => ({ value, label }))
  return (
    <Form action={here} form={form} submit={words.make} labels={labels}>
      <FormField
        name="name"
        label={words.tokenName}
        value={form.value('name')}
        error={form.error('name')}
        maxLength={100}
        required
      />
      <FormField
        type="multiselect"
        name="scopes"
        label={words.scopes}
        hint={words.scopesHint}
        values={form.values('scopes')}
        error={form.error('scopes')}
        choices={grantableScopes(actor).map((scope) => ({
          value: scope,
          label: scopeNames[scope],
        }))}
        required
      />
      <FormField
        type="select"
        name="days"
        label={words.expires}
        value={form.value('days')}
        error={form.error('expiresAt')}
        choices={choices}
        required
      />
    </Form>
  )
}

type Row = Awaited<ReturnType<typeof myTokens>>[number] & { isOver: boolean }

const columns: Column<Row>[] = [
  { key: 'name', label: words.tokenName, head: true, cell: ({ name }) => name },
  {
    key: 'scopes',
    label: words.scopes,
    cell: ({ scopes }) => <Local text={scopeNames[scopes.at(-1) ?? 'read']} />,
  },
  {
    key: 'made',
    label: words.madeOn,
    nowrap: true,
    cell: ({ createdAt }) => <Day when={createdAt} />,
  },
  {
    key: 'seen',
    label: words.lastSeen,
    nowrap: true,
    cell: ({ seenAt }) => (seenAt ? <Day when={seenAt} /> : <Local text={words.neverUsed} />),
  },
  {
    key: 'ends',
    label: words.endsOn,
    nowrap: true,
    cell: ({ expiresAt, isOver }) =>
      isOver ? (
        <StateBadge tone="caution" text={words.expired} />
      ) : expiresAt ? (
        <Day when={expiresAt} />
      ) : (
        <Local text={words.never} />
      ),
  },
  {
    key: 'revoke',
    label: words.action,
    cell: ({ id }) => (
      <ActButton action={`${here}/${id}/revocation`} text={words.revoke} look="danger" />
    ),
  },
]
