import { formatDate, formatDateTime, isDay, machineTime, type When } from '../format.ts'
import { useLang } from '../lang.tsx'

/** A day, as people say it and as machines read it, in the default zone or the given one; the exact moment on hover. */
export function Day({ when, zone }: { when: When; zone?: string }) {
  const lang = useLang()
  return (
    <time
      class="numeric"
      datetime={machineTime(when)}
      title={isDay(when) ? undefined : formatDateTime(when, lang, zone)}
    >
      {formatDate(when, lang, zone)}
    </time>
  )
}

/** A moment to the minute, in the default zone or the given one. */
export function Moment({ when, zone }: { when: When; zone?: string }) {
  const lang = useLang()
  return (
    <time class="numeric" datetime={machineTime(when)}>
      {formatDateTime(when, lang, zone)}
    </time>
  )
}
