import { formatBytes } from '../../../core/bytes.ts'
import { inLang, type Lang } from '../../../core/text.ts'
import { bytesPerSecond, type Pace, secondsLeft } from '../rules/pace.ts'
import { type Entry, rowsToShow, type Sheet, type Sum } from '../rules/sheet.ts'
import type { SendingWords } from '../words.ts'

/** More rows than this help nobody, and slow the page. */
const mostRows = 100

type Look = { words: SendingWords; lang: Lang }

/** The rows of the table; a row's button says by `data-act` and `data-name` what it is for. */
export function drawRows(body: HTMLElement, sheet: Sheet, look: Look): number {
  const { rows, more } = rowsToShow(sheet, mostRows)
  const drawn = new Map([...body.children].map((row) => [row.getAttribute('data-name'), row]))
  body.replaceChildren(
    ...rows.map((entry) => {
      const known = drawn.get(entry.name)
      const isCurrent = known?.getAttribute('data-look') === lookOf(entry)
      return known && isCurrent ? known : rowOf(entry, look)
    }),
  )
  return more
}

/** What is drawn of an entry, in one text: a row that looks the same stays, with the focus in it. */
const lookOf = ({ state, sizeBytes, sentBytes, detail }: Entry) =>
  [state, Math.floor((sentBytes * 200) / Math.max(1, sizeBytes)), detail?.en].join(' ')

function rowOf(entry: Entry, { words, lang }: Look): HTMLTableRowElement {
  const { name, sizeBytes, sentBytes, state, detail } = entry
  const row = document.createElement('tr')
  row.setAttribute('data-name', name)
  row.setAttribute('data-look', lookOf(entry))
  const named = element('th', { scope: 'row', className: 'upload-name' }, name)
  const size = element('td', { className: 'numeric' }, formatBytes(sizeBytes, lang))
  const standing = element('td', {}, element('span', { className: badges[state] }, words[state]))
  if (state === 'sending') {
    const bar = element('progress', { max: Math.max(1, sizeBytes), value: sentBytes })
    bar.setAttribute('aria-label', name)
    standing.append(' ', bar)
  }
  if (detail) standing.append(element('p', { className: 'small' }, inLang(detail, lang)))
  const act = element('td')
  if (state !== 'attached' && state !== 'checking') {
    const text = state === 'failed' ? words.retry : words.cancel
    const button = element(
      'button',
      { type: 'button', className: 'button button-plain button-dense' },
      text,
    )
    button.setAttribute('data-act', state === 'failed' ? 'retry' : 'cancel')
    button.setAttribute('aria-label', `${text}: ${name}`)
    act.append(button)
  }
  row.append(named, size, standing, act)
  return row
}

const badges = {
  waiting: 'badge tone-calm',
  sending: 'badge tone-note',
  checking: 'badge tone-note',
  attached: 'badge tone-good',
  failed: 'badge tone-danger',
} as const

function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Partial<HTMLElementTagNameMap[Tag]> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const made = Object.assign(document.createElement(tag), properties)
  made.append(...children)
  return made
}

type Sentence = { run: AbortController | undefined; sentence: string }

/** Until a lost line is back, a run only tries again and again. */
export const saidText = ({ run, sentence }: Sentence, words: SendingWords): string =>
  run && !navigator.onLine ? words.lost : sentence

/** `3 / 12 个文件，1.2 GB / 4 GB · 12 MB/秒 · 约剩 4 分钟`. */
export function standingText(sum: Sum, pace: Pace, { words, lang }: Look): string {
  const now = navigator.onLine ? pace : []
  const speed = bytesPerSecond(now)
  const seconds = secondsLeft(now, sum.sizeBytes - sum.sentBytes)
  return [
    filled(words.running, {
      attached: sum.attached,
      files: sum.files,
      sent: formatBytes(sum.sentBytes, lang),
      size: formatBytes(sum.sizeBytes, lang),
    }),
    ...(speed ? [filled(words.speed, { speed: formatBytes(Math.round(speed), lang) })] : []),
    ...(seconds ? [filled(words.left, { time: durationText(seconds, lang) })] : []),
  ].join(' · ')
}

/** How it ended, for all that was chosen. */
export function endText(sum: Sum, words: SendingWords): string {
  if (sum.failed > 0) return filled(words.doneFailed, sum)
  return sum.attached === 1 ? words.doneOne : filled(words.done, sum)
}

export const filled = (text: string, facts: Readonly<Record<string, string | number>>) =>
  text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(facts[name] ?? whole))

/** `45 秒`, `4 分钟`, `2 小时 5 分钟`: at most two units, none finer than helps. */
function durationText(seconds: number, lang: Lang): string {
  const unit = (value: number, name: 'second' | 'minute' | 'hour') =>
    new Intl.NumberFormat(lang === 'zh' ? 'zh-CN' : 'en', {
      style: 'unit',
      unit: name,
      unitDisplay: lang === 'zh' ? 'long' : 'short',
    }).format(value)
  if (seconds < 60) return unit(seconds, 'second')
  const minutes = Math.round(seconds / 60)
  if (minutes < 60) return unit(minutes, 'minute')
  return `${unit(Math.floor(minutes / 60), 'hour')} ${unit(minutes % 60, 'minute')}`
}
