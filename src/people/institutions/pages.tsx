import { adminLink } from '../../core/navigation.ts'
import { allowAdministratorToRead, isAdministrator } from '../../core/permission.ts'
import { type Context as HonoContext, Hono } from 'hono'
import type { Child } from 'hono/jsx'
import { inLang, type LocalText } from '../../core/text.ts'
import { ButtonLink } from '../../web/components/button.tsx'
import type { Column } from '../../web/components/table.tsx'
import { CodeValue, type FieldItem, FieldList } from '../../web/components/values.tsx'
import type { Env } from '../../web/env.ts'
import { Section, Way, type WayProps } from '../../web/components/navigation.tsx'
import { EntityForm } from '../../web/fields.tsx'
import { type Filled, filledIn } from '../../web/forms.tsx'
import { item } from '../../web/item.ts'
import { Local } from '../../web/lang.tsx'
import { list } from '../../web/list.tsx'
import { page } from '../../web/page.tsx'
import { paths, withQuery } from '../../web/paths.ts'
import { Rows } from '../../web/columns.tsx'
import { surfaces } from '../../web/surfaces.ts'
import { columnWords, editWords } from '../../web/words.ts'
import { write } from '../../web/write.tsx'
import {
  createInstitution,
  editInstitution,
  getInstitution,
  getInstitutionParts,
  searchInstitutions,
} from './actions.ts'
import {
  InstitutionAnswer,
  institutionEdit,
  institutionFilter,
  institutionForm,
  unnamedInstitution,
} from './model.ts'
import type { InstitutionRow } from './queries.ts'
import { managesInstitution } from '../roles/rules.ts'
import { institutionWords as words } from './words.ts'
import { institutionKindNames } from '../words/names.ts'
import { peoplePaths } from '../words/paths.ts'

type C = HonoContext<Env>
const tag = 'institutions'
const here = peoplePaths.institutions
const desk = `${adminLink.href}/institutions` as const
const { labels } = institutionForm
const crumb = { text: words.institutions, href: here }
const hrefOf = ({ id }: { id: string }) => peoplePaths.institution(id)

const institutions = list({
  path: here,
  tag,
  summary: 'Institutions, in order of name',
  title: words.institutions,
  empty: { title: words.none, text: words.noneHint },
  item: InstitutionAnswer,
  filters: institutionFilter,
  query: searchInstitutions,
  columns: {
    name: { label: labels.name, text: ({ name }) => name, href: hrefOf },
    kind: { label: labels.kind, text: ({ kind }) => institutionKindNames[kind] },
    records: { label: words.records, number: ({ counts }) => counts.records },
    labs: { label: words.labs, number: ({ counts }) => counts.labs },
    closed: {
      label: columnWords.state,
      state: ({ closedAt }) => closedAt && { tone: 'calm', text: words.closed },
    },
  },
})

const institution = item({
  path: '/institutions/:id',
  tag,
  summary: 'Read an institution',
  schema: InstitutionAnswer,
  read: (ctx, { id }) => getInstitution(ctx, id),
})

const addition = write({
  path: here,
  tag,
  summary: 'Add an institution',
  refuses: [409],
  form: institutionForm,
  creates: true,
  answer: institution,
  does: createInstitution,
  at: `${desk}/new`,
  flash: () => words.added,
  next: hrefOf,
  page: newPage,
})

const edit = write({
  path: '/institutions/:id',
  method: 'patch',
  tag,
  summary: 'Change an institution',
  description: 'A `closed` institution is in no list; its records stay.',
  refuses: [409],
  form: institutionEdit.edit,
  versioned: true,
  answer: institution,
  does: editInstitution,
  at: `${desk}/:id`,
  flash: () => editWords.saved,
  next: hrefOf,
  page: editPage,
})

const { api, pages } = surfaces(institutions, addition, institution, edit)

/** Institutions are public; administrators keep them. */
export const institutionRoutes = api

/** What other areas add to an institution's page. */
export type InstitutionSection = (c: HonoContext<Env>, institutionId: string) => Promise<Child>

/** Institutions as everybody sees them, and their forms for administrators. */
export const institutionPages = (sections: readonly InstitutionSection[]) =>
  new Hono<Env>()
    .get(here, (c) => listPage(c))
    .get(`${here}/:id`, (c) => institutionPage(c, sections))
    .get(desk, (c) => {
      allowAdministratorToRead(c.var.ctx)
      return c.redirect(here, 303)
    })
    .get(`${desk}/new`, (c) => newPage(c, filledIn(institutionForm.open(unnamedInstitution))))
    .get(`${desk}/:id`, (c) => editPage(c))
    .route('/', pages)

async function listPage(c: C) {
  const { actor } = c.var.ctx
  return page(
    c,
    {
      title: words.institutions,
      lead: words.institutionsLead,
      actions: isAdministrator(actor) && (
        <ButtonLink href={`${desk}/new`} icon="plus" text={words.add} />
      ),
    },
    <>{await institutions.view(c, {})}</>,
  )
}

