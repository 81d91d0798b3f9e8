import { type Context as HonoContext, Hono } from 'hono'
import { Button, ButtonLink } from '../../../web/components/button.tsx'
import type { Env } from '../../../web/env.ts'
import { FormField } from '../../../web/components/form-field.tsx'
import { Moment } from '../../../web/components/moment.tsx'
import { Section } from '../../../web/components/page-head.tsx'
import { StateBadge } from '../../../web/components/state-badge.tsx'
import { type Column, Table } from '../../../web/components/table.tsx'
import { setFlash } from '../../../web/flash.ts'
import { ActButton, type Filled, filledWith, Form, submitted } from '../../../web/forms.tsx'
import { Local, useText } from '../../../web/lang.tsx'
import { paths, withQuery } from '../../../web/paths.ts'
import { changePassword } from '../actions/passwords.ts'
import { getMe } from '../actions/people.ts'
import { endMyOtherSessions, endMySession, mySessions } from '../actions/sessions.ts'
import { accountWords as words } from '../words/account.ts'
import { oidcWords } from '../words/oidc.ts'
import { entryWords } from '../../words/pages.ts'
import { accountPage } from './account-frame.tsx'
import { entryLabels, NewPassword } from './entry.tsx'
import { peoplePaths } from '../../words/paths.ts'

type C = HonoContext<Env>
const here = `${peoplePaths.account}/security`

/** The password, and where one is signed in. */
export const securityPages = new Hono<Env>()
  .get(here, (c) => securityPage(c, filledWith()))
  .post(`${here}/password`, (c) =>
    submitted(
      c,
      async (form) => {
        const given = { current: form.value('current'), password: form.value('password') }
        await changePassword(c.var.ctx, given)
        setFlash(c, words.passwordChanged)
        return c.redirect(here, 303)
      },
      (form) => securityPage(c, form),
    ),
  )
  .post(`${here}/sessions/end`, async (c) => {
    await endMyOtherSessions(c.var.ctx)
    setFlash(c, words.othersEnded)
    return c.redirect(here, 303)
  })
  .post(`${here}/sessions/:id/end`, async (c) => {
    await endMySession(c.var.ctx, c.req.param('id'))
    setFlash(c, words.sessionEnded)
    return c.redirect(here, 303)
  })

async function securityPage(c: C, form: Filled) {
  const me = await getMe(c.var.ctx)
  const sessions = await mySessions(c.var.ctx)
  const { oidc } = c.var.services
  return accountPage(
    c,
    { text: words.security, status: form.status },
    <>
      <Section title={words.password}>
        <PasswordForm form={form} email={me.email} hasPassword={me.hasPassword} />
      </Section>
      {oidc && <Elsewhere name={oidc.name} />}
      <Section title={words.sessions}>
        <Table caption={words.sessions} captionUnseen columns={columns} rows={sessions} />
        {sessions.length > 1 && <EndOthers />}
      </Section>
    </>,
  )
}

type PasswordProps = { form: Filled; email: string; hasPassword: boolean }

const PasswordForm = ({ form, email, hasPassword }: PasswordProps) => (
  <Form
    action={`${here}/password`}
    form={form}
    submit={words.setPassword}
    look="plain"
    labels={entryLabels}
  >
    {hasPassword && (
      <FormField
        type="password"
        name="current"
        label={entryWords.currentPassword}
        error={form.error('current')}
        autocomplete="current-password"
        required
      />
    )}
    <NewPassword form={form} email={email} />
  </Form>
)

function Elsewhere({ name }: { name: string }) {
  const t = useText()
  return (
    <Section title={oidcWords.with(name)}>
      <p class="quiet">{t(oidcWords.linkHint)}</p>
      <p class="entry-other">
        <ButtonLink href={withQuery(`${paths.signIn}/oidc`, { next: here })} icon="link">
          {t(oidcWords.link(name))}
        </ButtonLink>
      </p>
    </Section>
  )
}

function EndOthers() {
  const t = useText()
  return (
    <form method="post" action={`${here}/sessions/end`} class="form-actions">
      <Button look="plain">{t(words.endOthers)}</Button>
    </form>
  )
}

type Session = Awaited<ReturnType<typeof mySessions>>[number]

const columns: Column<Session>[] = [
  {
    key: 'device',
    label: words.device,
    head: true,
    cell: ({ userAgent }) =>
      userAgent ? (
        <span title={userAgent}>{deviceIn(userAgent)}</span>
      ) : (
        <Local text={words.unknownDevice} />
      ),
  },
  { key: 'network', label: words.network, cell: ({ address }) => <code>{address}</code> },
  {
    key: 'seen',
    label: words.lastSeen,
    nowrap: true,
    cell: ({ seenAt }) => <Moment when={seenAt} />,
  },
  {
    key: 'since',
    label: words.since,
    nowrap: true,
    cell: ({ createdAt }) => <Moment when={createdAt} />,
  },
  {
    key: 'end',
    label: words.action,
    cell: ({ id, current }) =>
      current ? (
        <StateBadge tone="good" text={words.thisOne} />
      ) : (
        <ActButton action={`${here}/sessions/${id}/end`} text={words.endSession} />
      ),
  },
]

const browsers = [/Edg\//, /Firefox\//, /MicroMessenger\//, /Chrome\//, /Safari\//] as const
const browserNames = ['Edge', 'Firefox', 'WeChat', 'Chrome', 'Safari'] as const
const systems = [/iPhone|iPad/, /Android/, /Windows/, /Mac OS/, /Linux/] as const
const systemNames = ['iOS', 'Android', 'Windows', 'macOS', 'Linux'] as const

/** `Firefox · Windows`; the whole text of the browser is on hover. */
function deviceIn(userAgent: string): string {
  const browser = browserNames[browsers.findIndex((mark) => mark.test(userAgent))]
  const system = systemNames[systems.findIndex((mark) => mark.test(userAgent))]
  const known = [browser, system].filter((name) => name !== undefined)
  return known.length > 0 ? known.join(' · ') : userAgent.slice(0, 40)
}
