import type { LocalText } from '../../core/text.ts'
import { formatTally, type Total } from '../format.ts'
import { Local, useLang, useText } from '../lang.tsx'
import { partWords } from '../words.ts'
import { Icon } from './icon.tsx'

type FacetValue = {
  label: LocalText
  count: Total
  checked: boolean
  /** The results with this value added, or taken away when it is checked. */
  href: string
}
export type Facet = { key: string; label: LocalText; values: readonly FacetValue[] }

type Props = {
  facets: readonly Facet[]
  /** Values of a facet shown at once; checked ones always are. */
  shown?: number
}

/** Filters with their counts, as links. On a phone they are a sheet that `FacetsOpen` opens. */
export function FacetList({ facets, shown = 6 }: Props) {
  const t = useText()
  return (
    <nav id="filters" class="facets" aria-label={t(partWords.filters)} tabindex={-1}>
      <h2>{t(partWords.filters)}</h2>
      {facets
        .filter(({ values }) => values.length > 0)
        .map((facet) => (
          <OneFacet facet={facet} shown={shown} />
        ))}
      <a class="button button-primary facets-close" href="#results">
        {t(partWords.closeFilters)}
      </a>
    </nav>
  )
}

/** Opens the sheet of filters on a phone; elsewhere they are always there. */
export function FacetsOpen({ count = 0 }: { count?: number }) {
  const t = useText()
  return (
    <a class="button button-plain button-dense facets-open" href="#filters">
      <Icon name="filter" small />
      {t(partWords.showFilters)}
      {count > 0 && <span class="numeric">({count})</span>}
    </a>
  )
}

function OneFacet({ facet: { key, label, values }, shown }: { facet: Facet; shown: number }) {
  const t = useText()
  const first = values.filter(({ checked }, index) => checked || index < shown)
  const rest = values.filter((value) => !first.includes(value))
  return (
    <section class="facet" aria-labelledby={`facet-${key}`}>
      <Local as="h3" id={`facet-${key}`} text={label} />
      <Values values={first} />
      {rest.length > 0 && (
        <details>
          <summary>
            {t(partWords.more)} <span class="numeric">({rest.length})</span>
          </summary>
          <Values values={rest} />
        </details>
      )}
    </section>
  )
}

function Values({ values }: { values: readonly FacetValue[] }) {
  const lang = useLang()
  return (
    <ul>
      {values.map(({ label, count, checked, href }) => (
        <li>
          <a
            class={checked ? 'facet-value facet-on' : 'facet-value'}
            href={href}
            rel="nofollow"
            aria-current={checked ? 'true' : undefined}
          >
            <span class="facet-box" aria-hidden="true">
              <Icon name="check" />
            </span>
            <Local as="span" text={label} />
            <span class="facet-count">{isUnknown(count) ? '' : formatTally(count, lang)}</span>
          </a>
        </li>
      ))}
    </ul>
  )
}

/** A chosen value that is not among the counted ones: how many it has was not looked up. */
const isUnknown = ({ value, relation }: Total) => value === 0 && relation === 'gte'

type ActiveFilter = {
  /** The filter's name: 单位. */
  name: LocalText
  value: LocalText
  /** The results without it. */
  href: string
}

/** A filter that is on; following it takes the filter away. */
function Chip({ name, value, href }: ActiveFilter) {
  return (
    <a class="chip" href={href} rel="nofollow">
      <Local as="span" class="unseen" text={partWords.removeFilter} />{' '}
      <Local as="span" class="chip-name" text={name} /> <Local text={value} />
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
