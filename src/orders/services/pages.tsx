import { type Context as HonoContext, Hono } from 'hono'
import type { Typed } from '../../core/form.ts'
import { getInstrument, getInstrumentAsStaff } from '../../instruments/actions.ts'
import { EntityForm } from '../../web/fields.tsx'
import { type Filled, filledIn, namedUnder, typedWithin } from '../../web/forms.tsx'
import { item } from '../../web/item.ts'
import { list, noFilters } from '../../web/list.tsx'
import { surfaces } from '../../web/surfaces.ts'
import { columnWords, editWords } from '../../web/words.ts'
import { write } from '../../web/write.tsx'
import { isStaffOf } from '../../instruments/rules/standing.ts'
import { inLang } from '../../core/text.ts'
import { ButtonLink } from '../../web/components/button.tsx'
import { PageHead } from '../../web/components/navigation.tsx'
import type { Env } from '../../web/env.ts'
import { page } from '../../web/page.tsx'
import { paths } from '../../web/paths.ts'
import { changeService, createService, getService, searchServices } from './actions.ts'
import { NewService, ServiceAnswer, ServiceChange, serviceEdit, serviceForm } from './model.ts'
import { fieldForm } from '../forms/model.ts'
import { FieldRows, openFields, readFields } from '../forms/pages/editor.tsx'
import { priceForm } from '../prices/model.ts'
import { PriceFields, PriceLine } from '../prices/pages.tsx'
import { pageWords as words, unitNames } from '../orders/words.ts'
import { orderPaths } from '../words/paths.ts'

type C = HonoContext<Env>
const tag = 'orders'
const here = '/instruments/:id/services'
const nextOf = (_: unknown, saved: ServiceAnswer) => orderPaths.services(saved.instrumentId)
/** Writes answer with the service, whose instrument stands in the path. */
const oneService = { schema: ServiceAnswer, read: getService }

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
      cell: (row) => <PriceLine service={row} audience={row.audience} />,
    },
    rating: {
      label: words.rating,
      text: ({ rating }) => rating && words.rated(rating.mean, rating.count),
    },
    active: { label: words.active, yesNo: ({ active }) => active },
    action: { label: columnWords.action, cell: (row) => <Links {...row} /> },
  },
})

const offer = write({
  path: here,
  tag,
  summary: 'Offer a service',
  form: { schema: NewService, read: readService },
  creates: true,
  answer: oneService,
  does: createService,
  at: `${here}/new`,
  flash: () => editWords.saved,
  next: nextOf,
  page: (c, form) => formPage(c, form),
})

const change = write({
  path: `${here}/:service`,
  method: 'patch',
  tag,
  summary: 'Change a service, or end it with `active: false`; orders keep the form they answered',
  form: {
    schema: ServiceChange,
    read: (typed) => ({ ...readService(typed), ...serviceEdit.edit.read(typed) }),
  },
  versioned: true,
  answer: oneService,
  does: changeService,
  at: `${here}/:service/edit`,
  flash: () => editWords.saved,
  next: nextOf,
  page: async (c, form) => formPage(c, form, await serviceIn(c)),
})

const reading = item({
  path: `${here}/:service`,
  tag,
  summary: 'Read a service with its form',
  schema: ServiceAnswer,
  read: (ctx, { id, service }) => getService(ctx, { instrumentId: id, id: service }),
})

/** What the staff of an instrument do for others, and where they say what they do. */
export const { api: serviceRoutes, pages: servicePages } = surfaces(
  services,
  reading,
  offer,
  change,
  {
    pages: new Hono<Env>()
      .get(here, async (c) => servicesPage(c))
      .get(`${here}/new`, (c) => formPage(c, openService()))
      .get(`${here}/:service/edit`, async (c) => {
        const opened = await serviceIn(c)
        return formPage(c, openService(opened), opened)
      }),
  },
)

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
          <ButtonLink href={orderPaths.newService(instrument.id)} text={words.newService} />
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
  ]
  const action = opened ? orderPaths.editService(id, opened.id) : orderPaths.newService(id)
  return page(
    c,
    { title, crumbs, width: 'reading', status: form.status },
    <ServiceForm action={action} form={form} service={opened} />,
  )
}

/** What was typed, as the API takes it. */
function readService(typed: Typed) {
  return {
    ...serviceForm.edit.read(typed),
    prices: priceForm.read(typedWithin('prices', typed)),
    fields: readFields(typed),
  }
}

/** The form as it opens. */
const openService = (service?: ServiceAnswer): Filled =>
  filledIn({
    ...serviceEdit.open(service ?? {}),
    ...namedUnder('prices', priceForm.open(service?.prices ?? {})),
    ...openFields(service?.fields ?? []),
  })

const labels = {
  ...serviceForm.labels,
  ...namedUnder('prices', priceForm.labels),
  ...namedUnder('fields', fieldForm.labels),
}

type Props = { action: string; form: Filled; service: ServiceAnswer | undefined }

/** What a service is, costs and asks. */
const ServiceForm = ({ action, form, service }: Props) => (
  <EntityForm
    of={{ ...(service ? serviceEdit : serviceForm), labels }}
    {...{ action, form, submit: editWords.save }}
    {...(service && { version: service.version })}
  >
    <PriceFields form={form} />
    <FieldRows form={form} />
  </EntityForm>
)

type LinksProps = Pick<ServiceAnswer, 'instrumentId' | 'id' | 'active'> & { isStaff: boolean }

const Links = ({ instrumentId, id, active, isStaff }: LinksProps) => (
  <span class="acts">
    {active && (
      <ButtonLink href={orderPaths.order(instrumentId, id)} look="primary" text={words.order} />
    )}
    {isStaff && (
      <ButtonLink href={orderPaths.editService(instrumentId, id)} text={editWords.edit} />
    )}
  </span>
)
