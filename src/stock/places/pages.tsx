import { type Context as HonoContext, Hono } from 'hono'
import { managedInstitutionChoices } from '../../people/pages/choices.ts'
import { StateBadge } from '../../web/components/badges.tsx'
import { ButtonLink } from '../../web/components/button.tsx'
import { Section } from '../../web/components/navigation.tsx'
import type { Columns } from '../../web/columns.tsx'
import type { Env } from '../../web/env.ts'
import { EntityForm } from '../../web/fields.tsx'
import { type Filled, filledIn } from '../../web/forms.tsx'
import { item } from '../../web/item.ts'
import { list, noFilters } from '../../web/list.tsx'
import { page } from '../../web/page.tsx'
import { withQuery } from '../../web/paths.ts'
import { surfaces } from '../../web/surfaces.ts'
import { columnWords, editWords } from '../../web/words.ts'
import { write } from '../../web/write.tsx'
import { climateWords } from '../climate/words.ts'
import { lotsAt } from '../lots/actions/keep.ts'
import { LotAnswer } from '../lots/model.ts'
import { lotColumns } from '../lots/pages/columns.tsx'
import { lotWords } from '../lots/words.ts'
import { stockCrumb } from '../pages/crumbs.ts'
import { stockPaths } from '../words/paths.ts'
import { createPlace, editPlace, getPlace, placesIn, searchPlaces } from './actions.ts'
import { PlaceAnswer, placeEdit, placeFilter, placeForm } from './model.ts'
import type { PlaceRow } from './queries.ts'
import { placeTypeNames, placeWords as words } from './words.ts'

type C = HonoContext<Env>
const here = stockPaths.places
const editPath = `${here}/:id/edit`
const { labels } = placeForm
const hrefOf = ({ id }: { id: string }) => stockPaths.place(id)
const listed = { tag: 'stock', item: PlaceAnswer, refuses: [401] }

const columns: Columns<PlaceRow> = {
  code: { label: labels.code, text: ({ code }) => code, href: hrefOf },
  name: { label: labels.name, text: ({ name }) => name },
  type: { label: labels.type, text: ({ type }) => placeTypeNames[type] },
  places: { label: words.placeCount, number: ({ placeCount }) => placeCount },
  lots: { label: words.lotCount, number: ({ lotCount }) => lotCount },
  samples: { label: words.sampleCount, number: ({ sampleCount }) => sampleCount },
  state: {
    label: columnWords.state,
    state: ({ blockedAt }) => (blockedAt ? { tone: 'caution', text: words.blocked } : null),
  },
}

const outermost = list({
  ...listed,
  path: here,
  summary: 'The outermost places of institutions that you curate',
  title: words.places,
  empty: { title: words.none, text: words.noneHint },
  filters: placeFilter,
  query: searchPlaces,
  columns: {
    ...columns,
    institution: { label: labels.institution, text: ({ institution }) => institution.name },
  },
})

const inside = list({
  ...listed,
  path: `${here}/:id/places`,
  summary: 'The places directly inside one',
  title: words.inside,
  empty: { title: words.noneInside },
  filters: noFilters,
  query: placesIn,
  columns,
})

const lots = list({
  ...listed,
  path: `${here}/:id/lots`,
  summary: 'Lots that lie in a place or anywhere inside',
  item: LotAnswer,
  title: words.lotsHere,
  empty: { title: lotWords.none },
  filters: noFilters,
  query: lotsAt,
  columns: lotColumns,
})

const place = item({
  path: `${here}/:id`,
  tag: 'stock',
  summary: 'Read a place; for curators of its institution',
  schema: PlaceAnswer,
  read: (ctx, { id }) => getPlace(ctx, id),
})

const addition = write({
  path: here,
  tag: 'stock',
  summary: 'Add a place to an institution; by its curators',
  refuses: [404, 409],
  form: placeForm,
  creates: true,
  answer: place,
  does: createPlace,
  at: `${here}/new`,
  flash: ({ code }) => words.added(code),
  next: hrefOf,
  page: newPlacePage,
})

const edit = write({
  path: `${here}/:id`,
  method: 'patch',
  tag: 'stock',
  summary: 'Rename, move or block a place',
  refuses: [409],
  form: placeEdit.edit,
  versioned: true,
  answer: place,
  does: editPlace,
  at: editPath,
  flash: () => editWords.saved,
  next: hrefOf,
  page: editPlacePage,
})

