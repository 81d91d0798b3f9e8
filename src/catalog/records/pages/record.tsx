import { type Context as HonoContext, Hono } from 'hono'
import type { Child } from 'hono/jsx'
import { inLang, type LocalText, type Text } from '../../../core/text.ts'
import { FieldIndex, FieldSections, Day } from '../../../web/components/values.tsx'
import type { Env } from '../../../web/env.ts'
import { etagOf } from '../../../web/etag.ts'
import { page } from '../../../web/page.tsx'
import { paths, withQuery } from '../../../web/paths.ts'
import { kindNames, recordWords, deskWords, accessSentences } from '../words.ts'
import type { Actor } from '../../../core/actor.ts'
import type { FieldValues } from '../../../core/fields.ts'
import type { RecordChecks } from '../rules/checks.ts'
import type { Context } from '../../../core/context.ts'
import type { Kind } from '../model/record.ts'
import type { RecordRow as Row } from '../queries/records.ts'
import { getRecord, relationsOf } from '../actions/read.ts'
import { vocabulariesNamed } from '../../vocabularies/queries/terms.ts'
import {
  codesAmong,
  vocabulariesOf,
  keepsRecord,
  readsWhole,
  writesRecord,
} from '../rules/record.ts'
import { publicValues } from '../rules/present.ts'
import { RecordPlace } from '../../map/pages/record.tsx'
import {
  Alternates,
  type Format,
  type IdentifiersProps,
  RecordIdentifiers,
} from './identifiers.tsx'
import { RecordHead, RecordName } from './head.tsx'
import { sectionsOf } from './values.tsx'
import { Button, ButtonLink } from '../../../web/components/button.tsx'
import { RecordRow } from './cards.tsx'
import { Local, useText } from '../../../web/lang.tsx'
import { catalogPaths } from '../../words/paths.ts'

/** A part of a record's page that another area adds; null where it has nothing for the viewer. */
export type RecordSection = (c: HonoContext<Env>, row: Row) => Promise<Child>

/** A group of fields that something else stands for: its page shows them no more, and the form says why. */
export type Replaced = { group: string; note: Text; href: string }

/** What records of a kind have besides their fields. */
type KindExtension = {
  /** On the page of a published record. */
  sections: readonly RecordSection[]
  /** On the page of a draft. */
  draftSections: readonly RecordSection[]
  /** How this reader gets the thing itself, where that is more than its access says. */
  access?: (c: HonoContext<Env>, row: Row) => Promise<Text | undefined>
  /** How one gets it, before what it is in sentences: however long those are, the button is in the first screen. */
  act?: RecordSection
  /** What one comes for, before its pictures; of published records. */
  main?: RecordSection
  /** Its pictures stand after its sections; otherwise before them. */
  picturesBelow?: boolean
  /** How to cite it stands among the sections; otherwise with its identifiers. */
  citesAbove?: boolean
  /** What stands for groups of its fields. */
  replaced?: (ctx: Context, recordId: string) => Promise<readonly Replaced[]>
  /** What is said of its description before it is saved. */
  checks?: (
    ctx: Context,
    asked: { profile: string | null; institutionId: string | null; values: FieldValues },
  ) => Promise<RecordChecks>
  /** Where it is stands among the sections; otherwise before its fields. */
  placesAbove?: boolean
}
export type RecordExtension = {
  gallery: RecordSection
  /** On the page of every record, whatever its state. */
  always: readonly RecordSection[]
  /** How to cite it. */
  cite: RecordSection
  /** What programs find in the head of its page; it sets header fields, too. */
  head: RecordSection
  /** Forms in which programs take it, drafts and withdrawn ones too. */
  formatsOf: (row: Row) => readonly Format[]
  kinds: Partial<Record<Kind, KindExtension>>
}

/** A record's own page: what it is in one sentence, its pictures, then every field with its label. */
export const recordPages = (extension: RecordExtension) =>
  new Hono<Env>().get('/records/:id', (c) => recordPage(c, extension))

/** A kind that has nothing besides its fields. */
const plain: KindExtension = { sections: [], draftSections: [] }

/** What a record's page has of its kind; nothing once it is withdrawn. */
function sectionsFor({ publishedAt, withdrawnAt }: Row, kind: KindExtension) {
  if (withdrawnAt) return []
  return publishedAt ? kind.sections : kind.draftSections
}

