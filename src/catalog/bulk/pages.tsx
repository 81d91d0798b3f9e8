import { type Context as HonoContext, Hono } from 'hono'
import type { Child } from 'hono/jsx'
import type { Context } from '../../core/context.ts'
import type { Field } from '../../core/fields.ts'
import { Problem } from '../../core/problem.ts'
import type { LocalText } from '../../core/text.ts'
import { Button, ButtonLink } from '../../web/components/button.tsx'
import { FormField } from '../../web/components/form-field.tsx'
import { Empty } from '../../web/components/messages.tsx'
import { SmallForm } from '../../web/components/small-form.tsx'
import { type Column, Table } from '../../web/components/table.tsx'
import { CodeValue } from '../../web/components/values.tsx'
import type { Env } from '../../web/env.ts'
import { setFlash } from '../../web/flash.ts'
import { type Filled, filledIn, previewedForm, submitted } from '../../web/forms.tsx'
import { Local } from '../../web/lang.tsx'
import { list, noFilters } from '../../web/list.tsx'
import { page } from '../../web/page.tsx'
import { paths } from '../../web/paths.ts'
import { parseOrRefuse } from '../../web/validate.ts'
import { refuseUnlessWriting } from '../records/actions/input.ts'
import { getRecord } from '../records/actions/read.ts'
import { deskTabs } from '../records/pages/desk.tsx'
import { FieldInput } from '../records/pages/form.tsx'
import { catalogLinks, catalogPaths } from '../words/paths.ts'
import { vocabulariesNamed } from '../vocabularies/queries/terms.ts'
import { makeBulkEdit, previewBulkEdit, searchBulkEdits, undoBulkEdit } from './actions.ts'
import { BulkEdit, BulkEditAnswer, type BulkPreview, mostAtOnce } from './model.ts'
import { changeIn, commonChoices, fieldsInCommon } from './rules.ts'
import { bulkLinks, bulkPath, bulkWords as words } from './words.ts'

type C = HonoContext<Env>

/** Edits of several records that somebody made. */
export const bulkEdits = list({
  path: '/bulk-edits',
  tag: 'records',
  summary: 'What you changed in several records at once, latest first',
  refuses: [401],
  title: words.edits,
  empty: { title: words.noEdits },
  item: BulkEditAnswer,
  filters: noFilters,
  query: searchBulkEdits,
  columns: {
    at: { label: words.at, moment: ({ at }) => at },
    fields: { label: words.fields, text: ({ fields }) => fields.join(', ') },
    changed: { label: words.changed, number: ({ changed }) => changed },
    by: { label: words.by, text: ({ by }) => by },
    undone: { label: words.undoneAt, moment: ({ undoneAt }) => undoneAt },
    undo: {
      label: words.undo,
      cell: ({ id, undoneAt }) =>
        undoneAt === null && (
          <SmallForm
            action={`${bulkLinks.edits.href}/${id}/reversal`}
            text={words.undo}
            about={words.undoAbout}
          />
        ),
    },
  },
})

/** Choosing a field for several records, looking at what becomes of them, and doing it. */
export const bulkPages = new Hono<Env>()
  .get(bulkLinks.edits.href, async (c) =>
    page(
      c,
      { title: words.edits, lead: words.editsLead, crumbs: [catalogLinks.desk] },
      <>
        {deskTabs(c)}
        {await bulkEdits.view(c, {})}
      </>,
    ),
  )
  .post(`${bulkLinks.edits.href}/:id/reversal`, async (c) => {
    const { restored, kept } = await undoBulkEdit(c.var.ctx, c.req.param('id'))
    setFlash(c, words.undone(restored, kept))
    return c.redirect(bulkLinks.edits.href, 303)
  })
  .get(bulkPath, async (c) => {
    refuseUnlessWriting(c.var.ctx.actor)
    const records = c.req.queries('record') ?? []
    return bulkPage(c, filledIn({ record: records, field: [c.req.query('field') ?? ''] }))
  })
  .post(bulkPath, (c) =>
    submitted(
      c,
      (form) => bulkStep(c, form),
      (form) => bulkPage(c, form),
    ),
  )

/** The records and the field of a form; refused where there is nothing to change. */
async function chosenIn(ctx: Context, form: Filled) {
  const ids = [...new Set(form.values('record'))]
  if (ids.length === 0) throw new Problem('invalid', words.noneChosen)
  if (ids.length > mostAtOnce) throw new Problem('invalid', words.tooMany(mostAtOnce))
  const records: { kind: Row['kind']; profile: Row['profile'] }[] = []
  // oxlint-disable-next-line no-await-in-loop -- a page of records, one after the other on one connection
  for (const id of ids) records.push((await getRecord(ctx, id)).row)
  const fields = fieldsInCommon(records)
  return { ids, fields, field: fields.find(({ key }) => key === form.value('field')) }
}

type Row = Awaited<ReturnType<typeof getRecord>>['row']

