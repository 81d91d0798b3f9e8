import { type Context as HonoContext, Hono } from 'hono'
import type { Context } from '../../../core/context.ts'
import { getInstrument, getInstrumentAsStaff } from '../../../instruments/actions.ts'
import { operation } from '../../../web/api.ts'
import type { Filled } from '../../../web/forms.tsx'
import { answerItem } from '../../../web/item.ts'
import { list, noFilters } from '../../../web/list.tsx'
import { surfaces } from '../../../web/surfaces.ts'
import { write } from '../../../web/write.tsx'
import { openService, readChange, readService, ServiceForm } from './form.tsx'
import { type Audience, audiences } from '../../../instruments/model/audiences.ts'
import { isStaffOf } from '../../../instruments/rules/standing.ts'
import { Yuan } from '../../../charges/charges/pages/money.tsx'
import { audienceNames } from '../../../charges/rates/words.ts'
import { inLang } from '../../../core/text.ts'
import { ButtonLink } from '../../../web/components/button.tsx'
import { PageHead } from '../../../web/components/navigation.tsx'
import type { Env } from '../../../web/env.ts'
import { Local, useText } from '../../../web/lang.tsx'
import { page } from '../../../web/page.tsx'
import { paths } from '../../../web/paths.ts'
import { changeService, createService, getService, searchServices } from '../actions.ts'
import { NewService, ServiceAnswer, ServiceChange, serviceForm } from '../model.ts'
import { priceFor } from '../../orders/rules.ts'
import { pageWords as words, unitNames } from '../../orders/words.ts'
import { orderPaths } from '../../words/paths.ts'

type C = HonoContext<Env>
const tag = 'orders'
const here = '/instruments/:id/services'
const nextOf = (_: unknown, saved: ServiceAnswer) => orderPaths.services(saved.instrumentId)
/** Writes answer with the service, whose instrument stands in the path. */
const oneService = {
  schema: ServiceAnswer,
  read: (ctx: Context, id: string) => getService(ctx, { id }),
}

const services = list({
  path: here,
  tag,
  summary: 'Services that can be ordered at an instrument',
  title: words.services,
  empty: { title: words.noServices },
  item: ServiceAnswer,
  filters: noFilters,
  query: searchServices,
  columns: {
    title: { label: serviceForm.labels.title, text: ({ title }) => title },
    about: { label: serviceForm.labels.about, text: ({ about }) => about },
    days: { label: serviceForm.labels.turnaroundDays, number: (row) => row.turnaroundDays },
    unit: { label: serviceForm.labels.unit, text: ({ unit }) => unitNames[unit] },
    price: {
      label: words.price,
      page: (row) => <PriceLine service={row} audience={row.audience} />,
    },
    rating: {
      label: words.rating,
      text: ({ rating }) => rating && words.rated(rating.mean, rating.count),
    },
    active: { label: words.active, yesNo: ({ active }) => active },
    action: { label: words.action, page: (row) => <Links {...row} /> },
  },
})

const offer = write({
  path: here,
  tag,
  summary: 'Offer a service',
  form: { schema: NewService, read: readService },
  creates: true,
  answer: oneService,
  does: (ctx, input, { id }) => createService(ctx, id, input),
  at: `${here}/new`,
  flash: () => words.saved,
  next: nextOf,
  page: (c, form) => formPage(c, form),
})

const change = write({
  path: `${here}/:service`,
  method: 'patch',
  tag,
  summary: 'Change a service, or end it with `active: false`; orders keep the form they answered',
  form: { schema: ServiceChange, read: readChange },
  versioned: true,
  answer: oneService,
  does: (ctx, input, { id: instrumentId, service: id, version }) =>
    changeService(ctx, { instrumentId, id }, { change: input, seen: version }),
  at: `${here}/:service/edit`,
  flash: () => words.saved,
  next: nextOf,
  page: async (c, form) => formPage(c, form, await serviceIn(c)),
})

const { api, pages } = surfaces(services, offer, change)