async function recordPage(c: HonoContext<Env, '/records/:id'>, extension: RecordExtension) {
  const found = await getRecord(c.var.ctx, c.req.param('id'))
  const { row } = found
  const title = { zh: row.titleZh, en: row.titleEn }
  const formats = extension.formatsOf(row)
  c.header('etag', etagOf(row.version))
  const [head, body] = await Promise.all([extension.head(c, row), recordBody(c, found, extension)])
  return page(
    c,
    {
      title: inLang(title, c.var.ctx.lang),
      crumbs: [{ text: kindNames[row.kind], href: paths.kind(row.kind) }, { text: title }],
      ...(row.summaryZh && {
        description: inLang({ zh: row.summaryZh, en: row.summaryEn }, c.var.ctx.lang).slice(0, 200),
      }),
      head: <Alternates id={row.id} formats={formats} machine={head} />,
      // A tombstone answers 410: gone, and known to be.
      ...(row.withdrawnAt && { status: 410 }),
    },
    body,
  )
}

type Found = Awaited<ReturnType<typeof getRecord>>

/** All of it, or of a withdrawn one its tombstone for who does not keep it. */
async function recordBody(c: HonoContext<Env>, found: Found, extension: RecordExtension) {
  const { row } = found
  const kept = readsWhole(c.var.ctx.actor, row)
  const formats = extension.formatsOf(row)
  if (row.withdrawnAt && !kept)
    return <TombstonePage row={row} baseUrl={c.var.ctx.baseUrl} formats={formats} />
  const kind = extension.kinds[row.kind] ?? plain
  const [cite, act, main, access, replaced] = await Promise.all([
    kind.citesAbove ? null : extension.cite(c, row),
    offered(c, row, kind.act),
    offered(c, row, kind.main),
    kind.access?.(c, row),
    replacedIn(c.var.ctx, row, kind),
  ])
  return wholeRecord(
    c,
    { ...found, fields: without(found.fields, replaced) },
    {
      kept,
      formats,
      placesAbove: kind.placesAbove,
      picturesBelow: kind.picturesBelow,
      cite,
      act,
      main,
      access: access ?? accessSentences[row.access],
      sections: [extension.gallery, ...sectionsFor(row, kind), ...extension.always],
    },
  )
}

/** A section of published records. */
const offered = async (c: HonoContext<Env>, row: Row, section?: RecordSection) =>
  row.publishedAt && !row.withdrawnAt ? section?.(c, row) : null

const replacedIn = async (ctx: Context, row: Row, kind: KindExtension) =>
  row.withdrawnAt ? [] : kind.replaced?.(ctx, row.id)

const without = (fields: Found['fields'], replaced: readonly Replaced[] = []) =>
  fields.filter((field) => replaced.every(({ group }) => group !== field.group))

type Parts = {
  kept: boolean
  sections: readonly RecordSection[]
  formats: readonly Format[]
  cite: Child
  placesAbove: boolean | undefined
  picturesBelow: boolean | undefined
  access: Text
  act: Child
  main: Child
}

async function wholeRecord(
  c: HonoContext<Env>,
  { row, fields, values }: Found,
  { kept, sections: added, formats, cite, placesAbove, picturesBelow, access, act, main }: Parts,
) {
  const { ctx } = c.var
  const [relations, vocabularies, gallery, ...panel] = await Promise.all([
    relationsOf(ctx, row.id, { limit: 200 }),
    vocabulariesNamed(
      ctx.db,
      [...vocabulariesOf(fields), 'library', 'subject'],
      [...codesAmong(fields, values), ...row.subjects, row.library ?? ''],
    ),
    ...added.map((section) => section(c, row)),
  ])
  // A section that has nothing for this viewer is null.
  const shownPanel = panel.filter((section) => section !== null)
  const shown = kept ? values : publicValues(fields, values)
  const sections = sectionsOf(row.kind, { fields, values: shown, vocabularies })
  return (
    <>
      <RecordHead row={row} access={access} act={act} vocabularies={vocabularies} />
      {main}
      {kept && <RecordTools row={row} actor={ctx.actor} />}
      {row.withdrawnAt && <Tombstone row={row} />}
      {!picturesBelow && gallery}
      {shownPanel.length > 0 && <div class="record-panel">{shownPanel}</div>}
      {picturesBelow && gallery}
      <div class="record-page">
        <FieldIndex entries={indexOf(sections, relations.total.value)} />
        <div class="record-fields">
          {(!placesAbove || row.withdrawnAt) && <RecordPlace row={row} values={shown} />}
          <FieldSections sections={sections} />
          <RecordRelations relations={relations} />
          <RecordIdentifiers row={row} baseUrl={ctx.baseUrl} formats={formats} cite={cite} />
        </div>
      </div>
    </>
  )
}

