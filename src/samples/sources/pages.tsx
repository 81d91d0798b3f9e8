import { type Context as HonoContext, Hono } from 'hono'
import { bothLanguages } from '../../core/text.ts'
import { ButtonLink } from '../../web/components/button.tsx'
import { Section } from '../../web/components/navigation.tsx'
import type { Env } from '../../web/env.ts'
import { EntityForm } from '../../web/fields.tsx'
import { type Filled, filledIn } from '../../web/forms.tsx'
import { item } from '../../web/item.ts'
import { list } from '../../web/list.tsx'
import { page } from '../../web/page.tsx'
import { Rows } from '../../web/columns.tsx'
import { surfaces } from '../../web/surfaces.ts'
import { editWords } from '../../web/words.ts'
import { write } from '../../web/write.tsx'
import { isOfPeople, staffedCollection, writableCollection } from '../actions.ts'
import { termChoices } from '../pages/choices.ts'
import { collectionCrumbs, CollectionTabs } from '../pages/frame.tsx'
import { samplesOfSource } from '../samples/actions/keep.ts'
import { sampleColumns } from '../samples/pages/columns.tsx'
import { sampleListWords } from '../samples/words.ts'
import { tabNames } from '../words/common.ts'
import { samplePaths } from '../words/paths.ts'
import { createSource, editSource, getSource, searchSources } from './actions.ts'
import { SourceAnswer, sourceFilter, sourceForm } from './model.ts'
import { sourceKindNames, sourceWords as words } from './words.ts'

type C = HonoContext<Env>
const tag = 'samples'
const path = '/collections/:id/sources'
const one = '/sample-sources/:id'
const { labels } = sourceForm
const hrefOf = ({ id }: { id: string }) => samplePaths.source(id)

const sources = list({
  path,
  tag,
  summary: 'What samples of a collection were taken from, the newest first; for its staff',
  refuses: [401, 403],
  title: words.sources,
  empty: { title: words.none },
  item: SourceAnswer,
  filters: sourceFilter,
  query: searchSources,
  columns: {
    code: { label: labels.code, code: ({ code }) => code, href: hrefOf },
    kind: { label: labels.kind, text: ({ kind }) => sourceKindNames[kind] },
    title: { label: labels.title, text: ({ title }) => title },
    taxon: { label: labels.taxon, text: ({ taxon }) => taxon },
    locality: { label: labels.locality, text: ({ locality }) => locality },
    collectedOn: { label: labels.collectedOn, day: ({ collectedOn }) => collectedOn },
    samples: { label: words.samples, number: ({ samples }) => samples },
  },
})

const source = item({
  path: one,
  tag,
  summary: 'Read a source of samples; for the staff of its collection',
  schema: SourceAnswer,
  read: (ctx, { id }) => getSource(ctx, id),
})

const addition = write({
  path,
  tag,
  summary: 'Add a source of samples to a collection that is not of people',
  refuses: [409],
  form: sourceForm,
  creates: '/api/v1/sample-sources',
  answer: source,
  does: createSource,
  at: `${path}/new`,
  flash: ({ code }) => words.added(code),
  next: hrefOf,
  page: (c, form) => newPage(c, form),
})

const edit = write({
  path: one,
  method: 'patch',
  tag,
  summary: 'Change a source of samples',
  refuses: [409],
  form: sourceForm.edit,
  versioned: true,
  answer: source,
  does: editSource,
  flash: () => editWords.saved,
  next: hrefOf,
  page: (c, form) => sourcePage(c, form),
})

const own = new Hono<Env>()
  .get(path, (c) => sourcesPage(c))
  .get(`${path}/new`, (c) => newPage(c, filledIn({})))
  .get(one, (c) => sourcePage(c))

/** Animals, plants, places and batches that samples were taken from. */
export const { api: sourceRoutes, pages: sourcePages } = surfaces(sources, source, addition, edit, {
  pages: own,
})

const sexes = { sex: 'miabis_sex' } as const

async function sourcesPage(c: C) {
  const collection = await staffedCollection(c.var.ctx, c.req.param('id') ?? '')
  const { id, title, withdrawnAt } = collection
  const adds = !withdrawnAt && collection.sampleSource !== 'human'
  return page(
    c,
    {
      title: words.sourcesOf(bothLanguages(title)),
      crumb: tabNames.sources,
      lead: words.lead,
      crumbs: collectionCrumbs(collection),
      actions: adds && (
        <ButtonLink href={`${samplePaths.sourcesOf(id)}/new`} icon="plus" text={words.add} />
      ),
    },
    <>
      <CollectionTabs id={id} current="sources" ofPeople={isOfPeople(collection)} />
      {await sources.view(c, { of: { id } })}
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
      crumbs: collectionCrumbs(collection, 'sources'),
      width: 'reading',
      status: form.status,
    },
    <EntityForm
      of={sourceForm}
      form={form}
      action={`${samplePaths.sourcesOf(collection.id)}/new`}
      submit={words.add}
      choices={await termChoices(ctx, sexes)}
    />,
  )
}

async function sourcePage(c: C, edited?: Filled) {
  const { ctx } = c.var
  const row = await getSource(ctx, c.req.param('id') ?? '')
  const form = edited ?? filledIn(sourceForm.open(row))
  const { donor: _donor, source: _source, ...columns } = sampleColumns
  return page(
    c,
    {
      title: words.sourceOf(row.code),
      crumbs: collectionCrumbs(row.collection, 'sources'),
      status: form.status,
    },
    <>
      <Section title={words.samples}>
        <Rows
          title={sampleListWords.samples}
          none={words.noSamples}
          columns={columns}
          rows={await samplesOfSource(ctx, row.id)}
        />
      </Section>
      {!row.collectionWithdrawnAt && (
        <Section title={words.edit}>
          <EntityForm
            of={sourceForm}
            form={form}
            action={hrefOf(row)}
            submit={editWords.save}
            version={row.version}
            choices={await termChoices(ctx, sexes)}
          />
        </Section>
      )}
    </>,
  )
}