/** What the staff of an instrument do for others. */
export const serviceRoutes = api.get(
  `${here}/:service`,
  operation({
    summary: 'Read a service with its form',
    tag,
    answers: { 200: ServiceAnswer, 304: null },
  }),
  async (c) => answerItem(c, oneService, { id: (await serviceIn(c)).id }),
)

/** The same for people, and where staff say what they do. */
export const servicePages = new Hono<Env>()
  .get(here, async (c) => servicesPage(c))
  .get(`${here}/new`, (c) => formPage(c, openService()))
  .get(`${here}/:service/edit`, async (c) => {
    const opened = await serviceIn(c)
    return formPage(c, openService(opened), opened)
  })
  .route('/', pages)

const serviceIn = (c: C) =>
  getService(c.var.ctx, { instrumentId: c.req.param('id') ?? '', id: c.req.param('service') ?? '' })

async function servicesPage(c: C) {
  const { ctx } = c.var
  const instrument = await getInstrument(ctx, c.req.param('id') ?? '')
  const title = { zh: instrument.titleZh, en: instrument.titleEn }
  return page(
    c,
    {
      title: `${words.services[ctx.lang]} · ${inLang(title, ctx.lang)}`,
      crumbs: [{ text: title, href: paths.record(instrument.id) }, { text: words.services }],
    },
    <>
      <PageHead title={words.services} lead={words.servicesLead}>
        {isStaffOf(ctx.actor, instrument) && (
          <ButtonLink href={orderPaths.newService(instrument.id)}>
            <Local text={words.newService} />
          </ButtonLink>
        )}
      </PageHead>
      {await services.view(c, { of: { id: instrument.id } })}
    </>,
  )
}

async function formPage(c: C, form: Filled, opened?: ServiceAnswer) {
  const { ctx } = c.var
  const { id, titleZh, titleEn } = await getInstrumentAsStaff(ctx, c.req.param('id') ?? '')
  const title = opened?.title ?? words.newService
  const crumbs = [
    { text: { zh: titleZh, en: titleEn }, href: paths.record(id) },
    { text: words.services, href: orderPaths.services(id) },
    { text: title },
  ]
  const action = opened ? orderPaths.editService(id, opened.id) : orderPaths.newService(id)
  c.header('cache-control', 'no-store')
  return page(
    c,
    { title: inLang(title, ctx.lang), crumbs, width: 'reading', status: form.status },
    <>
      <PageHead title={title} />
      <ServiceForm action={action} form={form} service={opened} />
    </>,
  )
}

type LinksProps = Pick<ServiceAnswer, 'instrumentId' | 'id' | 'active'> & { isStaff: boolean }

function Links({ instrumentId, id, active, isStaff }: LinksProps) {
  const t = useText()
  return (
    <p class="act-row">
      {active && (
        <ButtonLink href={orderPaths.order(instrumentId, id)} look="primary">
          {t(words.order)}
        </ButtonLink>
      )}
      {isStaff && (
        <ButtonLink href={orderPaths.editService(instrumentId, id)}>{t(words.edit)}</ButtonLink>
      )}
    </p>
  )
}

type PriceProps = { service: ServiceAnswer; audience: Audience | undefined }

/** What a unit costs: for the viewer where they are known, for everybody otherwise. */
export function PriceLine({ service, audience }: PriceProps) {
  const { prices, unit } = service
  const t = useText()
  const shown = (audience ? [audience] : audiences).flatMap((one) => {
    const fen = audience ? priceFor(prices, one) : prices[one]
    return fen === undefined ? [] : [{ one, fen }]
  })
  if (shown.length === 0)
    return (
      <p>
        {t(words.price)}: {t(words.ask)}
      </p>
    )
  return (
    <ul class="service-prices">
      {shown.map(({ one, fen }) => (
        <li>
          <span class="quiet">{t(audienceNames[one])}</span>{' '}
          {fen === 0 ? (
            t(words.free)
          ) : (
            <>
              <Yuan fen={fen} /> {t(words.yuan)} / {t(unitNames[unit])}
            </>
          )}
        </li>
      ))}
    </ul>
  )
}
