import { type Context as HonoContext, Hono } from 'hono'
import type { Env } from '../../../web/env.ts'
import { FormField } from '../../../web/components/form-field.tsx'
import { setFlash } from '../../../web/flash.ts'
import { type Filled, filledWith, Form, submitted } from '../../../web/forms.tsx'
import { useText } from '../../../web/lang.tsx'
import { paths } from '../../../web/paths.ts'
import { clientOf, setSession } from '../../../web/session.ts'
import { parseOrRefuse } from '../../../web/validate.ts'
import { confirmAddress } from '../actions/addresses.ts'
import { chooseInstitution } from '../../institutions/actions/institutions.ts'
import { finishRegistration, readVerification, register } from '../actions/registration.ts'
import { Registration } from '../model/person.ts'
import { entryWords as words } from '../../words/pages.ts'
import {
  EmailField,
  entryLabels,
  entryPage,
  mailSentPage,
  NameField,
  NewPassword,
} from './entry.tsx'
import { peoplePaths } from '../../words/paths.ts'

type C = HonoContext<Env>

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
  const institutions = await chooseInstitution(c.var.ctx)
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
          value={form.value('institution')}
          error={form.error('institution')}
          choices={institutions.map(({ id, nameZh, nameEn }) => ({
            value: id,
            label: { zh: nameZh, en: nameEn },
          }))}
        />
      </Form>
      <HaveAccount />
    </>,
  )
}

function HaveAccount() {
  const t = useText()
  return (
    <p class="entry-links">
      <a href={paths.signIn}>{t(words.haveAccount)}</a>
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
