import { type Context as HonoContext, Hono } from 'hono'
import type { Child } from 'hono/jsx'
import type { Context } from '../../../core/context.ts'
import { inLang, type Text } from '../../../core/text.ts'
import { PageHead, Pager, Toolbar, Views } from '../../../web/components/navigation.tsx'
import { kindDefinitions } from '../../../kinds.ts'
import type { Env } from '../../../web/env.ts'
import { allowBaseMap } from '../../../web/observe.ts'
import { page } from '../../../web/page.tsx'
import { paths } from '../../../web/paths.ts'
import { kindNames } from '../../records/words.ts'
import { type Kind, kinds } from '../../records/model/record.ts'
import { facetNames, type SearchResult, type Sort, sorts } from '../model.ts'
import { findNumbered } from '../queries/numbered.ts'
import { searchRecords } from '../queries/search.ts'
import {
  addressOf,
  type Asked,
  askedIn,
  changed,
  isForEngines,
  facetsFor,
  filtersIn,
  totalText,
  toggled,
  usefulFacets,
  withoutFilters,
} from '../rules/results.ts'
import { Also, DidYouMean, NothingFound } from './notices.tsx'
import { understood } from './understood.ts'
import { resultsWords as words, sortWords, facetNamesInWords } from '../words.ts'
import { Chips, FacetList, FacetsOpen } from '../../../web/components/facets.tsx'
import { mapOf } from '../../map/pages/found.tsx'
import { ResultsMap } from '../../map/pages/results.tsx'
import {
  Picking,
  type Picks,
  picksForm,
  RecordCards,
  RecordRows,
  RecordTable,
} from '../../records/pages/cards.tsx'
import { formatCount } from '../../../web/format.ts'
import { Local, useLang, useText } from '../../../web/lang.tsx'
import { recordItemOf } from '../../records/pages/items.ts'
import { Button, Menu } from '../../../web/components/button.tsx'

/** Cards come in rows of two, three and four; a table is for working through; below a map there are a few. */
const limits = { cards: 24, table: 50, map: 12 } as const
type View = keyof typeof limits
const views: readonly View[] = ['cards', 'table', 'map']

/** Everything that the viewer may find, narrowed by facets, as cards, as a table or on a map. */
export const resultsPages = (uses: ResultUses) =>
  new Hono<Env>().get(paths.search, (c) => resultsPage(c, uses))

/** What can be done with results: files of all of them, and something with those that are ticked. */
export type ResultUses = {
  exports: readonly ExportLink[]
  picks?: Picks
  /** Pages of other things by their numbers, which the caller may see: a sample by the code on its tube. */
  numbered: readonly ((ctx: Context, typed: string) => Promise<string | undefined>)[]
}

/** A file that the hits can be taken as. */
export type ExportLink = {
  text: Text
  /** Holds records of this kind only. */
  kind?: Kind
  /** Where it is, for what an address asks: `kind=accession&q=…`. */
  hrefOf: (asked: string) => string
}

/** The page of the one thing that has what was typed as its number; only where nothing else was asked. */
async function pageNumbered({ ctx }: Env['Variables'], asked: Asked, { numbered }: ResultUses) {
  const [[name, q] = ['', ''], another] = asked
  if (name !== 'q' || another) return undefined
  const id = await findNumbered(ctx.db, ctx.actor, q)
  if (id !== undefined) return paths.record(id)
  const found = await Promise.all(numbered.map((find) => find(ctx, q)))
  return found.find((href) => href !== undefined)
}

async function resultsPage(c: HonoContext<Env>, uses: ResultUses) {
  const search = new URL(c.req.url).searchParams
  const href = search.has('after') ? undefined : await pageNumbered(c.var, askedIn(search), uses)
  if (href !== undefined) return c.redirect(href, 303)
  const shown = await resultsOf(c)
  const { asked, isFirstPage, map } = shown
  const heading = headingOf(asked)
  if (map) allowBaseMap(c)
  return page(
    c,
    {
      title: inLang(heading.title, c.var.ctx.lang),
      crumbs: crumbsOf(heading),
      ...(heading.about && { description: inLang(heading.about, c.var.ctx.lang) }),
      head: <Engines c={c} asked={asked} isFirstPage={isFirstPage} />,
      ...(map && { bundle: 'map' as const }),
    },
    <>
      <PageHead title={heading.title} {...(heading.about && { lead: heading.about })} />
      <Results {...shown} {...uses}>
        {map && <ResultsMap c={c} {...shown} found={map} total={shown.result.total} />}
      </Results>
    </>,
  )
}

/** What the address asks for, as far as it is understood, and what is found by it. */
async function resultsOf(c: HonoContext<Env>) {
  const { ctx } = c.var
  const search = new URL(c.req.url).searchParams
  const after = search.get('after') ?? undefined
  const given = askedIn(search)
  const view = viewIn(given)
  const { asked, query, wrong } = understood(given)
  const [result, map] = await Promise.all([
    searchRecords(ctx.db, ctx.actor, {
      ...query,
      ...(after !== undefined && { after }),
      facets: facetsFor(asked, withOwnFacets),
      limit: limits[view],
      lang: ctx.lang,
    }),
    view === 'map' ? mapOf(ctx, query) : undefined,
  ])
  return { asked, given, wrong, query, view, result, map, isFirstPage: after === undefined }
}

/** Kinds with facets of their own. */
const withOwnFacets = kinds.filter((kind) => kindDefinitions[kind].facets !== undefined)

