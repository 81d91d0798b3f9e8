import { Chips } from '../../../web/components/chip.tsx'
import { FacetList, FacetsOpen } from '../../../web/components/facet-list.tsx'
import { Pager } from '../../../web/components/pager.tsx'
import { RecordCards } from '../../records/pages/cards/record-card.tsx'
import { RecordTable } from '../../records/pages/cards/record-row.tsx'
import { Toolbar, Views } from '../../../web/components/toolbar.tsx'
import { formatCount } from '../../../web/format.ts'
import { useLang, useText } from '../../../web/lang.tsx'
import { withQuery } from '../../../web/paths.ts'
import { facetNames, type SearchResult, type Sort, sorts } from '../model.ts'
import {
  addressOf,
  type Asked,
  changed,
  filtersIn,
  saidTotal,
  toggled,
  usefulFacets,
  withoutFilters,
} from '../rules/results.ts'
import { resultsWords as words, sortWords } from '../words/results.ts'
import { facetNamesInWords } from '../words/search.ts'
import { recordItemOf } from '../../records/pages/items.ts'
import { DidYouMean, NothingFound } from './results-none.tsx'

export type ResultsProps = {
  asked: Asked
  result: SearchResult
  view: 'cards' | 'table'
  isFirstPage: boolean
}

/** Facets beside the hits, what is narrowed above them, and the way on below. */
export function Results(props: ResultsProps) {
  const { asked, result, isFirstPage } = props
  const t = useText()
  const facets = usefulFacets(result).map(({ name, values }) => ({
    key: name,
    label: facetNamesInWords[name],
    values: values.map(({ value, label, count, relation, selected }) => ({
      label,
      count: { value: count, relation },
      checked: selected,
      href: addressOf(toggled(asked, name, value)),
    })),
  }))
  if (result.items.length === 0 && filtersIn(asked).length === 0) return <NothingFound {...props} />
  const { next } = result
  return (
    <div class="split">
      <FacetList facets={facets} />
      <section id="results">
        <h2 class="unseen">{t(words.results)}</h2>
        <ResultsHead {...props} />
        <DidYouMean asked={asked} result={result} />
        {result.items.length === 0 ? <NothingFound {...props} /> : <Hits {...props} />}
        <Pager
          first={isFirstPage ? undefined : addressOf(asked)}
          next={next ? withQuery(addressOf(asked), { after: next }) : undefined}
        />
      </section>
    </div>
  )
}

function Hits({ result, view }: ResultsProps) {
  const records = result.items.map(recordItemOf)
  if (view === 'cards') return <RecordCards records={records} />
  const hasDrafts = records.some(({ visibility }) => visibility !== 'published')
  return <RecordTable caption={words.results} records={records} withState={hasDrafts} />
}

function ResultsHead({ asked, result, view }: ResultsProps) {
  const t = useText()
  const lang = useLang()
  const filters = filtersIn(asked)
  const views = [
    {
      label: words.cards,
      icon: 'cards' as const,
      href: addressOf(changed(asked, 'view', null)),
      current: view === 'cards',
    },
    {
      label: words.table,
      icon: 'table' as const,
      href: addressOf(changed(asked, 'view', 'table')),
      current: view === 'table',
    },
  ]
  return (
    <div class="results-head">
      <Toolbar
        end={
          <>
            <Sorts asked={asked} />
            <Views label={t(words.view)} views={views} />
          </>
        }
      >
        <p class="results-count" role="status">
          {formatCount(saidTotal(result.total), lang)}
        </p>
        <FacetsOpen count={filters.length} />
      </Toolbar>
      <Chips filters={chipsOf(asked, result)} clear={addressOf(withoutFilters(asked))} />
    </div>
  )
}

/** Relevance is an order only where something was searched for. */
function Sorts({ asked }: { asked: Asked }) {
  const t = useText()
  const hasWords = asked.some(([name]) => name === 'q')
  const usual: Sort = hasWords ? 'relevance' : 'newest'
  const now = asked.find(([name]) => name === 'sort')?.[1] ?? usual
  return (
    <nav class="sorts" aria-label={t(words.sort)}>
      <span aria-hidden="true">{t(words.sort)}</span>
      {sorts
        .filter((sort) => hasWords || sort !== 'relevance')
        .map((sort) => (
          <a
            href={addressOf(changed(asked, 'sort', sort === usual ? null : sort))}
            rel="nofollow"
            aria-current={sort === now ? 'true' : undefined}
          >
            {t(sortWords[sort])}
          </a>
        ))}
    </nav>
  )
}

/** Each filter that is on, in words, with the results that are without it. */
function chipsOf(asked: Asked, { facets = {} }: SearchResult) {
  return filtersIn(asked).map(([name, value]) => {
    const href = addressOf(toggled(asked, name, value))
    if (name === 'bbox') return { name: words.place, value: words.ofRegion, href }
    const facet = facetNames.find((one) => one === name) ?? 'kind'
    const known = facets[facet]?.find((one) => one.value === value)
    return {
      name: facetNamesInWords[facet],
      value: known?.label ?? { zh: value.replace('..', '–'), en: value.replace('..', '–') },
      href,
    }
  })
}
