import { formatPartialDate, formatYuan } from '../../../web/format.ts'
import { spanText } from '../../../core/wall-clock.ts'
import type { Text } from '../../../core/text.ts'
import type { Temporal } from '../../../core/time.ts'
import { useLang } from '../../../web/lang.tsx'

/** An amount in yuan; negative ones are marked by more than their sign. */
export function Yuan({ fen }: { fen: number }) {
  const lang = useLang()
  return <span class={fen < 0 ? 'yuan yuan-less' : 'yuan'}>{formatYuan(fen, lang)}</span>
}

/** `2026年11月`, `Nov 2026`. */
export const monthText = (month: string): Text => ({
  zh: formatPartialDate(month, 'zh'),
  en: formatPartialDate(month, 'en'),
})

type Span = { start: Temporal.Instant | null; end: Temporal.Instant | null; at: Temporal.Instant }

/** The period of a charge's booking, or else the charge's time, by the instrument's clock. */
export function chargedTime({ start, end, at }: Span, zone: string): Text {
  const from = (start ?? at).epochMilliseconds
  const to = (end ?? at).epochMilliseconds
  const text = (locale: string) => {
    const span = spanText({ start: from, end: to }, { zone, locale })
    return from === to ? (span.split('–')[0]?.trim() ?? span) : span
  }
  return { zh: text('zh-CN'), en: text('en') }
}
