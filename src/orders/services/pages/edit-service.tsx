import { type Context as HonoContext, Hono } from 'hono'
import { getInstrumentAsStaff } from '../../../instruments/actions.ts'
import { inLang } from '../../../core/text.ts'
import { PageHead } from '../../../web/components/page-head.tsx'
import type { Env } from '../../../web/env.ts'
import { setFlash } from '../../../web/flash.ts'
import { type Filled, submitted } from '../../../web/forms.tsx'
import { page } from '../../../web/page.tsx'
import { paths } from '../../../web/paths.ts'
import { parseOrRefuse } from '../../../web/validate.ts'
import { changeService, createService, getService } from '../actions.ts'
import { NewService, type ServiceAnswer } from '../model.ts'
import { pageWords as words } from '../../orders/words.ts'
import { orderPaths } from '../../words/paths.ts'
import { ServiceForm, serviceIn, typedService } from './service-form.tsx'

type C = HonoContext<Env>
const fresh = '/instruments/:id/services/new'
const edit = '/instruments/:id/services/:service/edit'
const keyOf = (c: C) => ({
  instrumentId: c.req.param('id') ?? '',
  id: c.req.param('service') ?? '',
})

/** Where staff say what they do for others. */
export const editServicePages = new Hono<Env>()
  .get(fresh, (c) => editPage(c, { form: typedService(undefined) }))
  .post(fresh, (c) =>
    submitted(
      c,
      async (form) => {
        const input = parseOrRefuse(NewService, serviceIn(form))
        await createService(c.var.ctx, c.req.param('id'), input)
        return saved(c)
      },
      (form) => editPage(c, { form }),
    ),
  )
  .get(edit, async (c) => {
    const service = await getService(c.var.ctx, keyOf(c))
    return editPage(c, { form: typedService(service), service })
  })
  .post(edit, (c) =>
    submitted(
      c,
      async (form) => {
        const change = {
          ...parseOrRefuse(NewService, serviceIn(form)),
          active: form.value('active') === 'true',
        }
        const seen = Number(form.value('seen')) || undefined
        await changeService(c.var.ctx, keyOf(c), { change, seen })
        return saved(c)
      },
      async (form) => editPage(c, { form, service: await getService(c.var.ctx, keyOf(c)) }),
    ),
  )

function saved(c: C) {
  setFlash(c, words.saved)
  return c.redirect(orderPaths.services(keyOf(c).instrumentId), 303)
}

async function editPage(c: C, { form, service }: { form: Filled; service?: ServiceAnswer }) {
  const { ctx } = c.var
  const instrument = await getInstrumentAsStaff(ctx, keyOf(c).instrumentId)
  const title = service?.title ?? words.newService
  c.header('cache-control', 'no-store')
  return page(
    c,
    {
      title: inLang(title, ctx.lang),
      crumbs: [
        {
          text: { zh: instrument.titleZh, en: instrument.titleEn },
          href: paths.record(instrument.id),
        },
        { text: words.services, href: orderPaths.services(instrument.id) },
        { text: title },
      ],
      width: 'reading',
      status: form.status,
    },
    <>
      <PageHead title={title} />
      <ServiceForm
        action={
          service
            ? orderPaths.editService(instrument.id, service.id)
            : orderPaths.newService(instrument.id)
        }
        form={form}
        isNew={!service}
      />
    </>,
  )
}
