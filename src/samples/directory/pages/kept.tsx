import { type Context as HonoContext, Hono } from 'hono'
import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { z } from 'zod'
import type { Context } from '../../../core/context.ts'
import type { Declared, Typed } from '../../../core/form.ts'
import { signedIn } from '../../../core/permission.ts'
import type { Named } from '../../../core/shapes.ts'
import type { LocalText, Text } from '../../../core/text.ts'
import { managedInstitutionChoices } from '../../../people/pages/choices.ts'
import { allowManagerToRead } from '../../../people/roles/actions/roles.ts'
import { curatesAnything, managesInstitution } from '../../../people/roles/rules.ts'
import { peoplePaths } from '../../../people/words/paths.ts'
import { ButtonLink } from '../../../web/components/button.tsx'
import { Section, Way, type WayProps } from '../../../web/components/navigation.tsx'
import { type FieldItem, FieldList } from '../../../web/components/values.tsx'
import type { Env } from '../../../web/env.ts'
import { EntityForm } from '../../../web/fields.tsx'
import { type Filled, filledIn } from '../../../web/forms.tsx'
import type { Item } from '../../../web/item.ts'
import { Local } from '../../../web/lang.tsx'
import { page } from '../../../web/page.tsx'
import { editWords } from '../../../web/words.ts'
import { write } from '../../../web/write.tsx'
import type { Entity } from '../model.ts'
import { jsonLdOf } from '../rules.ts'
import { directoryWords } from '../words.ts'
import { type Contact, ContactSection, Description, fact, webLink } from './facts.tsx'

type C = HonoContext<Env>
type Row = Contact & {
  id: string
  institutionId: string
  institution: Named
  name: LocalText
  acronym: string | null
  miabisId: string | null
  url: string | null
  description: LocalText
  version: number
  closedAt: unknown
}
type Takes<Input extends object> = {
  schema: z.ZodType<Input>
  read: (typed: Typed, zone?: string) => unknown
}
type Key = { id: string; version: number | undefined }

type Shown = {
  main: Child
  facts: FieldItem[]
  actions?: Child
  /** What a reader comes for; where there is nothing of it yet, one writes to who keeps it. */
  way: WayProps | undefined
}

type Pages<New extends object, Change extends object, One extends Row> = {
  entity: Entity
  path: '/biobanks' | '/networks' | '/research-resources'
  tag: string
  /** As summaries of the API call one: `a biobank`. */
  one: string
  words: Readonly<Record<'all' | 'lead' | 'add' | 'added' | 'edit' | 'about', Text>>
  form: Declared & Takes<New>
  change: Declared & { edit: Takes<Change>; open: (row: object) => Typed }
  item: Item
  get: (ctx: Context, id: string) => Promise<One>
  create: (ctx: Context, input: New) => Promise<{ id: string }>
  edit: (ctx: Context, change: Change, key: Key) => Promise<void>
  /** How the form of a new one opens. */
  opens: (institution: string | undefined) => Typed
  list: (c: C) => Promise<Child>
  /** What stands between description and contact, and what is said of it in one line each. */
  shown: (c: C, row: One, isKept: boolean) => Promise<Shown>
}

/** The pages of biobanks, networks and research resources: their list, one of them, and the two forms. */
export function keptPages<New extends object, Change extends object, One extends Row>(
  declared: Pages<New, Change, One>,
) {
  const { path, tag, one, words } = declared
  const forms = formsOf(declared)
  const addition = write({
    path,
    tag,
    summary: `Add ${one} to an institution; by its curators and administrators`,
    refuses: [404, 409],
    form: declared.form,
    creates: true,
    answer: declared.item,
    does: declared.create,
    at: `${path}/new`,
    flash: () => words.added,
    next: ({ id }) => addressOf(path, id),
    page: forms.added,
  })
  const pages = new Hono<Env>()
    .get(path, async (c) => listPage(c, declared))
    .get(`${path}/new`, async (c) =>
      forms.added(c, filledIn(declared.opens(c.req.query('institution')))),
    )
    .get(`${path}/:id`, async (c) => onePage(c, declared))
    .get(`${path}/:id/edit`, async (c) => forms.edited(c))
  return { addition, edit: editOf(declared, forms), own: { pages } }
}

