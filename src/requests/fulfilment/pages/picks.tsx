import { type Context as HonoContext, Hono } from 'hono'
import { bothLanguages } from '../../../core/text.ts'
import { amountOf } from '../../../stock/rules.ts'
import { stockPaths } from '../../../stock/words/paths.ts'
import { FormField } from '../../../web/components/form-field.tsx'
import { ScanForm } from '../../../web/components/scan-form.tsx'
import { Section } from '../../../web/components/navigation.tsx'
import type { Columns } from '../../../web/columns.tsx'
import type { Env } from '../../../web/env.ts'
import { EntityForm } from '../../../web/fields.tsx'
import { ActButton, type Filled, filledWith, Refused } from '../../../web/forms.tsx'
import { Local } from '../../../web/lang.tsx'
import { list } from '../../../web/list.tsx'
import { page } from '../../../web/page.tsx'
import { paths } from '../../../web/paths.ts'
import { useAnswered } from '../../../web/shown-again.tsx'
import { surfaces } from '../../../web/surfaces.ts'
import { columnWords } from '../../../web/words.ts'
import { write } from '../../../web/write.tsx'
import { getRequestRow } from '../../requests/actions/read.ts'
import { requestLinks, requestPaths } from '../../words/paths.ts'
import { pickForAny, pickForOne, picksOf, searchPicks, unpick } from '../actions/pick.ts'
import { PickAnswer, PickedAnswer, pickFilter, pickForm, wayForm } from '../model.ts'
import { samplePicksOf } from '../../samples/actions/read.ts'
import { ownSamplePicks, samplePicks } from '../../samples/pages/lists.tsx'
import { requestSampleWords } from '../../samples/words.ts'
import { fieldNames as names, fulfilmentWords as words } from '../words.ts'

type C = HonoContext<Env>
type Row = Awaited<ReturnType<typeof searchPicks>>['items'][number]
const tag = 'requests'

/** Picking it, or putting it back; `at` is the page on which it stands. */
const actionOn = (at: (row: Row) => string): Columns<Row> => ({
  action: {
    label: columnWords.action,
    cell: (row) =>
      row.pickedAt ? (
        <ActButton
          action={requestPaths.unpick(row.request.id, row.id)}
          text={words.putBack}
          look="quiet"
        />
      ) : (
        <ActButton
          action={at(row)}
          text={words.take}
          fields={{ code: row.lot.code, reservation: row.id }}
        />
      ),
  },
})

const columns: Columns<Row> = {
  place: { label: words.place, code: ({ place }) => place },
  code: {
    label: names.code,
    code: ({ lot }) => lot.code,
    href: ({ lot }) => stockPaths.lot(lot.id),
  },
  material: {
    label: words.material,
    text: ({ record }) => bothLanguages(record.title),
    href: ({ record }) => paths.record(record.id),
  },
  amount: { label: words.amount, text: ({ unit, quantity }) => amountOf(unit, quantity) },
  picked: {
    label: names.picked,
    state: ({ pickedAt }) =>
      pickedAt ? { tone: 'good', text: words.picked } : { tone: 'calm', text: words.notPicked },
  },
}

const common = {
  tag,
  refuses: [401],
  empty: { title: words.nonePicking },
  item: PickAnswer,
  filters: pickFilter,
}

const all = list({
  ...common,
  path: '/request-reservations',
  summary: 'What is held back for approved requests and not shipped yet, in order of place',
  title: words.picks,
  query: searchPicks,
  columns: {
    ...columns,
    request: {
      label: words.request,
      code: ({ request }) => request.number,
      href: ({ request }) => requestPaths.picking(request.id),
    },
    ...actionOn(() => requestPaths.picks),
  },
})

const own = list({
  ...common,
  path: '/requests/:id/reservations',
  summary: 'The same for one request, for those who decide about it',
  title: words.picking,
  query: picksOf,
  columns: { ...columns, ...actionOn(({ request }) => requestPaths.picking(request.id)) },
})

const picking = {
  tag,
  refuses: [404, 409],
  form: pickForm,
  result: PickedAnswer,
  flash: (_: object, { code }: { code: string }) => words.taken(code),
}

