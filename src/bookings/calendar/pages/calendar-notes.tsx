import type { Text } from '../../../core/text.ts'
import type { Temporal } from '../../../core/time.ts'
import { useText } from '../../../web/lang.tsx'
import { offsetOf } from '../../../core/wall-clock.ts'
import { calendarWords as words, takenNames } from '../words/calendar.ts'

type ZoneProps = { zone: string; now: Temporal.Instant; ofMany?: boolean }

/** Whose clock the times are by; a script adds the reader's own. */
export function ZoneLine({ zone, now, ofMany = false }: ZoneProps) {
  const t = useText()
  const offset = offsetOf(now.epochMilliseconds, zone)
  return (
    <p class="quiet calendar-zone">
      {t((ofMany ? words.zoneOfMany : words.zone)(zone, offset))}{' '}
      <hexi-zone
        data-zone={zone}
        data-same={t(words.zoneSame)}
        data-yours={t(words.zoneYours)}
      ></hexi-zone>
    </p>
  )
}

const shown = ['confirmed', 'pending', 'in_use', 'finished', 'hold', 'outage'] as const

/** What each look means. */
export function Legend() {
  const t = useText()
  return (
    <ul class="calendar-legend" aria-label={t(words.legend)}>
      {shown.map((look) => (
        <Sign look={`taken-${look}`} text={takenNames[look]} />
      ))}
      <Sign look="taken-confirmed taken-mine" text={words.mine} />
      <Sign look="time-buffer" text={words.buffer} />
      <Sign look="time-closed" text={words.offHours} />
    </ul>
  )
}

function Sign({ look, text }: { look: string; text: Text }) {
  const t = useText()
  return (
    <li>
      <span class={`swatch ${look}`}></span>
      {t(text)}
    </li>
  )
}
