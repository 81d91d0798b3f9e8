import { type Context as HonoContext, Hono } from 'hono'
import { managedInstitutionChoices } from '../../../people/pages/choices.ts'
import { stockCrumb } from '../../../stock/pages/crumbs.ts'
import { placeTypeNames, placeWords } from '../../../stock/places/words.ts'
import { stockPaths } from '../../../stock/words/paths.ts'
import { ButtonLink } from '../../../web/components/button.tsx'
import { Empty } from '../../../web/components/messages.tsx'
import { Section } from '../../../web/components/navigation.tsx'
import { SmallForm } from '../../../web/components/small-form.tsx'
import type { Env } from '../../../web/env.ts'
import { EntityForm } from '../../../web/fields.tsx'
import { type Filled, filledIn } from '../../../web/forms.tsx'
import { Local } from '../../../web/lang.tsx'
import { list, noFilters } from '../../../web/list.tsx'
import { page } from '../../../web/page.tsx'
import { withQuery } from '../../../web/paths.ts'
import { surfaces } from '../../../web/surfaces.ts'
import { columnWords } from '../../../web/words.ts'
import { write } from '../../../web/write.tsx'
import { samplePaths } from '../../words/paths.ts'
import { boxesOf, findSpace, mergeBox, mergesAt, moveBox, searchUsage } from '../actions.ts'
import { Racks, StoreBar } from './bars.tsx'
import {
  MergeAnswer,
  mergeForm,
  MovedAnswer,
  moveForm,
  SpaceAnswer,
  spaceFilter,
  storeFilter,
  UsageAnswer,
} from '../model.ts'
import { storageWords as words } from '../words.ts'

type C = HonoContext<Env>
const tag = 'samples'

const usage = list({
  path: samplePaths.storageReport,
  tag,
  summary: 'How full the freezers and tanks are that you see',
  refuses: [401],
  title: words.report,
  empty: { title: words.none, text: words.noneHint },
  item: UsageAnswer,
  filters: storeFilter,
  query: searchUsage,
  columns: {
    path: {
      label: words.freezer,
      code: ({ path }) => path,
      href: ({ id }) => samplePaths.store(id),
    },
    institution: { label: words.institution, text: ({ institution }) => institution.name },
    boxes: { label: words.boxes, number: ({ boxes }) => boxes },
    wells: { label: words.wells, number: ({ wells }) => wells },
    used: { label: words.used, number: ({ used }) => used },
    share: {
      label: words.share,
      number: ({ used, wells }) => (wells === 0 ? null : Math.round((used / wells) * 100)),
    },
    kept: { label: words.kept, number: ({ kept }) => kept },
    blocked: { label: words.blocked, number: ({ blocked }) => blocked },
    free: { label: words.free, number: ({ free }) => free },
    sparse: { label: words.sparse, number: ({ sparse }) => sparse },
  },
})

const space = list({
  path: samplePaths.freeWells,
  tag,
  summary: 'Boxes with so many free wells, what fits best first',
  refuses: [401],
  title: words.finder,
  empty: { title: words.noSpace, text: words.noSpaceHint },
  item: SpaceAnswer,
  filters: spaceFilter,
  query: findSpace,
  columns: {
    path: {
      label: words.box,
      code: ({ path }) => path,
      href: ({ id, from }) => withQuery(samplePaths.box(id), { well: from }),
    },
    from: { label: words.from, code: ({ from }) => from },
    to: { label: words.to, code: ({ to }) => to },
    together: { label: words.together, yesNo: ({ together }) => together },
    free: { label: words.free, number: ({ free }) => free },
    institution: { label: words.institution, text: ({ institution }) => institution.name },
  },
})

const merges = list({
  path: '/places/:id/merges',
  tag,
  summary: 'Boxes under 30% full inside a place, and which other has room for their samples',
  refuses: [401],
  title: words.merges,
  empty: { title: words.noMerges },
  item: MergeAnswer,
  filters: noFilters,
  query: mergesAt,
  columns: {
    path: { label: words.box, code: ({ path }) => path, href: ({ id }) => samplePaths.box(id) },
    used: { label: words.used, number: ({ used }) => used },
    wells: { label: words.wells, number: ({ wells }) => wells },
    into: {
      label: words.into,
      code: ({ into }) => into.path,
      href: ({ into }) => samplePaths.box(into.id),
    },
    intoFree: { label: words.intoFree, number: ({ intoFree }) => intoFree },
    action: {
      label: columnWords.action,
      cell: ({ id, into }) => (
        <SmallForm
          action={`${stockPaths.place(id)}/merging`}
          text={words.merge}
          about={words.mergeAbout}
        >
          <input type="hidden" name="into" value={into.id} />
        </SmallForm>
      ),
    },
  },
})