/** Shows what would happen, or does it where that was looked at. */
async function bulkStep(c: C, form: Filled): Promise<Response> {
  const { ctx } = c.var
  const { ids, field } = await chosenIn(ctx, form)
  if (!field) throw new Problem('invalid', words.noField)
  const edit = parseOrRefuse(BulkEdit, { records: ids, change: changeIn(field, form.typed) })
  if (form.value('step') !== 'confirm')
    return bulkPage(c, previewedForm(c, form), await previewBulkEdit(ctx, edit))
  const { changed, refused } = await makeBulkEdit(ctx, edit)
  setFlash(c, words.done(changed, refused.length))
  return c.redirect(bulkLinks.edits.href, 303)
}

async function bulkPage(c: C, form: Filled, preview?: BulkPreview) {
  const { ctx } = c.var
  const { ids, fields, field } = await chosenIn(ctx, form)
  const vocabularies = await vocabulariesNamed(ctx.db, field?.vocabulary ? [field.vocabulary] : [])
  const labelOf = (code: string): LocalText | undefined =>
    vocabularies.get(field?.vocabulary ?? '')?.terms.get(code)?.label ??
    commonChoices[field?.key ?? '']?.find(({ value }) => value === code)?.label
  return page(
    c,
    {
      title: words.bulkEdit,
      lead: words.lead,
      crumbs: [catalogLinks.desk],
      status: form.status,
    },
    <>
      <Local as="p" text={words.chosen(ids.length)} />
      {form.refusal && <Local as="p" class="field-error" text={form.refusal} />}
      <ChooseField ids={ids} fields={fields} now={field} />
      {field && (
        <form class="stacked-form" method="post" action={bulkPath}>
          <Chosen ids={ids} />
          <input type="hidden" name="field" value={field.key} />
          <ValueInput field={field} state={{ form, vocabularies }} />
          <div class="form-actions">
            <Button look={preview ? 'plain' : 'primary'} text={words.preview} />
            <ButtonLink look="quiet" href={catalogPaths.desk} text={catalogLinks.desk.text} />
          </div>
          {preview && <Preview preview={preview} field={field} labelOf={labelOf} />}
        </form>
      )}
    </>,
  )
}

type ChooseProps = { ids: readonly string[]; fields: readonly Field[]; now: Field | undefined }

const ChooseField = ({ ids, fields, now }: ChooseProps) => (
  <form class="toolbar" method="get" action={bulkPath}>
    <Chosen ids={ids} />
    <FormField
      type="select"
      name="field"
      label={words.field}
      value={now?.key ?? ''}
      choices={fields.map(({ key, label }) => ({ value: key, label }))}
      required
    />
    <Button text={words.next} />
  </form>
)

const Chosen = ({ ids }: { ids: readonly string[] }) => (
  <>
    {ids.map((id) => (
      <input type="hidden" name="record" value={id} />
    ))}
  </>
)

type ValueProps = { field: Field; state: Parameters<typeof FieldInput>[0]['state'] }

function ValueInput({ field, state }: ValueProps) {
  const choices = commonChoices[field.key]
  if (!choices) return <FieldInput field={field} state={state} />
  return (
    <FormField
      type="select"
      name={field.key}
      label={field.label}
      value={state.form.value(field.key)}
      error={state.form.error(field.key)}
      choices={choices}
      required
    />
  )
}

type Previewed = BulkPreview['records'][number]
type PreviewProps = {
  preview: BulkPreview
  field: Field
  labelOf: (code: string) => LocalText | undefined
}

/** Each record as it is and as it would be; the button does it. */
function Preview({ preview: { records }, field, labelOf }: PreviewProps) {
  const changes = records.filter(({ refused, after }) => !refused && field.key in after)
  const valueOf = (fields: Previewed['before']) => (
    <Value value={fields[field.key]} labelOf={labelOf} />
  )
  const columns: Column<Previewed>[] = [
    {
      label: words.record,
      cell: ({ id, title }) => <Local as="a" href={paths.record(id)} text={title} />,
    },
    { label: words.before, cell: ({ before }) => valueOf(before) },
    { label: words.after, cell: ({ after }) => valueOf(after) },
    {
      label: words.outcome,
      cell: ({ refused, after }) => (
        <Local text={refused ?? (field.key in after ? words.willChange : words.unchanged)} />
      ),
    },
  ]
  return (
    <>
      <Local as="h2" text={words.previewOf} />
      <Table caption={words.previewOf} columns={columns} rows={records} />
      {changes.length === 0 ? (
        <Empty title={words.nothing} icon="info" />
      ) : (
        <Button look="primary" name="step" value="confirm" text={words.confirm(changes.length)} />
      )}
    </>
  )
}

type ValueOf = { value: unknown; labelOf: PreviewProps['labelOf'] }

/** A value as people read it: codes by their labels, nothing for nothing. */
function Value({ value, labelOf }: ValueOf): Child {
  if (value === null || value === undefined) return <></>
  const entries: readonly unknown[] = Array.isArray(value) ? value : [value]
  return (
    <>
      {entries.map((entry) => {
        const label = labelOf(String(entry))
        return (
          <span class="value-cell">
            {label ? <CodeValue code={String(entry)} label={label} /> : String(entry)}
          </span>
        )
      })}
    </>
  )
}
