import type { WeeklyHours } from '../../../bookings/policies/model.ts'
import type { Text } from '../../../core/text.ts'

const days: readonly Text[] = [
  { zh: '周一', en: 'Mon' },
  { zh: '周二', en: 'Tue' },
  { zh: '周三', en: 'Wed' },
  { zh: '周四', en: 'Thu' },
  { zh: '周五', en: 'Fri' },
  { zh: '周六', en: 'Sat' },
  { zh: '周日', en: 'Sun' },
]

/** `周一至周五 08:00–12:00、周六 08:00–10:00`, `Mon–Fri 08:00–12:00, Sat 08:00–10:00`. */
export function windowsText(windows: readonly WeeklyHours[]): Text {
  const texts = windows.map((window) => {
    const { zh, en } = daysText(window.days.toSorted((one, other) => one - other))
    const hours = `${window.from}–${window.to}`
    return { zh: `${zh} ${hours}`, en: `${en} ${hours}` }
  })
  return {
    zh: texts.map(({ zh }) => zh).join('、'),
    en: texts.map(({ en }) => en).join(', '),
  }
}

/** Days that follow one another are a span; others stand side by side. */
function daysText(sorted: readonly number[]): Text {
  const [first = 1] = sorted
  const last = sorted.at(-1) ?? first
  const isSpan = sorted.length > 2 && last - first === sorted.length - 1
  if (isSpan) {
    const [from, to] = [days[first - 1], days[last - 1]]
    return { zh: `${from?.zh}至${to?.zh}`, en: `${from?.en}–${to?.en}` }
  }
  const names = sorted.flatMap((day) => days[day - 1] ?? [])
  return { zh: names.map(({ zh }) => zh).join('、'), en: names.map(({ en }) => en).join(' and ') }
}