const scanAny = write({
  ...picking,
  path: '/request-reservations/scans',
  at: requestPaths.picks,
  does: pickForAny,
  summary: 'Pick what is held back of the lot whose label was scanned',
  next: () => requestPaths.picks,
  page: (c, form) => picksPage(c, form),
})

const scanOwn = write({
  ...picking,
  path: '/requests/:id/picks',
  at: '/requests/:id/picking',
  does: pickForOne,
  summary: 'Pick what is held back for one request of the lot whose label was scanned',
  next: (_, { requestId }) => requestPaths.picking(requestId),
  page: (c, form) => pickingPage(c, c.req.param('id') ?? '', form),
})

const putBack = write({
  method: 'delete',
  path: '/requests/:id/picks/:reservation',
  at: '/requests/:id/picks/:reservation/removal',
  tag,
  summary: 'Put back what was picked and not shipped',
  refuses: [404, 409],
  does: (ctx, _, key) => unpick(ctx, key),
  flash: () => words.back,
  next: ({ id }) => requestPaths.picking(id),
})

const pages = new Hono<Env>()
  .get(requestPaths.picks, (c) => picksPage(c))
  .get('/requests/:id/picking', (c) => pickingPage(c, c.req.param('id')))

/** What is to be picked for requests, for all of them or for one, and picking it by scanning labels. */
export const { api: pickRoutes, pages: pickPages } = surfaces(all, own, scanAny, scanOwn, putBack, {
  pages,
})

const crumb = { text: requestLinks.requests.text, href: requestPaths.requests }

const picksPage = async (c: C, refused?: Filled) =>
  page(
    c,
    {
      title: words.picks,
      lead: words.picksLead,
      crumbs: [crumb],
      status: refused?.status ?? 200,
    },
    <>
      <Refused form={refused} />
      <Scan action={requestPaths.picks} form={refused} />
      {await all.view(c, {})}
      {await samplePicks.view(c, { cursor: 'samplesAfter' })}
    </>,
  )

async function pickingPage(c: C, id: string, refused?: Filled) {
  const { ctx } = c.var
  const { number } = await getRequestRow(ctx, id)
  const { items: picked } = await picksOf(ctx, { id, picked: 'yes', limit: 1, after: undefined })
  const { items: lots } = await picksOf(ctx, { id, limit: 1, after: undefined })
  const { items: samples } = await samplePicksOf(ctx, { id, limit: 200, after: undefined })
  return page(
    c,
    {
      title: words.pickingOf(number),
      lead: words.pickingLead,
      crumbs: [crumb, { text: { zh: number, en: number }, href: requestPaths.one(id) }],
      status: refused?.status ?? 200,
    },
    <>
      <Refused form={refused} />
      <Scan action={requestPaths.picking(id)} form={refused} />
      {(lots.length > 0 || samples.length === 0) && (await own.view(c, { of: { id } }))}
      {samples.length > 0 && (await ownSamplePicks.view(c, { of: { id }, cursor: 'samplesAfter' }))}
      <ShipPicked
        id={id}
        isReady={picked.length > 0 || samples.some(({ isPicked }) => isPicked)}
        hasSamples={samples.length > 0}
      />
    </>,
  )
}

const Scan = ({ action, form }: { action: string; form: Filled | undefined }) => (
  <ScanForm
    {...{ action, method: 'post', label: words.scan, submit: words.take }}
    {...(form && { form })}
    autofocus
  />
)

/** Everything that was picked leaves at once. */
type Leaving = { id: string; isReady: boolean; hasSamples: boolean }

function ShipPicked({ id, isReady, hasSamples }: Leaving) {
  const action = requestPaths.command(id, 'shipment')
  const again = useAnswered(action)
  return (
    <Section title={words.shipPicked}>
      {isReady || again ? (
        <EntityForm
          of={wayForm}
          form={again ?? filledWith({ way: 'carrier' })}
          scope="shipment"
          action={action}
          submit={words.shipPicked}
        >
          {hasSamples && (
            <FormField type="checkbox" name="keepPlaces" label={requestSampleWords.keepPlaces} />
          )}
        </EntityForm>
      ) : (
        <Local as="p" class="quiet" text={words.pickFirst} />
      )}
    </Section>
  )
}
