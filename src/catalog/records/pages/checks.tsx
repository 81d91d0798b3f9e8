import type { Field } from '../../../core/fields.ts'
import type { Issue } from '../../../core/problem.ts'
import type { Text } from '../../../core/text.ts'
import { useText, Local } from '../../../web/lang.tsx'
import { labelIn } from '../../../web/components/messages.tsx'
import type { RecordChecks } from '../rules/checks.ts'
import { deskWords as words } from '../words.ts'
import { labelsOf } from './form.tsx'

export type ChecksProps = RecordChecks & {
  fields: readonly Field[]
  /** Fields that are empty and needed to publish. */
  needed: readonly Issue[]
  /** What cannot be saved as it was typed. */
  wrong: readonly Issue[]
  /** Whether it is a draft, which may be published. */
  isDraft: boolean
}

/** So many fields are proposed at once. */
const mostProposed = 5

/** What is still to be filled in and what looks wrong: in one line, and folded below it each with its field. */
export function Checks(props: ChecksProps) {
  const { needed, doubts, wrong, completeness, isDraft } = props
  const t = useText()
  const ready = isDraft && needed.length + wrong.length === 0
  const sayings = [
    ...(completeness ? [`${t(completeness.name)} ${t(words.ofTen(completeness.index))}`] : []),
    ...(needed.length > 0 ? [t(words.stillNeeded(needed.length))] : []),
    ...(wrong.length > 0 ? [t(words.unreadable(wrong.length))] : []),
    ...(doubts.length > 0 ? [t(words.toCheck(doubts.length))] : []),
    ...(ready ? [t(words.ready)] : []),
  ]
  if (sayings.length === 0) return <></>
  return (
    <details class="checks-of-form">
      <summary aria-label={`${t(words.checks)}: ${sayings.join(', ')}`}>
        {sayings.join(' · ')}
      </summary>
      <ChecksDetail {...props} />
    </details>
  )
}

function ChecksDetail({ fields, needed, wrong, doubts, completeness }: ChecksProps) {
  const next = (completeness?.next ?? []).slice(0, mostProposed)
  return (
    <dl class="fields">
      {needed.length > 0 && (
        <Entry name={words.stillNeeded(needed.length)}>
          {needed.map(({ path }) => (
            <li>
              <FieldLink fields={fields} path={path} />
            </li>
          ))}
        </Entry>
      )}
      {next.length > 0 && (
        <Entry name={words.fillNext}>
          {next.map(({ fields: keys, adds }) => (
            <li>
              {keys.map((key) => (
                <>
                  <FieldLink fields={fields} path={key} />{' '}
                </>
              ))}
              <Local as="span" class="quiet numeric" text={words.adds(adds)} />
            </li>
          ))}
        </Entry>
      )}
      <Notes name={words.notValid} notes={notesOf(wrong)} fields={fields} />
      <Notes name={words.doubtful} notes={doubts} fields={fields} hint={words.doubtfulHint} />
    </dl>
  )
}

const notesOf = (issues: readonly Issue[]) =>
  issues.map(({ path, message }) => ({ field: path, detail: message }))

type NotesProps = {
  name: Text
  notes: readonly { field: string; detail: Text }[]
  fields: readonly Field[]
  hint?: Text
}

/** What is said of single fields; `<hexi-checks>` says it beside them, too. */
const Notes = ({ name, notes, fields, hint }: NotesProps) =>
  notes.length === 0 ? null : (
    <Entry name={name} hint={hint}>
      {notes.map(({ field, detail }) => (
        <li data-field={field}>
          <FieldLink fields={fields} path={field} /> <Local as="span" text={detail} />
        </li>
      ))}
    </Entry>
  )

type EntryProps = { name: Text; hint?: Text | undefined; children?: unknown }

const Entry = ({ name, hint, children }: EntryProps) => (
  <div>
    <Local as="dt" text={name} />
    <dd>
      <ul class="value-list">{children}</ul>
      {hint && <Local as="p" class="quiet small" text={hint} />}
    </dd>
  </div>
)

const FieldLink = ({ fields, path }: { fields: readonly Field[]; path: string }) => (
  <Local
    as="a"
    href={`#field-${path}`}
    text={labelIn(labelsOf(fields), path) ?? { zh: path, en: path }}
  />
)
