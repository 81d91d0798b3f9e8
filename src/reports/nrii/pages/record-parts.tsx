import { Button } from '../../../web/components/button.tsx'
import { CodeValue } from '../../../web/components/code-value.tsx'
import { FormField } from '../../../web/components/form-field.tsx'
import { Moment } from '../../../web/components/moment.tsx'
import { Section } from '../../../web/components/page-head.tsx'
import { StateBadge } from '../../../web/components/state-badge.tsx'
import { type Column, Table } from '../../../web/components/table.tsx'
import { type Filled, Form } from '../../../web/forms.tsx'
import { Local, useText } from '../../../web/lang.tsx'
import type { NriiItem } from '../actions/nrii.ts'
import type { NriiField, NriiPart } from '../model.ts'
import { type Codes, decisionsFor } from '../rules/nrii.ts'
import { fieldPath } from '../rules/file.ts'
import { nriiStateNames, nriiWords as words } from '../words.ts'
import { nriiRecordPath } from './links.ts'
import { nriiTones } from './records.tsx'

/** How far it has come, since when, and why it failed. */
export function NriiStanding({ item }: { item: NriiItem }) {
  const { state, reason, reviewedAt, toldAt } = item
  return (
    <div class="nrii-standing">
      <StateBadge tone={nriiTones[state]} text={nriiStateNames[state]} />
      {reviewedAt && (
        <span class="quiet">
          <Local text={words.reviewedAt} /> <Moment when={reviewedAt} />
        </span>
      )}
      {toldAt && (
        <span class="quiet">
          <Local text={words.toldAt} /> <Moment when={toldAt} />
        </span>
      )}
      {reason && <p class="nrii-reason">{reason}</p>}
    </div>
  )
}

type DecideProps = { item: NriiItem; part: NriiPart; form: Filled }

/** What may be done now: a button for each, and a reason where it failed. */
export function NriiDecide({ item, part, form }: DecideProps) {
  const t = useText()
  const open = decisionsFor(item.state, item.problems)
  if (open.length === 0) return <></>
  const action = `${nriiRecordPath(part, item.id)}/decision`
  return (
    <div class="nrii-decide">
      {open.map((decision) =>
        decision === 'fail' ? (
          <details open={form.error('reason') !== undefined}>
            <summary>{t(words.fail)}</summary>
            <form method="post" action={action} class="stacked-form">
              <input type="hidden" name="decision" value="fail" />
              <FormField
                name="reason"
                label={words.reason}
                value={form.value('reason')}
                error={form.error('reason')}
                maxLength={500}
                required
              />
              <Button look="danger">{t(words.fail)}</Button>
            </form>
          </details>
        ) : (
          <form class="act" method="post" action={action}>
            <input type="hidden" name="decision" value={decision} />
            <Button look={decision === 'reset' ? 'plain' : 'primary'}>{t(words[decision])}</Button>
          </form>
        ),
      )}
    </div>
  )
}

type RecordProps = { item: NriiItem; fields: readonly NriiField[]; part: NriiPart }
type TableProps = RecordProps & { codes: Codes }

/** Every field with its value, or with what is wrong and where that is put right. */
export function NriiTable({ item, fields, part, codes }: TableProps) {
  const columns: Column<NriiField>[] = [
    {
      key: 'field',
      label: words.field,
      head: true,
      cell: (field) => (
        <>
          <Local text={{ zh: field.labelZh, en: field.labelEn }} /> <code>{field.name}</code>
        </>
      ),
    },
    {
      key: 'value',
      label: words.value,
      cell: (field) => <Value value={item.values[field.name]} field={field} codes={codes} />,
    },
    {
      key: 'problem',
      label: words.problem,
      cell: (field) => <FieldProblems item={item} field={field} part={part} />,
    },
  ]
  return (
    <Section title={words.values}>
      <Table caption={words.values} captionUnseen dense columns={columns} rows={fields} />
    </Section>
  )
}

type ValueProps = { value: string | number | undefined; field: NriiField; codes: Codes }

/** As it is reported; of a code what it means, the code on hover. */
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
          <a class="nrii-problem" href={fieldPath(part, item, field)}>
            <Local text={detail} />
          </a>
        ))}
    </>
  )
}

type ExtrasProps = RecordProps & { form: Filled }

/** Fields that nothing of ours says: typed here. */
export function NriiExtras({ item, fields, part, form }: ExtrasProps) {
  const open = fields.filter(({ source }) => source === null)
  if (open.length === 0) return <></>
  const typed = (name: string) => form.value(name) || (item.extra[name] ?? '')
  const labels = Object.fromEntries(
    open.map(({ name, labelZh, labelEn }) => [name, { zh: labelZh, en: labelEn }]),
  )
  return (
    <Section title={words.extras}>
      <p class="quiet nrii-hint">
        <Local text={words.extrasHint} />
      </p>
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
