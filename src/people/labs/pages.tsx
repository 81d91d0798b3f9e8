import { type Context as HonoContext, Hono } from 'hono'
import { adminLink } from '../../core/navigation.ts'
import { signedIn } from '../../core/permission.ts'
import { ButtonLink } from '../../web/components/button.tsx'
import { Section } from '../../web/components/navigation.tsx'
import type { Env } from '../../web/env.ts'
import { EntityForm } from '../../web/fields.tsx'
import { type Filled, filledIn } from '../../web/forms.tsx'
import { item } from '../../web/item.ts'
import { list } from '../../web/list.tsx'
import { page } from '../../web/page.tsx'
import { surfaces } from '../../web/surfaces.ts'
import { editWords } from '../../web/words.ts'
import { write } from '../../web/write.tsx'
import { labMembers } from '../members/pages/labs.tsx'
import { institutionChoices, managedInstitutionChoices } from '../pages/choices.ts'
import { peoplePaths } from '../words/paths.ts'
import { createLab, editLab, getLab, searchLabs } from './actions.ts'
import { LabAnswer, labEdit, labFilter, labForm } from './model.ts'
import { labWords as words } from './words.ts'

type C = HonoContext<Env>
const tag = 'labs'
const here = `${adminLink.href}/labs`
const { labels } = labForm
const hrefOf = ({ id }: { id: string }) => `${here}/${id}`
const crumbs = [
  { text: adminLink.text, href: adminLink.href },
  { text: words.labs, href: here },
]

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
    name: { label: labels.name, text: ({ name }) => name, href: hrefOf },
    institution: {
      label: labels.institution,
      text: ({ institution }) => institution.name,
      href: ({ institution }) => peoplePaths.institution(institution.id),
    },
    leaders: {
      label: words.leaders,
      text: ({ leaders }) => leaders.map(({ name }) => name).join(' · '),
    },
  },
})

const lab = item({
  path: '/labs/:id',
  tag,
  summary: 'Read a lab',
  schema: LabAnswer,
  read: (ctx, { id }) => getLab(ctx, id),
})

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
  flash: () => editWords.saved,
  next: hrefOf,
  page: (c, edited) => labPage(c, { edited }),
})

const members = labMembers((c, member) => labPage(c, { member }))

/** All labs, adding one to an institution that one keeps, and each with its members. */
const own = new Hono<Env>()
  .get(here, (c) => labsPage(c))
  .get(`${here}/new`, (c) =>
    newLabPage(c, filledIn(labForm.open({ institution: c.req.query('institution') }))),
  )
  .get(`${here}/:id`, (c) => labPage(c))

/** Labs are public by name and PI; who belongs to one is the lab's own. */
const parts = [labs, addition, lab, edit, members, { pages: own }]
export const { api: labRoutes, pages: labPages } = surfaces(...parts)

async function labsPage(c: C) {
  const { ctx } = c.var
  signedIn(ctx)
  const choices = { institution: await institutionChoices(ctx) }
  return page(
    c,
    {
      title: words.labs,
      lead: words.labsLead,
      actions: <ButtonLink href={`${here}/new`} icon="plus" text={words.add} />,
    },
    await labs.view(c, { choices }),
  )
}

async function newLabPage(c: C, form: Filled) {
  const { ctx } = c.var
  signedIn(ctx)
  const choices = { institution: await managedInstitutionChoices(ctx) }
  return page(
    c,
    { title: words.add, crumbs, width: 'reading', status: form.status },
    <EntityForm {...{ of: labForm, form, action: `${here}/new`, submit: words.add, choices }} />,
  )
}

async function labPage(c: C, typed: { edited?: Filled; member?: Filled } = {}) {
  const row = await getLab(c.var.ctx, c.req.param('id') ?? '')
  const { id, name, institution, version, closedAt } = row
  const { member, edited } = typed
  const form = edited ?? filledIn(labEdit.open({ ...row, closed: closedAt !== null }))
  const status = member?.status ?? form.status
  return page(
    c,
    { title: name, lead: institution.name, crumbs, width: 'reading', status },
    <>
      {await members.sections(c, id, member)}
      <Section title={words.edit}>
        <EntityForm
          {...{ of: labEdit, form, action: hrefOf(row), submit: editWords.save, version }}
        />
      </Section>
    </>,
  )
}
