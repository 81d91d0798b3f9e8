import { type Context as HonoContext, Hono } from 'hono'
import { Problem } from '../../../core/problem.ts'
import { Button, ButtonLink } from '../../../web/components/button.tsx'
import { Section } from '../../../web/components/navigation.tsx'
import type { Env } from '../../../web/env.ts'
import { setFlash } from '../../../web/flash.ts'
import { type Filled, filledWith, Form, submitted } from '../../../web/forms.tsx'
import { page } from '../../../web/page.tsx'
import { saveNriiExtras, decideNrii, nriiRecord } from '../actions.ts'
import { NriiDecision, type NriiField, type NriiPart, nriiParts, type NriiItem } from '../model.ts'
import { paths } from '../../../web/paths.ts'
import { parseOrRefuse } from '../../../web/validate.ts'
import { reportLinks } from '../../words/paths.ts'
import { nriiPartNames, nriiStateNames, nriiWords as words } from '../words.ts'
import { nriiPath, nriiRecordPath, usePath } from '../../use/pages/links.ts'
import { CodeValue, Moment } from '../../../web/components/values.tsx'
import { FormField } from '../../../web/components/form-field.tsx'
import { StateBadge } from '../../../web/components/badges.tsx'
import { type Column, Table } from '../../../web/components/table.tsx'
import { Local } from '../../../web/lang.tsx'
import { type Codes, decisionsFor, fieldPath } from '../rules.ts'
import { nriiTones } from './list.tsx'

type C = HonoContext<Env>
const path = `${nriiPath}/:part/:id`

/** One record: every field, its problems, and the decisions allowed now. */
export const nriiRecordPages = new Hono<Env>()
  .get(path, (c) => recordPage(c))
  .post(`${path}/extras`, async (c) => {
    const { part, id } = placeOf(c)
    return submitted(
      c,
      async (form) => {
        const { fields } = await nriiRecord(c.var.ctx, part, id)
        const values = Object.fromEntries(fields.map(({ name }) => [name, form.value(name)]))
        await saveNriiExtras(c.var.ctx, { part, id, values })
        setFlash(c, words.saved)
        return c.redirect(nriiRecordPath(part, id), 303)
      },
      (form) => recordPage(c, form),
    )
  })
  .post(`${path}/decision`, async (c) => {
    const { part, id } = placeOf(c)
    return submitted(
      c,
      async (form) => {
        const input = parseOrRefuse(NriiDecision, {
          part,
          ids: [id],
          decision: form.value('decision'),
          reason: form.value('reason'),
        })
        setFlash(c, words.decided(await decideNrii(c.var.ctx, input)))
        return c.redirect(nriiRecordPath(part, id), 303)
      },
      (form) => recordPage(c, form),
    )
  })

function placeOf(c: C): { part: NriiPart; id: string } {
  const part = nriiParts.find((one) => one === c.req.param('part'))
  if (!part) throw new Problem('not-found', words.unknownPart)
  return { part, id: c.req.param('id') ?? '' }
}

async function recordPage(c: C, form: Filled = filledWith()) {
  const { ctx } = c.var
  const { part, id } = placeOf(c)
  const { fields, item, codes } = await nriiRecord(ctx, part, id)
  const { title } = item
  return page(
    c,
    {
      title: title,
      crumb: nriiPartNames[part],
      lead: nriiPartNames[part],
      actions: (part === 'instruments' || part === 'customs') && (
        <ButtonLink href={`${paths.record(id)}/edit`} icon="edit" text={words.editRecord} />
      ),
      crumbs: [
        { text: reportLinks.use.text, href: usePath },
        { text: words.title, href: `${nriiPath}?part=${part}` },
      ],
      main: 'nrii',
      status: form.status,
    },
    <>
      <StateLine item={item} />
      <Decisions item={item} part={part} form={form} />
      <FieldTable item={item} fields={fields} part={part} codes={codes} />
      <ExtraValues item={item} fields={fields} part={part} form={form} />
    </>,
  )
}

/** Its state, since when, and why it failed. */
function StateLine({ item }: { item: NriiItem }) {
  const { state, reason, reviewedAt, markedAt } = item
  return (
    <div class="nrii-standing">
      <StateBadge tone={nriiTones[state]} text={nriiStateNames[state]} />
      {reviewedAt && (
        <span class="quiet">
          <Local text={words.reviewedAt} /> <Moment when={reviewedAt} />
        </span>
      )}
      {markedAt && (
        <span class="quiet">
          <Local text={words.markedAt} /> <Moment when={markedAt} />
        </span>
      )}
      {reason && <p class="nrii-reason">{reason}</p>}
    </div>
  )
}

