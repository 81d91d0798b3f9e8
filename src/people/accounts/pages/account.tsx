import { Local } from '../../../web/lang.tsx'
import { signedIn } from '../../../core/permission.ts'
import { type Context as HonoContext, Hono } from 'hono'
import { z } from 'zod'
import { operation } from '../../../web/api.ts'
import { Button, ButtonLink } from '../../../web/components/button.tsx'
import type { Env } from '../../../web/env.ts'
import { FormField } from '../../../web/components/form-field.tsx'
import { Section } from '../../../web/components/navigation.tsx'
import { StateBadge } from '../../../web/components/badges.tsx'
import { setFlash } from '../../../web/flash.ts'
import { ActButton, type Filled, filledWith, Form, submitted } from '../../../web/forms.tsx'
import { documented } from '../../../web/item.ts'
import { list, noFilters } from '../../../web/list.tsx'
import { paths, withQuery } from '../../../web/paths.ts'
import { rememberLang } from '../../../web/preferences.ts'
import { surfaces } from '../../../web/surfaces.ts'
import { parsed, parseOrRefuse } from '../../../web/validate.ts'
import { write } from '../../../web/write.tsx'
import { columnWords, editWords } from '../../../web/words.ts'
import { askForAddress } from '../actions/registration.ts'
import { changePassword } from '../actions/passwords.ts'
import { editProfile, getMe } from '../actions/people.ts'
import { endMyOtherSessions, endMySession, mySessions } from '../actions/sessions.ts'
import { Email, MeAnswer, Profile, SessionAnswer } from '../model/person.ts'
import { accountWords as words } from '../words/account.ts'
import { oidcWords } from '../words/oidc.ts'
import { entryWords } from '../../words/pages.ts'
import { accountPage } from './account-frame.tsx'
import { entryLabels, LangField, NameField, NewPassword } from './entry.tsx'
import { peoplePaths } from '../../words/paths.ts'

type C = HonoContext<Env>
type Forms = { profile?: Filled; address?: Filled }
const tag = 'people'
const security = `${peoplePaths.account}/security`

const sessions = list({
  path: '/sessions',
  tag,
  summary: 'Where I am signed in',
  refuses: [401],
  title: words.sessions,
  empty: { title: words.noSessions },
  item: SessionAnswer,
  filters: noFilters,
  query: mySessions,
  columns: {
    device: {
      label: words.device,
      cell: ({ userAgent }) => (
        <span title={userAgent ?? ''}>
          {userAgent ? deviceIn(userAgent) : <Local text={words.unknownDevice} />}
        </span>
      ),
    },
    network: { label: words.network, code: ({ address }) => address },
    seen: { label: words.lastSeen, moment: ({ seenAt }) => seenAt },
    since: { label: words.since, moment: ({ createdAt }) => createdAt },
    end: {
      label: columnWords.action,
      cell: ({ id, current }) =>
        current ? (
          <StateBadge tone="good" text={words.thisOne} />
        ) : (
          <ActButton action={`${security}/sessions/${id}/end`} text={words.endSession} />
        ),
    },
  },
})

const endOthers = write({
  path: '/sessions',
  method: 'delete',
  tag,
  summary: 'Sign me out everywhere but here',
  does: endMyOtherSessions,
  at: `${security}/sessions/end`,
  flash: () => words.othersEnded,
  next: () => security,
})

const endOne = write({
  path: '/sessions/:id',
  method: 'delete',
  tag,
  summary: 'End one session of mine',
  does: (ctx, _, { id }) => endMySession(ctx, id),
  at: `${security}/sessions/:id/end`,
  flash: () => words.sessionEnded,
  next: () => security,
})

const { api, pages } = surfaces(sessions, endOthers, endOne)

/** The person who asks, and where they are signed in. */
export const myRoutes = new Hono<Env>()
  .get(
    '/me',
    operation({ summary: 'Who I am', tag, answers: { 200: MeAnswer }, refuses: [401] }),
    (c) => answerMe(c),
  )
  .patch(
    '/me',
    operation({ summary: 'Change my name or language', tag, answers: { 200: MeAnswer } }),
    parsed('json', Profile),
    async (c) => {
      await editProfile(c.var.ctx, c.req.valid('json'))
      return answerMe(c)
    },
  )
  .route('/', api)

