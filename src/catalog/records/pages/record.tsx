import { type Context as HonoContext, Hono } from 'hono'
import type { Child } from 'hono/jsx'
import { inLang } from '../../../core/text.ts'
import { FieldIndex, FieldSections } from '../../../web/components/field-list.tsx'
import type { Env } from '../../../web/env.ts'
import { etagOf } from '../../../web/etag.ts'
import { page } from '../../../web/page.tsx'
import { paths } from '../../../web/paths.ts'
import { kindNames } from '../words/names.ts'
import type { Kind } from '../model/record.ts'
import type { RecordRow as Row } from '../queries/records.ts'
import { getRecord } from '../actions/read.ts'
import { relationsOf } from '../actions/relations.ts'
import { vocabulariesNamed } from '../../vocabularies/queries/vocabularies.ts'
import { vocabulariesOf } from '../rules/input.ts'
import { keepsRecord } from '../rules/keeping.ts'
import { publicValues } from '../rules/present.ts'
import { recordWords } from '../words/record.ts'
import {
  type Format,
  RecordHead,
  RecordIdentifiers,
  RecordRelations,
  RecordTools,
} from './record-parts.tsx'
import { Tombstone, TombstonePage } from './record-tombstone.tsx'
import { sectionsOf } from './values.tsx'

/** A part of a record's page that another area adds. */
export type RecordSection = (c: HonoContext<Env>, row: Row) => Promise<Child>

/** What published records of a kind have besides their fields, and how other catalogues take them. */
export type KindExtension = {
  sections: readonly RecordSection[]
  formats: readonly Format[]
}
export type RecordExtension = {
  gallery: RecordSection
  kinds: Partial<Record<Kind, KindExtension>>
}

/** A record's own page: what it is in one sentence, its pictures, then every field with its label. */
export const recordPages = (extension: RecordExtension) =>
  new Hono<Env>().get('/records/:id', (c) => recordPage(c, extension))

async function recordPage(c: HonoContext<Env, '/records/:id'>, extension: RecordExtension) {
  const found = await getRecord(c.var.ctx, c.req.param('id'))
  const { row } = found
  const title = { zh: row.titleZh, en: row.titleEn }
  const kept = keepsRecord(c.var.ctx.actor, row)
  const { sections = [], formats = [] } =
    (row.publishedAt && !row.withdrawnAt && extension.kinds[row.kind]) || {}
  c.header('etag', etagOf(row.version))
  const body =
    row.withdrawnAt && !kept ? (
      <TombstonePage row={row} baseUrl={c.var.ctx.baseUrl} />
    ) : (
      await wholeRecord(c, found, { kept, formats, sections: [extension.gallery, ...sections] })
    )
  return page(
    c,
    {
      title: inLang(title, c.var.ctx.lang),
      crumbs: [{ text: kindNames[row.kind], href: paths.kind(row.kind) }, { text: title }],
      ...(row.summaryZh && {
        description: inLang({ zh: row.summaryZh, en: row.summaryEn }, c.var.ctx.lang).slice(0, 200),
      }),
      head: <Alternates id={row.id} formats={formats} />,
      // A tombstone answers 410: gone, and known to be.
      ...(row.withdrawnAt && { status: 410 }),
    },
    body,
  )
}

/** The same for programs. */
const Alternates = ({ id, formats }: { id: string; formats: readonly Format[] }) => (
  <>
    <link rel="alternate" type="application/json" href={`/api/v1/records/${id}`} />
    {formats.map(({ type, extension }) => (
      <link rel="describedby" type={type} href={`${paths.record(id)}${extension}`} />
    ))}
  </>
)

async function wholeRecord(
  c: HonoContext<Env>,
  { row, fields, values }: Awaited<ReturnType<typeof getRecord>>,
  { kept, sections: added, formats }: KindExtension & { kept: boolean },
) {
  const { ctx } = c.var
  const [relations, vocabularies, gallery, ...panel] = await Promise.all([
    relationsOf(ctx, row.id, { limit: 200 }),
    vocabulariesNamed(ctx.db, [...vocabulariesOf(fields), 'library', 'subject', 'region']),
    ...added.map((section) => section(c, row)),
  ])
  const shown = kept ? values : publicValues(fields, values)
  const sections = sectionsOf(row.kind, { fields, values: shown, vocabularies })
  const index = [
    ...sections.map(({ key, label }) => ({ key, label })),
    ...(relations.total.value > 0
      ? [{ key: 'relations', label: recordWords.relations, count: relations.total.value }]
      : []),
    { key: 'identifiers', label: recordWords.citing },
  ]
  return (
    <>
      <RecordHead row={row} vocabularies={vocabularies} />
      {kept && <RecordTools row={row} />}
      {row.withdrawnAt && <Tombstone row={row} />}
      {gallery}
      {panel.length > 0 && <div class="record-panel">{panel}</div>}
      <div class="record-page">
        <FieldIndex entries={index} />
        <div class="record-fields">
          <FieldSections sections={sections} />
          <RecordRelations relations={relations} />
          <RecordIdentifiers row={row} baseUrl={ctx.baseUrl} formats={formats} />
        </div>
      </div>
    </>
  )
}
