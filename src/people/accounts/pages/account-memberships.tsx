import { signedIn } from '../../../core/permission.ts'
import { optionalText, idOf } from '../../../core/shapes.ts'
import { type Context as HonoContext, Hono } from 'hono'
import { z } from 'zod'
import type { LocalText, Text } from '../../../core/text.ts'
import type { Env } from '../../../web/env.ts'
import { FormField } from '../../../web/components/form-field.tsx'
import { Section } from '../../../web/components/page-head.tsx'
import { StateBadge } from '../../../web/components/state-badge.tsx'
import { type Column, Table } from '../../../web/components/table.tsx'
import { setFlash } from '../../../web/flash.ts'
import { ActButton, type Filled, filledWith, Form, submitted } from '../../../web/forms.tsx'
import { Local } from '../../../web/lang.tsx'
import { parseOrRefuse } from '../../../web/validate.ts'
import { chooseInstitution } from '../../institutions/actions/institutions.ts'
import { askToJoin, endMembership } from '../../institutions/actions/memberships.ts'
import { getMe } from '../actions/people.ts'
import { accountWords as words } from '../words/account.ts'
import { labRoleNames, roleNames } from '../../words/names.ts'
import { refusalWords } from '../../words/refusals.ts'
import { accountPage } from './account-frame.tsx'
import { peoplePaths } from '../../words/paths.ts'

type C = HonoContext<Env>
const here = `${peoplePaths.account}/memberships`

const Joining = z.object({
  institution: idOf(refusalWords.noInstitution),
  title: optionalText(100),
})

/** What other areas have for the members of a lab: links for each lab, and one for all of them. */
export type LabLinks = {
  ofLab: readonly { text: Text; href: (labId: string) => string }[]
  ofAll: { text: Text; href: string }
}

/** Institutions that I belong to, and what I am in labs and for institutions. */
export const membershipPages = (links: LabLinks) =>
  new Hono<Env>()
    .get(here, (c) =>
      membershipsPage(c, links, filledWith({ institution: c.req.query('institution') })),
    )
    .post(here, (c) =>
      submitted(
        c,
        async (form) => {
          const given = { institution: form.value('institution'), title: form.value('title') }
          const { institution, title } = parseOrRefuse(Joining, given)
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
  const { memberships, roles, labs } = await getMe(c.var.ctx)
  const known = new Set(memberships.map(({ id }) => id))
  const open = (await chooseInstitution(c.var.ctx)).filter(({ id }) => !known.has(id))
  return accountPage(
    c,
    { text: words.belonging, status: form.status },
    <>
      <Section title={words.institutions}>
        <Listed
          caption={words.institutions}
          none={words.noInstitutions}
          columns={columns}
          rows={memberships}
        />
      </Section>
      <Section title={words.join}>
        <JoinForm form={form} open={open} />
      </Section>
      <Section title={words.labs} more={links.ofAll}>
        <Listed caption={words.labs} none={words.noLabs} columns={labColumns(links)} rows={labs} />
      </Section>
      <Section title={words.roles}>
        <Listed caption={words.roles} none={words.noRoles} columns={roleColumns} rows={roles} />
      </Section>
    </>,
  )
}

type ListedProps<Row> = {
  caption: LocalText
  none: LocalText
  columns: readonly Column<Row>[]
  rows: readonly Row[]
}

function Listed<Row>({ caption, none, columns: shown, rows }: ListedProps<Row>) {
  if (rows.length > 0) return <Table caption={caption} captionUnseen columns={shown} rows={rows} />
  return (
    <p class="quiet">
      <Local text={none} />
    </p>
  )
}

type Open = Awaited<ReturnType<typeof chooseInstitution>>

const JoinForm = ({ form, open }: { form: Filled; open: Open }) => (
  <Form
    action={here}
    form={form}
    submit={words.joinButton}
    look="plain"
    labels={{ institution: words.institutions, title: words.title }}
  >
    <FormField
      type="select"
      name="institution"
      label={words.institutions}
      value={form.value('institution')}
      error={form.error('institution')}
      choices={open.map(({ id, nameZh, nameEn }) => ({
        value: id,
        label: { zh: nameZh, en: nameEn },
      }))}
      required
    />
    <FormField
      name="title"
      label={words.title}
      value={form.value('title')}
      error={form.error('title')}
      maxLength={100}
    />
  </Form>
)

type Me = Awaited<ReturnType<typeof getMe>>

const columns: Column<Me['memberships'][number]>[] = [
  {
    key: 'name',
    label: words.institutions,
    head: true,
    cell: ({ id, name }) => (
      <a href={peoplePaths.institution(id)}>
        <Local text={name} />
      </a>
    ),
  },
  { key: 'title', label: words.title, cell: ({ title }) => title },
  {
    key: 'state',
    label: words.state,
    cell: ({ approvedAt }) =>
      approvedAt ? (
        <StateBadge tone="good" text={words.member} />
      ) : (
        <StateBadge tone="caution" text={words.waiting} />
      ),
  },
  {
    key: 'leave',
    label: words.action,
    cell: ({ id }) => <ActButton action={`${here}/${id}/end`} text={words.leave} />,
  },
]

const labColumns = ({ ofLab }: LabLinks): Column<Me['labs'][number]>[] => [
  { key: 'name', label: words.labs, head: true, cell: ({ name }) => <Local text={name} /> },
  ...ofLab.map(({ text, href }, index) => ({
    key: `link-${index}`,
    label: text,
    cell: ({ id }: { id: string }) => (
      <a href={href(id)}>
        <Local text={text} />
      </a>
    ),
  })),
  { key: 'role', label: words.roles, cell: ({ role }) => <Local text={labRoleNames[role]} /> },
]

const roleColumns: Column<Me['roles'][number]>[] = [
  {
    key: 'role',
    label: words.roles,
    head: true,
    cell: ({ role }) => <Local text={roleNames[role]} />,
  },
  { key: 'of', label: words.institutions, cell: ({ name }) => <Local text={name} /> },
]
