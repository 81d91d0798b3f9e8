import { formatPartialDate, formatYuan } from '../../../web/format.ts'
import { spanText } from '../../../core/wall-clock.ts'
import { inLang, type LocalText, type Text } from '../../../core/text.ts'
import type { Temporal } from '../../../core/time.ts'
import { useLang } from '../../../web/lang.tsx'

/** An amount in yuan; what is taken away says so by more than its sign. */
export function Yuan({ fen }: { fen: number }) {
  const lang = useLang()
  return <span class={fen < 0 ? 'yuan yuan-less' : 'yuan'}>{formatYuan(fen, lang)}</span>
}

/** `2026年11月`, `Nov 2026`. */
export const monthText = (month: string): Text => ({
  zh: formatPartialDate(month, 'zh'),
  en: formatPartialDate(month, 'en'),
})

/** A name that is there in one language is said in both sentences. */
export const said = (text: LocalText): Text => ({ zh: inLang(text, 'zh'), en: inLang(text, 'en') })

type Span = { start: Temporal.Instant | null; end: Temporal.Instant | null; at: Temporal.Instant }

/** When a charge's booking was, or when what it is for came about, by the instrument's clock. */
export function chargedTime({ start, end, at }: Span, zone: string): Text {
  const from = (start ?? at).epochMilliseconds
  const to = (end ?? at).epochMilliseconds
  const text = (locale: string) => {
    const span = spanText({ start: from, end: to }, { zone, locale })
    return from === to ? (span.split('–')[0]?.trim() ?? span) : span
  }
  return { zh: text('zh-CN'), en: text('en') }
}
