import { html } from 'hono/html'
import type { Child } from 'hono/jsx'
import { escapeToBuffer } from 'hono/utils/html'

/** A text as it stands in markup. */
export function escaped(text: string): string {
  const parts: [string] = ['']
  escapeToBuffer(text, parts)
  return parts[0]
}

/** The markup of a part that waits for nothing. */
export function markupOf(part: Child): string {
  if (typeof part === 'string') return escaped(part)
  const isElement = typeof part === 'object' && part !== null && 'isEscaped' in part
  const drawn = isElement ? part.toString() : html`${part}`
  if (drawn instanceof Promise) throw new Error('A cell of a table waits for nothing.')
  return drawn
}
