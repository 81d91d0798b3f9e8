import type { Context } from '../../../core/context.ts'
import { type Issue, Problem } from '../../../core/problem.ts'
import { fieldsOf } from '../../../kinds.ts'
import { Table } from '../../../web/components/table.tsx'
import { type Filled, Form } from '../../../web/forms.tsx'
import { Local } from '../../../web/lang.tsx'
import type { Mapping } from '../../mapping/model.ts'
import {
  fieldNames,
  namesOfTargets,
  profileFor,
  targetNamed,
  targetsOf,
} from '../../mapping/rules.ts'
import { mappingOf } from '../actions/run.ts'
import type { ImportRow } from '../queries.ts'
import { importPaths, wizardWords as words } from '../words.ts'

const listId = 'fields-of-kind'
const nameOf = (at: number) => `column.${at}`

type Mapped = { header: readonly string[]; names: readonly string[]; offered: readonly string[] }

/** The columns of a file and the names of their fields, as they are mapped now. */
async function mappedNow(ctx: Context, row: ImportRow): Promise<Mapped> {
  const header = row.header ?? []
  const fields = fieldsIn(row)
  const targets = targetsOf(header, fields, await mappingOf(ctx, row))
  return {
    header,
    names: namesOfTargets(targets, fields, ctx.lang),
    offered: fieldNames(fields, ctx.lang),
  }
}

/** What somebody changed, as fields by header; a name that no field has is refused beside its column. */
export async function typedMapping(ctx: Context, row: ImportRow, form: Filled): Promise<Mapping> {
  const { header, names } = await mappedNow(ctx, row)
  const fields = fieldsIn(row)
  const changed = [...header.entries()].filter(([at]) => form.value(nameOf(at)) !== names[at])
  const issues: Issue[] = []
  const mapping: Mapping = {}
  for (const [at, name] of changed) {
    const typed = form.value(nameOf(at))
    const key = targetNamed(typed, fields)
    if (key === undefined) issues.push({ path: nameOf(at), message: words.noField(typed) })
    else mapping[name] = key
  }
  const [first] = issues
  if (first) throw new Problem('invalid', first.message, { issues })
  return mapping
}

type Props = { ctx: Context; row: ImportRow; form: Filled }

/** The fields that the columns of a file may go to. */
export const fieldsIn = ({ kind, header }: ImportRow) =>
  fieldsOf(kind, profileFor(kind, header ?? []))

/** Every column with what it holds and the field that it goes to; any name of a field may be typed. */
export async function ColumnsForm({ ctx, row, form }: Props) {
  const { header, names, offered } = await mappedNow(ctx, row)
  const isTyped = Object.keys(form.typed).length > 0
  return (
    <Form
      action={`${importPaths.one(row.id)}/columns`}
      form={form}
      submit={words.checkAgain}
      look="plain"
    >
      <datalist id={listId}>
        {offered.map((name) => (
          <option value={name} />
        ))}
      </datalist>
      <Table
        caption={words.columns}
        dense
        columns={[
          {
            label: words.column,
            cell: ({ at, name }) => <label for={`field-${nameOf(at)}`}>{name || '—'}</label>,
          },
          { label: words.sample, text: ({ at }) => sampleOf(row, at) },
          {
            label: words.field,
            cell: (one) => <FieldInput {...one} error={form.error(nameOf(one.at))} />,
          },
        ]}
        rows={header.map((name, at) => ({
          at,
          name,
          value: isTyped ? form.value(nameOf(at)) : (names[at] ?? ''),
        }))}
      />
    </Form>
  )
}

function sampleOf({ sample }: ImportRow, at: number): string {
  const cells = sample.map((row) => row[at] ?? '').filter((cell) => cell.trim() !== '')
  return [...new Set(cells)]
    .slice(0, 3)
    .map((cell) => cell.slice(0, 60))
    .join(' · ')
}

type FieldProps = { at: number; value: string; error: ReturnType<Filled['error']> }

const FieldInput = ({ at, value, error }: FieldProps) => (
  <>
    <input
      class="input"
      id={`field-${nameOf(at)}`}
      name={nameOf(at)}
      value={value}
      list={listId}
      maxlength={100}
      {...(error && { 'aria-invalid': 'true' as const })}
    />
    {error && <Local as="p" class="field-error" text={error} />}
  </>
)
