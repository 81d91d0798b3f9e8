import { type Context as HonoContext, Hono } from 'hono'
import { valuesFor } from '../../catalog/records/actions/read.ts'
import type { RecordSection } from '../../catalog/records/pages/record.tsx'
import { textIn } from '../../core/field-values.ts'
import { signedIn } from '../../core/permission.ts'
import type { Text } from '../../core/text.ts'
import { managedInstitutionChoices } from '../../people/pages/choices.ts'
import { managesInstitution } from '../../people/roles/rules.ts'
import { peoplePaths } from '../../people/words/paths.ts'
import { ButtonLink } from '../../web/components/button.tsx'
import { Section, Way } from '../../web/components/navigation.tsx'
import { fieldsOf, type ValueColumn } from '../../web/columns.tsx'
import { FieldList } from '../../web/components/values.tsx'
import type { Env } from '../../web/env.ts'
import { EntityForm } from '../../web/fields.tsx'
import { type Filled, filledIn } from '../../web/forms.tsx'
import { item } from '../../web/item.ts'
import { list, noFilters } from '../../web/list.tsx'
import { page } from '../../web/page.tsx'
import { paths } from '../../web/paths.ts'
import { surfaces } from '../../web/surfaces.ts'
import { editWords } from '../../web/words.ts'
import { write } from '../../web/write.tsx'
import { germplasmPaths } from '../words/paths.ts'
import {
  collectedBy,
  createMission,
  editMission,
  getMission,
  missionCoded,
  type MissionRow,
  searchMissions,
} from './actions.ts'
import { CollectedAnswer, MissionAnswer, missionEdit, missionFilter, missionForm } from './model.ts'
import { missionWords as words } from './words.ts'

type C = HonoContext<Env>
const tag = 'missions'
const here = germplasmPaths.missions
const { labels } = missionForm
const hrefOf = ({ id }: { id: string }) => germplasmPaths.mission(id)
const crumbs = [{ text: words.missions, href: here }]

const missions = list({
  path: here,
  tag,
  summary: 'Collecting missions, in order of code',
  title: words.missions,
  empty: { title: words.none },
  item: MissionAnswer,
  filters: missionFilter,
  query: searchMissions,
  columns: {
    code: { label: labels.code, text: ({ code }) => code, href: hrefOf },
    name: { label: labels.name, text: ({ name }) => name },
    startDay: { label: labels.startDay, day: ({ startDay }) => startDay },
    places: { label: labels.places, text: ({ places }) => places },
    institution: { label: labels.institution, text: ({ institution }) => institution.name },
  },
})

const mission = item({
  path: '/missions/:id',
  tag,
  summary: 'Read a collecting mission',
  schema: MissionAnswer,
  read: (ctx, { id }) => getMission(ctx, id),
})

const collected = list({
  path: '/missions/:id/accessions',
  tag,
  summary: 'The accessions whose COLLMISSID is its code',
  refuses: [404],
  title: words.accessions,
  empty: { title: words.noAccessions },
  item: CollectedAnswer,
  filters: noFilters,
  query: collectedBy,
  columns: {
    title: {
      label: words.accession,
      text: ({ title }) => title,
      href: ({ id }) => paths.record(id),
    },
    number: { label: words.number, code: ({ accenumb }) => accenumb },
    collectingNumber: { label: words.collectingNumber, code: ({ collnumb }) => collnumb },
    institution: { label: labels.institution, text: ({ institution }) => institution.name },
  },
})

const addition = write({
  path: here,
  tag,
  summary: 'Add a collecting mission; by curators of its institution',
  refuses: [404, 409],
  form: missionForm,
  creates: true,
  answer: mission,
  does: createMission,
  at: `${here}/new`,
  flash: () => words.added,
  next: hrefOf,
  page: newPage,
})

const edit = write({
  path: '/missions/:id',
  method: 'patch',
  tag,
  summary: 'Change a collecting mission',
  refuses: [409],
  form: missionEdit.edit,
  versioned: true,
  answer: mission,
  does: editMission,
  at: `${here}/:id/edit`,
  flash: () => editWords.saved,
  next: hrefOf,
  page: editPage,
})