type DecideProps = { item: NriiItem; part: NriiPart; form: Filled }

/** A button for each decision allowed now; a failure needs a reason. */
function Decisions({ item, part, form }: DecideProps) {
  const open = decisionsFor(item.state, item.problems)
  if (open.length === 0) return <></>
  const action = `${nriiRecordPath(part, item.id)}/decision`
  return (
    <div class="nrii-decide">
      {open.map((decision) =>
        decision === 'fail' ? (
          <details open={form.error('reason') !== undefined}>
            <Local as="summary" text={words.fail} />
            <form method="post" action={action} class="stacked-form">
              <input type="hidden" name="decision" value="fail" />
              <FormField name="reason" label={words.reason} form={form} maxLength={500} required />
              <Button look="danger" text={words.fail} />
            </form>
          </details>
        ) : (
          <form class="act" method="post" action={action}>
            <input type="hidden" name="decision" value={decision} />
            <Button look={decision === 'reset' ? 'plain' : 'primary'} text={words[decision]} />
          </form>
        ),
      )}
    </div>
  )
}

type RecordProps = { item: NriiItem; fields: readonly NriiField[]; part: NriiPart }
type TableProps = RecordProps & { codes: Codes }

/** Every field with its value, its problems, and a link to where they are corrected. */
function FieldTable({ item, fields, part, codes }: TableProps) {
  const columns: Column<NriiField>[] = [
    {
      label: words.field,
      cell: (field) => (
        <>
          <Local text={{ zh: field.labelZh, en: field.labelEn }} /> <code>{field.name}</code>
        </>
      ),
    },
    {
      label: words.value,
      cell: (field) => <Value value={item.values[field.name]} field={field} codes={codes} />,
    },
    {
      label: words.problem,
      cell: (field) => <FieldProblems item={item} field={field} part={part} />,
    },
  ]
  return (
    <Section title={words.values}>
      <Table caption={words.values} dense columns={columns} rows={fields} />
    </Section>
  )
}

type ValueProps = { value: string | number | undefined; field: NriiField; codes: Codes }

/** The reported value; a code shows its label, and the code on hover. */
function Value({ value, field: { vocabulary }, codes }: ValueProps) {
  const list = vocabulary === null ? undefined : codes.get(vocabulary)
  if (value === undefined) return <span class="quiet">—</span>
  if (!list) return <span class="nrii-value">{value}</span>
  return (
    <span class="nrii-codes">
      {String(value)
        .split(',')
        .map((code) => (
          <CodeValue code={code} label={list.get(code)} />
        ))}
    </span>
  )
}

function FieldProblems({ item, field, part }: Omit<RecordProps, 'fields'> & { field: NriiField }) {
  return (
    <>
      {item.problems
        .filter((problem) => problem.field === field.name)
        .map(({ detail }) => (
          <Local as="a" class="nrii-problem" href={fieldPath(part, item, field)} text={detail} />
        ))}
    </>
  )
}

type ExtrasProps = RecordProps & { form: Filled }

/** Fields without a source, to be typed here. */
function ExtraValues({ item, fields, part, form }: ExtrasProps) {
  const open = fields.filter(({ source }) => source === null)
  if (open.length === 0) return <></>
  const typed = (name: string) => form.value(name) || (item.extra[name] ?? '')
  const labels = Object.fromEntries(
    open.map(({ name, labelZh, labelEn }) => [name, { zh: labelZh, en: labelEn }]),
  )
  return (
    <Section title={words.extras}>
      <Local as="p" class="quiet nrii-hint" text={words.extrasHint} />
      <Form
        action={`${nriiRecordPath(part, item.id)}/extras`}
        form={form}
        submit={words.save}
        look="plain"
        labels={labels}
      >
        {open.map(({ name, required, maxLength }) => (
          <FormField
            name={name}
            label={labels[name] ?? words.field}
            value={typed(name)}
            required={required}
            maxLength={maxLength ?? 500}
          />
        ))}
      </Form>
    </Section>
  )
}
