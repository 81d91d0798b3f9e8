import type { LocalText } from '../../core/text.ts'
import { formatNumber } from '../format.ts'
import { Local, useLang } from '../lang.tsx'

export type Tab = { text: LocalText; href: string; current: boolean; count?: number }

/** Pages that belong together, as links. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  const lang = useLang()
  return (
    <nav class="tabs" aria-label={label}>
      <ul>
        {tabs.map(({ text, href, current, count }) => (
          <li>
            <a href={href} aria-current={current ? 'page' : undefined}>
              <Local text={text} />
              {count !== undefined && <span class="numeric">{formatNumber(count, lang)}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
