import { formatDate, formatDateTime, isDay, machineTime, type When } from '../format.ts'
import { useLang } from '../lang.tsx'

/** A day, as people say it and as machines read it; the exact moment on hover. */
export function Day({ when }: { when: When }) {
  const lang = useLang()
  return (
    <time
      class="numeric"
      datetime={machineTime(when)}
      title={isDay(when) ? undefined : formatDateTime(when, lang)}
    >
      {formatDate(when, lang)}
    </time>
  )
}

/** A moment to the minute, in the zone of the house or the given one. */
export function Moment({ when, zone }: { when: When; zone?: string }) {
  const lang = useLang()
  return (
    <time class="numeric" datetime={machineTime(when)}>
      {formatDateTime(when, lang, zone)}
    </time>
  )
}
