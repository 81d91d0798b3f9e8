import { type Context as HonoContext, Hono } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { Problem } from '../../../core/problem.ts'
import type { Env } from '../../../web/env.ts'
import { ButtonLink } from '../../../web/components/button.tsx'
import { FormField } from '../../../web/components/form-field.tsx'
import { PageHead } from '../../../web/components/navigation.tsx'
import { type Filled, filledWith, Form, submitted } from '../../../web/forms.tsx'
import { setFlash } from '../../../web/flash.ts'
import { Local } from '../../../web/lang.tsx'
import { page } from '../../../web/page.tsx'
import { ownPath, paths, withQuery } from '../../../web/paths.ts'
import {
  clientOf,
  dropSession,
  isHttps,
  sessionSecretOf,
  setSession,
  writable,
} from '../../../web/session.ts'
import { beginOidc, completeOidc } from '../actions/oidc.ts'
import { signIn, signOut } from '../actions/sessions.ts'
import { demoPassword, demoSignIns } from '../rules/demo.ts'
import { normalizedEmail } from '../rules/email.ts'
import { oidcWords } from '../words/oidc.ts'
import { entryWords as words } from '../../words/pages.ts'
import { peoplePaths } from '../../words/paths.ts'

type C = HonoContext<Env>

const oidcCookie = 'hexi_oidc'
const oidcPath = `${paths.signIn}/oidc`

/** Signing in, here or elsewhere, and out. */
export const signInPages = new Hono<Env>()
  .get(paths.signIn, async (c) =>
    c.var.ctx.actor.type === 'person'
      ? c.redirect(nextIn(c), 303)
      : signInPage(c, filledWith({ next: nextIn(c) })),
  )
  .post(paths.signIn, (c) =>
    submitted(
      c,
      async (form) => {
        const given = {
          email: normalizedEmail(form.value('email')),
          password: form.value('password'),
          demo: c.var.services.demo,
        }
        setSession(c, await signIn(c.var.ctx, given, clientOf(c)))
        return c.redirect(nextOf(form.value('next')), 303)
      },
      (form) => signInPage(c, form),
    ),
  )
  .post(paths.signOut, async (c) => {
    const secret = sessionSecretOf(c)
    if (secret) await signOut(c.var.ctx, secret)
    dropSession(c)
    setFlash(c, words.signedOut)
    return c.redirect(paths.home, 303)
  })
  .get(oidcPath, async (c) => {
    const { oidc } = c.var.services
    if (!oidc) return c.notFound()
    const journey = { next: nextIn(c), from: clientOf(c) }
    const { url, state } = await beginOidc(writable(c), oidc, journey)
    setCookie(c, oidcCookie, state, {
      path: oidcPath,
      httpOnly: true,
      sameSite: 'Lax',
      secure: isHttps(c),
      maxAge: 15 * 60,
    })
    return c.redirect(url, 303)
  })
  .get(`${oidcPath}/callback`, async (c) => {
    const { oidc } = c.var.services
    if (!oidc) return c.notFound()
    const state = getCookie(c, oidcCookie)
    deleteCookie(c, oidcCookie, { path: oidcPath })
    if (!state) throw new Problem('forbidden', oidcWords.refused)
    const { search } = new URL(c.req.url)
    const answer = { query: search, state, from: clientOf(c) }
    const { secret, next } = await completeOidc(writable(c), oidc, answer)
    setSession(c, secret)
    return c.redirect(nextOf(next), 303)
  })

/** Where to go on afterwards: a page of this site, and never the way in or out itself; today's work where none was asked for. */
function nextOf(asked: unknown): string {
  const next = ownPath(asked)
  const isAsked = ![paths.signIn, paths.signOut].some((way) => next.startsWith(way))
  return isAsked && next !== paths.home ? next : paths.today
}

const nextIn = (c: C): string => nextOf(c.req.query('next') ?? c.req.query('back'))

function signInPage(c: C, form: Filled) {
  const { lang } = c.var.ctx
  const { oidc, demo } = c.var.services
  const next = nextOf(form.value('next'))
  c.header('cache-control', 'no-store')
  return page(
    c,
    {
      title: words.signIn[lang],
      crumbs: [{ text: words.signIn }],
      width: 'reading',
      status: form.status,
    },
    <div class="entry">
      <PageHead title={words.signIn} lead={words.signInLead} />
      {/* Asked for when a session ran out, too: the way back is kept. */}
      <SignInForm form={form} next={next} />
      {oidc && (
        <p class="entry-other">
          <ButtonLink href={withQuery(oidcPath, { next })} icon="key">
            {oidcWords.with(oidc.name)[lang]}
          </ButtonLink>
        </p>
      )}
      <EntryLinks />
      {demo && <DemoSignIns />}
    </div>,
  )
}

function SignInForm({ form, next }: { form: Filled; next: string }) {
  return (
    <Form action={paths.signIn} form={form} submit={words.signIn}>
      <input type="hidden" name="next" value={next} />
      <FormField
        type="email"
        name="email"
        label={words.email}
        form={form}
        autocomplete="username"
        required
      />
      <FormField
        type="password"
        name="password"
        label={words.password}
        autocomplete="current-password"
        required
      />
    </Form>
  )
}

function EntryLinks() {
  return (
    <p class="entry-links">
      <Local as="a" href={peoplePaths.forgot} text={words.forgotLink} />
      <Local as="a" href={peoplePaths.register} text={words.registerLink} />
    </p>
  )
}

function DemoSignIns() {
  return (
    <section class="entry-demo tone-note">
      <Local as="h2" text={words.demoTitle} />
      <Local as="p" text={words.demoHint(demoPassword)} />
      <ul>
        {Object.values(demoSignIns).map((email) => (
          <li>
            <code>{email}</code>
          </li>
        ))}
      </ul>
    </section>
  )
}
