import { type Context as HonoContext, Hono } from 'hono'
import { z } from 'zod'
import { keyPart, pageOf, readCursor } from '../../../core/paging.ts'
import type { Env } from '../../../web/env.ts'
import { page } from '../../../web/page.tsx'
import { paths } from '../../../web/paths.ts'
import { parsed } from '../../../web/validate.ts'
import { kinds, visibilities, type Kind, type Visibility } from '../model/record.ts'
import { keptInstitutions, keptRecords } from '../queries/kept.ts'
import { deskWords, kindNames, visibilityNames } from '../words.ts'
import { listedImageOf } from '../rules/record.ts'
import { bulkPath, bulkWords } from '../../bulk/words.ts'
import { catalogLinks, catalogPaths } from '../../words/paths.ts'
import { Button, ButtonLink } from '../../../web/components/button.tsx'
import { Empty } from '../../../web/components/messages.tsx'
import { Pager, Tabs } from '../../../web/components/navigation.tsx'
import { type RecordItem, RecordTable } from './cards.tsx'
import { Local, useText } from '../../../web/lang.tsx'
import { partWords } from '../../../web/words.ts'
import { kindDefinitions } from '../../../kinds.ts'

const orAbsent = (value: unknown) => (value === '' ? undefined : value)

const DeskQuery = z.object({
  kind: z.preprocess(orAbsent, z.enum(kinds).optional().catch(undefined)),
  state: z.preprocess(orAbsent, z.enum(visibilities).optional().catch(undefined)),
  q: z.string().trim().max(200).optional(),
  after: z.string().max(500).optional(),
})

const limit = 50

/** The curator's list: what they keep, latest change first. */
export const deskPages = new Hono<Env>().get(
  catalogPaths.desk,
  parsed('query', DeskQuery),
  async (c) => {
    const { ctx } = c.var
    if (ctx.actor.type === 'anonymous')
      return c.redirect(`${paths.signIn}?next=${catalogPaths.desk}`, 303)
    const { kind, state, q, after } = c.req.valid('query')
    const [updatedAt, id] =
      after === undefined ? [] : readCursor(after, [keyPart.moment, keyPart.id])
    const [rows, institutions] = await Promise.all([
      keptRecords(ctx.db, ctx.actor, {
        kind,
        visibility: state,
        text: q,
        limit,
        after: updatedAt && id ? { updatedAt: updatedAt.toString(), id } : undefined,
      }),
      keptInstitutions(ctx.db, ctx.actor),
    ])
    const { items, next } = pageOf(rows, limit, (row) => [row.updatedAt.toString(), row.id])
    return page(
      c,
      { title: deskWords.desk, lead: deskWords.deskAbout },
      <>
        {deskTabs(c)}
        <DeskList
          rows={items}
          next={next}
          query={{ kind, state, q }}
          here={c.req.url}
          mayAdd={institutions.length > 0}
        />
      </>,
    )
  },
)

/** All lists of a curator's work: this one, and those of other areas. */
export function deskTabs(c: HonoContext<Env>) {
  const { ctx, navigation } = c.var
  const lists = [catalogLinks.desk, ...navigation.desk]
  return (
    <Tabs
      label={deskWords.lists[ctx.lang]}
      tabs={lists.map(({ href, text }) => ({ href, text, current: c.req.path === href }))}
    />
  )
}

type Row = Awaited<ReturnType<typeof keptRecords>>[number]

type Props = {
  rows: readonly Row[]
  next: string | null
  query: { kind: Kind | undefined; state: Visibility | undefined; q: string | undefined }
  here: string
  mayAdd: boolean
}

/** The curator's list: add, filter, and a fast table with every state. */
function DeskList({ rows, next, query, here, mayAdd }: Props) {
  const isFiltered = Boolean(query.kind ?? query.state ?? query.q)
  return (
    <>
      {mayAdd && <AddLinks />}
      <DeskFilters query={query} />
      {rows.length > 0 ? (
        <RecordTable
          caption={deskWords.desk}
          records={rows.map(itemOf)}
          withState
          more={[editColumn, chooseColumn]}
        />
      ) : (
        <NothingKept isFiltered={isFiltered} mayAdd={mayAdd} />
      )}
      {rows.length > 0 && (
        <form id="bulk" class="toolbar" method="get" action={bulkPath}>
          <Button icon="edit" text={bulkWords.bulkEdit} />
        </form>
      )}
      <Pager url={here} next={next} />
    </>
  )
}

