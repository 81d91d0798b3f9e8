import { type Context as HonoContext, Hono } from 'hono'
import { addRelation } from '../../../catalog/records/actions/read.ts'
import { StateBadge } from '../../../web/components/badges.tsx'
import { ButtonLink } from '../../../web/components/button.tsx'
import { Toast } from '../../../web/components/messages.tsx'
import { Section } from '../../../web/components/navigation.tsx'
import { SmallForm } from '../../../web/components/small-form.tsx'
import { type Column, Table } from '../../../web/components/table.tsx'
import type { Env } from '../../../web/env.ts'
import { setFlash } from '../../../web/flash.ts'
import {
  ActButton,
  type Filled,
  filledWith,
  Refused,
  sentForm,
  submitted,
} from '../../../web/forms.tsx'
import { Local, useText } from '../../../web/lang.tsx'
import { list, noFilters } from '../../../web/list.tsx'
import { page } from '../../../web/page.tsx'
import { paths } from '../../../web/paths.ts'
import { changesOf, findOwnImport, getImport } from '../actions/read.ts'
import { runAgain } from '../actions/start.ts'
import { ChangeAnswer, mostProblems } from '../model.ts'
import { tag } from '../routes.ts'
import {
  importLinks,
  importPaths,
  importStateNames,
  importWords,
  wizardWords as words,
} from '../words.ts'
import { fieldLabels } from '../../mapping/rules.ts'
import { ColumnsForm, fieldsIn, typedMapping } from './columns.tsx'

type C = HonoContext<Env>
type Shown = Awaited<ReturnType<typeof getImport>>
type LabelOf = ReturnType<typeof fieldLabels>

/** What was typed beside what was understood. */
export const changes = list({
  path: '/imports/:id/changes',
  tag,
  summary: 'Every cell that was understood otherwise than it was typed',
  refuses: [401],
  title: words.changes,
  empty: { title: words.noChanges },
  item: ChangeAnswer,
  filters: noFilters,
  query: changesOf,
  columns: {
    row: { label: words.row, number: ({ row }) => row },
    field: { label: words.field, text: ({ field }) => field },
    typed: { label: words.typed, text: ({ typed }) => typed },
    value: { label: words.value, text: ({ value }) => value },
  },
})

/** One import: how it is read, its columns while it is only checked, what became of its rows. */
export const importPages = new Hono<Env>()
  .get(`${importPaths.all}/:id`, (c) => importPage(c, filledWith()))
  .post(`${importPaths.all}/:id/columns`, (c) =>
    submitted(
      c,
      async (form) => {
        const { ctx } = c.var
        const found = await findOwnImport(ctx, c.req.param('id'))
        const mapping = await typedMapping(ctx, found, form)
        await runAgain(ctx, found.id, { mapping, dryRun: true })
        return c.redirect(importPaths.one(found.id), 303)
      },
      (form) => importPage(c, form),
    ),
  )
  .post(`${importPaths.all}/:id/storage`, async (c) => {
    const id = c.req.param('id')
    await runAgain(c.var.ctx, id, { mapping: {}, dryRun: false })
    setFlash(c, words.stored)
    return c.redirect(importPaths.one(id), 303)
  })

  .post(`${importPaths.all}/:id/links`, async (c) => {
    const { id } = await findOwnImport(c.var.ctx, c.req.param('id'))
    const form = await sentForm(c)
    const to = form.value('to')
    await addRelation(c.var.ctx, form.value('from'), { to, type: 'IsIdenticalTo' })
    setFlash(c, words.linked)
    return c.redirect(`${importPaths.one(id)}#alike`, 303)
  })

const refreshSeconds = 2

async function importPage(c: C, form: Filled) {
  const { ctx } = c.var
  const row = await findOwnImport(ctx, c.req.param('id') ?? '')
  const shown = await getImport(ctx, row.id)
  const isUnderWay = shown.state === 'queued' || shown.state === 'running'
  const name = shown.fileName || importWords.rows.zh
  const isCheck = shown.dryRun && !isUnderWay && row.header !== null
  return page(
    c,
    {
      title: { zh: name, en: name },
      lead: shown.institution.name,
      crumbs: [{ text: importLinks.imports.text, href: importPaths.all }],
      status: form.status,
      // With scripts, `<hexi-live>` looks again and leaves alone what somebody types.
      head: isUnderWay && (
        <noscript>
          <meta http-equiv="refresh" content={String(refreshSeconds)} />
        </noscript>
      ),
    },
    <>
      {!isCheck && <Refused form={form} />}
      <State shown={shown} position={row.position} isUnderWay={isUnderWay} />
      {isCheck && (
        <Section title={words.columns} id="columns">
          <Local as="p" class="quiet" text={words.columnsAbout} />
          {await ColumnsForm({ ctx, row, form })}
        </Section>
      )}
      {!isUnderWay && <Outcome shown={shown} labelOf={fieldLabels(fieldsIn(row))} />}
      {await changesPart(c, shown)}
    </>,
  )
}

