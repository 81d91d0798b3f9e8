import { Hono } from 'hono'
import { z } from 'zod'
import type { Field } from '../../core/fields.ts'
import { inLang, type Text } from '../../core/text.ts'
import { Diff } from '../../web/components/diff.tsx'
import { Empty } from '../../web/components/empty.tsx'
import { Pager } from '../../web/components/pager.tsx'
import { Timeline, type TimelineEvent } from '../../web/components/timeline.tsx'
import type { Env } from '../../web/env.ts'
import { page } from '../../web/page.tsx'
import { paths, withQuery } from '../../web/paths.ts'
import { parsed } from '../../web/validate.ts'
import { historyOf, type HistoryItem } from '../actions/history.ts'
import { getRecord } from '../actions/read.ts'
import { keepsRecord } from '../rules/keeping.ts'
import { historyWords, recordWords } from '../words/record.ts'
import { labelOf } from './form.tsx'

const limit = 30

/** How a record came to be as it is, with the differences for those who keep it. */
export const historyPages = new Hono<Env>().get(
  '/records/:id/history',
  parsed('query', z.object({ after: z.string().max(500).optional() })),
  async (c) => {
    const { ctx } = c.var
    const id = c.req.param('id')
    const { after } = c.req.valid('query')
    const [{ row, fields }, history] = await Promise.all([
      getRecord(ctx, id),
      historyOf(ctx, id, { limit, after }),
    ])
    const kept = keepsRecord(ctx.actor, row)
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
        <Timeline
          events={history.items.map((item) => eventOf(item, { kept, fields, lang: ctx.lang }))}
        />
        <Pager
          order="time"
          first={after === undefined ? undefined : withQuery(c.req.url, { after: null })}
          next={history.next ? withQuery(c.req.url, { after: history.next }) : undefined}
        />
      </>,
    )
  },
)

type Seen = { kept: boolean; fields: readonly Field[]; lang: 'zh' | 'en' }

function eventOf(item: HistoryItem, { kept, fields, lang }: Seen): TimelineEvent {
  const system = item.actor.type === 'system'
  const who = item.actor.name ?? inLang(system ? recordWords.bySystem : recordWords.byCurator, lang)
  const keys = [...new Set([...Object.keys(item.before), ...Object.keys(item.after)])]
  const changes = keys.map((key) => ({
    label: labelOf(fields, key) ?? changeLabels[key] ?? { zh: key, en: key },
    before: shown(item.before[key]),
    after: shown(item.after[key]),
  }))
  return {
    at: item.at,
    what: historyWords[item.action] ?? { zh: item.action, en: item.action },
    who,
    ...(kept && changes.length > 0 && { detail: <Diff changes={changes} /> }),
  }
}

const changeLabels: Record<string, Text> = {
  visibility: { zh: '状态', en: 'State' },
  reason: { zh: '原因', en: 'Reason' },
  kind: { zh: '类别', en: 'Kind' },
  profile: { zh: '专业类型', en: 'Profile' },
  access: { zh: '获取方式', en: 'Access' },
  audience: { zh: '可见范围', en: 'Who sees it' },
}

/** A value as the history shows it: text as it is, lists joined, structures as their facts. */
function shown(value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null
  if (Array.isArray(value)) return value.length === 0 ? null : value.map(shown).join('；')
  if (typeof value === 'object')
    return (
      Object.entries(value)
        .filter(([, part]) => part !== null && part !== '')
        .map(([key, part]) => `${key}: ${shown(part) ?? ''}`)
        .join(', ') || null
    )
  return typeof value === 'string' ? value : JSON.stringify(value)
}
