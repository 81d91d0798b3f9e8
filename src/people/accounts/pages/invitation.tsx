import { type Context as HonoContext, Hono } from 'hono'
import { inLang } from '../../../core/text.ts'
import type { Env } from '../../../web/env.ts'
import { Toast } from '../../../web/components/toast.tsx'
import { setFlash } from '../../../web/flash.ts'
import { type Filled, filledWith, Form, submitted } from '../../../web/forms.tsx'
import { paths, withQuery } from '../../../web/paths.ts'
import { clientOf, setSession } from '../../../web/session.ts'
import { parseOrRefuse } from '../../../web/validate.ts'
import { acceptInvitation, readInvitation } from '../actions/invitations.ts'
import { PersonName } from '../model/person.ts'
import { roleNames } from '../../words/names.ts'
import { entryWords as words } from '../../words/pages.ts'
import { refusalWords } from '../../words/refusals.ts'
import { entryLabels, entryPage, NameField, NewPassword } from './entry.tsx'
import { z } from 'zod'
import { peoplePaths } from '../../words/paths.ts'

type C = HonoContext<Env>

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
  const name = { zh: institution.nameZh, en: institution.nameEn }
  const isSignedIn = session !== undefined || c.var.ctx.actor.type === 'person'
  if (session) setSession(c, session)
  setFlash(c, isSignedIn ? words.accepted(inLang(name, c.var.ctx.lang)) : words.acceptedSignIn)
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
  const name = inLang({ zh: institution.nameZh, en: institution.nameEn }, lang)
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