const merging = write({
  path: '/places/:id/merging',
  tag,
  summary: 'Move all samples of a box into free wells of another',
  refuses: [404, 409],
  form: mergeForm,
  does: mergeBox,
  flash: (_, { moved }) => words.merged(moved),
  next: (_, { id }) => samplePaths.box(id),
})

const move = write({
  path: samplePaths.boxMoves,
  tag,
  summary: 'Move a box or rack, by its label and that of where it goes',
  refuses: [404, 409],
  form: moveForm,
  result: MovedAnswer,
  does: moveBox,
  flash: (_, { path }) => words.moved(path),
  next: () => samplePaths.boxMoves,
  page: movePage,
})

const own = new Hono<Env>()
  .get(samplePaths.storage, (c) => mapPage(c))
  .get('/places/:id/storage', (c) => storePage(c))
  .get(samplePaths.storageReport, async (c) =>
    page(
      c,
      { title: words.report, lead: words.reportLead, crumbs: above },
      await usage.view(c, { choices: await choicesOf(c) }),
    ),
  )
  .get(samplePaths.freeWells, async (c) =>
    page(
      c,
      { title: words.finder, lead: words.finderLead, crumbs: above },
      await space.view(c, { choices: await choicesOf(c), shown: { count: '1' } }),
    ),
  )
  .get(samplePaths.boxMoves, (c) => movePage(c))

/** Where samples are kept as a whole: how full, where there is room, what could be put together. */
export const { api: storageRoutes, pages: storagePages } = surfaces(
  usage,
  space,
  merges,
  merging,
  move,
  { pages: own },
)

const above = [stockCrumb, { text: words.map, href: samplePaths.storage }]
const choicesOf = async (c: C) => ({ institution: await managedInstitutionChoices(c.var.ctx) })

/** All freezers and tanks, by institution. */
async function mapPage(c: C) {
  const { items } = await searchUsage(c.var.ctx, { limit: 1000, after: undefined })
  const institutions = [...Map.groupBy(items, ({ institution }) => institution.id).values()]
  return page(
    c,
    { title: words.map, lead: words.lead, crumbs: [stockCrumb], actions: <Tools /> },
    items.length === 0 ? (
      <Empty title={words.none} text={words.noneHint} />
    ) : (
      <>
        {institutions.map((stores) => (
          <Section title={stores[0]?.institution.name ?? words.map}>
            <ul class="stores">
              {stores.map((store) => (
                <li>
                  <a href={samplePaths.store(store.id)}>{store.path}</a>
                  <StoreBar {...store} />
                </li>
              ))}
            </ul>
          </Section>
        ))}
      </>
    ),
  )
}

const Tools = () => (
  <>
    <ButtonLink href={samplePaths.freeWells} icon="search" text={words.finder} />
    <ButtonLink href={samplePaths.boxMoves} text={words.movable} />
    <ButtonLink href={samplePaths.storageReport} text={words.report} />
    <ButtonLink href={stockPaths.places} text={placeWords.places} />
  </>
)

/** One freezer or tank, rack by rack, down to its boxes. */
async function storePage(c: C) {
  const { place, racks } = await boxesOf(c.var.ctx, { id: c.req.param('id') ?? '' })
  const type = placeTypeNames[place.type]
  return page(
    c,
    {
      title: { zh: `${type.zh} ${place.code}`, en: `${type.en} ${place.code}` },
      lead: { zh: place.path, en: place.path },
      crumbs: above,
      actions: <ButtonLink href={stockPaths.place(place.id)} text={placeWords.places} />,
    },
    <>
      {racks.size === 0 && <Local as="p" class="quiet" text={words.noBoxes} />}
      <Racks placeId={place.id} racks={racks} />
      <Section title={words.merges}>
        <Local as="p" class="quiet" text={words.mergesLead} />
        {await merges.view(c, { of: { id: place.id }, cursor: 'merges' })}
      </Section>
    </>,
  )
}

async function movePage(c: C, form?: Filled) {
  return page(
    c,
    {
      title: words.movable,
      lead: words.moveLead,
      crumbs: above,
      width: 'reading',
      status: form?.status ?? 200,
    },
    <EntityForm
      {...{ of: moveForm, form: form ?? filledIn({}), action: samplePaths.boxMoves }}
      submit={words.move}
    />,
  )
}
