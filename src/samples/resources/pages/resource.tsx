import { type Context as HonoContext, Hono } from 'hono'
import type { Text } from '../../../core/text.ts'
import { signedIn } from '../../../core/permission.ts'
import { institutionChoices, managedInstitutionChoices } from '../../../people/pages/choices.ts'
import { allowManagerToRead } from '../../../people/roles/actions/roles.ts'
import { curatesAnything, managesInstitution } from '../../../people/roles/rules.ts'
import { ButtonLink } from '../../../web/components/button.tsx'
import { Section } from '../../../web/components/navigation.tsx'
import { FieldList } from '../../../web/components/values.tsx'
import type { Env } from '../../../web/env.ts'
import { EntityForm } from '../../../web/fields.tsx'
import { type Filled, filledIn } from '../../../web/forms.tsx'
import { page } from '../../../web/page.tsx'
import { surfaces } from '../../../web/surfaces.ts'
import { editWords } from '../../../web/words.ts'
import { write } from '../../../web/write.tsx'
import {
  ContactSection,
  Description,
  fact,
  linesOf,
  webLink,
} from '../../directory/pages/facts.tsx'
import { Picker } from '../../directory/pages/picker.tsx'
import { coded } from '../../directory/rules.ts'
import { directoryWords } from '../../directory/words.ts'
import {
  ageUnitNames,
  criteriaNames,
  datasetTypeNames,
  designNames,
  settingNames,
  sexNames,
  sourceNames,
  temperatureNames,
  typeNames,
  useConditionNames,
} from '../../words/codes.ts'
import { samplePaths } from '../../words/paths.ts'
import {
  addCollection,
  createResource,
  editResource,
  findCollections,
  getResource,
  removeCollection,
  type ResourceRow,
} from '../actions.ts'
import { memberForm, resourceEdit, resourceForm } from '../model.ts'
import { statusNames } from '../../networks/words.ts'
import { resourceWords as words } from '../words.ts'
import { collections, resource, resources, tag } from './surfaces.tsx'

type C = HonoContext<Env>
const here = samplePaths.resources
const hrefOf = ({ id }: { id: string }) => samplePaths.resource(id)
const crumbs = [{ text: words.resources, href: here }]
const { labels } = resourceForm

const addition = write({
  path: '/research-resources',
  tag,
  summary: 'Add a research resource that an institution keeps; by its curators and administrators',
  refuses: [404, 409],
  form: resourceForm,
  creates: true,
  answer: resource,
  does: createResource,
  at: `${here}/new`,
  flash: () => words.added,
  next: hrefOf,
  page: newPage,
})

const edit = write({
  path: '/research-resources/:id',
  method: 'patch',
  tag,
  summary: 'Change a research resource; by curators of the institution that keeps it',
  refuses: [409],
  form: resourceEdit.edit,
  versioned: true,
  answer: resource,
  does: editResource,
  at: `${here}/:id/edit`,
  flash: () => editWords.saved,
  next: hrefOf,
  page: editPage,
})

const addingMember = write({
  path: '/research-resources/:id/collections',
  tag,
  summary: 'Add a public collection to a research resource',
  refuses: [404, 409],
  form: memberForm,
  does: (ctx, input, { id }) => addCollection(ctx, input, id),
  flash: () => directoryWords.added,
  next: hrefOf,
})

const removal = write({
  path: '/research-resources/:id/collections/:collection',
  method: 'delete',
  tag,
  summary: 'Take a collection out of a research resource',
  does: (ctx, _, key) => removeCollection(ctx, key),
  at: `${here}/:id/collections/:collection/removal`,
  flash: () => directoryWords.removed,
  next: hrefOf,
})

const own = new Hono<Env>()
  .get(here, (c) => listPage(c))
  .get(`${here}/new`, (c) => newPage(c, filledIn(resourceForm.open({ status: 'active' }))))
  .get(`${here}/:id`, (c) => resourcePage(c))
  .get(`${here}/:id/edit`, (c) => editPage(c))

/** Research resources are public, their collections as far as the reader may see them. */
export const { api: resourceRoutes, pages: resourcePages } = surfaces(
  resources,
  addition,
  resource,
  edit,
  collections,
  addingMember,
  removal,
  { pages: own },
)

