import { Button } from '../../../web/components/button.tsx'
import { FormField } from '../../../web/components/form-field.tsx'
import { Section } from '../../../web/components/page-head.tsx'
import { useText } from '../../../web/lang.tsx'
import type { InstrumentCalendar } from '../actions/calendar.ts'
import { wallClockOf } from '../../../core/wall-clock.ts'
import { confirmWords as words } from '../words/calendar.ts'
import { bookingPaths } from '../../words/paths.ts'

/** All that dragging over free time does, as a form. Without scripts it goes on to the page that books. */
export function BookTime({ calendar }: { calendar: InstrumentCalendar }) {
  const t = useText()
  const { instrument, free, span } = calendar
  const clock = (at: { epochMilliseconds: number } | undefined) =>
    at && wallClockOf(at.epochMilliseconds, span.zone)
  const slot = free[0]?.slot
  return (
    <Section title={words.bookTime}>
      <form class="book-time" action={bookingPaths.bookInstrument(instrument.id)}>
        <FormField
          type="datetime-local"
          name="start"
          label={words.start}
          value={clock(slot?.start)}
          required
        />
        <FormField
          type="datetime-local"
          name="end"
          label={words.end}
          value={clock(slot?.end)}
          required
        />
        <Button>{t(words.go)}</Button>
      </form>
    </Section>
  )
}
