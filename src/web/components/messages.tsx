import type { LocalText } from '../../core/text.ts'
import { Local, useText } from '../lang.tsx'
import { idOf } from './form-field.tsx'
import { Icon, type IconName } from './icon.tsx'
import type { Child } from 'hono/jsx'
import { partWords } from '../words.ts'
import type { Issue } from '../../core/problem.ts'

const icons = { good: 'check', note: 'info', caution: 'warning', danger: 'warning' } as const

type ToastProps = { text: LocalText; tone?: keyof typeof icons }

/** What has just been done, in one sentence; screen readers hear it when the page opens. */
export function Toast({ text, tone = 'good' }: ToastProps) {
  return (
    <div class={`toast tone-${tone}`} role={tone === 'danger' ? 'alert' : 'status'}>
      <Icon name={icons[tone]} />
      <Local as="p" text={text} />
    </div>
  )
}

type EmptyProps = {
  title: LocalText
  /** What to try instead; children are links or buttons for it. */
  text?: LocalText
  icon?: IconName
  children?: Child
}

/** Nothing is here: says so, and what to do next. */
export function Empty({ title, text, icon = 'search', children }: EmptyProps) {
  return (
    <div class="empty">
      <Icon name={icon} />
      <Local as="h2" text={title} />
      {text && <Local as="p" text={text} />}
      {children && <div class="empty-actions">{children}</div>}
    </div>
  )
}

type ProblemProps = {
  status: number
  title: LocalText
  /** What happened and what to do. */
  detail: LocalText
  /** What is safe: “您填写的内容没有丢失。” */
  safe?: LocalText
  requestId?: string
  children?: Child
}

/** A refusal or a failure as a page: what happened, what is safe, what to do. */
export function ProblemView({ status, title, detail, safe, requestId, children }: ProblemProps) {
  const t = useText()
  return (
    <div class="problem">
      <p class="problem-status numeric">{status}</p>
      <Local as="h1" text={title} />
      <Local as="p" text={detail} />
      {safe && <Local as="p" class="quiet" text={safe} />}
      {children && <div class="problem-actions">{children}</div>}
      {requestId && (
        <p class="small quiet">
          {t(partWords.requestId)} <code>{requestId}</code>
        </p>
      )}
    </div>
  )
}

/** What fields are called, by their paths without the numbers of rows: `title`, `fields.unit`. */
export type FieldLabels = Readonly<Record<string, LocalText>>
type SummaryProps = {
  issues: readonly Issue[]
  labels?: FieldLabels | undefined
  scope?: string | undefined
}

/** What is wrong with a form, at its head: each line leads to its field. */
export function ErrorSummary({ issues, labels = {}, scope }: SummaryProps) {
  const t = useText()
  if (issues.length === 0) return <></>
  return (
    <section class="summary tone-danger" role="alert" aria-labelledby="error-summary">
      <h2 id="error-summary">
        <Icon name="warning" />
        {t(partWords.fieldsToCorrect(issues.length))}
      </h2>
      <ul>
        {issues.map(({ path, message }) => {
          const label = labelIn(labels, path)
          return (
            <li>
              <a href={`#${idOf({ name: path, scope })}`}>
                {label ? <Local text={label} /> : path}
              </a>{' '}
              <Local text={message} />
            </li>
          )
        })}
      </ul>
    </section>
  )
}

/** The name of a field, of half a pair in both languages, or else of what it is a part of. */
export function labelIn(labels: FieldLabels, path: string): LocalText | undefined {
  const parts = path.split('.').filter((part) => !/^\d+$/.test(part))
  const of = (...names: string[]) => {
    const name = names.join('.')
    return Object.hasOwn(labels, name) ? labels[name] : undefined
  }
  const half = { zh: partWords.chinese, en: partWords.english }[parts.at(-1) ?? '']
  const pair = half && of(...parts.slice(0, -1))
  if (pair) return { zh: `${pair.zh}（${half.zh}）`, en: `${pair.en} (${half.en})` }
  return of(...parts) ?? of(parts[0] ?? '')
}

/** The first thing that is wrong with a field, for its `error`. */
export const errorAt = (issues: readonly Issue[], path: string): LocalText | undefined =>
  issues.find((issue) => issue.path === path)?.message
