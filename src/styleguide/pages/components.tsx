import { Button, ButtonLink, Dialog } from '../../web/components/button.tsx'
import { ErrorSummary, Empty, ProblemView, Toast } from '../../web/components/messages.tsx'
import { FormField, FormPair } from '../../web/components/form-field.tsx'
import { Section, Pager, Toolbar, Views } from '../../web/components/navigation.tsx'
import { Local, useText, useLang } from '../../web/lang.tsx'
import { formWords } from '../words.ts'
import { Chips, FacetList, FacetsOpen } from '../../web/components/facets.tsx'
import { RecordCards, RecordRows, RecordTable } from '../../catalog/records/pages/cards.tsx'
import { formatCount } from '../../web/format.ts'
import { facets, records } from './content.ts'
import { Steps } from '../../web/components/progress.tsx'
import { paths } from '../../web/paths.ts'

const issues = [
  { path: 'title', message: formWords.titleMissing },
  { path: 'hours', message: formWords.hoursWrong },
]

const labels = { title: formWords.title, hours: formWords.hours }

/** A form that came back with two errors. */
export function FormParts() {
  return (
    <Section title={formWords.form} id="form">
      <ErrorSummary issues={issues} labels={labels} />
      <form class="form" method="get" action="#form">
        <FormPair
          name="title"
          label={formWords.title}
          hint={formWords.titleHint}
          value={{ zh: null, en: null }}
          error={formWords.titleMissing}
          required
        />
        <FormPair name="summary" label={formWords.summary} value={formWords.summaryValue} long />
        <Facts />
        <Choices />
        <FormField
          type="file"
          name="file"
          label={formWords.photo}
          hint={formWords.photoHint}
          accept="image/*"
        />
        <div class="form-actions">
          <Button look="primary" text={formWords.save} />
          <ButtonLink look="quiet" href="#form" text={formWords.cancel} />
        </div>
      </form>
    </Section>
  )
}

const Facts = () => (
  <div class="form-grid">
    <FormField name="model" label={formWords.model} value="Delta V Advantage" />
    <FormField
      type="number"
      name="hours"
      label={formWords.hours}
      value={9000}
      unit="h"
      error={formWords.hoursWrong}
    />
    <FormField type="date" name="since" label={formWords.since} value="2019-05-06" />
    <FormField
      type="select"
      name="status"
      label={formWords.status}
      value="1"
      choices={[
        { value: '1', label: formWords.normal },
        { value: '4', label: formWords.faulty },
        { value: '6', label: formWords.repair },
      ]}
    />
  </div>
)

const Choices = () => (
  <>
    <FormField
      type="multiselect"
      name="funds"
      label={formWords.funds}
      values={['1', '3']}
      choices={[
        { value: '1', label: formWords.central },
        { value: '2', label: formWords.local },
        { value: '3', label: formWords.own },
      ]}
    />
    <FormField
      type="checkbox"
      name="customs"
      label={formWords.customs}
      hint={formWords.customsHint}
      checked={false}
    />
  </>
)

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
    zh: '您是不是要找“苜蓿”？也可以移除一个筛选条件，或使用更短的词。',
    en: 'Did you mean “alfalfa”? You can also remove a filter or try a shorter word.',
  },
  withoutFilters: { zh: '清除全部筛选条件', en: 'Clear all filters' },
} as const

const filters = [
  { name: words.kind, value: words.germplasm, href: '#results' },
  { name: words.place, value: words.zhangye, href: '#results' },
]

/** Results as cards with facets, as a table, as rows, and none at all. */
export function ListParts() {
  return (
    <>
      <Section title={words.results} id="results">
        <div class="split">
          <FacetList facets={facets} shown={3} />
          <div>
            <ResultsHead />
            <RecordCards records={records} />
            <Pager url="/styleguide" isFirst={false} next="2" />
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
        <ButtonLink href="#results" text={words.withoutFilters} />
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

/** Messages: success, warning, confirmation, not found. */
export function MessageParts() {
  return (
    <Section title={formWords.messages} id="messages">
      <Toast text={formWords.saved} />
      <Toast text={formWords.stale} tone="caution" />
      <div class="guide-stack">
        <Steps
          steps={[formWords.choose, formWords.map, formWords.check, formWords.run]}
          current={2}
        />
        <Dialog id="withdraw" title={formWords.withdraw} opener={<Opener />}>
          <Local as="p" text={formWords.withdrawText} />
          <div class="problem-actions">
            <Button look="danger" type="button" text={formWords.withdraw} />
          </div>
        </Dialog>
      </div>
      <ProblemView
        status={404}
        title={formWords.notFound}
        detail={formWords.notFoundText}
        safe={formWords.safe}
        requestId="9f1c2d"
      >
        <ButtonLink look="primary" href={paths.search} text={formWords.search} />
      </ProblemView>
    </Section>
  )
}

function Opener() {
  return (
    <p>
      <ButtonLink look="danger" href="#messages" opens="withdraw" text={formWords.withdraw} />
    </p>
  )
}
