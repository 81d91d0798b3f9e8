import type { Child } from 'hono/jsx'
import type { LocalText } from '../../core/text.ts'
import { Local, useText } from '../lang.tsx'
import { partWords } from '../words.ts'

/** One field that changed; null where there was or is nothing. */
export type Change = { label: LocalText; before: Child; after: Child }

/** Fields before and after, side by side; where nothing was before, a list of what there is now. */
export function Diff({ changes }: { changes: readonly Change[] }) {
  return changes.some(({ before }) => before !== null) ? (
    <SideBySide changes={changes} />
  ) : (
    <Beginning changes={changes} />
  )
}

function Beginning({ changes }: { changes: readonly Change[] }) {
  return (
    <dl class="diff diff-beginning">
      {changes.map(({ label, after }) => (
        <div>
          <dt>
            <Local text={label} />
          </dt>
          <dd>{after}</dd>
        </div>
      ))}
    </dl>
  )
}

function SideBySide({ changes }: { changes: readonly Change[] }) {
  const t = useText()
  const nothing = <span class="not-given">{t(partWords.empty)}</span>
  return (
    <dl class="diff">
      {changes.map(({ label, before, after }) => (
        <div>
          <dt>
            <Local text={label} />
          </dt>
          <dd>
            <span class="unseen">{t(partWords.before)}: </span>
            {before === null ? nothing : <del>{before}</del>}
          </dd>
          <dd>
            <span class="unseen">{t(partWords.after)}: </span>
            {after === null ? nothing : <ins>{after}</ins>}
          </dd>
        </div>
      ))}
    </dl>
  )
}