async function listPage(c: C) {
  const { ctx } = c.var
  const choices = {
    institution: await institutionChoices(ctx),
    type: Object.entries(typeNames).map(([value, label]) => ({ value, label })),
  }
  return page(
    c,
    {
      title: words.resources,
      lead: words.lead,
      actions: curatesAnything(ctx.actor) && (
        <ButtonLink href={`${here}/new`} icon="plus" text={words.add} />
      ),
    },
    await resources.view(c, { choices }),
  )
}

async function resourcePage(c: C) {
  const { ctx } = c.var
  const row = await getResource(ctx, c.req.param('id') ?? '')
  const isKept = managesInstitution(ctx.actor, row.institutionId)
  return page(
    c,
    {
      title: row.name,
      lead: row.institution.name,
      crumbs,
      actions: isKept && <ButtonLink href={`${hrefOf(row)}/edit`} icon="edit" text={words.edit} />,
    },
    <>
      <Description of={row} />
      <Section title={directoryWords.collections}>
        {await collections.view(c, { of: { id: row.id } })}
      </Section>
      {isKept && (await picker(c, row))}
      <Section title={words.about}>
        <FieldList fields={factsOf(row)} />
      </Section>
      <ContactSection of={row} />
    </>,
  )
}

async function picker(c: C, { id }: ResourceRow) {
  const sought = (c.req.query('find') ?? '').trim().slice(0, 200)
  const found =
    sought === '' ? [] : await findCollections(c.var.ctx, { resource: id, words: sought })
  return (
    <Picker
      title={words.addCollection}
      sought={sought}
      action={`${samplePaths.resource(id)}/collections`}
      found={found.map((one) => ({
        id: one.id,
        name: one.title,
        fields: { collection: one.id },
      }))}
    />
  )
}

const factsOf = (row: ResourceRow) => [
  ...fact(labels.acronym, row.acronym),
  ...fact(labels.miabisId, row.miabisId && <code>{row.miabisId}</code>),
  ...fact(labels.sampleSource, coded(sourceNames, [row.sampleSource])),
  ...fact(labels.sampleTypes, coded(typeNames, row.sampleTypes)),
  ...fact(labels.storageTemperatures, coded(temperatureNames, row.storageTemperatures)),
  ...fact(labels.datasetTypes, coded(datasetTypeNames, row.datasetTypes)),
  ...fact(labels.subjectsTotal, row.subjectsTotal?.toString() ?? null),
  ...fact(labels.sex, coded(sexNames, row.sex)),
  ...fact(labels.ageLow, ageText(row.ageLow, row.ageLowUnit)),
  ...fact(labels.ageHigh, ageText(row.ageHigh, row.ageHighUnit)),
  ...fact(labels.diseases, linesOf(row.diseases)),
  ...fact(labels.inclusionCriteria, coded(criteriaNames, row.inclusionCriteria)),
  ...fact(labels.design, coded(designNames, row.design)),
  ...fact(labels.setting, coded(settingNames, row.setting)),
  ...fact(labels.useConditions, coded(useConditionNames, row.useConditions)),
  ...fact(labels.status, row.status && statusNames[row.status]),
  ...fact(labels.publications, linesOf(row.publications)),
  ...fact(labels.url, webLink(row.url)),
]

function ageText(age: number | null, unit: string | null): Text | null {
  const name = ageUnitNames[unit ?? '']
  return age === null || !name
    ? null
    : { zh: `${age} ${name.zh}`, en: `${age} ${name.en.toLowerCase()}` }
}

async function newPage(c: C, form: Filled) {
  const { ctx } = c.var
  signedIn(ctx)
  const choices = { institution: await managedInstitutionChoices(ctx) }
  return page(
    c,
    { title: words.add, crumbs, width: 'reading', status: form.status },
    <EntityForm
      {...{ of: resourceForm, form, action: `${here}/new`, submit: words.add, choices }}
    />,
  )
}

async function editPage(c: C, filled?: Filled) {
  const row = await getResource(c.var.ctx, c.req.param('id') ?? '')
  allowManagerToRead(c.var.ctx, row.institutionId)
  const form = filled ?? filledIn(resourceEdit.open({ ...row, closed: row.closedAt !== null }))
  const fields = { form, action: `${hrefOf(row)}/edit`, submit: editWords.save }
  return page(
    c,
    {
      title: words.edit,
      crumbs: [...crumbs, { text: row.name, href: hrefOf(row) }],
      width: 'reading',
      status: form.status,
    },
    <EntityForm of={resourceEdit} {...fields} version={row.version} />,
  )
}
