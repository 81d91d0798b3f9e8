import type { RecordSection } from '../../../catalog/records/pages/record.tsx'
import { Section } from '../../../web/components/page-head.tsx'
import { Local } from '../../../web/lang.tsx'
import { ratesHref } from '../../words/paths.ts'
import { getRates } from '../actions/rates.ts'
import { rateSectionWords as words } from '../words/rates.ts'
import { PriceTable } from './table.tsx'

/** On an instrument's page: what its use costs; nothing where no prices hold. */
export const ratesSection: RecordSection = async (c, { id }) => {
  const { now, instrument } = await getRates(c.var.ctx, id)
  if (!now) return <></>
  return (
    <div class="three-fifths">
      <Section title={words.rates} more={{ text: words.allRates, href: ratesHref(id) }}>
        <PriceTable
          rates={now.rates}
          mine={undefined}
          hasPeak={instrument.policy.peak !== undefined}
        />
        <p class="quiet small">
          <Local text={words.perHour} />
        </p>
      </Section>
    </div>
  )
}
