import type { Context } from '../../../core/context.ts'
import { type Context as HonoContext, Hono } from 'hono'
import type { Typed } from '../../../core/form.ts'
import { writing } from '../../../core/permission.ts'
import { Problem } from '../../../core/problem.ts'
import { institutionChoices, labChoices, ownLabChoices } from '../../../people/pages/choices.ts'
import { FindLabs } from '../../../people/pages/find-labs.tsx'
import { managesInstitution } from '../../../people/roles/rules.ts'
import { ButtonLink } from '../../../web/components/button.tsx'
import { Section } from '../../../web/components/navigation.tsx'
import { FieldList, Day } from '../../../web/components/values.tsx'
import type { Env } from '../../../web/env.ts'
import { EntityForm } from '../../../web/fields.tsx'
import { type Filled, filledIn, namedUnder } from '../../../web/forms.tsx'
import { item } from '../../../web/item.ts'
import { Local } from '../../../web/lang.tsx'
import { page } from '../../../web/page.tsx'
import { surfaces } from '../../../web/surfaces.ts'
import { editWords } from '../../../web/words.ts'
import { write } from '../../../web/write.tsx'
import { searchCentres } from '../../centres/actions.ts'
import { depositPaths } from '../../words/paths.ts'
import {
  addItem,
  createProject,
  editItem,
  editProject,
  getDeposit,
  getProject,
} from '../actions.ts'
import {
  DepositAnswer,
  itemForm,
  NewProject,
  ProjectAnswer,
  projectEdit,
  projectForm,
} from '../model.ts'
import { planIsKeptBy, sidesOf } from '../rules.ts'
import { planWords as words } from '../words.ts'
import { ItemRows, openItems, readItems } from './item-rows.tsx'
import { CountStats, projectDeposits } from './lists.tsx'

type C = HonoContext<Env>
const tag = 'deposits'
const crumb = { text: words.deposits, href: depositPaths.mine }

const project = item({
  path: '/deposit-projects/:id',
  tag,
  summary: 'A project that deposits its data',
  refuses: [401],
  schema: ProjectAnswer,
  read: (ctx, { id }) => getProject(ctx, id),
})

const registration = write({
  path: '/deposit-projects',
  tag,
  summary: 'Register a project with its plan: what it will deposit, when, and how it is shared',
  refuses: [409],
  form: { schema: NewProject, read: readProject },
  creates: true,
  answer: project,
  does: createProject,
  at: depositPaths.newProject,
  flash: ({ items }) => words.registered(items.length),
  next: ({ id }) => depositPaths.project(id),
  page: newPage,
})

const edit = write({
  path: '/deposit-projects/:id',
  method: 'patch',
  tag,
  summary: 'Change what is said of a project; institution, centre and lab stay',
  refuses: [409],
  form: projectEdit.edit,
  versioned: true,
  answer: project,
  does: editProject,
  at: '/deposits/projects/:id/edit',
  flash: () => editWords.saved,
  next: ({ id }) => depositPaths.project(id),
  page: editPage,
})

const oneItem = { schema: DepositAnswer, read: getDepositBy }

const addition = write({
  path: '/deposit-projects/:project/deposits',
  tag,
  summary: 'Add to the plan of a project',
  refuses: [409],
  form: itemForm,
  creates: '/api/v1/deposits',
  answer: oneItem,
  does: addItem,
  at: '/deposits/projects/:project/items',
  flash: () => words.added,
  next: ({ project: id }) => depositPaths.project(id),
  page: addPage,
})

const itemEdit = write({
  path: '/deposits/:id',
  method: 'patch',
  tag,
  summary: 'Change an item of a plan, until it is in check',
  refuses: [409],
  form: itemForm.edit,
  versioned: true,
  answer: oneItem,
  does: editItem,
  at: '/deposits/:id/edit',
  flash: () => editWords.saved,
  next: ({ id }) => depositPaths.one(id),
  page: itemPage,
})

/** Projects and their plans: their JSON, pages and forms. */
export const { api: projectRoutes, pages: projectPages } = surfaces(
  project,
  registration,
  edit,
  addition,
  itemEdit,
  {
    pages: new Hono<Env>()
      .get(depositPaths.newProject, (c) =>
        newPage(
          c,
          filledIn({ ...projectForm.open({ leader: writing(c.var.ctx).name }), ...openItems() }),
        ),
      )
      .get('/deposits/projects/:id', (c) => projectPage(c))
      .get('/deposits/projects/:id/edit', (c) => editPage(c))
      .get('/deposits/projects/:project/items', (c) =>
        addPage(c, filledIn(itemForm.open({ grade: 'general', sharing: 'on_request' }))),
      )
      .get('/deposits/:id/edit', (c) => itemPage(c)),
  },
)

function getDepositBy(ctx: Parameters<typeof getDeposit>[0], { id }: { id: string }) {
  return getDeposit(ctx, id)
}

function readProject(typed: Typed) {
  return { ...projectForm.read(typed), items: readItems(typed) }
}

const labels = { ...projectForm.labels, ...namedUnder('items', itemForm.labels) }

