import type { LocalText } from '../../core/text.ts'
import { Local } from '../lang.tsx'

export type HighlightPart = { text: string; hit: boolean }

/** A text with what was searched for marked. */
export function Marked({ parts }: { parts: readonly HighlightPart[] }) {
  return <>{parts.map(({ text, hit }) => (hit ? <mark>{text}</mark> : <>{text}</>))}</>
}

/** Why a hit is a hit: the field, and its words around the match. */
export function Highlight({ label, parts }: { label: LocalText; parts: readonly HighlightPart[] }) {
  return (
    <p class="highlight">
      <span class="highlight-label">
        <Local text={label} />
      </span>
      <Marked parts={parts} />
    </p>
  )
}
