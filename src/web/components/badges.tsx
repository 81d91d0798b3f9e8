import type { LocalText } from '../../core/text.ts'
import { Local } from '../lang.tsx'
import type { Child } from 'hono/jsx'

export type Tone = 'good' | 'note' | 'caution' | 'danger' | 'calm'

/** A state in words, with a dot in its tone; the dot never says it alone. */
export function StateBadge({ tone, text }: { tone: Tone; text: LocalText }) {
  return <Local as="span" class={`badge tone-${tone}`} text={text} />
}

/** A keyword or subject; with an `href` it leads to what shares it. */
export function Tag({ href, children }: { href?: string; children?: Child }) {
  return href ? (
    <a class="tag" href={href}>
      {children}
    </a>
  ) : (
    <span class="tag">{children}</span>
  )
}
