import { signedIn } from '../../../core/permission.ts'
import { type Context as HonoContext, Hono } from 'hono'
import type { Text } from '../../../core/text.ts'
import type { Column } from '../../../web/components/table.tsx'
import type { Env } from '../../../web/env.ts'
import { Section } from '../../../web/components/navigation.tsx'
import { SmallForm } from '../../../web/components/small-form.tsx'
import { EntityForm } from '../../../web/fields.tsx'
import { setFlash } from '../../../web/flash.ts'
import { type Filled, filledIn, submitted } from '../../../web/forms.tsx'
import { Rows } from '../../../web/columns.tsx'
import { parseOrRefuse } from '../../../web/validate.ts'
import { columnWords } from '../../../web/words.ts'
import { askToJoin, endMembership } from '../../members/actions/institutions.ts'
import { joinForm } from '../../members/model.ts'
import { institutionChoices } from '../../pages/choices.ts'
import { getMe } from '../actions/people.ts'
import { accountWords as words } from '../words/account.ts'
import { labRoleNames, roleNames } from '../../words/names.ts'
import { accountPage } from './account-frame.tsx'
import { peoplePaths } from '../../words/paths.ts'

type C = HonoContext<Env>
const here = `${peoplePaths.account}/memberships`

/** What other areas have for the members of a lab: links for each lab, and one for all of them. */
export type LabLinks = {
  ofLab: readonly { text: Text; href: (labId: string) => string }[]
  ofAll: { text: Text; href: string }
}

/** Institutions that I belong to, and what I am in labs and for institutions. */
export const membershipPages = (links: LabLinks) =>
  new Hono<Env>()
    .get(here, (c) =>
      membershipsPage(
        c,
        links,
        filledIn(joinForm.open({ institution: c.req.query('institution') })),
      ),
    )
    .post(here, (c) =>
      submitted(
        c,
        async ({ typed }) => {
          const { institution, title = null } = parseOrRefuse(joinForm.schema, joinForm.read(typed))
          const { isApproved } = await askToJoin(c.var.ctx, institution, title)
          setFlash(c, isApproved ? words.joined : words.asked)
          return c.redirect(here, 303)
        },
        (form) => membershipsPage(c, links, form),
      ),
    )
    .post(`${here}/:id/end`, async (c) => {
      await endMembership(c.var.ctx, c.req.param('id'), signedIn(c.var.ctx).personId)
      setFlash(c, words.left)
      return c.redirect(here, 303)
    })

async function membershipsPage(c: C, links: LabLinks, form: Filled) {
  const { ctx } = c.var
  const { memberships, roles, labs } = await getMe(ctx)
  const all = await institutionChoices(ctx)
  const others = all.filter(({ value }) =>
    memberships.every(({ institution }) => institution.id !== value),
  )
  return accountPage(
    c,
    { text: words.belonging, status: form.status },
    <>
      <Section title={words.institutions}>
        <Rows
          {...{ title: words.institutions, none: words.noInstitutions }}
          {...{ columns, rows: memberships }}
        />
      </Section>
      <Section title={words.join}>
        <EntityForm
          {...{ of: joinForm, form, action: here, submit: words.joinButton, look: 'plain' }}
          choices={{ institution: others }}
        />
      </Section>
      <Section title={words.labs} more={links.ofAll}>
        <Rows
          {...{ title: words.labs, none: words.noLabs }}
          {...{ columns: labColumns(links), rows: labs }}
        />
      </Section>
      <Section title={words.roles}>
        <Rows
          {...{ title: words.roles, none: words.noRoles }}
          {...{ columns: roleColumns, rows: roles }}
        />
      </Section>
    </>,
  )
}

type Me = Awaited<ReturnType<typeof getMe>>
type Columns<Row> = Readonly<Record<string, Column<Row>>>

const columns: Columns<Me['memberships'][number]> = {
  name: {
    label: words.institutions,
    text: ({ institution }) => institution.name,
    href: ({ institution }) => peoplePaths.institution(institution.id),
  },
  title: { label: words.title, text: ({ title }) => title },
  state: {
    label: columnWords.state,
    state: ({ approvedAt }) =>
      approvedAt ? { tone: 'good', text: words.member } : { tone: 'caution', text: words.waiting },
  },
  leave: {
    label: columnWords.action,
    cell: ({ institution }) => (
      <SmallForm
        action={`${here}/${institution.id}/end`}
        text={words.leave}
        of={[institution.name]}
        look="danger"
        about={words.leaveAbout}
      />
    ),
  },
}

const labColumns = ({ ofLab }: LabLinks): Columns<Me['labs'][number]> => ({
  name: { label: words.labs, text: ({ lab }) => lab.name },
  ...Object.fromEntries(
    ofLab.map(({ text, href }, index) => [
      `link-${index}`,
      {
        label: text,
        text: () => text,
        href: ({ lab }: { lab: { id: string } }) => href(lab.id),
      },
    ]),
  ),
  role: { label: words.roles, text: ({ role }) => labRoleNames[role] },
})

const roleColumns: Columns<Me['roles'][number]> = {
  role: { label: words.roles, text: ({ role }) => roleNames[role] },
  of: {
    label: words.institutions,
    text: ({ institution, collection }) => (institution ?? collection)?.name ?? null,
  },
}