async function answerMe(c: C) {
  return c.json(documented(MeAnswer, await getMe(c.var.ctx)))
}

/** Name, language and address; the password, and where one is signed in. */
export const accountPages = new Hono<Env>()
  .get(peoplePaths.account, (c) => profilePage(c))
  .post(peoplePaths.account, (c) =>
    submitted(
      c,
      async (form) => {
        const given = { name: form.value('name'), lang: form.value('lang') }
        const profile = parseOrRefuse(Profile.required(), given)
        await editProfile(c.var.ctx, profile)
        rememberLang(c, profile.lang)
        setFlash(c, editWords.saved)
        return c.redirect(peoplePaths.account, 303)
      },
      (profile) => profilePage(c, { profile }),
    ),
  )
  .post(`${peoplePaths.account}/address`, (c) =>
    submitted(
      c,
      async (form) => {
        const given = { email: form.value('email') }
        const { email } = parseOrRefuse(z.object({ email: Email }), given)
        await askForAddress(c.var.ctx, email)
        setFlash(c, words.addressAsked(email))
        return c.redirect(peoplePaths.account, 303)
      },
      (address) => profilePage(c, { address }),
    ),
  )
  .get(security, (c) => securityPage(c, filledWith()))
  .post(`${security}/password`, (c) =>
    submitted(
      c,
      async (form) => {
        const given = { current: form.value('current'), password: form.value('password') }
        await changePassword(c.var.ctx, given)
        setFlash(c, words.passwordChanged)
        return c.redirect(security, 303)
      },
      (form) => securityPage(c, form),
    ),
  )
  .route('/', pages)

async function profilePage(c: C, forms: Forms = {}) {
  signedIn(c.var.ctx)
  const me = await getMe(c.var.ctx)
  const profile = forms.profile ?? filledWith({ name: me.name, lang: me.lang })
  const address = forms.address ?? filledWith()
  const status = forms.profile?.status ?? forms.address?.status ?? 200
  return accountPage(
    c,
    { text: words.profile, status },
    <>
      <Section title={words.profile}>
        <ProfileForm form={profile} />
      </Section>
      <Section title={words.address}>
        <AddressForm form={address} email={me.email} />
      </Section>
    </>,
  )
}

const ProfileForm = ({ form }: { form: Filled }) => (
  <Form action={peoplePaths.account} form={form} submit={editWords.save} labels={entryLabels}>
    <NameField form={form} />
    <LangField form={form} label={words.language} />
  </Form>
)

const AddressForm = ({ form, email }: { form: Filled; email: string }) => (
  <Form
    action={`${peoplePaths.account}/address`}
    form={form}
    submit={words.change}
    look="plain"
    labels={entryLabels}
  >
    <FormField
      type="email"
      name="email"
      label={words.newAddress}
      hint={words.addressHint(email)}
      form={form}
      autocomplete="email"
      required
    />
  </Form>
)

async function securityPage(c: C, form: Filled) {
  const me = await getMe(c.var.ctx)
  const { total } = await mySessions(c.var.ctx, { limit: 1 })
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
        {await sessions.view(c, {})}
        {total.value > 1 && <EndOthers />}
      </Section>
    </>,
  )
}

type PasswordProps = { form: Filled; email: string; hasPassword: boolean }

const PasswordForm = ({ form, email, hasPassword }: PasswordProps) => (
  <Form
    action={`${security}/password`}
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
        form={form}
        autocomplete="current-password"
        required
      />
    )}
    <NewPassword form={form} email={email} />
  </Form>
)

function Elsewhere({ name }: { name: string }) {
  return (
    <Section title={oidcWords.with(name)}>
      <Local as="p" class="quiet" text={oidcWords.linkHint} />
      <p class="entry-other">
        <ButtonLink
          href={withQuery(`${paths.signIn}/oidc`, { next: security })}
          icon="link"
          text={oidcWords.link(name)}
        />
      </p>
    </Section>
  )
}

function EndOthers() {
  return (
    <form method="post" action={`${security}/sessions/end`} class="form-actions">
      <Button look="plain" text={words.endOthers} />
    </form>
  )
}

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
