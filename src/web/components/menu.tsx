import type { Child } from 'hono/jsx'

/** A disclosure that opens over the page; the island closes it on Escape and on a click elsewhere. */
export function Menu({ summary, children }: { summary: Child; children?: Child }) {
  return (
    <hexi-menu>
      <details class="menu">
        <summary>{summary}</summary>
        <div class="menu-panel">{children}</div>
      </details>
    </hexi-menu>
  )
}