async function newPage(c: C, form: Filled) {
  const sought = c.req.query('labs')
  const { hasMore, ...choices } = await choicesFor(c.var.ctx, {
    sought,
    chosen: [form.value('lab')],
  })
  return page(
    c,
    {
      title: words.newProject,
      lead: words.newProjectLead,
      crumbs: [crumb],
      width: 'reading',
      status: form.status,
    },
    <>
      <FindLabs action={depositPaths.newProject} {...{ sought, hasMore }} />
      <EntityForm
        of={{ ...projectForm, labels }}
        form={form}
        action={depositPaths.newProject}
        submit={words.newProject}
        choices={choices}
      >
        <ItemRows form={form} />
      </EntityForm>
    </>,
  )
}

async function choicesFor(ctx: Context, asked: Parameters<typeof labsFor>[2]) {
  const person = writing(ctx)
  const [institutions, centres, { labs, hasMore }] = await Promise.all([
    institutionChoices(ctx),
    searchCentres(ctx, { limit: 200 }),
    labsFor(ctx, person, asked),
  ])
  const mayChoose = ({ value }: { value: string }) =>
    person.institutionIds.includes(value) || managesInstitution(person, value)
  return {
    institution: institutions.filter(mayChoose),
    centre: centres.items.map(({ id, institution }) => ({ value: id, label: institution.name })),
    lab: labs,
    hasMore,
  }
}

type Writer = ReturnType<typeof writing>
type Sought = { sought: string | undefined; chosen: readonly string[] }

/** All labs for who keeps an institution's, their own for others. */
async function labsFor(ctx: Context, { isAdmin, curates, labs }: Writer, asked: Sought) {
  const own = labs.map(({ labId }) => labId)
  return isAdmin || curates.institutionIds.length > 0
    ? labChoices(ctx, { ...asked, chosen: [...asked.chosen, ...own] })
    : { labs: await ownLabChoices(ctx, own), hasMore: false }
}

async function projectPage(c: C) {
  const { ctx } = c.var
  const row = await getProject(ctx, c.req.param('id') ?? '')
  const isKept = planIsKeptBy(row.sides)
  return page(
    c,
    {
      title: row.title,
      lead: { zh: `${row.funder} · ${row.awardNumber}`, en: `${row.funder} · ${row.awardNumber}` },
      crumbs: [crumb],
      actions: isKept && (
        <ButtonLink href={depositPaths.newItem(row.id)} icon="plus" text={words.addItem} />
      ),
    },
    <>
      <CountStats counts={row.counts} />
      <Section title={words.plan}>
        {await projectDeposits.view(c, { of: { project: row.id } })}
      </Section>
      <Section
        title={words.aboutProject}
        {...(isKept && {
          more: { text: words.editProject, href: depositPaths.editProject(row.id) },
        })}
      >
        <AboutProject row={row} />
      </Section>
    </>,
  )
}

type Row = Awaited<ReturnType<typeof getProject>>

const AboutProject = ({ row }: { row: Row }) => (
  <FieldList
    fields={[
      { label: words.funder, value: row.funder },
      { label: words.awardNumber, value: <code>{row.awardNumber}</code> },
      { label: words.leader, value: row.leader },
      { label: words.institution, value: <Local text={row.institution.name} /> },
      { label: words.centre, value: <Local text={row.centre.name} /> },
      ...(row.lab ? [{ label: words.lab, value: <Local text={row.lab.name} /> }] : []),
      { label: words.depositor, value: row.depositor.name },
      ...(row.acceptanceOn
        ? [{ label: words.acceptanceOn, value: <Day when={row.acceptanceOn} /> }]
        : []),
    ]}
  />
)

const crumbOf = ({ id, title }: Pick<Row, 'id' | 'title'>) => ({
  text: title,
  href: depositPaths.project(id),
})

/** The project of an address, for who keeps its plan. */
async function keptProject(c: C, id: string) {
  const row = await getProject(c.var.ctx, id)
  if (!planIsKeptBy(row.sides)) throw new Problem('forbidden', words.notYours)
  return row
}

async function editPage(c: C, edited?: Filled) {
  const row = await keptProject(c, c.req.param('id') ?? '')
  const form = edited ?? filledIn(projectEdit.open(row))
  return page(
    c,
    {
      title: words.editProject,
      crumbs: [crumb, crumbOf(row)],
      width: 'reading',
      status: form.status,
    },
    <EntityForm
      of={projectEdit}
      form={form}
      action={depositPaths.editProject(row.id)}
      submit={editWords.save}
      version={row.version}
    />,
  )
}

async function addPage(c: C, form: Filled) {
  const row = await keptProject(c, c.req.param('project') ?? '')
  return page(
    c,
    {
      title: words.addItem,
      crumbs: [crumb, crumbOf(row)],
      width: 'reading',
      status: form.status,
    },
    <EntityForm
      of={itemForm}
      form={form}
      action={depositPaths.newItem(row.id)}
      submit={words.addItem}
    />,
  )
}

async function itemPage(c: C, edited?: Filled) {
  const { ctx } = c.var
  const row = await getDeposit(ctx, c.req.param('id') ?? '')
  if (!planIsKeptBy(sidesOf(ctx.actor, row))) throw new Problem('forbidden', words.notYours)
  const form = edited ?? filledIn(itemForm.open(row))
  return page(
    c,
    {
      title: words.editItem,
      crumbs: [crumb, crumbOf(row.project), { text: row.title, href: depositPaths.one(row.id) }],
      width: 'reading',
      status: form.status,
    },
    <EntityForm
      of={itemForm}
      form={form}
      action={depositPaths.edit(row.id)}
      submit={editWords.save}
      version={row.version}
    />,
  )
}
