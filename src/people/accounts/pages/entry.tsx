import type { Context as HonoContext } from 'hono'
import type { Child } from 'hono/jsx'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { LocalText, Text } from '../../../core/text.ts'
import { ButtonLink } from '../../../web/components/button.tsx'
import { FormField } from '../../../web/components/form-field.tsx'
import { PageHead } from '../../../web/components/navigation.tsx'
import type { Env } from '../../../web/env.ts'
import type { Filled } from '../../../web/forms.tsx'
import { Local } from '../../../web/lang.tsx'
import { page } from '../../../web/page.tsx'
import { passwordWords } from '../words/passwords.ts'
import { entryWords as words } from '../../words/pages.ts'
import { mailPaths } from '../../../mail/words.ts'
import { langNames } from '../../words/names.ts'

type Entry = { title: Text; lead?: LocalText; status?: ContentfulStatusCode }

/** A page that one passes on the way in. Its address may hold a secret, which no other site is to learn. */
export function entryPage(
  c: HonoContext<Env>,
  { title, lead, status = 200 }: Entry,
  body: Child,
): Response | Promise<Response> {
  c.header('cache-control', 'no-store')
  c.header('referrer-policy', 'same-origin')
  return page(
    c,
    { title: title[c.var.ctx.lang], crumbs: [{ text: title }], width: 'reading', status },
    <div class="entry">
      <PageHead title={title} {...(lead && { lead })} />
      {body}
    </div>,
  )
}

/** “Look into your mail”: the same whether there is an account or not. */
export function mailSentPage(c: HonoContext<Env>, lead: Text) {
  return entryPage(
    c,
    { title: words.sentTitle, lead },
    <>
      <Local as="p" class="quiet" text={words.notArrived} />
      {c.var.services.demo && <OutboxLink />}
    </>,
  )
}

function OutboxLink() {
  return (
    <p>
      <ButtonLink href={mailPaths.outbox} icon="mail" text={words.openOutbox} />
    </p>
  )
}

/** A new password, with what makes a good one. `email` lets password managers keep the two together. */
export function NewPassword({ form, email }: { form: Filled; email: string }) {
  return (
    <>
      <input type="email" name="username" value={email} autocomplete="username" hidden />
      <FormField
        type="password"
        name="password"
        label={words.newPassword}
        hint={passwordWords.hint}
        form={form}
        autocomplete="new-password"
        required
      />
    </>
  )
}

export const EmailField = ({ form }: { form: Filled }) => (
  <FormField
    type="email"
    name="email"
    label={words.email}
    form={form}
    autocomplete="email"
    required
  />
)

export const NameField = ({ form }: { form: Filled }) => (
  <FormField
    name="name"
    label={words.name}
    form={form}
    maxLength={100}
    autocomplete="name"
    required
  />
)

export const LangField = ({ form, label }: { form: Filled; label: LocalText }) => (
  <FormField
    type="select"
    name="lang"
    label={label}
    form={form}
    choices={Object.entries(langNames).map(([value, name]) => ({ value, label: name }))}
    required
  />
)

export const entryLabels = {
  email: words.email,
  password: words.newPassword,
  name: words.name,
  institution: words.institution,
  current: words.currentPassword,
}
