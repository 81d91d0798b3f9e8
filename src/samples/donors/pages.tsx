import { type Context as HonoContext, Hono } from 'hono'
import { bothLanguages } from '../../core/text.ts'
import { StateBadge } from '../../web/components/badges.tsx'
import { ButtonLink } from '../../web/components/button.tsx'
import { Section } from '../../web/components/navigation.tsx'
import { FieldList } from '../../web/components/values.tsx'
import { Rows } from '../../web/columns.tsx'
import type { Env } from '../../web/env.ts'
import { EntityForm } from '../../web/fields.tsx'
import { type Filled, filledIn } from '../../web/forms.tsx'
import { item } from '../../web/item.ts'
import { Local } from '../../web/lang.tsx'
import { list } from '../../web/list.tsx'
import { page } from '../../web/page.tsx'
import { surfaces } from '../../web/surfaces.ts'
import { columnWords, editWords } from '../../web/words.ts'
import { write } from '../../web/write.tsx'
import { isOfPeople, staffedCollection, writableCollection } from '../actions.ts'
import { donorConsents } from '../consents/pages.tsx'
import { termChoices } from '../pages/choices.ts'
import { collectionCrumbs, CollectionTabs } from '../pages/frame.tsx'
import { samplesOfDonor } from '../samples/actions/keep.ts'
import { sampleColumns } from '../samples/pages/columns.tsx'
import { sampleListWords } from '../samples/words.ts'
import { tabNames } from '../words/common.ts'
import { samplePaths } from '../words/paths.ts'
import {
  createDonor,
  donorByCode,
  type DonorRow,
  editDonor,
  getDonor,
  searchDonors,
} from './actions.ts'
import { DonorAnswer, donorFilter, donorForm } from './model.ts'
import { donorWords as words } from './words.ts'

type C = HonoContext<Env>
const tag = 'samples'
const path = '/collections/:id/donors'
const one = '/donors/:id'
const { labels } = donorForm
const hrefOf = ({ id }: { id: string }) => samplePaths.donor(id)

const donors = list({
  path,
  tag,
  summary: 'Donors of a collection who have not withdrawn, the newest first; for its staff',
  refuses: [401, 403],
  title: words.donors,
  empty: { title: words.none },
  item: DonorAnswer,
  filters: donorFilter,
  query: searchDonors,
  columns: {
    code: { label: labels.code, code: ({ code }) => code, href: hrefOf },
    sex: { label: labels.sex, text: ({ sex }) => sex.name },
    diagnoses: { label: labels.diagnoses, code: ({ diagnoses }) => diagnoses.join(', ') || null },
    samples: { label: words.samples, number: ({ samples }) => samples },
  },
})

const donor = item({
  path: one,
  tag,
  summary: 'Read a donor; for the staff of the collection',
  schema: DonorAnswer,
  read: (ctx, { id }) => getDonor(ctx, id),
})

const addition = write({
  path,
  tag,
  summary: 'Add a donor to a collection of human samples: a code, never who it is',
  refuses: [409],
  form: donorForm,
  creates: '/api/v1/donors',
  answer: donor,
  does: createDonor,
  at: `${path}/new`,
  flash: ({ code }) => words.added(code),
  next: hrefOf,
  page: (c, form) => newPage(c, form),
})

const edit = write({
  path: one,
  method: 'patch',
  tag,
  summary: 'Change what is known of a donor',
  refuses: [409],
  form: donorForm.edit,
  versioned: true,
  answer: donor,
  does: editDonor,
  at: `${one}/edit`,
  flash: () => editWords.saved,
  next: hrefOf,
  page: (c, form) => editPage(c, form),
})

const consents = donorConsents((c, form) => donorPage(c, form))

const own = new Hono<Env>()
  .get(path, (c) => donorsPage(c))
  .get(`${path}/new`, (c) => newPage(c, filledIn({})))
  .get(one, (c) => donorPage(c))
  .get(`${one}/edit`, (c) => editPage(c))

/** Donors of a collection, each with consents and samples. */
export const { api: donorRoutes, pages: donorPages } = surfaces(
  donors,
  donor,
  addition,
  edit,
  ...consents.parts,
  { pages: own },
)

const vocabularies = { sex: 'miabis_sex', datasetTypes: 'miabis_dataset_type' } as const

