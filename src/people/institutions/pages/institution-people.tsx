import { signedIn } from '../../../core/permission.ts'
import { type Context as HonoContext, Hono } from 'hono'
import type { Env } from '../../../web/env.ts'
import { PageHead, Section } from '../../../web/components/page-head.tsx'
import { setFlash } from '../../../web/flash.ts'
import { type Filled, filledWith, submitted } from '../../../web/forms.tsx'
import { page } from '../../../web/page.tsx'
import { parseOrRefuse } from '../../../web/validate.ts'
import { allowManagerToRead } from '../../roles/actions/allow.ts'
import { getInstitution } from '../actions/institutions.ts'
import { invite, waitingInvitations } from '../../accounts/actions/invitations.ts'
import {
  approveMembership,
  endMembership,
  searchMembers,
  waitingMembers,
} from '../actions/memberships.ts'
import { NewInvitation } from '../../accounts/model/person.ts'
import { institutionWords as words } from '../words.ts'
import { InvitationList, InviteForm, MemberList, WaitingList } from './institution-tables.tsx'
import { Onwards, pageLimit } from '../../accounts/pages/lists.tsx'
import { peoplePaths } from '../../words/paths.ts'

type C = HonoContext<Env>
const path = '/institutions/:id/people'
const here = (c: C) => `/institutions/${c.req.param('id')}/people`

/** An institution's people, for who keeps them: members, who waits, who is invited. */
export const institutionPeoplePages = new Hono<Env>()
  .get(path, (c) => peoplePage(c, filledWith({ role: 'member', lang: c.var.ctx.lang })))
  .post(`${path}/invitations`, (c) =>
    submitted(
      c,
      async (form) => {
        const input = parseOrRefuse(NewInvitation, {
          institution: c.req.param('id'),
          email: form.value('email'),
          role: form.value('role'),
          lang: form.value('lang'),
        })
        await invite(c.var.ctx, input)
        setFlash(c, words.invited(input.email))
        return c.redirect(here(c), 303)
      },
      (form) => peoplePage(c, form),
    ),
  )
  .post(`${path}/:person/approval`, async (c) => {
    await approveMembership(c.var.ctx, c.req.param('id'), c.req.param('person'))
    setFlash(c, words.accepted)
    return c.redirect(here(c), 303)
  })
  .post(`${path}/:person/end`, async (c) => {
    await endMembership(c.var.ctx, c.req.param('id'), c.req.param('person'))
    setFlash(c, words.refused)
    return c.redirect(here(c), 303)
  })

async function peoplePage(c: C, form: Filled) {
  const { ctx } = c.var
  signedIn(ctx)
  const institution = await getInstitution(ctx, c.req.param('id') ?? '')
  const { id } = institution
  allowManagerToRead(ctx, id)
  const after = c.req.query('after')
  const { items, next } = await searchMembers(ctx, id, { limit: pageLimit, after })
  const waiting = (await waitingMembers(ctx, id)).map((one) => ({ ...one, here: here(c) }))
  const invitations = await waitingInvitations(ctx, id)
  const name = { zh: institution.nameZh, en: institution.nameEn }
  const crumbs = [
    { text: words.institutions, href: peoplePaths.institutions },
    { text: name, href: peoplePaths.institution(id) },
    { text: words.people },
  ]
  return page(
    c,
    { title: words.people[ctx.lang], crumbs, status: form.status },
    <>
      <PageHead title={words.people} lead={name} />
      {waiting.length > 0 && <WaitingList rows={waiting} />}
      <MemberList rows={items}>
        <Onwards here={c.req.url} next={next} />
      </MemberList>
      <Section title={words.invite}>
        <InviteForm action={`${here(c)}/invitations`} form={form} />
      </Section>
      {invitations.length > 0 && <InvitationList rows={invitations} />}
    </>,
  )
}
