import type { LocalText } from '../../core/text.ts'
import { Local, useText } from '../lang.tsx'
import { partWords } from '../words.ts'
import type { Child } from 'hono/jsx'
import type { When } from '../format.ts'
import { Moment } from './values.tsx'

/** Where one is in something of several steps; `current` counts from 0. */
export function Steps({ steps, current }: { steps: readonly LocalText[]; current: number }) {
  const t = useText()
  return (
    <ol class="steps" aria-label={t(partWords.step)}>
      {steps.map((text, index) => (
        <li
          class={index < current ? 'step-done' : undefined}
          aria-current={index === current ? 'step' : undefined}
        >
          <span>
            <Local text={text} />
            {index < current && <span class="unseen">, {t(partWords.done)}</span>}
          </span>
        </li>
      ))}
    </ol>
  )
}

export type TimelineEvent = {
  at: When
  /** 已发布, Published. */
  what: LocalText
  who?: string | null
  /** Further facts: a reason, a `Diff`. */
  detail?: Child
}

/** What happened, newest first. */
export function Timeline({ events }: { events: readonly TimelineEvent[] }) {
  return (
    <ol class="timeline">
      {events.map(({ at, what, who, detail }) => (
        <li>
          <p class="timeline-head">
            <Local as="strong" text={what} />
            {who && <span>{who}</span>}
            <Moment when={at} />
          </p>
          {detail}
        </li>
      ))}
    </ol>
  )
}
