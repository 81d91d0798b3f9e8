import { type Context as HonoContext, Hono } from 'hono'
import { inLang, type Text } from '../../../core/text.ts'
import { PageHead } from '../../../web/components/page-head.tsx'
import type { Env } from '../../../web/env.ts'
import { page } from '../../../web/page.tsx'
import { paths } from '../../../web/paths.ts'
import { parseOrRefuse } from '../../../web/validate.ts'
import { kindNames } from '../../records/words/names.ts'
import { type Kind, kinds } from '../../records/model/record.ts'
import { facetNames, SearchQuery } from '../model.ts'
import { searchRecords } from '../queries/search.ts'
import { addressOf, type Asked, askedIn, changed, isForEngines } from '../rules/results.ts'
import { resultsWords as words } from '../words/results.ts'
import { Results } from './results-parts.tsx'

/** Cards come in rows of two, three and four; a table is for working through. */
const limits = { cards: 24, table: 50 } as const

/** Everything that the viewer may find, narrowed by facets, as cards or as a table. */
export const resultsPages = new Hono<Env>().get(paths.search, async (c) => {
  const { ctx } = c.var
  const search = new URL(c.req.url).searchParams
  const after = search.get('after') ?? undefined
  const given = askedIn(search)
  const view = given.some(([name, value]) => name === 'view' && value === 'table')
    ? 'table'
    : 'cards'
  const { asked, query } = understood(given)
  const result = await searchRecords(ctx.db, ctx.actor, {
    ...query,
    ...(after !== undefined && { after }),
    facets: [...facetNames],
    limit: limits[view],
    lang: ctx.lang,
  })
  const heading = headingOf(asked)
  return page(
    c,
    {
      title: inLang(heading.title, ctx.lang),
      crumbs: crumbsOf(heading),
      ...(heading.about && { description: inLang(heading.about, ctx.lang) }),
      head: <Engines c={c} asked={asked} isFirstPage={after === undefined} />,
    },
    <>
      <PageHead title={heading.title} {...(heading.about && { lead: heading.about })} />
      <Results asked={asked} result={result} view={view} isFirstPage={after === undefined} />
    </>,
  )
})

/** What can be understood of an address. A value that is none of ours is left out: a link may be old, or cut off. */
function understood(asked: Asked): { asked: Asked; query: SearchQuery } {
  const parsed = SearchQuery.safeParse(spread(asked))
  if (parsed.success) return { asked, query: parsed.data }
  const wrong = new Set(parsed.error.issues.map(({ path }) => String(path[0])))
  const left = asked.filter(([name]) => !wrong.has(name))
  return { asked: left, query: parseOrRefuse(SearchQuery, spread(left)) }
}

const single = new Set(['q', 'sort', 'bbox', 'has_image', 'view'])

function spread(asked: Asked): Record<string, string | string[]> {
  const byName = Map.groupBy(asked, ([name]) => name)
  return Object.fromEntries(
    [...byName].map(([name, pairs]) => {
      const values = pairs.map(([, value]) => value)
      return [name, single.has(name) ? (values.at(-1) ?? '') : values]
    }),
  )
}

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
