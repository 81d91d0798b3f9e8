import { type Context as HonoContext, Hono } from 'hono'
import { newestRecords } from '../../../catalog/search/actions.ts'
import type { SearchItem } from '../../../catalog/search/model.ts'
import { RecordCards } from '../../../catalog/records/pages/cards.tsx'
import { recordItemOf } from '../../../catalog/records/pages/items.ts'
import { signedIn } from '../../../core/permission.ts'
import { ButtonLink } from '../../../web/components/button.tsx'
import { Section, Way, type WayProps } from '../../../web/components/navigation.tsx'
import { FieldList } from '../../../web/components/values.tsx'
import type { Env } from '../../../web/env.ts'
import { EntityForm } from '../../../web/fields.tsx'
import { type Filled, filledIn } from '../../../web/forms.tsx'
import { item } from '../../../web/item.ts'
import { Local } from '../../../web/lang.tsx'
import { list } from '../../../web/list.tsx'
import { page } from '../../../web/page.tsx'
import { paths, withQuery } from '../../../web/paths.ts'
import { surfaces } from '../../../web/surfaces.ts'
import { columnWords, editWords } from '../../../web/words.ts'
import { write } from '../../../web/write.tsx'
import { germplasmPaths } from '../../words/paths.ts'
import {
  createTaxon,
  editTaxon,
  getTaxon,
  recordsUnder,
  searchTaxa,
  taxonParts,
  type TaxonRow,
} from '../actions.ts'
import { TaxonAnswer, taxonFilter, taxonForm } from '../model.ts'
import { keepsTaxa, taxonTree } from '../rules.ts'
import { protectionNames, rankNames, taxonWords as words } from '../words.ts'
import { TaxonLinks, TaxonTree } from './tree.tsx'

type C = HonoContext<Env>
const tag = 'taxa'
const here = germplasmPaths.taxa
const { labels } = taxonForm
const hrefOf = ({ id }: { id: string }) => germplasmPaths.taxon(id)
const crumbs = [{ text: words.taxa, href: here }]

const taxa = list({
  path: here,
  tag,
  summary: 'Names of the taxonomy, in their order',
  title: words.taxa,
  empty: { title: words.none, text: words.noneHint },
  item: TaxonAnswer,
  filters: taxonFilter,
  query: searchTaxa,
  columns: {
    scientificName: {
      label: labels.scientificName,
      text: ({ scientificName }) => scientificName,
      href: hrefOf,
    },
    authorship: { label: labels.authorship, text: ({ authorship }) => authorship },
    name: { label: labels.name, text: ({ name }) => name },
    rank: { label: labels.rank, text: ({ rank }) => rankNames[rank] },
    parent: { label: labels.parent, text: ({ parent }) => parent },
    state: {
      label: columnWords.state,
      state: ({ accepted }) =>
        accepted === null
          ? { tone: 'good', text: words.isAccepted }
          : { tone: 'calm', text: words.isASynonym },
    },
    accepted: { label: labels.accepted, text: ({ accepted }) => accepted },
  },
})

const taxon = item({
  path: '/taxa/:id',
  tag,
  summary: 'Read a taxon',
  schema: TaxonAnswer,
  read: (ctx, { id }) => getTaxon(ctx, id),
})

const addition = write({
  path: here,
  tag,
  summary: 'Add a name to the taxonomy; by curators and administrators',
  description: 'Parent and accepted name are given by their scientific names.',
  refuses: [409],
  form: taxonForm,
  creates: true,
  answer: taxon,
  does: createTaxon,
  at: `${here}/new`,
  flash: () => words.added,
  next: hrefOf,
  page: newPage,
})

const edit = write({
  path: '/taxa/:id',
  method: 'patch',
  tag,
  summary: 'Change a taxon; its records are placed anew',
  refuses: [409],
  form: taxonForm.edit,
  versioned: true,
  answer: taxon,
  does: editTaxon,
  at: `${here}/:id/edit`,
  flash: () => words.saved,
  next: hrefOf,
  page: editPage,
})

const own = new Hono<Env>()
  .get(here, (c) => listPage(c))
  .get(`${here}/new`, (c) =>
    newPage(c, filledIn(taxonForm.open({ scientificName: c.req.query('name'), rank: 'species' }))),
  )
  .get(`${here}/:id`, (c) => taxonPage(c))
  .get(`${here}/:id/edit`, (c) => editPage(c))

export const { api: taxonRoutes, pages: taxonPages } = surfaces(taxa, addition, taxon, edit, {
  pages: own,
})

async function listPage(c: C) {
  return page(
    c,
    {
      title: words.taxa,
      lead: words.lead,
      actions: keepsTaxa(c.var.ctx.actor) && (
        <ButtonLink href={`${here}/new`} icon="plus" text={words.add} />
      ),
    },
    <>{await taxa.view(c, {})}</>,
  )
}