function AddLinks() {
  const t = useText()
  return (
    <nav class="toolbar" aria-label={t(deskWords.add)}>
      {kinds.flatMap((kind) => {
        const { profiles, label } = kindDefinitions[kind]
        const forms = profiles.length > 0 ? profiles : [{ key: '', label }]
        return forms.map((form) => (
          <ButtonLink
            icon="plus"
            dense
            href={`${catalogPaths.desk}/new?kind=${kind}&profile=${form.key}`}
          >
            {t(kindNames[kind])}
            {form.key && <span class="quiet">{t(form.label)}</span>}
          </ButtonLink>
        ))
      })}
    </nav>
  )
}

function DeskFilters({ query }: { query: Props['query'] }) {
  const t = useText()
  return (
    <form class="toolbar" method="get" action={catalogPaths.desk} role="search">
      <input
        class="input"
        type="search"
        name="q"
        value={query.q ?? ''}
        aria-label={t(deskWords.filter)}
        placeholder={t(deskWords.filter)}
      />
      <Choose
        name="kind"
        all={t(deskWords.allKinds)}
        now={query.kind}
        choices={kinds.map((kind) => [kind, t(kindNames[kind])])}
      />
      <Choose
        name="state"
        all={t(deskWords.allStates)}
        now={query.state}
        choices={visibilities.map((state) => [state, t(visibilityNames[state])])}
      />
      <Button text={partWords.apply} />
    </form>
  )
}

type ChooseProps = {
  name: string
  all: string
  now: string | undefined
  choices: readonly (readonly [value: string, label: string])[]
}

function Choose({ name, all, now, choices }: ChooseProps) {
  return (
    <hexi-autosubmit>
      <span class="select">
        <select class="input" name={name} aria-label={all}>
          <option value="">{all}</option>
          {choices.map(([value, label]) => (
            <option value={value} selected={now === value}>
              {label}
            </option>
          ))}
        </select>
      </span>
    </hexi-autosubmit>
  )
}

/** A box for the form below the list, which changes several records at once. */
const chooseColumn = {
  key: 'choose',
  label: bulkWords.choose,
  align: 'end' as const,
  nowrap: true,
  cell: (record: RecordItem) =>
    record.visibility === 'withdrawn' ? '' : <ChooseBox record={record} />,
}

function ChooseBox({ record: { id, title } }: { record: RecordItem }) {
  const t = useText()
  const name = t(bulkWords.chooseRecord(t(title)))
  return <input type="checkbox" name="record" value={id} form="bulk" aria-label={name} />
}

const editColumn = {
  key: 'edit',
  label: deskWords.edit,
  align: 'end' as const,
  nowrap: true,
  cell: ({ id, visibility }: RecordItem) =>
    visibility === 'withdrawn' ? (
      ''
    ) : (
      <Local as="a" href={`${paths.record(id)}/edit`} text={deskWords.edit} />
    ),
}

function NothingKept({ isFiltered, mayAdd }: { isFiltered: boolean; mayAdd: boolean }) {
  if (isFiltered)
    return (
      <Empty title={deskWords.noneMatch} text={deskWords.noneMatchHint}>
        <ButtonLink href={catalogPaths.desk} text={partWords.clearFilters} />
      </Empty>
    )
  return (
    <Empty
      title={deskWords.noneKept}
      text={mayAdd ? deskWords.noneKeptHint : deskWords.notKeeper}
    />
  )
}

const itemOf = (row: Row): RecordItem => ({
  id: row.id,
  kind: row.kind,
  title: { zh: row.titleZh, en: row.titleEn },
  summary: { zh: null, en: null },
  institution: { name: { zh: row.institutionZh, en: row.institutionEn } },
  access: row.access,
  visibility: row.visibility,
  ...listedImageOf(row, { zh: '', en: '' }),
  updatedAt: row.updatedAt,
})
