import { type AtAGlance, atAGlance } from '../../bookings/openings/actions/at-a-glance.ts'
import { RulesInWords } from '../../bookings/policies/pages/rules-in-words.tsx'
import { whenText } from '../rules/when.ts'
import type { Beside } from '../../catalog/records/pages/record.tsx'
import { getRates, type RatesShown } from '../../charges/rates/actions/rates.ts'
import { PriceTable } from '../../charges/rates/pages/table.tsx'
import { orderPaths } from '../../orders/orders/pages/links.ts'
import { keepsRecord } from '../../catalog/records/rules/keeping.ts'
import { documentsOf } from '../../files/documents/actions.ts'
import { Documents } from '../../files/documents/pages/list.tsx'
import { useChart } from '../../reports/use/pages/use-chart.tsx'
import { keepingPaths } from '../../upkeep/overview/pages/frame.tsx'
import { ButtonLink } from '../../web/components/button.tsx'
import { Section } from '../../web/components/page-head.tsx'
import { useText } from '../../web/lang.tsx'
import { paths } from '../../web/paths.ts'
import { panelWords as words } from '../words.ts'

/** How an instrument is booked, what it costs, what it is used: on the page of its record. */
export const instrumentPanel: Beside['panel'] = async (c, id) => {
  const { ctx } = c.var
  const [glance, rates, chart, documents] = await Promise.all([
    atAGlance(ctx, id),
    getRates(ctx, id),
    useChart(ctx, id),
    documentsOf(ctx, id),
  ])
  return (
    <div class="instrument-panel">
      <Booking glance={glance} />
      <div class="panel-pair">
        <Section title={words.rules}>
          <RulesInWords policy={glance.instrument.policy} />
        </Section>
        <Prices id={id} rates={rates} />
      </div>
      {chart}
      <Documents
        recordId={id}
        documents={documents}
        isKept={keepsRecord(ctx.actor, { ...glance.instrument, id })}
      />
    </div>
  )
}

function Booking({ glance: { instrument, free, qualified, isStaff } }: { glance: AtAGlance }) {
  const t = useText()
  const { id, zone } = instrument
  return (
    <Section title={words.book}>
      {free.length > 0 ? (
        <>
          <p>{t(words.nextFree)}</p>
          <p class="free-slots">
            {free.map(({ period }) => (
              <ButtonLink href={paths.bookInstrument(id, period)} dense>
                {t(whenText(period, zone))}
              </ButtonLink>
            ))}
          </p>
        </>
      ) : (
        <p class="quiet">{t(words.noneFree)}</p>
      )}
      <p class="act-row">
        <ButtonLink href={paths.bookInstrument(id)} look="primary">
          {t(words.bookIt)}
        </ButtonLink>
        <ButtonLink href={paths.instrumentCalendar(id)}>{t(words.calendar)}</ButtonLink>
        <ButtonLink href={orderPaths.services(id)}>{t(words.services)}</ButtonLink>
      </p>
      {qualified > 0 && <p class="quiet">{t(words.qualified(qualified))}</p>}
      {isStaff && <StaffLinks id={id} />}
    </Section>
  )
}

function StaffLinks({ id }: { id: string }) {
  const t = useText()
  return (
    <p class="staff-links">
      <span class="quiet">{t(words.forStaff)}</span>{' '}
      <a href={paths.policy(id)}>{t(words.editRules)}</a>
      <a href={`/instruments/${id}/rates`}>{t(words.editRates)}</a>
      <a href={keepingPaths.upkeep(id)}>{t(words.upkeep)}</a>
    </p>
  )
}

function Prices({ id, rates: { now, instrument } }: { id: string; rates: RatesShown }) {
  const t = useText()
  return (
    now && (
      <Section
        title={words.rates}
        more={{ text: words.allRates, href: `/instruments/${id}/rates` }}
      >
        <PriceTable
          rates={now.rates}
          mine={undefined}
          hasPeak={instrument.policy.peak !== undefined}
        />
        <p class="quiet small">{t(words.perHour)}</p>
      </Section>
    )
  )
}
