import { Local } from '../../../web/lang.tsx'
import { type Context as HonoContext, Hono } from 'hono'
import { z } from 'zod'
import { inLang } from '../../../core/text.ts'
import {
  confirmAddress,
  finishRegistration,
  readVerification,
  register,
} from '../actions/registration.ts'
import { acceptInvitation, readInvitation } from '../actions/invitations.ts'
import { askForReset, readReset, resetPassword } from '../actions/passwords.ts'
import { Email, PersonName, Registration } from '../model/person.ts'
import {
  EmailField,
  NameField,
  NewPassword,
  entryLabels,
  entryPage,
  mailSentPage,
} from './entry.tsx'
import { institutionChoices } from '../../pages/choices.ts'
import { roleNames } from '../../words/names.ts'
import { entryWords as words } from '../../words/pages.ts'
import { peoplePaths } from '../../words/paths.ts'
import { refusalWords } from '../../words/refusals.ts'
import { FormField } from '../../../web/components/form-field.tsx'
import { Toast } from '../../../web/components/messages.tsx'
import type { Env } from '../../../web/env.ts'
import { setFlash } from '../../../web/flash.ts'
import { type Filled, Form, filledWith, submitted } from '../../../web/forms.tsx'
import { paths, withQuery } from '../../../web/paths.ts'
import { clientOf, setSession } from '../../../web/session.ts'
import { parseOrRefuse } from '../../../web/validate.ts'

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
        const given = {
          secret: c.req.param('token'),
          password: form.value('password'),
          keepAccess: keepsAccess(form),
        }
        setSession(c, await resetPassword(c.var.ctx, given, clientOf(c)))
        setFlash(c, words.passwordSaved)
        return c.redirect(peoplePaths.account, 303)
      },
      (form) => resetPage(c, form),
    ),
  )

/** Only who saw the box can have unticked it. */
const keepsAccess = (form: Filled) =>
  form.value('asksAccess') !== '' && form.value('endAccess') === ''

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
      <input type="hidden" name="asksAccess" value="true" />
      <FormField
        type="checkbox"
        name="endAccess"
        label={words.endAccess}
        hint={words.endAccessHint}
        checked={!keepsAccess(form)}
      />
    </Form>,
  )
}

/** Registering by oneself, and the page that the letter's link opens. */
export const registrationPages = new Hono<Env>()
  .get(peoplePaths.register, (c) =>
    registerPage(c, filledWith({ institution: c.req.query('institution') })),
  )
  .post(peoplePaths.register, (c) =>
    submitted(
      c,
      async (form) => {
        const institution = form.value('institution')
        const input = parseOrRefuse(Registration, {
          name: form.value('name'),
          email: form.value('email'),
          ...(institution && { institution }),
        })
        await register(c.var.ctx, input, clientOf(c))
        return mailSentPage(c, words.sentRegister)
      },
      (form) => registerPage(c, form),
    ),
  )
  .get('/verify/:token', async (c) => verifyPage(c, filledWith()))
  .post('/verify/:token', (c) =>
    submitted(
      c,
      (form) => verify(c, form),
      (form) => verifyPage(c, form),
    ),
  )

async function registerPage(c: C, form: Filled) {
  const choices = await institutionChoices(c.var.ctx)
  return entryPage(
    c,
    { title: words.register, lead: words.registerLead, status: form.status },
    <>
      <Form action={peoplePaths.register} form={form} submit={words.send} labels={entryLabels}>
        <NameField form={form} />
        <EmailField form={form} />
        <FormField
          type="select"
          name="institution"
          label={words.institution}
          hint={words.institutionHint}
          form={form}
          choices={choices}
        />
      </Form>
      <HaveAccount />
    </>,
  )
}

function HaveAccount() {
  return (
    <p class="entry-links">
      <Local as="a" href={paths.signIn} text={words.haveAccount} />
    </p>
  )
}

async function verify(c: C, form: Filled) {
  const secret = c.req.param('token') ?? ''
  const about = await readVerification(c.var.ctx, secret)
  if (about.type === 'address') {
    await confirmAddress(c.var.ctx, secret, clientOf(c))
    setFlash(c, words.addressConfirmed(about.email))
    return c.redirect(peoplePaths.account, 303)
  }
  const given = { secret, password: form.value('password') }
  setSession(c, await finishRegistration(c.var.ctx, given, clientOf(c)))
  setFlash(c, words.registered)
  return c.redirect(peoplePaths.account, 303)
}

/** Opening the link changes nothing: mailboxes open links too, to look for harm. The button does. */
async function verifyPage(c: C, form: Filled) {
  const about = await readVerification(c.var.ctx, c.req.param('token') ?? '')
  const { status } = form
  if (about.type === 'address')
    return entryPage(
      c,
      { title: words.confirmAddress, lead: words.confirmAddressLead(about.email), status },
      <Form action={c.req.path} form={form} submit={words.confirm} />,
    )
  return entryPage(
    c,
    {
      title: words.welcome(about.name),
      lead: words.finishLead(about.email),
      status,
    },
    <Form action={c.req.path} form={form} submit={words.finish} labels={entryLabels}>
      <NewPassword form={form} email={about.email} />
    </Form>,
  )
}

/** The page that an invitation's link opens: a new account, or one click for who has one. */
export const invitationPages = new Hono<Env>()
  .get('/invitations/:token', (c) => invitationPage(c, filledWith()))
  .post('/invitations/:token', (c) =>
    submitted(
      c,
      (form) => accept(c, form),
      (form) => invitationPage(c, form),
    ),
  )

async function accept(c: C, form: Filled) {
  const secret = c.req.param('token') ?? ''
  const { institution, isKnown } = await readInvitation(c.var.ctx, secret)
  const given = isKnown ? {} : newPersonIn(form)
  const session = await acceptInvitation(c.var.ctx, { secret, ...given }, clientOf(c))
  const isSignedIn = session !== undefined || c.var.ctx.actor.type === 'person'
  if (session) setSession(c, session)
  setFlash(
    c,
    isSignedIn ? words.accepted(inLang(institution.name, c.var.ctx.lang)) : words.acceptedSignIn,
  )
  const here = peoplePaths.institution(institution.id)
  return c.redirect(isSignedIn ? here : withQuery(paths.signIn, { next: here }), 303)
}

function newPersonIn(form: Filled) {
  const { name } = parseOrRefuse(z.object({ name: PersonName }), { name: form.value('name') })
  return { name, password: form.value('password') }
}

async function invitationPage(c: C, form: Filled) {
  const { lang } = c.var.ctx
  const invitation = await readInvitation(c.var.ctx, c.req.param('token') ?? '')
  const { institution, role, email, isKnown, isOther } = invitation
  const name = inLang(institution.name, lang)
  const about = { title: words.invitation, lead: words.invitationLead(name, roleNames[role][lang]) }
  if (isOther)
    return entryPage(
      c,
      { ...about, status: 403 },
      <Toast text={refusalWords.otherPersonSignedIn} tone="danger" />,
    )
  return entryPage(
    c,
    { ...about, status: form.status },
    <Form
      action={c.req.path}
      form={form}
      submit={isKnown ? words.accept : words.acceptAndRegister}
      labels={entryLabels}
    >
      {!isKnown && (
        <>
          <NameField form={form} />
          <NewPassword form={form} email={email} />
        </>
      )}
    </Form>,
  )
}
