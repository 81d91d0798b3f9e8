import { adminLink } from '../core/navigation.ts'
import { type Context as HonoContext, Hono } from 'hono'
import { z } from 'zod'
import { auditedActions, auditedEntities } from '../audited.ts'
import type { Text } from '../core/text.ts'
import { Button, ButtonLink } from '../web/components/button.tsx'
import { type Change, Diff } from '../web/components/values.tsx'
import { Empty } from '../web/components/messages.tsx'
import { type Choice, FormField } from '../web/components/form-field.tsx'
import { Pager } from '../web/components/navigation.tsx'
import { Timeline, type TimelineEvent } from '../web/components/progress.tsx'
import type { Env } from '../web/env.ts'
import { formatCount } from '../web/format.ts'
import { useText } from '../web/lang.tsx'
import { page } from '../web/page.tsx'
import { withQuery } from '../web/paths.ts'
import { parsed } from '../web/validate.ts'
import { searchAudit } from './actions.ts'
import { AuditFilter, type FieldLabels } from './model.ts'
import type { AuditRow } from './queries.ts'
import { auditWords as words, fieldNames } from './words.ts'

const here = `${adminLink.href}/audit`
const limit = 50

/** What a background job is called. */
type NameOfJob = (job: string) => Text

const PageQuery = z.object({ ...AuditFilter.shape, after: z.string().max(500).optional() })

/** What was done, with the changed fields before and after. */
export const auditPages = (extension: AuditExtension) =>
  new Hono<Env>().get(here, parsed('query', PageQuery), (c) =>
    auditPage(c, extension, c.req.valid('query')),
  )

/** What other areas name: background jobs, and the fields of their entities. */
type AuditExtension = { nameOfJob: NameOfJob; fieldLabels: FieldLabels }
type Asked = z.output<typeof PageQuery>

async function auditPage(c: HonoContext<Env>, extension: AuditExtension, asked: Asked) {
  const { ctx } = c.var
  const { items, next, total } = await searchAudit(ctx, { ...asked, limit })
  return page(
    c,
    { title: words.audit, lead: words.lead, crumbs: [adminLink] },
    <>
      <Filters filter={asked} />
      {items.length === 0 ? (
        <Nothing />
      ) : (
        <>
          <p class="quiet">{formatCount(total, ctx.lang)}</p>
          <Timeline events={items.map((row) => eventOf(row, extension))} />
        </>
      )}
      <Pager order="time" url={c.req.url} next={next} />
    </>,
  )
}

function Filters({ filter }: { filter: AuditFilter }) {
  const t = useText()
  return (
    <form class="toolbar" action={here} aria-label={t(words.filters)}>
      <FormField
        type="select"
        name="entity"
        label={words.entity}
        value={filter.entity}
        choices={choicesOf(auditedEntities)}
      />
      <FormField
        type="select"
        name="action"
        label={words.action}
        value={filter.action}
        choices={choicesOf(auditedActions)}
      />
      <FormField name="actor" label={words.actor} value={filter.actor} maxLength={36} />
      <FormField name="entityId" label={words.entityId} value={filter.entityId} maxLength={36} />
      <Button look="plain" text={words.apply} />
    </form>
  )
}

function Nothing() {
  return (
    <Empty title={words.none} text={words.noneHint} icon="history">
      <ButtonLink href={here} text={words.all} />
    </Empty>
  )
}

type Names = Readonly<Record<string, Text>>

const choicesOf = (names: Names): Choice[] =>
  Object.entries(names).map(([value, label]) => ({ value, label }))

type Props = { row: AuditRow; extension: AuditExtension }

const eventOf = (row: AuditRow, extension: AuditExtension): TimelineEvent => ({
  at: row.at,
  what: nameIn(auditedActions, row.action),
  detail: <Detail row={row} extension={extension} />,
})

const nameIn = (names: Names, code: string): Text => names[code] ?? plain(code)

/** What an older program wrote down, or a field without a name, is shown as its code. */
const plain = (code: string): Text => ({ zh: code, en: code })

function Detail({ row, extension }: Props) {
  const changes = changesIn(row, extension.fieldLabels[row.entity])
  return (
    <>
      <p class="small">
        <Who row={row} extension={extension} /> <What row={row} />
      </p>
      {changes.length > 0 && <Diff changes={changes} />}
    </>
  )
}

function Who({ row: { actor }, extension }: Props) {
  const t = useText()
  const { type, id, name } = actor
  if (type === 'system') return <>{t(words.system(t(extension.nameOfJob(name ?? ''))))}</>
  if (id === null) return <>{t(words.anonymous)}</>
  return <a href={withQuery(here, { actor: id })}>{name ?? id}</a>
}

function What({ row: { entity, entityId } }: { row: AuditRow }) {
  const t = useText()
  const name = t(nameIn(auditedEntities, entity))
  if (entityId === null) return <span class="quiet">{name}</span>
  return (
    <a class="quiet" href={withQuery(here, { entity, entityId })}>
      {name} <code>{entityId}</code>
    </a>
  )
}

function changesIn({ before, after }: AuditRow, names: Names | undefined): Change[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return keys.map((key) => ({
    label: names?.[key] ?? fieldNames[key] ?? plain(key),
    before: textOf(before[key]),
    after: textOf(after[key]),
  }))
}

const Both = z.strictObject({ zh: z.string().nullish(), en: z.string().nullish() })

function textOf(value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null
  const both = Both.safeParse(value).data
  if (both) return [both.zh, both.en].filter(Boolean).join(' / ') || null
  return typeof value === 'string' ? value : JSON.stringify(value)
}
