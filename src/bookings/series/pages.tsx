import { Section } from '../../web/components/page-head.tsx'
import { Local, useText } from '../../web/lang.tsx'
import type { Checked } from '../verdict/actions/check.ts'
import { whenText } from '../../instruments/rules/when.ts'
import { bookWords as words } from '../bookings/words/pages.ts'

/** Each date of a recurrence, with what stands in its way. */
export function DatesPreview({ checked, zone }: { checked: Checked; zone: string }) {
  const t = useText()
  const { dates } = checked
  const good = dates.filter(({ objections }) => objections.length === 0).length
  return (
    <Section title={words.dates}>
      <p role="status">{t(words.datesSaid(good, dates.length))}</p>
      <ol class="dates-preview">
        {dates.map(({ period, objections }) => (
          <li class={objections.length === 0 ? 'date-good' : 'date-bad'}>
            <strong class="numeric">{t(whenText(period, zone))}</strong>
            <span>
              {objections.length === 0
                ? t(words.can)
                : objections.map(({ detail }) => <Local text={detail} />)}
            </span>
          </li>
        ))}
      </ol>
    </Section>
  )
}