const editOf = <New extends object, Change extends object, One extends Row>(
  { path, tag, one, change, item, edit }: Pages<New, Change, One>,
  { edited }: Pick<ReturnType<typeof formsOf>, 'edited'>,
) =>
  write({
    path: `${path}/:id`,
    method: 'patch',
    tag,
    summary: `Change ${one}; by curators of its institution and administrators`,
    refuses: [409],
    form: change.edit,
    versioned: true,
    answer: item,
    does: edit,
    at: `${path}/:id/edit`,
    flash: () => editWords.saved,
    next: ({ id }) => addressOf(path, id),
    page: edited,
  })

const addressOf = (path: string, id: string) => `${path}/${encodeURIComponent(id)}`

async function listPage<New extends object, Change extends object, One extends Row>(
  c: C,
  { path, words, list }: Pages<New, Change, One>,
) {
  const actions = curatesAnything(c.var.ctx.actor) && (
    <ButtonLink href={`${path}/new`} icon="plus" text={words.add} />
  )
  return page(c, { title: words.all, lead: words.lead, actions }, await list(c))
}

async function onePage<New extends object, Change extends object, One extends Row>(
  c: C,
  { entity, path, words, form, get, shown }: Pages<New, Change, One>,
) {
  const { ctx } = c.var
  const row = await get(ctx, c.req.param('id') ?? '')
  const isKept = managesInstitution(ctx.actor, row.institutionId)
  const { main, facts, actions, way = contactWay(row) } = await shown(c, row, isKept)
  return page(
    c,
    {
      title: row.name,
      lead: row.institution.name,
      crumbs: [{ text: words.all, href: path }],
      head: row.closedAt === null && (
        <MachineHead said={jsonLdOf(entity, row, `${ctx.baseUrl}${addressOf(path, row.id)}`)} />
      ),
      actions: isKept && (
        <>
          {actions}
          <ButtonLink href={`${path}/${row.id}/edit`} icon="edit" text={words.edit} />
        </>
      ),
    },
    <>
      {row.closedAt === null && <Way {...way} />}
      <Description of={row} />
      {main}
      <Section title={words.about}>
        <FieldList fields={[...identity(row, form.labels), ...facts]} />
      </Section>
      <ContactSection of={row} />
    </>,
  )
}

const contactWay = ({ contactEmail, institution }: Row): WayProps => ({
  text: directoryWords.nothingYet,
  ...(contactEmail === null
    ? { button: directoryWords.toInstitution, href: peoplePaths.institution(institution.id) }
    : { button: directoryWords.write, href: `mailto:${contactEmail}` }),
})

/** Nothing that is said of it ends the element. */
const MachineHead = ({ said }: { said: object }) => (
  <script type="application/ld+json">
    {raw(JSON.stringify(said).replaceAll('<', String.raw`\u003c`))}
  </script>
)

const identity = (row: Row, labels: Declared['labels']) => [
  ...fact(
    labels['institution'] ?? directoryWords.institution,
    <a href={peoplePaths.institution(row.institution.id)}>
      <Local text={row.institution.name} />
    </a>,
  ),
  ...fact(directoryWords.acronym, row.acronym),
  ...fact(directoryWords.miabisId, row.miabisId && <code>{row.miabisId}</code>),
  ...fact(directoryWords.url, webLink(row.url)),
]

const formsOf = <New extends object, Change extends object, One extends Row>({
  path,
  words,
  form: of,
  change,
  get,
}: Pages<New, Change, One>) => ({
  added: async (c: C, form: Filled) => {
    const { ctx } = c.var
    signedIn(ctx)
    const choices = { institution: await managedInstitutionChoices(ctx) }
    const crumbs = [{ text: words.all, href: path }]
    return page(
      c,
      { title: words.add, crumbs, width: 'reading', status: form.status },
      <EntityForm<Declared> {...{ of, form, action: `${path}/new`, submit: words.add, choices }} />,
    )
  },
  edited: async (c: C, filled?: Filled) => {
    const row = await get(c.var.ctx, c.req.param('id') ?? '')
    allowManagerToRead(c.var.ctx, row.institutionId)
    const form = filled ?? filledIn(change.open({ ...row, closed: row.closedAt !== null }))
    const crumbs = [
      { text: words.all, href: path },
      { text: row.name, href: addressOf(path, row.id) },
    ]
    return page(
      c,
      { title: words.edit, crumbs, width: 'reading', status: form.status },
      <EntityForm<Declared>
        {...{ of: change, form, action: `${addressOf(path, row.id)}/edit`, submit: editWords.save }}
        choices={{}}
        version={row.version}
      />,
    )
  },
})