const indexOf = (sections: readonly { key: string; label: LocalText }[], relations: number) => [
  ...sections.map(({ key, label }) => ({ key, label })),
  ...(relations > 0 ? [{ key: 'relations', label: recordWords.relations, count: relations }] : []),
  { key: 'identifiers', label: recordWords.citing },
]

/** What its curators may do with it, one main action by its state; and less for who deposits it. */
function RecordTools({ row, actor }: { row: Row; actor: Actor }) {
  const t = useText()
  const kept = keepsRecord(actor, row)
  const isKeptDraft = kept && row.visibility === 'draft'
  const here = paths.record(row.id)
  return (
    <nav class="toolbar record-tools" aria-label={t(recordWords.curators)}>
      {isKeptDraft && (
        <form method="post" action={`${here}/publication`}>
          <Button look="primary" text={deskWords.publish} />
        </form>
      )}
      {row.visibility !== 'withdrawn' && writesRecord(actor, row) && (
        <>
          <ButtonLink icon="edit" href={`${here}/edit`} text={deskWords.edit} />
          <ButtonLink icon="image" href={`${here}/pictures`} text={deskWords.pictures} />
        </>
      )}
      <ButtonLink icon="history" href={`${here}/history`} text={deskWords.history} />
      {kept && row.visibility !== 'withdrawn' && (
        <>
          <Duplicate id={row.id} />
          <ButtonLink icon="check" href={`${here}/fair`} text={deskWords.fair} />
        </>
      )}
      {kept && row.visibility === 'published' && (
        <ButtonLink look="quiet" href={`${here}/withdrawal`} text={deskWords.withdraw} />
      )}
      {isKeptDraft && (
        <ButtonLink look="quiet" icon="trash" href={`${here}/deletion`} text={deskWords.remove} />
      )}
    </nav>
  )
}

const Duplicate = ({ id }: { id: string }) => (
  <ButtonLink
    icon="copy"
    href={withQuery(`${catalogPaths.desk}/new`, { from: id })}
    text={deskWords.duplicate}
  />
)

type Relations = Awaited<ReturnType<typeof relationsOf>>

function RecordRelations({ relations: { items, next, total } }: { relations: Relations }) {
  if (items.length === 0) return <></>
  return (
    <section class="field-section" aria-labelledby="group-relations">
      <Local as="h2" id="group-relations" text={recordWords.relations} />
      <ul class="rows">
        {items.map(({ label, record }) => (
          <li>
            <Local as="p" class="quiet" text={label} />
            <RecordRow record={record} />
          </li>
        ))}
      </ul>
      {next !== null && (
        <Local as="p" class="quiet" text={recordWords.firstOf(items.length, total.value)} />
      )}
    </section>
  )
}

/** What everybody else sees of a withdrawn record: what it was and whose, when and why it went, how it is cited. */
function TombstonePage({ row, baseUrl, formats }: IdentifiersProps) {
  return (
    <>
      <header class="record-head">
        <RecordName row={row} />
      </header>
      <Tombstone row={row} />
      <RecordIdentifiers row={row} baseUrl={baseUrl} formats={formats} />
    </>
  )
}

/** When and why. */
function Tombstone({ row }: { row: Row }) {
  return (
    <section class="summary tone-calm" aria-labelledby="tombstone">
      <Local as="h2" id="tombstone" text={recordWords.withdrawnTitle} />
      <dl class="fields">
        <div>
          <Local as="dt" text={recordWords.withdrawnOn} />
          <dd>{row.withdrawnAt && <Day when={row.withdrawnAt} />}</dd>
        </div>
        <div>
          <Local as="dt" text={recordWords.reason} />
          <dd>{row.withdrawalReason}</dd>
        </div>
      </dl>
    </section>
  )
}
