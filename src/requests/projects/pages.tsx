import { type Context as HonoContext, Hono } from 'hono'
import type { Context } from '../../core/context.ts'
import { signedIn } from '../../core/permission.ts'
import { inLang } from '../../core/text.ts'
import { getLab } from '../../people/labs/actions.ts'
import { Section } from '../../web/components/navigation.tsx'
import { SmallForm } from '../../web/components/small-form.tsx'
import type { Env } from '../../web/env.ts'
import { EntityForm } from '../../web/fields.tsx'
import { type Filled, filledIn } from '../../web/forms.tsx'
import { item } from '../../web/item.ts'
import { list, noFilters } from '../../web/list.tsx'
import { page } from '../../web/page.tsx'
import { surfaces } from '../../web/surfaces.ts'
import { columnWords, editWords } from '../../web/words.ts'
import { write } from '../../web/write.tsx'
import { requestPaths } from '../words/paths.ts'
import {
  createProject,
  editProject,
  getProject,
  intendedUses,
  removeProject,
  searchProjects,
} from './actions.ts'
import { ProjectAnswer, requestProjectForm } from './model.ts'
import { projectWords as words } from './words.ts'

type C = HonoContext<Env>
const tag = 'requests'
const here = requestPaths.projects
const { labels } = requestProjectForm

const projects = list({
  path: here,
  tag,
  summary: 'Your projects, the default one first',
  title: words.projects,
  empty: { title: words.none, text: words.noneHint },
  item: ProjectAnswer,
  filters: noFilters,
  refuses: [401],
  query: searchProjects,
  columns: {
    title: {
      label: labels.title,
      text: ({ title }) => title,
      href: ({ id }) => requestPaths.project(id),
    },
    intendedUse: {
      label: labels.intendedUse,
      text: ({ intendedUse }) => ({
        zh: intendedUse.map(({ name }) => inLang(name, 'zh')).join('、'),
        en: intendedUse.map(({ name }) => inLang(name, 'en')).join(', '),
      }),
    },
    awardNumber: { label: labels.awardNumber, code: ({ awardNumber }) => awardNumber },
    endsOn: { label: labels.endsOn, day: ({ endsOn }) => endsOn },
    isDefault: { label: labels.isDefault, yesNo: ({ isDefault }) => isDefault },
    action: {
      label: columnWords.action,
      cell: ({ id, title }) => (
        <SmallForm
          action={`${here}/${id}/deletion`}
          text={words.remove}
          label={words.removeOf(title)}
          look="danger"
          about={words.removeAbout}
        />
      ),
    },
  },
})

const project = item({
  path: `${here}/:id`,
  tag,
  summary: 'Read one of your projects',
  schema: ProjectAnswer,
  refuses: [401],
  read: (ctx, { id }) => getProject(ctx, id),
})

const addition = write({
  path: here,
  tag,
  summary: 'Add a project, to be chosen for requests',
  refuses: [409],
  form: requestProjectForm,
  creates: true,
  answer: project,
  does: createProject,
  flash: ({ title }) => words.added(title),
  next: () => here,
  page: projectsPage,
})

const edit = write({
  path: `${here}/:id`,
  method: 'patch',
  tag,
  summary: 'Change one of your projects; requests that were sent stay as they are',
  form: requestProjectForm.edit,
  versioned: true,
  answer: project,
  does: editProject,
  flash: () => words.saved,
  next: () => here,
  page: projectPage,
})

const removal = write({
  path: `${here}/:id`,
  method: 'delete',
  tag,
  summary: 'Delete one of your projects; requests that were sent stay as they are',
  does: (ctx, _, { id }) => removeProject(ctx, id),
  at: `${here}/:id/deletion`,
  flash: () => words.removed,
  next: () => here,
})

const own = new Hono<Env>()
  .get(here, (c) => projectsPage(c))
  .get(`${here}/:id`, (c) => projectPage(c))

/** What somebody needs things for, filled in once for all their requests. */
export const { api: projectRoutes, pages: projectPages } = surfaces(
  projects,
  project,
  addition,
  edit,
  removal,
  { pages: own },
)

/** What the references of a project may be chosen from: one's own labs, and the terms of intended use. */
async function projectChoices(ctx: Context) {
  const labs = await Promise.all(signedIn(ctx).labs.map(async ({ labId }) => getLab(ctx, labId)))
  const terms = await intendedUses(ctx)
  return {
    lab: labs.map(({ id, name }) => ({ value: id, label: name })),
    intendedUse: terms.map(({ code, label }) => ({ value: code, label })),
  }
}

async function projectsPage(c: C, form?: Filled) {
  const choices = await projectChoices(c.var.ctx)
  const opened = form ?? filledIn(requestProjectForm.open({}))
  return page(
    c,
    { title: words.projects, lead: words.lead, status: opened.status },
    <>
      {await projects.view(c, {})}
      <Section title={words.add}>
        <EntityForm
          {...{ of: requestProjectForm, form: opened, choices, submit: words.add }}
          action={here}
        />
      </Section>
    </>,
  )
}

async function projectPage(c: C, form?: Filled) {
  const { ctx } = c.var
  const row = await getProject(ctx, c.req.param('id') ?? '')
  const { id, title, version } = row
  const opened = form ?? filledIn(requestProjectForm.open(row))
  return page(
    c,
    {
      title: { zh: title, en: title },
      crumbs: [{ text: words.projects, href: here }],
      width: 'reading',
      status: opened.status,
    },
    <EntityForm
      {...{ of: requestProjectForm, form: opened, submit: editWords.save, version }}
      choices={await projectChoices(ctx)}
      action={requestPaths.project(id)}
    />,
  )
}
