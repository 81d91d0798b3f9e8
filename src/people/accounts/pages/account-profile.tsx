import { signedIn } from '../../../core/permission.ts'
import { type Context as HonoContext, Hono } from 'hono'
import { z } from 'zod'
import type { Env } from '../../../web/env.ts'
import { FormField } from '../../../web/components/form-field.tsx'
import { Section } from '../../../web/components/page-head.tsx'
import { setFlash } from '../../../web/flash.ts'
import { type Filled, filledWith, Form, submitted } from '../../../web/forms.tsx'
import { rememberLang } from '../../../web/preferences.ts'
import { parseOrRefuse } from '../../../web/validate.ts'
import { askForAddress } from '../actions/addresses.ts'
import { editProfile, getMe } from '../actions/people.ts'
import { Profile, Email } from '../model/person.ts'
import { accountWords as words } from '../words/account.ts'
import { accountPage } from './account-frame.tsx'
import { entryLabels, LangField, NameField } from './entry.tsx'
import { peoplePaths } from '../../words/paths.ts'

type C = HonoContext<Env>
type Forms = { profile?: Filled; address?: Filled }

/** Name, language and address. */
export const profilePages = new Hono<Env>()
  .get(peoplePaths.account, (c) => profilePage(c))
  .post(peoplePaths.account, (c) =>
    submitted(
      c,
      async (form) => {
        const given = { name: form.value('name'), lang: form.value('lang') }
        const profile = parseOrRefuse(Profile.required(), given)
        await editProfile(c.var.ctx, profile)
        rememberLang(c, profile.lang)
        setFlash(c, words.saved)
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
  <Form action={peoplePaths.account} form={form} submit={words.save} labels={entryLabels}>
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
      value={form.value('email')}
      error={form.error('email')}
      autocomplete="email"
      required
    />
  </Form>
)
