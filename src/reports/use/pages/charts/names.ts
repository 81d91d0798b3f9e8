import { formatPartialDate } from '../../../../web/format.ts'
import { type Lang, langTag } from '../../../../core/text.ts'

/** `3月`, `Mar` for a month, `3/16`, `16/3` for a week; in full `2026年3月`, `2026年3月16日`. */
export function shortPeriod(key: string, lang: Lang, inFull = false): string {
  if (inFull) return formatPartialDate(key, lang)
  const [year = '', month = '', day] = key.split('-')
  if (day !== undefined) {
    const parts = [Number(month), Number(day)]
    return (lang === 'zh' ? parts : parts.toReversed()).join('/')
  }
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, 1))
  return new Intl.DateTimeFormat(lang === 'en' ? 'en-US' : langTag(lang), {
    month: 'short',
    timeZone: 'UTC',
  }).format(date)
}
