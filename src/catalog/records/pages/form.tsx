import type { Field } from '../../../core/fields.ts'
import type { Text } from '../../../core/text.ts'
import { Button, ButtonLink } from '../../../web/components/button.tsx'
import { ErrorSummary } from '../../../web/components/error-summary.tsx'
import { FieldIndex } from '../../../web/components/field-list.tsx'
import { useText } from '../../../web/lang.tsx'
import { partWords } from '../../../web/words.ts'
import { kindDefinitions } from '../../../kinds.ts'
import type { Kind } from '../model/record.ts'
import { deskWords } from '../words/desk.ts'
import { CommonInputs } from './common-inputs.tsx'
import { FieldInput, type FormState } from './inputs.tsx'

export type RecordFormProps = {
  kind: Kind
  profile: string | null
  fields: readonly Field[]
  institutions: readonly { value: string; label: { zh: string | null; en: string | null } }[]
  state: FormState
  action: string
  cancel: string
  /** Version that was read; unset for a new record. */
  version?: number
  canPublish: boolean
  notice?: { title: Text; hint: Text }
}

/** The whole form of a record: basics, then the kind's groups, with an index at the side. */
export function RecordForm(props: RecordFormProps) {
  const { kind, fields, state, action, version } = props
  const groups = kindDefinitions[kind].groups.filter(({ key }) =>
    fields.some(({ group }) => group === key),
  )
  return (
    <div class="form-page">
      <FieldIndex entries={[{ key: 'common', label: deskWords.common }, ...groups]} />
      <hexi-dirty-form>
        <form class="record-form" method="post" action={action} novalidate>
          <Notice notice={props.notice} />
          <ErrorSummary issues={state.issues} labelOf={(path) => labelOf(fields, path)} />
          {version !== undefined && <input type="hidden" name="version" value={String(version)} />}
          {props.profile && <input type="hidden" name="profile" value={props.profile} />}
          <Group id="common" label={deskWords.common}>
            <CommonInputs {...props} />
          </Group>
          {groups.map(({ key, label }) => (
            <Group id={key} label={label}>
              {fields
                .filter(({ group }) => group === key)
                .map((field) => (
                  <FieldInput field={field} state={state} />
                ))}
            </Group>
          ))}
          <FormActions {...props} />
        </form>
      </hexi-dirty-form>
    </div>
  )
}

function Notice({ notice }: { notice: RecordFormProps['notice'] }) {
  const t = useText()
  if (!notice) return <></>
  return (
    <section class="summary tone-caution" role="alert">
      <h2>{t(notice.title)}</h2>
      <p>{t(notice.hint)}</p>
    </section>
  )
}

function Group({ id, label, children }: { id: string; label: Text; children?: unknown }) {
  const t = useText()
  return (
    <section class="form-group" aria-labelledby={`group-${id}`}>
      <h2 id={`group-${id}`}>{t(label)}</h2>
      {children}
    </section>
  )
}

function FormActions({ version, canPublish, cancel }: RecordFormProps) {
  const t = useText()
  return (
    <div class="form-actions">
      <Button look="primary">
        {t(version === undefined ? deskWords.saveDraft : deskWords.save)}
      </Button>
      {canPublish && (
        <Button name="then" value="publish">
          {t(deskWords.publish)}
        </Button>
      )}
      <ButtonLink look="quiet" href={cancel}>
        {t(partWords.cancel)}
      </ButtonLink>
    </div>
  )
}

const commonLabels: Record<string, Text> = {
  title: deskWords.title,
  summary: deskWords.summary,
  institution: deskWords.institution,
  library: deskWords.library,
  keywords: deskWords.keywords,
  subjects: deskWords.subjects,
  identifiers: deskWords.identifiers,
}

/** What a path in a refusal is called on the form. */
export function labelOf(fields: readonly Field[], path: string): Text | undefined {
  const [head = ''] = path.split('.')
  return fields.find(({ key }) => key === head)?.label ?? commonLabels[head]
}
