import { adminLink } from '../../core/navigation.ts'
import { type Context as HonoContext, Hono } from 'hono'
import { z } from 'zod'
import type { Context } from '../../core/context.ts'
import { auditedActions, auditedEntities } from '../../audited.ts'
import type { Text } from '../../core/text.ts'
import { Button, ButtonLink } from '../../web/components/button.tsx'
import { Diff } from '../../web/components/values.tsx'
import { Chips } from '../../web/components/facets.tsx'
import { Empty } from '../../web/components/messages.tsx'
import { type Choice, FormField } from '../../web/components/form-field.tsx'
import { Pager } from '../../web/components/navigation.tsx'
import { Timeline, type TimelineEvent } from '../../web/components/progress.tsx'
import type { Env } from '../../web/env.ts'
import { formatCount } from '../../web/format.ts'
import { Local, useText } from '../../web/lang.tsx'
import { page } from '../../web/page.tsx'
import { withQuery } from '../../web/paths.ts'
import { parsed } from '../../web/validate.ts'
import { partWords } from '../../web/words.ts'
import { type AuditedNames, namesIn, searchAudit } from '../actions.ts'
import { AuditFilter, type Naming, type TermLabels } from '../model.ts'
import type { AuditRow } from '../queries.ts'
import { termsIn } from '../rules.ts'
import { auditWords as words } from '../words.ts'
import { changesIn } from './values.tsx'

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

/** What other areas name: background jobs, the fields and codes of their entities, terms of vocabularies. */
type AuditExtension = Naming & {
  nameOfJob: NameOfJob
  termLabels: (
    ctx: Context,
    vocabularies: readonly string[],
    codes: readonly string[],
  ) => Promise<TermLabels>
}
type Asked = z.output<typeof PageQuery>

async function auditPage(c: HonoContext<Env>, extension: AuditExtension, asked: Asked) {
  const { ctx } = c.var
  const { items, next, total } = await searchAudit(ctx, { ...asked, limit })
  const { vocabularies, codes } = termsIn(extension, items)
  const [names, terms] = await Promise.all([
    namesIn(ctx, items),
    extension.termLabels(ctx, vocabularies, codes),
  ])
  return page(
    c,
    { title: words.audit, lead: words.lead, crumbs: [adminLink] },
    <>
      <Filters filter={asked} />
      <Narrowed filter={asked} url={c.req.url} names={names} />
      {items.length === 0 ? (
        <Nothing />
      ) : (
        <>
          <p class="quiet">{formatCount(total, ctx.lang)}</p>
          <Timeline events={items.map((row) => eventOf({ row, names, terms, extension }))} />
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
        none={partWords.all}
      />
      <FormField
        type="select"
        name="action"
        label={words.action}
        value={filter.action}
        choices={actionChoices}
        none={partWords.all}
      />
      <FormField name="person" label={words.person} value={filter.person} maxLength={100} />
      <FormField type="date" name="from" label={words.from} value={filter.from} />
      <FormField type="date" name="to" label={words.to} value={filter.to} />
      {kept.map((name) => filter[name] && <input type="hidden" name={name} value={filter[name]} />)}
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

/** What a link narrows by and nobody types. */
const kept = ['actor', 'entityId', 'institution'] as const

type NarrowedProps = { filter: AuditFilter; url: string; names: AuditedNames }

/** What a link has narrowed the list by, in words, each of which can be taken away. */
function Narrowed({ filter, url, names }: NarrowedProps) {
  const filters = kept.flatMap((name) => {
    const id = filter[name]
    if (!id) return []
    const href = withQuery(url, { [name]: null, after: null })
    return { name: words.only, value: names.get(id) ?? words.thisThing, href }
  })
  return <Chips filters={filters} clear={here} />
}

type Names = Readonly<Record<string, Text>>

const choicesOf = (names: Names): Choice[] =>
  Object.entries(names).map(([value, label]) => ({ value, label }))

/** Actions stand with others on the same thing. */
const actionChoices: readonly Choice[] = Object.entries(auditedEntities).flatMap(([on, group]) =>
  Object.entries(auditedActions)
    .filter(([, action]) => action.on === on)
    .map(([value, label]) => ({ value, label, group })),
)

type Props = {
  row: AuditRow
  names: AuditedNames
  terms: TermLabels
  extension: AuditExtension
}

const eventOf = (props: Props): TimelineEvent => ({
  at: props.row.at,
  what: nameIn(auditedActions, props.row.action),
  detail: <Detail {...props} />,
})

/** So many changed fields are shown at once; more are folded away. */
const mostShown = 4

const nameIn = (names: Names, code: string): Text => names[code] ?? plain(code)

/** What an older program wrote down is shown as its code. */
const plain = (code: string): Text => ({ zh: code, en: code })

function Detail(props: Props) {
  const { row, names, terms, extension } = props
  const changes = changesIn(row, { names, terms, naming: extension })
  return (
    <>
      <p class="small">
        <Who {...props} /> <What {...props} />
      </p>
      {changes.length > mostShown ? (
        <details>
          <Local as="summary" class="small" text={words.fieldsChanged(changes.length)} />
          <Diff changes={changes} />
        </details>
      ) : (
        changes.length > 0 && <Diff changes={changes} />
      )}
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

/** What it was done to, by its name where it has one; everything that was done to it is a click away. */
function What({ row: { entity, entityId }, names }: Props) {
  const t = useText()
  const kind = t(nameIn(auditedEntities, entity))
  if (entityId === null) return <span class="quiet">{kind}</span>
  const name = names.get(entityId)
  return (
    <a class="quiet" href={withQuery(here, { entity, entityId })} title={entityId}>
      {kind} {name && <Local text={name} />}
    </a>
  )
}
