import type { Child } from 'hono/jsx'
import type { LocalText } from '../../core/text.ts'
import { Local } from '../lang.tsx'

export type Stat = { label: LocalText; value: Child }

/** A few figures that stand for the whole. */
export function Stats({ stats }: { stats: readonly Stat[] }) {
  return (
    <dl class="stats">
      {stats.map(({ label, value }) => (
        <div class="stat">
          <dt>
            <Local text={label} />
          </dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