function newPage(c: C, form: Filled) {
  signedIn(c.var.ctx)
  return page(
    c,
    { title: words.add, crumbs, width: 'reading', status: form.status },
    <EntityForm of={taxonForm} form={form} action={`${here}/new`} submit={words.add} />,
  )
}

async function editPage(c: C, filled?: Filled) {
  signedIn(c.var.ctx)
  const row = await getTaxon(c.var.ctx, c.req.param('id') ?? '')
  const form = filled ?? filledIn(taxonForm.open(row))
  const fields = { form, action: `${hrefOf(row)}/edit`, submit: editWords.save }
  return page(
    c,
    {
      title: words.edit,
      lead: textOf(row.scientificName),
      crumbs: crumbsOf(row),
      width: 'reading',
      status: form.status,
    },
    <EntityForm of={taxonForm} {...fields} version={row.version} />,
  )
}

const textOf = (name: string) => ({ zh: name, en: name })
const crumbsOf = (row: TaxonRow) => [
  ...crumbs,
  { text: textOf(row.scientificName), href: hrefOf(row) },
]

async function taxonPage(c: C) {
  const { ctx } = c.var
  const row = await getTaxon(ctx, c.req.param('id') ?? '')
  const { scientificName, name, rank } = row
  const parts = await taxonParts(ctx, row)
  const query = { kind: ['accession' as const], taxon: [scientificName], limit: 8 }
  const records = await newestRecords(ctx, query)
  return page(
    c,
    {
      title: textOf(scientificName),
      lead: name.zh || name.en ? name : rankNames[rank],
      crumbs,
      actions: keepsTaxa(ctx.actor) && (
        <ButtonLink href={`${hrefOf(row)}/edit`} icon="edit" text={words.edit} />
      ),
    },
    <>
      <Way {...wayOf(row, parts, records.length > 0)} />
      <FieldList fields={factsOf(row, parts)} />
      {parts.synonyms.length > 0 && (
        <Section title={words.synonyms}>
          <TaxonLinks taxa={parts.synonyms} hrefOf={germplasmPaths.taxon} />
        </Section>
      )}
      {records.length > 0 && (await recordsOf(c, row, records))}
      {parts.below.length > 0 && (
        <Section title={words.below}>
          <TaxonLinks taxa={parts.below} hrefOf={germplasmPaths.taxon} />
        </Section>
      )}
    </>,
  )
}

type Parts = Awaited<ReturnType<typeof taxonParts>>

function factsOf(row: TaxonRow, { above }: Parts) {
  const { authorship, rank, otherNames, protection, source, accepted, acceptedId } = row
  return [
    { label: labels.rank, value: <Local text={rankNames[rank]} /> },
    { label: labels.authorship, value: authorship },
    {
      label: words.accepted,
      value: acceptedId && (
        <a href={germplasmPaths.taxon(acceptedId)}>
          <i lang="la">{accepted}</i>
        </a>
      ),
    },
    {
      label: words.place,
      value: above.length > 0 && <TaxonLinks taxa={above} hrefOf={germplasmPaths.taxon} />,
    },
    { label: labels.otherNames, value: otherNames },
    {
      label: labels.protection,
      value: protection && <Local text={protectionNames[protection]} />,
    },
    { label: labels.source, value: source },
  ].filter(({ value }) => Boolean(value))
}

const allOf = ({ scientificName }: TaxonRow) =>
  withQuery(paths.search, { kind: 'accession', taxon: scientificName })

/** To its germplasm; where there is none, to what it is a part of. */
function wayOf(row: TaxonRow, { above }: Parts, hasRecords: boolean): WayProps {
  if (hasRecords) return { button: words.toRecords, href: allOf(row) }
  const parent = above.at(-1)
  return {
    text: words.noRecords,
    ...(parent
      ? { button: words.to(parent.scientificName), href: germplasmPaths.taxon(parent.id) }
      : { button: words.toTaxa, href: here }),
  }
}

/** Its germplasm: the newest, and what stands below it with counts. Records under its synonyms are among them. */
async function recordsOf(c: C, row: TaxonRow, items: readonly SearchItem[]) {
  const { taxa: counted, total } = await recordsUnder(c.var.ctx, row)
  const { placed } = taxonTree(counted)
  return (
    <Section title={words.records} more={{ text: words.all, href: allOf(row) }}>
      {total.relation === 'gte' && <Local as="p" class="quiet" text={words.sampled} />}
      <TaxonTree
        nodes={placed}
        relation={total.relation}
        hrefOf={({ id }) => (id === null ? undefined : germplasmPaths.taxon(id))}
      />
      <RecordCards records={items.map(recordItemOf)} />
    </Section>
  )
}