/** A whole code leads straight to its donor, also to one who withdrew. */
async function donorsPage(c: C) {
  const { ctx } = c.var
  const collection = await staffedCollection(ctx, c.req.param('id') ?? '')
  const { id, title, withdrawnAt } = collection
  const code = c.req.query('code')
  const found = code ? await donorByCode(ctx, { record: id, code: code.trim() }) : undefined
  if (found) return c.redirect(hrefOf(found), 303)
  return page(
    c,
    {
      title: words.donorsOf(bothLanguages(title)),
      crumb: tabNames.donors,
      lead: words.lead,
      crumbs: collectionCrumbs(collection),
      actions: !withdrawnAt && isOfPeople(collection) && (
        <ButtonLink href={`${samplePaths.donorsOf(id)}/new`} icon="plus" text={words.add} />
      ),
    },
    <>
      <CollectionTabs id={id} current="donors" ofPeople={isOfPeople(collection)} />
      {await donors.view(c, { of: { id } })}
    </>,
  )
}

async function newPage(c: C, form: Filled) {
  const { ctx } = c.var
  const collection = await writableCollection(ctx, c.req.param('id') ?? '')
  return page(
    c,
    {
      title: words.add,
      lead: words.lead,
      crumbs: collectionCrumbs(collection, 'donors'),
      width: 'reading',
      status: form.status,
    },
    <EntityForm
      of={donorForm}
      form={form}
      action={`${samplePaths.donorsOf(collection.id)}/new`}
      submit={words.add}
      choices={await termChoices(ctx, vocabularies)}
    />,
  )
}

async function donorPage(c: C, consent?: Filled) {
  const { ctx } = c.var
  // Consents name their donor so in their addresses.
  const row = await getDonor(ctx, c.req.param('id') ?? c.req.param('donor') ?? '')
  const samples = await samplesOfDonor(ctx, row.id)
  const { donor: _donor, source: _source, ...columns } = sampleColumns
  return page(
    c,
    {
      title: words.donorOf(row.code),
      crumbs: collectionCrumbs(row.collection, 'donors'),
      actions: <Tools row={row} />,
      status: consent?.status ?? 200,
    },
    <>
      <FieldList fields={aboutOf(row)} />
      {await consents.section(c, row, consent)}
      <Section title={words.samples}>
        <Rows
          title={sampleListWords.samples}
          none={words.noSamples}
          columns={columns}
          rows={samples}
        />
      </Section>
    </>,
  )
}

function Tools({ row }: { row: DonorRow }) {
  const isOpen = !row.withdrawnAt && !row.collectionWithdrawnAt
  const adding = `${samplePaths.samplesOf(row.collection.id)}/new?donor=${encodeURIComponent(row.code)}`
  return (
    <>
      <ButtonLink href={samplePaths.withdrawal(row.id)} text={words.withdrawal} />
      {isOpen && (
        <>
          <ButtonLink href={adding} icon="plus" text={sampleListWords.add} />
          <ButtonLink href={`${hrefOf(row)}/edit`} icon="edit" text={words.edit} />
        </>
      )}
    </>
  )
}

const aboutOf = (row: DonorRow) => [
  ...(row.withdrawnAt
    ? [{ label: columnWords.state, value: <StateBadge tone="danger" text={words.withdrawn} /> }]
    : []),
  { label: labels.sex, value: <Local text={row.sex.name} /> },
  { label: labels.diagnoses, value: row.diagnoses.join(', ') || null },
  {
    label: labels.datasetTypes,
    value:
      row.datasetTypes.length === 0
        ? null
        : row.datasetTypes.map(({ name }, at) => (
            <>
              {at > 0 && ' · '}
              <Local text={name} />
            </>
          )),
  },
]

async function editPage(c: C, edited?: Filled) {
  const { ctx } = c.var
  const row = await getDonor(ctx, c.req.param('id') ?? '')
  const form =
    edited ?? filledIn(donorForm.open({ ...row, diagnoses: row.diagnoses.join(', ') || null }))
  return page(
    c,
    {
      title: words.edit,
      lead: words.donorOf(row.code),
      crumbs: [
        ...collectionCrumbs(row.collection, 'donors'),
        { text: words.donorOf(row.code), href: hrefOf(row) },
      ],
      width: 'reading',
      status: form.status,
    },
    <EntityForm
      of={donorForm}
      form={form}
      action={`${hrefOf(row)}/edit`}
      submit={editWords.save}
      version={row.version}
      choices={await termChoices(ctx, vocabularies)}
    />,
  )
}
