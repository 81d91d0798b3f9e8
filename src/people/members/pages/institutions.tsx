import { signedIn } from '../../../core/permission.ts'
import { type Context as HonoContext, Hono } from 'hono'
import { z } from 'zod'
import { operation } from '../../../web/api.ts'
import type { Column } from '../../../web/components/table.tsx'
import { Day } from '../../../web/components/values.tsx'
import { Section } from '../../../web/components/navigation.tsx'
import type { Env } from '../../../web/env.ts'
import { EntityForm } from '../../../web/fields.tsx'
import { setFlash } from '../../../web/flash.ts'
import { ActButton, type Filled, filledIn, submitted } from '../../../web/forms.tsx'
import { Local } from '../../../web/lang.tsx'
import { list, noFilters } from '../../../web/list.tsx'
import { page } from '../../../web/page.tsx'
import { Rows } from '../../../web/columns.tsx'
import { surfaces } from '../../../web/surfaces.ts'
import { parsed, parseOrRefuse } from '../../../web/validate.ts'
import { columnWords } from '../../../web/words.ts'
import { write } from '../../../web/write.tsx'
import { invite, waitingInvitations } from '../../accounts/actions/invitations.ts'
import { accountWords } from '../../accounts/words/account.ts'
import { roleNames } from '../../words/names.ts'
import { peoplePaths } from '../../words/paths.ts'
import { getInstitution } from '../../institutions/actions.ts'
import {
  approveMembership,
  askToJoin,
  endMembership,
  searchMembers,
} from '../actions/institutions.ts'
import { invitationForm, JoinRequest, joinForm, MemberAnswer, NewInvitation } from '../model.ts'
import { institutionWords } from '../../institutions/words.ts'
import { memberWords as words } from '../words.ts'

type C = HonoContext<Env>
const tag = 'institutions'
const path = '/institutions/:id/people'
const hrefOf = ({ id }: { id: string }) => `${peoplePaths.institution(id)}/people`

const members = list({
  path: '/institutions/:id/members',
  tag,
  summary: 'Members, and who waits to be one; for curators of the institution',
  refuses: [401, 403],
  title: words.people,
  empty: { title: words.noPeople },
  item: MemberAnswer,
  filters: noFilters,
  query: searchMembers,
  columns: {
    name: { label: words.name, text: ({ person }) => person.name },
    email: { label: words.email, text: ({ person }) => person.email },
    title: { label: joinForm.labels.title, text: ({ title }) => title },
    asked: { label: words.askedAt, moment: ({ askedAt }) => askedAt },
    state: {
      label: columnWords.state,
      state: ({ approvedAt }) =>
        approvedAt
          ? { tone: 'good', text: accountWords.member }
          : { tone: 'caution', text: accountWords.waiting },
    },
    action: {
      label: columnWords.action,
      cell: ({ person, institutionId, approvedAt }) => {
        const base = `${hrefOf({ id: institutionId })}/${person.id}`
        return (
          approvedAt === null && (
            <span class="acts">
              <ActButton action={`${base}/approval`} text={words.accept} />
              <ActButton action={`${base}/end`} text={words.refuse} look="quiet" />
            </span>
          )
        )
      },
    },
  },
})

const approval = write({
  path: '/institutions/:id/members/:person/approval',
  tag,
  summary: 'Accept somebody who asked to join',
  does: (ctx, _, { id, person }) => approveMembership(ctx, id, person),
  at: `${path}/:person/approval`,
  flash: () => words.accepted,
  next: hrefOf,
})

const end = write({
  path: '/institutions/:id/members/:person',
  method: 'delete',
  tag,
  summary: 'End a membership, or refuse who asked for one; one’s own too',
  does: (ctx, _, { id, person }) => endMembership(ctx, id, person),
  at: `${path}/:person/end`,
  flash: () => words.refused,
  next: hrefOf,
})

const { api, pages } = surfaces(members, approval, end)

/** Who belongs to an institution. */
export const memberRoutes = new Hono<Env>()
  .route('/', api)
  .post(
    '/institutions/:id/membership',
    operation({
      summary: 'Ask to belong to an institution',
      tag,
      answers: { 201: z.object({ approved: z.boolean() }) },
      refuses: [409],
    }),
    parsed('json', JoinRequest),
    async (c) => {
      const { title = null } = c.req.valid('json')
      const { isApproved } = await askToJoin(c.var.ctx, c.req.param('id'), title)
      return c.json({ approved: isApproved }, 201)
    },
  )
  .post(
    '/invitations',
    operation({
      summary: 'Invite an address to an institution, as a member, curator or steward',
      tag,
      answers: { 202: null },
      refuses: [404, 409, 429],
    }),
    parsed('json', NewInvitation),
    async (c) => {
      await invite(c.var.ctx, c.req.valid('json'))
      return c.body(null, 202)
    },
  )

/** An institution's people, for who keeps them: members, who waits, who is invited. */
export const institutionPeoplePages = new Hono<Env>()
  .get(path, (c) =>
    peoplePage(c, filledIn(invitationForm.open({ role: 'member', lang: c.var.ctx.lang }))),
  )
  .post(`${path}/invitations`, (c) =>
    submitted(
      c,
      async ({ typed }) => {
        const institution = c.req.param('id')
        const invited = { ...invitationForm.read(typed), institution }
        const input = parseOrRefuse(NewInvitation, invited)
        await invite(c.var.ctx, input)
        setFlash(c, words.invited(input.email))
        return c.redirect(hrefOf({ id: institution }), 303)
      },
      (form) => peoplePage(c, form),
    ),
  )
  .route('/', pages)

async function peoplePage(c: C, form: Filled) {
  const { ctx } = c.var
  signedIn(ctx)
  const { id, name } = await getInstitution(ctx, c.req.param('id') ?? '')
  const invitations = await waitingInvitations(ctx, id)
  const crumbs = [
    { text: institutionWords.institutions, href: peoplePaths.institutions },
    { text: name, href: peoplePaths.institution(id) },
  ]
  return page(
    c,
    { title: words.people, lead: name, crumbs, status: form.status },
    <>
      {await members.view(c, { of: { id } })}
      <Section title={words.invite}>
        <Local as="p" class="quiet" text={words.inviteLead} />
        <EntityForm
          of={invitationForm}
          form={form}
          action={`${hrefOf({ id })}/invitations`}
          submit={words.invite}
        />
      </Section>
      <Section title={words.pendingInvitations}>
        <Rows
          {...{ title: words.pendingInvitations, none: words.noInvitations }}
          rows={invitations}
          columns={invitationColumns}
        />
      </Section>
    </>,
  )
}

type Invitation = Awaited<ReturnType<typeof waitingInvitations>>[number]

const invitationColumns: Readonly<Record<string, Column<Invitation>>> = {
  email: { label: words.email, text: ({ payload }) => payload.email },
  role: { label: words.role, text: ({ payload }) => roleNames[payload.role] },
  until: { label: words.until, cell: ({ expiresAt }) => <Day when={expiresAt} /> },
}