const viewIn = (asked: Asked): View =>
  views.find((view) => asked.some(([name, value]) => name === 'view' && value === view)) ?? 'cards'

type Heading = { title: Text; about?: Text; kind?: Kind; isSearch: boolean }

function headingOf(asked: Asked): Heading {
  const q = asked.find(([name]) => name === 'q')?.[1]
  const chosen = asked.filter(([name]) => name === 'kind').map(([, value]) => value)
  const kind = chosen.length === 1 ? kinds.find((one) => one === chosen[0]) : undefined
  if (q) return { title: words.found(q), isSearch: true }
  if (kind)
    return {
      title: kindNames[kind],
      about: words.kindAbout(kindNames[kind]),
      kind,
      isSearch: false,
    }
  return { title: words.all, about: words.allAbout, isSearch: false }
}

const crumbsOf = ({ title, kind, isSearch }: Heading) => {
  if (isSearch) return [{ text: words.search }]
  return kind ? [{ text: words.all, href: paths.search }, { text: title }] : [{ text: title }]
}

/** What search engines are told: one address for each list, and none of its countless narrowings. */
function Engines(props: { c: HonoContext<Env>; asked: Asked; isFirstPage: boolean }) {
  const { c, asked, isFirstPage } = props
  const address = addressOf(changed(changed(asked, 'sort', null), 'view', null))
  return (
    <>
      {isForEngines(asked, isFirstPage) ? (
        <link rel="canonical" href={c.var.ctx.baseUrl + address} />
      ) : (
        <meta name="robots" content="noindex, follow" />
      )}
    </>
  )
}

type ResultsProps = ResultUses & {
  asked: Asked
  result: SearchResult
  view: View
  isFirstPage: boolean
  /** Shown above the hits. */
  children?: Child
}

/** Facets beside the hits, what is narrowed above them, and the way on below. */
function Results(props: ResultsProps) {
  const { asked, result, isFirstPage } = props
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
        <Local as="h2" class="unseen" text={words.results} />
        <ResultsHead {...props} />
        <DidYouMean asked={asked} result={result} />
        <Also asked={asked} result={result} />
        {props.children}
        {result.items.length === 0 ? <NothingFound {...props} /> : <PickedHits {...props} />}
        <Pager url={addressOf(asked)} isFirst={isFirstPage} next={next} />
      </section>
    </div>
  )
}

/** The hits, each with a box where something can be done with several of them; the button comes after the last. */
function PickedHits(props: ResultsProps) {
  const { picks } = props
  if (!picks) return <Hits {...props} />
  return (
    <>
      <Picking.Provider value={picks}>
        <Hits {...props} />
      </Picking.Provider>
      <form id={picksForm} class="picks" method="post" action={picks.action}>
        <input type="hidden" name="many" value="true" />
        <Button text={picks.text} />
        <Local as="span" class="quiet small" text={picks.hint} />
      </form>
    </>
  )
}

function Hits({ result, view }: ResultsProps) {
  const records = result.items.map(recordItemOf)
  if (view === 'cards') return <RecordCards records={records} />
  if (view === 'map') return <RecordRows records={records} />
  const hasDrafts = records.some(({ visibility }) => visibility !== 'published')
  return <RecordTable caption={words.results} records={records} withState={hasDrafts} />
}

function ResultsHead({ asked, result, view, exports }: ResultsProps) {
  const t = useText()
  const lang = useLang()
  const filters = filtersIn(asked)
  const shown = views.map((one) => ({
    label: words[one],
    icon: icons[one],
    href: addressOf(changed(asked, 'view', one === 'cards' ? null : one)),
    current: one === view,
  }))
  return (
    <div class="results-head">
      <Toolbar
        end={
          <>
            <Sorts asked={asked} />
            <Views label={t(words.view)} views={shown} />
            {result.items.length > 0 && <Exports asked={asked} exports={exports} />}
          </>
        }
      >
        <p class="results-count" role="status">
          {formatCount(totalText(result.total), lang)}
        </p>
        <FacetsOpen count={filters.length} />
      </Toolbar>
      <Chips filters={chipsOf(asked, result)} clear={addressOf(withoutFilters(asked))} />
    </div>
  )
}

const icons = { cards: 'cards', table: 'table', map: 'pin' } as const

/** The same hits as files; those of one kind where results are of that kind alone. */
function Exports({ asked, exports }: Pick<ResultsProps, 'asked' | 'exports'>) {
  const t = useText()
  const chosen = asked.filter(([name]) => name === 'kind').map(([, value]) => value)
  const fitting = exports.filter(
    ({ kind }) => kind === undefined || (chosen.length === 1 && chosen[0] === kind),
  )
  const query = new URLSearchParams(asked.map(([name, value]) => [name, value])).toString()
  return (
    <Menu summary={t(words.exports)}>
      {fitting.map(({ text, hrefOf }) => (
        <a href={hrefOf(query)} rel="nofollow" download>
          <Local text={text} />
        </a>
      ))}
    </Menu>
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
    if (name === 'bbox') return { name: words.place, value: words.ofBox, href }
    if (name === 'polygon') return { name: words.place, value: words.ofPolygon, href }
    const facet = facetNames.find((one) => one === name) ?? 'kind'
    const known = facets[facet]?.find((one) => one.value === value)
    return {
      name: facetNamesInWords[facet],
      value: known?.label ?? { zh: value.replace('..', '–'), en: value.replace('..', '–') },
      href,
    }
  })
}