function newPage(c: C, form: Filled) {
  allowAdministratorToRead(c.var.ctx)
  const fields = { form, action: `${desk}/new`, submit: editWords.save }
  return formPage(c, form, words.add, <EntityForm of={institutionForm} {...fields} />)
}

/** After a refusal for being stale the newest version goes along: saving again is then meant. */
async function editPage(c: C, filled?: Filled) {
  allowAdministratorToRead(c.var.ctx)
  const row = await getInstitution(c.var.ctx, c.req.param('id') ?? '')
  const { id, name, version, closedAt } = row
  const form = filled ?? filledIn(institutionEdit.open({ ...row, closed: closedAt !== null }))
  const fields = { form, action: `${desk}/${id}`, submit: editWords.save, version }
  return formPage(c, form, name, <EntityForm of={institutionEdit} {...fields} />)
}

function formPage(c: C, { status }: Filled, title: LocalText, body: Child) {
  const admin = adminLink
  return page(c, { title: title, crumbs: [admin, crumb], width: 'reading', status }, <>{body}</>)
}

async function institutionPage(c: C, sections: readonly InstitutionSection[]) {
  const { ctx } = c.var
  const row = await getInstitution(ctx, c.req.param('id') ?? '')
  const { name, kind, about } = row
  const { place, labs } = await getInstitutionParts(ctx, row)
  const added = await Promise.all(sections.map((section) => section(c, row.id)))
  const paragraphs = inLang(about, ctx.lang)
  return page(
    c,
    {
      title: name,
      lead: institutionKindNames[kind],
      actions: <HeadActions row={row} c={c} />,
      crumbs: [crumb],
    },
    <>
      {!row.closedAt && <Way {...wayOf(row)} />}
      {paragraphs && (
        <div class="prose">
          {paragraphs.split(/\n{2,}/).map((paragraph) => (
            <p>{paragraph}</p>
          ))}
        </div>
      )}
      {added}
      <Section title={words.facts}>
        <FieldList fields={factsOf(row, place)} />
      </Section>
      <Section title={words.labs}>
        <Rows {...{ title: words.labs, none: words.noLabs, rows: labs }} columns={labColumns} />
      </Section>
    </>,
  )
}

/** To its records; where there are none, to the others. */
const wayOf = ({ id, counts }: InstitutionRow): WayProps =>
  counts.records > 0
    ? { button: words.seeRecords, href: withQuery(paths.search, { institution: id }) }
    : { text: words.noRecords, button: words.seeOthers, href: here }

function HeadActions({ row: { id, closedAt }, c }: { row: InstitutionRow; c: C }) {
  const { actor } = c.var.ctx
  const belongs = actor.type === 'person' && actor.institutionIds.includes(id)
  const joining =
    actor.type === 'person' ? `${peoplePaths.account}/memberships` : peoplePaths.register
  return (
    <>
      {!belongs && !closedAt && (
        <ButtonLink href={withQuery(joining, { institution: id })} text={words.join} />
      )}
      {managesInstitution(actor, id) && (
        <ButtonLink href={`${here}/${id}/people`} icon="people" text={words.people} />
      )}
      {isAdministrator(actor) && (
        <ButtonLink href={`${desk}/${id}`} icon="edit" text={editWords.edit} />
      )}
    </>
  )
}

/** Only the fields that are filled in, each with its label. */
function factsOf(row: InstitutionRow, place: LocalText | undefined): FieldItem[] {
  const { region, address, website, creditCode, ror, wiews, founded, country } = row
  return [
    {
      label: labels.country,
      value: country !== unnamedInstitution.country && <code>{country}</code>,
    },
    {
      label: labels.foreignControlled,
      value: row.foreignControlled && <Local text={words.isSo} />,
    },
    { label: labels.region, value: region && <CodeValue code={region} label={place} /> },
    { label: labels.address, value: address },
    { label: labels.website, value: website && <a href={website}>{website}</a> },
    { label: labels.creditCode, value: creditCode && <code>{creditCode}</code> },
    { label: labels.ror, value: ror && <a href={ror}>{ror}</a> },
    { label: labels.wiews, value: wiews && <code>{wiews}</code> },
    { label: labels.founded, value: founded },
  ].filter(({ value }) => value !== null && value !== false)
}

type Lab = Awaited<ReturnType<typeof getInstitutionParts>>['labs'][number]

const labColumns: Readonly<Record<string, Column<Lab>>> = {
  name: { label: words.labs, text: ({ name }) => name },
  about: { label: labels.about, text: ({ about }) => about },
  leaders: {
    label: words.leaders,
    text: ({ leaders }) => leaders.map(({ name }) => name).join(' · '),
  },
}
