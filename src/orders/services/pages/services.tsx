import { Hono } from 'hono'
import { getInstrument } from '../../../instruments/actions.ts'
import { type Audience, audiences } from '../../../instruments/model/audiences.ts'
import { audienceOf, isStaffOf } from '../../../instruments/rules/standing.ts'
import { Yuan } from '../../../charges/charges/pages/money.tsx'
import { audienceNames } from '../../../charges/rates/words.ts'
import { inLang } from '../../../core/text.ts'
import { ButtonLink } from '../../../web/components/button.tsx'
import { Empty } from '../../../web/components/empty.tsx'
import { PageHead } from '../../../web/components/page-head.tsx'
import { StateBadge } from '../../../web/components/state-badge.tsx'
import type { Env } from '../../../web/env.ts'
import { Local, useText } from '../../../web/lang.tsx'
import { page } from '../../../web/page.tsx'
import { paths } from '../../../web/paths.ts'
import { servicesOf } from '../actions.ts'
import type { ServiceAnswer } from '../model.ts'
import { priceFor } from '../../orders/rules.ts'
import { pageWords as words, unitNames } from '../../orders/words.ts'
import { orderPaths } from '../../words/paths.ts'

/** What can be ordered at an instrument, and what it costs. */
export const servicesPages = new Hono<Env>().get('/instruments/:id/services', async (c) => {
  const { ctx } = c.var
  const instrument = await getInstrument(ctx, c.req.param('id'))
  const services = await servicesOf(ctx, instrument.id)
  const title = { zh: instrument.titleZh, en: instrument.titleEn }
  const isStaff = isStaffOf(ctx.actor, instrument)
  const audience = ctx.actor.type === 'person' ? audienceOf(ctx.actor, instrument) : undefined
  return page(
    c,
    {
      title: `${words.services[ctx.lang]} · ${inLang(title, ctx.lang)}`,
      crumbs: [{ text: title, href: paths.record(instrument.id) }, { text: words.services }],
      width: 'reading',
    },
    <>
      <PageHead title={words.services} lead={words.servicesLead}>
        {isStaff && (
          <ButtonLink href={orderPaths.newService(instrument.id)}>
            <Local text={words.newService} />
          </ButtonLink>
        )}
      </PageHead>
      {services.length === 0 ? (
        <Empty title={words.noServices} icon="instrument" />
      ) : (
        <ul class="service-list">
          {services.map((service) => (
            <Service service={service} isStaff={isStaff} audience={audience} />
          ))}
        </ul>
      )}
    </>,
  )
})

type Props = { service: ServiceAnswer; isStaff: boolean; audience: Audience | undefined }

function Service({ service, isStaff, audience }: Props) {
  const { instrumentId, id, title, about, turnaroundDays, active, rating } = service
  const t = useText()
  return (
    <li>
      <h2>
        <Local text={title} />
      </h2>
      <p class="service-facts">
        {!active && <StateBadge tone="calm" text={words.ended} />}
        <span>{t(words.turnaround(turnaroundDays))}</span>
        {rating && <span>{t(words.rated(rating.mean, rating.count))}</span>}
      </p>
      {(about.zh ?? about.en) && (
        <p class="prose">
          <Local text={about} />
        </p>
      )}
      <PriceLine service={service} audience={audience} />
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
    </li>
  )
}

/** What a unit costs: for the viewer where they are known, for everybody otherwise. */
export function PriceLine({ service, audience }: Pick<Props, 'service' | 'audience'>) {
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
