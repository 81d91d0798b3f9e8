import type { Context } from '../../../core/context.ts'
import { type Issue, Problem } from '../../../core/problem.ts'
import { inLang } from '../../../core/text.ts'
import { fieldsOf } from '../../../kinds.ts'
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
  const fields = fieldsOf(row.kind, profileFor(row.kind, header))
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
  const fields = fieldsOf(row.kind, profileFor(row.kind, header))
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
      <div
        class="table-scroll"
        role="region"
        aria-label={inLang(words.columns, ctx.lang)}
        tabindex={0}
      >
        <table class="table table-dense">
          <Heading />
          <tbody>
            {header.map((name, at) => (
              <ColumnRow
                at={at}
                name={name}
                sample={row.sample.map((cells) => cells[at] ?? '')}
                value={isTyped ? form.value(nameOf(at)) : (names[at] ?? '')}
                error={form.error(nameOf(at))}
              />
            ))}
          </tbody>
        </table>
      </div>
    </Form>
  )
}

const Heading = () => (
  <thead>
    <tr>
      <Local as="th" scope="col" text={words.column} />
      <Local as="th" scope="col" text={words.sample} />
      <Local as="th" scope="col" text={words.field} />
    </tr>
  </thead>
)

type RowProps = {
  at: number
  name: string
  sample: readonly string[]
  value: string
  error: ReturnType<Filled['error']>
}

function ColumnRow({ at, name, sample, value, error }: RowProps) {
  const shown = [...new Set(sample.filter((cell) => cell.trim() !== ''))].slice(0, 3)
  return (
    <tr>
      <th scope="row">
        <label for={`field-${nameOf(at)}`}>{name || '—'}</label>
      </th>
      <td class="quiet">{shown.map((cell) => cell.slice(0, 60)).join(' · ')}</td>
      <td>
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
      </td>
    </tr>
  )
}