async function changesPart(c: C, { id, changed }: Shown) {
  if (changed.length === 0) return null
  return (
    <details class="fold">
      <Local as="summary" text={words.changes} />
      {await changes.view(c, { of: { id }, cursor: 'changes' })}
    </details>
  )
}

/** What became of its rows, or would. */
const Outcome = ({ shown, labelOf }: { shown: Shown; labelOf: LabelOf }) => (
  <>
    {shown.state !== 'failed' && <Problems shown={shown} labelOf={labelOf} />}
    {shown.alike.length > 0 && <Alike shown={shown} />}
  </>
)

type StateProps = { shown: Shown; position: number; isUnderWay: boolean }

/** Where it stands, in one sentence, and what may be done with it. */
function State({ shown, position, isUnderWay }: StateProps) {
  const { id, rows, understood, failure } = shown
  return (
    <section class="section">
      {understood && <p class="quiet">{understood}</p>}
      {failure && <Toast tone="danger" text={{ zh: failure, en: failure }} />}
      {isUnderWay ? (
        <UnderWay {...{ at: importPaths.one(id), position, total: rows.total }} />
      ) : (
        <Ended shown={shown} />
      )}
    </section>
  )
}

/** How it ended; a check can be stored then, what was stored undone. */
function Ended({ shown: { id, state, rows, dryRun, fileName } }: { shown: Shown }) {
  const at = importPaths.one(id)
  if (state === 'failed') return <></>
  const isChecked = dryRun && state === 'done'
  return (
    <>
      <p>
        <StateBadge {...importStateNames[isChecked ? 'checked' : state]} />{' '}
        <Local text={dryRun ? words.wouldBe(rows) : importWords.summary(rows)} />
      </p>
      {isChecked && rows.accepted > 0 && (
        <ActButton action={`${at}/storage`} text={words.store(rows.accepted)} look="primary" />
      )}
      {!dryRun && state !== 'undone' && (
        <SmallForm
          action={`${at}/reversal`}
          text={words.undo}
          of={[fileName || importWords.rows]}
          look="danger"
          about={words.undoAbout}
        />
      )}
    </>
  )
}

function UnderWay({ at, position, total }: { at: string; position: number; total: number }) {
  const t = useText()
  const said = total > 0 ? words.progress(position, total) : words.waiting
  return (
    <>
      <hexi-live>
        <Local as="p" text={said} />
        {total > 0 && <progress max={total} value={position} aria-label={t(said)} />}
      </hexi-live>
      <ActButton action={`${at}/cancellation`} text={words.stop} />
    </>
  )
}

function Problems({ shown, labelOf }: { shown: Shown; labelOf: LabelOf }) {
  const { id, problems, rows } = shown
  return (
    <Section title={words.problems} id="problems">
      {rows.rejected > 0 && (
        <>
          <ButtonLink href={importPaths.rejected(id)} icon="download" text={words.returnedFile} />
          <Local as="p" class="quiet" text={words.returnedAbout} />
        </>
      )}
      {problems.length === 0 && <Local as="p" class="quiet" text={words.noProblems} />}
      {problems.length > 0 && (
        <Table
          caption={words.problems}
          dense
          columns={[
            { label: words.row, number: ({ row }) => row },
            { label: words.field, text: ({ field }) => labelOf(field) },
            { label: words.problem, text: ({ detail }) => detail },
          ]}
          rows={problems}
        />
      )}
      {problems.length >= mostProblems && <Local as="p" text={words.first(mostProblems)} />}
    </Section>
  )
}

/** Rows that may be of records that are there; once they are stored, both can be linked. */
const Alike = ({ shown: { id, alike } }: { shown: Shown }) => (
  <Section title={words.alike} id="alike">
    <Local as="p" class="quiet" text={words.alikeAbout} />
    <Table
      caption={words.alike}
      dense
      columns={[
        { label: words.row, number: ({ row }) => row },
        { label: words.other, text: (one) => one.title, href: (one) => paths.record(one.id) },
        ...(alike.some(({ recordId }) => recordId) ? [linking(id)] : []),
      ]}
      rows={alike}
    />
  </Section>
)

const linking = (id: string): Column<Shown['alike'][number]> => ({
  label: words.link,
  cell: ({ recordId, id: other }) =>
    recordId && (
      <ActButton
        action={`${importPaths.one(id)}/links`}
        text={words.link}
        fields={{ from: recordId, to: other }}
      />
    ),
})
