import type { Child } from 'hono/jsx'
import type { LocalText } from '../../core/text.ts'
import { Local } from '../lang.tsx'
import { Icon, type IconName } from './icon.tsx'

/** A line of controls over a list: what it is at the start, what one may do at the end. */
export function Toolbar({ children, end }: { children?: Child; end?: Child }) {
  return (
    <div class="toolbar">
      {children}
      {end && <div class="toolbar-end">{end}</div>}
    </div>
  )
}

type View = { label: LocalText; icon: IconName; href: string; current: boolean }

/** Ways to look at the same list: cards, table. */
export function Views({ label, views }: { label: string; views: readonly View[] }) {
  return (
    <nav class="toolbar-views" aria-label={label}>
      {views.map((view) => (
        <a href={view.href} rel="nofollow" aria-current={view.current ? 'true' : undefined}>
          <Icon name={view.icon} small />
          <Local text={view.label} />
        </a>
      ))}
    </nav>
  )
}
