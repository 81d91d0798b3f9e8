import { type Context as HonoContext, Hono } from 'hono'
import type { Env } from '../../web/env.ts'
import { Local } from '../../web/lang.tsx'
import { list } from '../../web/list.tsx'
import { page } from '../../web/page.tsx'
import { withQuery } from '../../web/paths.ts'
import { surfaces } from '../../web/surfaces.ts'
import { columnWords } from '../../web/words.ts'
import { catalogLinks, catalogPaths } from '../words/paths.ts'
import { chooseVocabulary, searchTerms, searchVocabularies } from './actions.ts'
import { TermAnswer, termFilter, VocabularyAnswer, vocabularyFilter } from './model.ts'
import { vocabularyWords as words } from './words.ts'

const tag = 'vocabularies'

const vocabularies = list({
  path: catalogPaths.vocabularies,
  tag,
  summary: 'Code lists of the catalogue, each version',
  title: words.vocabularies,
  empty: { title: words.none },
  item: VocabularyAnswer,
  filters: vocabularyFilter,
  query: searchVocabularies,
  columns: {
    title: {
      label: words.title,
      text: ({ title }) => title,
      href: ({ name, version, isCurrent }) =>
        withQuery(catalogPaths.terms, {
          vocabulary: name,
          version: isCurrent ? null : version,
        }),
    },
    name: { label: words.name, code: ({ name }) => name },
    version: { label: words.version, text: ({ version }) => version },
    terms: { label: words.terms, number: ({ terms }) => terms },
    state: {
      label: columnWords.state,
      state: ({ isCurrent }) =>
        isCurrent ? { tone: 'good', text: words.current } : { tone: 'calm', text: words.former },
    },
    source: { label: words.source, text: ({ source }) => source },
  },
})

const terms = list({
  path: catalogPaths.terms,
  tag,
  summary: 'Terms of the code lists; of current versions, where none is named',
  title: words.terms,
  empty: { title: words.noTerms },
  item: TermAnswer,
  filters: termFilter,
  query: searchTerms,
  columns: {
    chinese: { label: words.chinese, text: ({ label }) => label.zh },
    english: { label: words.english, text: ({ label }) => label.en },
    code: { label: words.name, code: ({ code }) => code },
    vocabulary: { label: words.title, text: ({ title }) => title },
    parent: { label: words.parent, code: ({ parent }) => parent },
    offered: {
      label: columnWords.state,
      state: ({ isOffered }) =>
        isOffered
          ? { tone: 'good', text: words.offered }
          : { tone: 'calm', text: words.notOffered },
    },
    synonyms: {
      label: words.synonyms,
      cell: ({ label }) => (
        <Local
          as="a"
          href={withQuery(catalogPaths.synonyms, { q: label.zh ?? label.en })}
          text={words.synonyms}
        />
      ),
    },
  },
})

const own = new Hono<Env>()
  .get(catalogPaths.vocabularies, async (c) =>
    page(
      c,
      { title: words.vocabularies, lead: words.lead, crumbs: [] },
      <>
        <p>
          <Local as="a" href={catalogPaths.synonyms} text={catalogLinks.synonyms.text} />
        </p>
        {await vocabularies.view(c, {})}
      </>,
    ),
  )
  .get(catalogPaths.terms, (c) => termsPage(c))

async function termsPage(c: HonoContext<Env>) {
  const vocabulary = await chooseVocabulary(c.var.ctx)
  return page(
    c,
    {
      title:
        vocabulary.find(({ value }) => value === c.req.query('vocabulary'))?.label ?? words.terms,
      lead: words.termsLead,
      crumbs: [{ text: words.vocabularies, href: catalogPaths.vocabularies }],
    },
    <>{await terms.view(c, { choices: { vocabulary } })}</>,
  )
}

/** Everybody may read what codes mean. */
export const { api: vocabularyRoutes, pages: vocabularyPages } = surfaces(vocabularies, terms, {
  pages: own,
})
