import type { LocalText } from '../../core/text.ts'
import { Local, useText } from '../lang.tsx'
import { partWords } from '../words.ts'
import { Icon } from './icon.tsx'

export type ActiveFilter = {
  /** The filter's name: 单位. */
  name: LocalText
  value: LocalText
  /** The results without it. */
  href: string
}

/** A filter that is on; following it takes the filter away. */
export function Chip({ name, value, href }: ActiveFilter) {
  const t = useText()
  return (
    <a class="chip" href={href} rel="nofollow">
      <span class="unseen">{t(partWords.removeFilter)}</span>{' '}
      <span class="chip-name">
        <Local text={name} />
      </span>{' '}
      <Local text={value} />
      <Icon name="close" small />
    </a>
  )
}

/** All filters that are on, and the way to take all of them away at once. */
export function Chips({ filters, clear }: { filters: readonly ActiveFilter[]; clear: string }) {
  const t = useText()
  if (filters.length === 0) return <></>
  return (
    <nav class="chips" aria-label={t(partWords.activeFilters)}>
      {filters.map((filter) => (
        <Chip {...filter} />
      ))}
      {filters.length > 1 && (
        <a class="small" href={clear}>
          {t(partWords.clearFilters)}
        </a>
      )}
    </nav>
  )
}
