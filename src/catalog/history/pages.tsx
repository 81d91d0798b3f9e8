import { type Context as HonoContext, Hono } from 'hono'
import { z } from 'zod'
import { changedFields } from '../../audit/rules.ts'
import type { Context } from '../../core/context.ts'
import { inLang, type Lang, type Text, type LocalText } from '../../core/text.ts'
import { type Change, Diff, CodeValue } from '../../web/components/values.tsx'
import { Empty } from '../../web/components/messages.tsx'
import { Pager } from '../../web/components/navigation.tsx'
import { Timeline, type TimelineEvent } from '../../web/components/progress.tsx'
import type { Env } from '../../web/env.ts'
import { page } from '../../web/page.tsx'
import { paths } from '../../web/paths.ts'
import { parsed } from '../../web/validate.ts'
import { historyOf, type HistoryItem } from './actions.ts'
import { getRecord } from '../records/actions/read.ts'
import { vocabulariesNamed, type Vocabularies } from '../vocabularies/queries/terms.ts'
import { vocabulariesOf } from '../records/rules/record.ts'
import {
  historyWords,
  recordWords,
  accessNames,
  audienceNames,
  oneOfKind,
  visibilityNames,
  changedWords,
} from '../records/words.ts'
import type { Child } from 'hono/jsx'
import { type Field, isEmpty } from '../../core/fields.ts'
import { Local } from '../../web/lang.tsx'
import { kindDefinitions } from '../../kinds.ts'
import { commonKeys } from '../records/model/shapes.ts'
import type { Kind } from '../records/model/record.ts'
import { labelsOf } from '../records/pages/form.tsx'
import { sectionsOf } from '../records/pages/values.tsx'

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
  const [context, history] = await Promise.all([
    contextOf(ctx, id, labels),
    historyOf(ctx, id, { limit, after }),
  ])
  const events = history.items.map((item) => eventOf(item, changesOf(item, context), ctx.lang))
  const { title } = context
  return page(
    c,
    {
      title: recordWords.historyOf(inLang(title, ctx.lang)),
      crumb: recordWords.history,
      lead: recordWords.historyAbout,
      crumbs: [{ text: title, href: paths.record(id) }],
      width: 'reading',
    },
    <>
      {history.items.length === 0 && <Empty title={recordWords.noHistory} icon="history" />}
      <Timeline events={events} />
      <Pager order="time" url={c.req.url} next={history.next} />
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

type HistoryContext = {
  title: LocalText
  kind: Kind
  institution: { id: string; name: LocalText }
  fields: readonly Field[]
  vocabularies: Vocabularies
  /** Of fields that other areas record at a record, as a picture's caption. */
  labels: Readonly<Record<string, Text>>
}

async function contextOf(ctx: Context, id: string, labels: Labels): Promise<HistoryContext> {
  const { row, fields } = await getRecord(ctx, id)
  const { kind, institutionZh, institutionEn } = row
  const names = [...vocabulariesOf(fields), ...commonVocabularies]
  return {
    title: { zh: row.titleZh, en: row.titleEn },
    kind,
    institution: { id: row.institutionId, name: { zh: institutionZh, en: institutionEn } },
    fields,
    vocabularies: await vocabulariesNamed(ctx.db, names),
    labels,
  }
}

/** What two states of a record's fields have otherwise, as its page shows them. */
export async function fieldChanges(
  ctx: Context,
  id: string,
  states: Pick<HistoryItem, 'before' | 'after'>,
): Promise<Change[]> {
  return changesOf(changedFields(states.before, states.after), await contextOf(ctx, id, {}))
}

/** What an event changed, each field as the record's page shows it; without what was and is empty, and what is ours. */
function changesOf(
  { before, after }: Pick<HistoryItem, 'before' | 'after'>,
  context: HistoryContext,
): Change[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  const fieldLabels = labelsOf(context.fields)
  return keys
    .filter((key) => !ownKeys.has(key))
    .toSorted((a, b) => placeOf(a, context.fields) - placeOf(b, context.fields))
    .map((key) => ({
      label: fieldLabels[key] ?? changedLabel(key) ?? context.labels[key] ?? { zh: key, en: key },
      before: presentValue(key, before[key], context),
      after: presentValue(key, after[key], context),
    }))
    .filter((change) => change.before !== null || change.after !== null)
}

/** Vocabularies of what every record has. */
const commonVocabularies: readonly string[] = ['library', 'subject', 'relation_type']

/** Common facts first, then the kind's own as its page lists them. */
const placeOf = (key: string, fields: readonly Field[]): number =>
  commonKeys.includes(key) ? commonKeys.indexOf(key) - commonKeys.length : placeAmong(key, fields)

const placeAmong = (key: string, fields: readonly Field[]): number =>
  fields.findIndex((field) => field.key === key)

/** Internal ids and positions, which mean nothing to a reader. */
const ownKeys: ReadonlySet<string> = new Set(['image', 'to', 'position'])

const changedLabel = (key: string): Text | undefined =>
  Object.entries(changedWords).find(([name]) => name === key)?.[1]

const Recorded = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.array(z.string()),
  z.array(
    z.record(
      z.string(),
      z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]),
    ),
  ),
])
type Recorded = z.infer<typeof Recorded>

/** Null where there is nothing to show. */
function presentValue(key: string, value: unknown, context: HistoryContext): Child {
  const recorded = Recorded.safeParse(value).data
  if (recorded === undefined) return localText(value)
  if (isEmpty(recorded)) return null
  const field = context.fields.find((one) => one.key === key)
  if (!field) return commonValue(key, recorded, context)
  const { kind, vocabularies } = context
  const values = { [key]: recorded }
  return sectionsOf(kind, { fields: [field], values, vocabularies })[0]?.fields[0]?.value ?? null
}

const Both = z.object({ zh: z.string().nullish(), en: z.string().nullish() })

function localText(value: unknown): Child {
  const { zh, en } = Both.safeParse(value).data ?? {}
  if (!zh && !en) return null
  return (
    <>
      {zh && <p lang="zh-CN">{zh}</p>}
      {en && <p lang="en">{en}</p>}
    </>
  )
}

const named: Record<string, Record<string, Text>> = {
  access: accessNames,
  audience: audienceNames,
  visibility: visibilityNames,
  kind: oneOfKind,
}
const vocabularyOf: Record<string, string> = {
  library: 'library',
  subjects: 'subject',
  type: 'relation_type',
}

function commonValue(key: string, value: Recorded, context: HistoryContext): Child {
  const { institution, vocabularies, kind } = context
  const all = Array.isArray(value) ? value : [value]
  if (key === 'institution' && value === institution.id) return <Local text={institution.name} />
  const profiles = kindDefinitions[kind].profiles
  const names = key === 'profile' ? new Map(profiles.map((one) => [one.key, one.label])) : undefined
  const terms = vocabularies.get(vocabularyOf[key] ?? '')?.terms
  return all.map((one) => {
    const code = typeof one === 'object' ? Object.values(one).join(': ') : String(one)
    const label = names?.get(code) ?? terms?.get(code)?.label ?? named[key]?.[code]
    return <span class="value-cell">{label ? <CodeValue code={code} label={label} /> : code}</span>
  })
}
