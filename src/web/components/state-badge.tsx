import type { LocalText } from '../../core/text.ts'
import { Local } from '../lang.tsx'

export type Tone = 'good' | 'note' | 'caution' | 'danger' | 'calm'

/** A state in words, with a dot in its tone; the dot never says it alone. */
export function StateBadge({ tone, text }: { tone: Tone; text: LocalText }) {
  return (
    <span class={`badge tone-${tone}`}>
      <Local text={text} />
    </span>
  )
}