const own = new Hono<Env>()
  .get(here, (c) => listPage(c))
  .get(`${here}/new`, (c) => newPage(c, filledIn(missionForm.open({ code: c.req.query('code') }))))
  .get(`${here}/:id`, (c) => missionPage(c))
  .get(`${here}/:id/edit`, (c) => editPage(c))

export const { api: missionRoutes, pages: missionPages } = surfaces(
  missions,
  addition,
  mission,
  collected,
  edit,
  { pages: own },
)

/** On an accession's page: the mission that collected it. */
export const missionSection: RecordSection = async (c, row) => {
  const code = textIn(valuesFor(c.var.ctx, row), 'collmissid')
  const found = code === null ? undefined : await missionCoded(c.var.ctx, code)
  if (!found) return null
  return (
    <Section title={words.missions} more={{ text: textOf(found.code), href: hrefOf(found) }}>
      <FieldList fields={fieldsOf(facts, found)} />
    </Section>
  )
}

async function listPage(c: C) {
  const kept = await managedInstitutionChoices(c.var.ctx)
  return page(
    c,
    {
      title: words.missions,
      lead: words.lead,
      actions: kept.length > 0 && <ButtonLink href={`${here}/new`} icon="plus" text={words.add} />,
    },
    <>{await missions.view(c, {})}</>,
  )
}

async function newPage(c: C, form: Filled) {
  signedIn(c.var.ctx)
  const choices = { institution: await managedInstitutionChoices(c.var.ctx) }
  return page(
    c,
    { title: words.add, crumbs, width: 'reading', status: form.status },
    <EntityForm
      {...{ of: missionForm, form, choices, submit: words.add }}
      action={`${here}/new`}
    />,
  )
}

async function editPage(c: C, filled?: Filled) {
  signedIn(c.var.ctx)
  const row = await getMission(c.var.ctx, c.req.param('id') ?? '')
  const form = filled ?? filledIn(missionEdit.open(row))
  const fields = { form, action: `${hrefOf(row)}/edit`, submit: editWords.save }
  return page(
    c,
    {
      title: words.edit,
      lead: textOf(row.code),
      crumbs: [...crumbs, { text: textOf(row.code), href: hrefOf(row) }],
      width: 'reading',
      status: form.status,
    },
    <EntityForm of={missionEdit} {...fields} version={row.version} />,
  )
}

async function missionPage(c: C) {
  const { ctx } = c.var
  const row = await getMission(ctx, c.req.param('id') ?? '')
  const { id, code, name, institution } = row
  const { items } = await collectedBy(ctx, { id, limit: 1 })
  return page(
    c,
    {
      title: name.zh || name.en ? name : textOf(code),
      lead: textOf(code),
      crumbs,
      actions: managesInstitution(ctx.actor, institution.id) && (
        <ButtonLink href={`${hrefOf(row)}/edit`} icon="edit" text={words.edit} />
      ),
    },
    <>
      {items.length > 0 ? (
        <Way button={words.toAccessions} href="#accessions" />
      ) : (
        <Way
          text={words.noAccessions}
          button={words.toInstitution}
          href={peoplePaths.institution(institution.id)}
        />
      )}
      <FieldList fields={fieldsOf(facts, row)} />
      {items.length > 0 && (
        <Section title={words.accessions} id="accessions">
          {await collected.view(c, { of: { id } })}
        </Section>
      )}
    </>,
  )
}

const textOf = (text: string): Text => ({ zh: text, en: text })

/** What is known of a mission, for its page. */
const facts: Readonly<Record<string, ValueColumn<MissionRow>>> = {
  institution: {
    label: labels.institution,
    text: ({ institution }) => institution.name,
    href: ({ institution }) => peoplePaths.institution(institution.id),
  },
  startDay: { label: labels.startDay, day: ({ startDay }) => startDay },
  endDay: { label: labels.endDay, day: ({ endDay }) => endDay },
  places: { label: labels.places, text: ({ places }) => places },
  institutes: { label: labels.institutes, text: ({ institutes }) => institutes },
  people: { label: labels.people, text: ({ people }) => people },
  permits: { label: labels.permits, text: ({ permits }) => permits },
  note: { label: labels.note, text: ({ note }) => note },
}
