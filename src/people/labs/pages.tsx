import { adminLink } from '../../core/navigation.ts'
import { signedIn } from '../../core/permission.ts'
import { type Context as HonoContext, Hono } from 'hono'
import { inLang } from '../../core/text.ts'
import { ButtonLink } from '../../web/components/button.tsx'
import { PageHead, Section } from '../../web/components/navigation.tsx'
import type { Env } from '../../web/env.ts'
import { EntityForm } from '../../web/fields.tsx'
import { ActButton, type Filled, filledIn } from '../../web/forms.tsx'
import { item } from '../../web/item.ts'
import { list, noFilters } from '../../web/list.tsx'
import { page } from '../../web/page.tsx'
import { surfaces } from '../../web/surfaces.ts'
import { write } from '../../web/write.tsx'
import {
  createLab,
  editLab,
  getLab,
  putLabMemberIn,
  removeLabMember,
  searchLabMembers,
  searchLabs,
} from './actions.ts'
import {
  LabAnswer,
  labEdit,
  labFilter,
  labForm,
  LabMemberAnswer,
  labMemberForm,
  NewLabMember,
} from './model.ts'
import { labWords as words } from './words.ts'
import { labRoleNames } from '../words/names.ts'
import { institutionChoices, managedInstitutionChoices } from '../pages/choices.ts'

type C = HonoContext<Env>
const tag = 'labs'
const here = `${adminLink.href}/labs`
const frameCrumb = { text: adminLink.text, href: adminLink.href }
const nameOf = ({ name }: { name: string }) => name
const hrefOf = ({ id }: { id: string }) => `${here}/${id}`
const crumbs = [frameCrumb, { text: words.labs, href: here }]

const labs = list({
  path: '/labs',
  tag,
  summary: 'Labs, in order of name',
  title: words.labs,
  empty: { title: words.none },
  item: LabAnswer,
  filters: labFilter,
  query: searchLabs,
  columns: {
    name: { label: labForm.labels.name, text: ({ name }) => name, href: hrefOf },
    institution: {
      label: labForm.labels.institution,
      text: ({ institution }) => institution.name,
      href: ({ institution }) => `/institutions/${institution.id}`,
    },
    leaders: { label: words.leaders, text: ({ leaders }) => leaders.map(nameOf).join(' · ') },
  },
})

const members = list({
  path: '/labs/:id/members',
  tag,
  summary: 'Who belongs to a lab; for its members and who keeps it',
  refuses: [401, 403],
  title: words.members,
  empty: { title: words.noMembers },
  item: LabMemberAnswer,
  filters: noFilters,
  query: searchLabMembers,
  columns: {
    name: { label: words.members, text: ({ name }) => name },
    role: { label: labMemberForm.labels.role, text: ({ role }) => labRoleNames[role] },
    since: { label: words.since, moment: ({ since }) => since },
    action: {
      label: words.action,
      page: ({ id, labId }) => (
        <ActButton
          action={`${hrefOf({ id: labId })}/members/${id}/end`}
          text={words.remove}
          look="danger"
        />
      ),
    },
  },
})

const lab = item({ path: '/labs/:id', tag, summary: 'Read a lab', schema: LabAnswer, read: getLab })

const addition = write({
  path: '/labs',
  tag,
  summary: 'Add a lab to an institution',
  refuses: [404, 409],
  form: labForm,
  creates: true,
  answer: lab,
  does: createLab,
  at: `${here}/new`,
  next: hrefOf,
  page: newLabPage,
})

const edit = write({
  path: '/labs/:id',
  method: 'patch',
  tag,
  summary: 'Change a lab; by its PI, curators of its institution, administrators',
  form: labEdit.edit,
  versioned: true,
  answer: lab,
  does: editLab,
  at: `${here}/:id`,
  flash: () => words.saved,
  next: hrefOf,
  page: (c, filled) => labPage(c, { lab: filled }),
})

const memberAddition = write({
  path: '/labs/:id/members',
  tag,
  summary: 'Add a person to a lab, or change their role in it',
  description: 'Names the person by `person` (id) or by `email`.',
  form: { schema: NewLabMember, read: labMemberForm.read },
  does: putLabMemberIn,
  at: `${here}/:id/members`,
  flash: () => words.memberAdded,
  next: hrefOf,
  page: (c, filled) => labPage(c, { member: filled }),
})

const memberRemoval = write({
  path: '/labs/:id/members/:person',
  method: 'delete',
  tag,
  summary: 'Take a person out of a lab; oneself too',
  does: (ctx, _, named) => removeLabMember(ctx, named),
  at: `${here}/:id/members/:person/end`,
  flash: () => words.removed,
  next: hrefOf,
})

const declared = [labs, addition, lab, edit, members, memberAddition, memberRemoval]
const { api, pages } = surfaces(...declared)

/** Labs are public by name and PI; who belongs to one is the lab's own. */
export const labRoutes = api

/** All labs, adding one to an institution that one keeps, and each with its members. */
export const labPages = new Hono<Env>()
  .get(here, (c) => labsPage(c))
  .get(`${here}/new`, (c) =>
    newLabPage(c, filledIn(labForm.open({ institution: c.req.query('institution') }))),
  )
  .get(`${here}/:id`, (c) => labPage(c))
  .route('/', pages)

async function labsPage(c: C) {
  const { ctx } = c.var
  signedIn(ctx)
  const choices = { institution: await institutionChoices(ctx) }
  return page(
    c,
    { title: words.labs[ctx.lang], crumbs },
    <>
      <PageHead title={words.labs} lead={words.labsLead}>
        <ButtonLink href={`${here}/new`} icon="plus">
          {words.add[ctx.lang]}
        </ButtonLink>
      </PageHead>
      {await labs.view(c, { choices })}
    </>,
  )
}

async function newLabPage(c: C, filled: Filled) {
  const { ctx } = c.var
  signedIn(ctx)
  const choices = { institution: await managedInstitutionChoices(ctx) }
  const head = { title: words.add[ctx.lang], crumbs: [...crumbs, { text: words.add }] }
  return page(
    c,
    { ...head, width: 'reading', status: filled.status },
    <>
      <PageHead title={words.add} />
      <EntityForm
        of={labForm}
        form={filled}
        action={`${here}/new`}
        submit={words.add}
        choices={choices}
      />
    </>,
  )
}

async function labPage(c: C, filled: { lab?: Filled; member?: Filled } = {}) {
  const { ctx } = c.var
  const row = await getLab(ctx, c.req.param('id') ?? '')
  const { id, name, version, closedAt } = row
  const edited = filled.lab ?? filledIn(labEdit.open({ ...row, closed: closedAt !== null }))
  const added = filled.member ?? filledIn(labMemberForm.open({ role: 'member' }))
  const status = edited.status === 200 ? added.status : edited.status
  return page(
    c,
    {
      title: inLang(name, ctx.lang),
      crumbs: [...crumbs, { text: name }],
      width: 'reading',
      status,
    },
    <>
      <PageHead title={name} lead={row.institution.name} />
      <Section title={words.members}>{await members.view(c, { of: { id } })}</Section>
      <Section title={words.addMember}>
        <EntityForm
          of={labMemberForm}
          form={added}
          action={`${hrefOf(row)}/members`}
          submit={words.addMember}
          look="plain"
        />
      </Section>
      <Section title={labForm.labels.name}>
        <EntityForm
          of={labEdit}
          form={edited}
          action={hrefOf(row)}
          submit={words.save}
          version={version}
        />
      </Section>
    </>,
  )
}
