import { type Context as HonoContext, Hono } from 'hono'
import { z } from 'zod'
import type { Env } from '../../../web/env.ts'
import { setFlash } from '../../../web/flash.ts'
import { type Filled, filledWith, Form, submitted } from '../../../web/forms.tsx'
import { clientOf, setSession } from '../../../web/session.ts'
import { parseOrRefuse } from '../../../web/validate.ts'
import { askForReset, readReset, resetPassword } from '../actions/passwords.ts'
import { Email } from '../model/person.ts'
import { entryWords as words } from '../../words/pages.ts'
import { EmailField, entryLabels, entryPage, mailSentPage, NewPassword } from './entry.tsx'
import { peoplePaths } from '../../words/paths.ts'

type C = HonoContext<Env>

/** A forgotten password, and the page that the letter's link opens. */
export const passwordPages = new Hono<Env>()
  .get(peoplePaths.forgot, (c) => forgotPage(c, filledWith({ email: c.req.query('email') })))
  .post(peoplePaths.forgot, (c) =>
    submitted(
      c,
      async (form) => {
        const given = { email: form.value('email') }
        const { email } = parseOrRefuse(z.object({ email: Email }), given)
        await askForReset(c.var.ctx, email, clientOf(c))
        return mailSentPage(c, words.sentForgot)
      },
      (form) => forgotPage(c, form),
    ),
  )
  .get('/reset/:token', async (c) => resetPage(c, filledWith()))
  .post('/reset/:token', (c) =>
    submitted(
      c,
      async (form) => {
        const given = { secret: c.req.param('token'), password: form.value('password') }
        setSession(c, await resetPassword(c.var.ctx, given, clientOf(c)))
        setFlash(c, words.passwordSaved)
        return c.redirect(peoplePaths.account, 303)
      },
      (form) => resetPage(c, form),
    ),
  )

const forgotPage = (c: C, form: Filled) =>
  entryPage(
    c,
    { title: words.forgot, lead: words.forgotLead, status: form.status },
    <Form action={peoplePaths.forgot} form={form} submit={words.send} labels={entryLabels}>
      <EmailField form={form} />
    </Form>,
  )

async function resetPage(c: C, form: Filled) {
  const { email } = await readReset(c.var.ctx, c.req.param('token') ?? '')
  return entryPage(
    c,
    { title: words.reset, lead: words.resetFor(email), status: form.status },
    <Form action={c.req.path} form={form} submit={words.savePassword} labels={entryLabels}>
      <NewPassword form={form} email={email} />
    </Form>,
  )
}
