import { Hono } from 'hono'
import { z } from 'zod'
import { whole } from '../../core/paging.ts'
import { operation, wholeListOf } from '../../web/api.ts'
import type { Env } from '../../web/env.ts'
import { parsed } from '../../web/validate.ts'
import { kindDefinitions } from '../../kinds.ts'
import { kinds } from '../records/model/record.ts'
import { kindNames } from '../records/words.ts'
import { SearchAnswer, SearchQuery, type Suggestion, SuggestionAnswer } from './model.ts'
import { searchRecords } from './queries/search.ts'
import { suggest } from './queries/suggest.ts'
import { otherSuggestions } from './words.ts'

const KindQuery = SearchQuery.omit({ kind: true })

/** Search over every kind, and the same narrowed to each. */
export const searchRoutes = new Hono<Env>()
  .get(
    '/records',
    operation({
      summary: 'Search the catalogue',
      description:
        'Counting stops at 2,000 at the latest and says so (`relation: "gte"`, with an estimate in `about`); pages go on to the last hit.',
      tag: 'records',
      answers: { 200: SearchAnswer },
    }),
    parsed('query', SearchQuery),
    async (c) => {
      const { db, actor, lang } = c.var.ctx
      return c.json(await searchRecords(db, actor, { ...c.req.valid('query'), lang }))
    },
  )
  .get(
    '/suggestions',
    operation({
      summary: 'What the words typed so far may become',
      tag: 'records',
      answers: {
        200: wholeListOf(SuggestionAnswer, 'The likeliest few; a search finds them all.'),
      },
    }),
    parsed('query', z.object({ q: z.string().max(500).default('') })),
    async (c) => {
      const { db, actor, lang } = c.var.ctx
      const found = await suggest(db, actor, { typed: c.req.valid('query').q, lang })
      return c.json(whole(found.map((one) => ({ ...one, group: groupOf(one)[lang] }))))
    },
  )
  .route('/', ofEachKind())

function ofEachKind() {
  const routes = new Hono<Env>()
  for (const kind of kinds) {
    const { path, label } = kindDefinitions[kind]
    routes.get(
      `/${path}`,
      operation({ summary: `Search: ${label.en}`, tag: path, answers: { 200: SearchAnswer } }),
      parsed('query', KindQuery),
      async (c) => {
        const { db, actor, lang } = c.var.ctx
        return c.json(
          await searchRecords(db, actor, { ...c.req.valid('query'), kind: [kind], lang }),
        )
      },
    )
  }
  return routes
}

const groupOf = ({ kind }: Suggestion) => (kind ? kindNames[kind] : otherSuggestions)