const own = new Hono<Env>()
  .get(here, (c) => placesPage(c))
  .get(`${here}/new`, (c) => {
    const { institution, parent } = c.req.query()
    return newPlacePage(c, filledIn(placeForm.open({ institution, parent, type: 'room' })))
  })
  .get(`${here}/:id`, (c) => placePage(c))
  .get(editPath, (c) => editPlacePage(c))

/** The tree of places, level by level, with what lies where. */
const parts = [outermost, inside, lots, place, addition, edit, { pages: own }]
export const { api: placeRoutes, pages: placePages } = surfaces(...parts)

const above = [stockCrumb, { text: words.places, href: here }]

async function placesPage(c: C) {
  const institution = await managedInstitutionChoices(c.var.ctx)
  return page(
    c,
    {
      title: words.places,
      lead: words.lead,
      crumbs: [stockCrumb],
      actions: (
        <>
          <ButtonLink href={stockPaths.storage} text={words.storage} />
          <ButtonLink href={stockPaths.alarms} text={climateWords.alarms} />
          <ButtonLink href={`${here}/new`} icon="plus" text={words.add} />
        </>
      ),
    },
    await outermost.view(c, { choices: { institution } }),
  )
}

async function newPlacePage(c: C, form: Filled) {
  const choices = { institution: await managedInstitutionChoices(c.var.ctx) }
  return page(
    c,
    { title: words.add, crumbs: above, width: 'reading', status: form.status },
    <EntityForm {...{ of: placeForm, form, action: `${here}/new`, submit: words.add, choices }} />,
  )
}

async function placePage(c: C) {
  const row = await getPlace(c.var.ctx, c.req.param('id') ?? '')
  const of = { id: row.id }
  return page(
    c,
    {
      title: titleOf(row),
      lead: row.institution.name,
      crumbs: crumbsOf(row),
      actions: <Tools row={row} />,
    },
    <>
      {row.blockedAt && <StateBadge tone="caution" text={words.blocked} />}
      {!row.holdsOne && (
        <Section title={words.inside}>{await inside.view(c, { of, cursor: 'inside' })}</Section>
      )}
      <Section title={words.lotsHere}>{await lots.view(c, { of, cursor: 'lots' })}</Section>
    </>,
  )
}

function Tools({
  row: { institutionId: institution, path: parent, id, holdsOne, type, rows, sampleCount },
}: {
  row: PlaceRow
}) {
  return (
    <>
      {!holdsOne && (
        <ButtonLink
          href={withQuery(`${here}/new`, { institution, parent })}
          icon="plus"
          text={words.addInside}
        />
      )}
      {(rows !== null || sampleCount > 0) && (
        <ButtonLink href={stockPaths.box(id)} text={words.wells} />
      )}
      {(type === 'freezer' || type === 'tank') && (
        <ButtonLink href={stockPaths.store(id)} text={words.boxes} />
      )}
      <ButtonLink href={stockPaths.climate(id)} text={climateWords.climate} />
      <ButtonLink href={`${stockPaths.place(id)}/edit`} icon="edit" text={words.edit} />
    </>
  )
}

async function editPlacePage(c: C, edited?: Filled) {
  const row = await getPlace(c.var.ctx, c.req.param('id') ?? '')
  const opened = { ...row, parent: row.parent?.path, blocked: row.blockedAt !== null }
  const form = edited ?? filledIn(placeEdit.open(opened))
  const { version } = row
  return page(
    c,
    {
      title: words.edit,
      lead: titleOf(row),
      crumbs: [...crumbsOf(row), { text: titleOf(row), href: hrefOf(row) }],
      width: 'reading',
      status: form.status,
    },
    <EntityForm
      {...{ of: placeEdit, form, action: `${hrefOf(row)}/edit`, submit: editWords.save, version }}
    />,
  )
}

/** `抽屉 3 · 小麦`: what it is, its code, its name. */
function titleOf({ type, code, name }: PlaceRow) {
  const said = placeTypeNames[type]
  const [zh, en] = [name.zh ?? name.en, name.en ?? name.zh]
  return {
    zh: `${said.zh} ${code}${zh ? ` · ${zh}` : ''}`,
    en: `${said.en} ${code}${en ? ` · ${en}` : ''}`,
  }
}

/** The place around it, by its whole path. */
const crumbsOf = ({ parent }: PlaceRow) => [
  ...above,
  ...(parent ? [{ text: { zh: parent.path, en: parent.path }, href: hrefOf(parent) }] : []),
]
