import type { Child } from 'hono/jsx'
import type { LocalText } from '../../core/text.ts'
import type { When } from '../format.ts'
import { Local } from '../lang.tsx'
import { Moment } from './moment.tsx'

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
            <strong>
              <Local text={what} />
            </strong>
            {who && <span>{who}</span>}
            <Moment when={at} />
          </p>
          {detail}
        </li>
      ))}
    </ol>
  )
}
