import { ButtonLink } from '../../web/components/button.tsx'
import { Chips } from '../../web/components/chip.tsx'
import { Empty } from '../../web/components/empty.tsx'
import { FacetList, FacetsOpen } from '../../web/components/facet-list.tsx'
import { FormField } from '../../web/components/form-field.tsx'
import { Section } from '../../web/components/page-head.tsx'
import { Pager } from '../../web/components/pager.tsx'
import { RecordCards } from '../../catalog/records/pages/cards/record-card.tsx'
import { RecordRows, RecordTable } from '../../catalog/records/pages/cards/record-row.tsx'
import { Toolbar, Views } from '../../web/components/toolbar.tsx'
import { formatCount } from '../../web/format.ts'
import { useLang, useText } from '../../web/lang.tsx'
import { facets, records } from './content.ts'

const words = {
  results: { zh: '搜索结果', en: 'Results' },
  table: { zh: '表格', en: 'Table' },
  cards: { zh: '卡片', en: 'Cards' },
  view: { zh: '显示方式', en: 'View' },
  sort: { zh: '排序', en: 'Sort' },
  relevance: { zh: '相关度', en: 'Relevance' },
  newest: { zh: '最新', en: 'Newest' },
  rows: { zh: '相关资源', en: 'Related' },
  kind: { zh: '类别', en: 'Kind' },
  germplasm: { zh: '种质', en: 'Germplasm' },
  place: { zh: '地区', en: 'Region' },
  zhangye: { zh: '张掖市', en: 'Zhangye' },
  none: { zh: '没有找到“苜宿”', en: 'Nothing found for “alfaalfa”' },
  tryOther: {
    zh: '是否要找“苜蓿”？也可以去掉一个筛选条件，或换一个更短的词。',
    en: 'Did you mean “alfalfa”? Or take away a filter, or try a shorter word.',
  },
  withoutFilters: { zh: '去掉全部筛选', en: 'Without filters' },
} as const

const filters = [
  { name: words.kind, value: words.germplasm, href: '#results' },
  { name: words.place, value: words.zhangye, href: '#results' },
]

/** Results as cards with facets, as a table, as rows, and none at all. */
export function ListParts() {
  const t = useText()
  return (
    <>
      <Section title={words.results} id="results">
        <div class="split">
          <FacetList facets={facets} shown={3} />
          <div>
            <ResultsHead />
            <RecordCards records={records} />
            <Pager first="#results" next="#results" />
          </div>
        </div>
      </Section>
      <Section title={words.table}>
        <RecordTable caption={words.table} records={records} withState />
      </Section>
      <Section title={words.rows}>
        <RecordRows records={records.slice(0, 3)} />
      </Section>
      <Empty title={words.none} text={words.tryOther}>
        <ButtonLink href="#results">{t(words.withoutFilters)}</ButtonLink>
      </Empty>
    </>
  )
}

function ResultsHead() {
  const t = useText()
  const lang = useLang()
  const views = [
    { label: words.cards, icon: 'cards', href: '#results', current: true },
    { label: words.table, icon: 'table', href: '#results', current: false },
  ] as const
  return (
    <div class="results-head">
      <Toolbar
        end={
          <>
            <FormField
              type="select"
              name="sort"
              label={words.sort}
              value="relevance"
              required
              choices={[
                { value: 'relevance', label: words.relevance },
                { value: 'newest', label: words.newest },
              ]}
            />
            <Views label={t(words.view)} views={views} />
          </>
        }
      >
        <p class="results-count">{formatCount({ value: 12000, relation: 'about' }, lang)}</p>
        <FacetsOpen count={filters.length} />
      </Toolbar>
      <Chips filters={filters} clear="#results" />
    </div>
  )
}
