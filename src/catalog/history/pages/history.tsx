import { type Context as HonoContext, Hono } from 'hono'
import { z } from 'zod'
import { inLang, type Lang, type Text } from '../../../core/text.ts'
import { type Change, Diff } from '../../../web/components/diff.tsx'
import { Empty } from '../../../web/components/empty.tsx'
import { Pager } from '../../../web/components/pager.tsx'
import { Timeline, type TimelineEvent } from '../../../web/components/timeline.tsx'
import type { Env } from '../../../web/env.ts'
import { page } from '../../../web/page.tsx'
import { paths, withQuery } from '../../../web/paths.ts'
import { parsed } from '../../../web/validate.ts'
import { historyOf, type HistoryItem } from '../actions.ts'
import { getRecord } from '../../records/actions/read.ts'
import { vocabulariesNamed } from '../../vocabularies/queries/vocabularies.ts'
import { vocabulariesOf } from '../../records/rules/input.ts'
import { historyWords, recordWords } from '../../records/words/record.ts'
import { changesOf, commonVocabularies } from './changes.tsx'

const limit = 30

type Labels = Readonly<Record<string, Text>>

/** How a record came to be as it is, with the differences for those who keep it. */
export const historyPages = (labels: Labels) =>
  new Hono<Env>().get(
    '/records/:id/history',
    parsed('query', z.object({ after: z.string().max(500).optional() })),
    (c) => historyPage(c, { id: c.req.param('id'), labels, ...c.req.valid('query') }),
  )

type Asked = { id: string; labels: Labels; after?: string | undefined }

async function historyPage(c: HonoContext<Env>, { id, labels, after }: Asked) {
  const { ctx } = c.var
  const [{ row, fields }, history] = await Promise.all([
    getRecord(ctx, id),
    historyOf(ctx, id, { limit, after }),
  ])
  const { kind, institutionZh, institutionEn } = row
  const institution = { id: row.institutionId, name: { zh: institutionZh, en: institutionEn } }
  const names = [...vocabulariesOf(fields), ...commonVocabularies]
  const vocabularies = await vocabulariesNamed(ctx.db, names)
  const events = history.items.map((item) =>
    eventOf(item, changesOf(item, { kind, institution, fields, vocabularies, labels }), ctx.lang),
  )
  const title = { zh: row.titleZh, en: row.titleEn }
  const name = recordWords.historyOf(inLang(title, ctx.lang))
  return page(
    c,
    {
      title: inLang(name, ctx.lang),
      crumbs: [{ text: title, href: paths.record(id) }, { text: recordWords.history }],
      width: 'reading',
    },
    <>
      <header class="page-head">
        <h1>{inLang(name, ctx.lang)}</h1>
        <p class="quiet">{inLang(recordWords.historyAbout, ctx.lang)}</p>
      </header>
      {history.items.length === 0 && <Empty title={recordWords.noHistory} icon="history" />}
      <Timeline events={events} />
      <Pager
        order="time"
        first={after === undefined ? undefined : withQuery(c.req.url, { after: null })}
        next={history.next ? withQuery(c.req.url, { after: history.next }) : undefined}
      />
    </>,
  )
}

function eventOf(item: HistoryItem, changes: readonly Change[], lang: Lang): TimelineEvent {
  const { type, name } = item.actor
  const byCurator = name ?? inLang(recordWords.byCurator, lang)
  return {
    at: item.at,
    what: historyWords[item.action] ?? { zh: item.action, en: item.action },
    who: type === 'system' ? inLang(recordWords.bySystem, lang) : byCurator,
    ...(changes.length > 0 && { detail: <Diff changes={changes} /> }),
  }
}
