import type { Field } from '../../core/fields.ts'
import type { Text } from '../../core/text.ts'
import { Button, ButtonLink } from '../../web/components/button.tsx'
import { ErrorSummary, errorAt } from '../../web/components/error-summary.tsx'
import { FieldIndex } from '../../web/components/field-list.tsx'
import { FormField } from '../../web/components/form-field.tsx'
import { FormPair } from '../../web/components/form-pair.tsx'
import { useText } from '../../web/lang.tsx'
import { accessNames, audienceNames, partWords } from '../../web/words.ts'
import { kindDefinitions } from '../kinds.ts'
import { accesses, audiences, type Kind } from '../model/record.ts'
import { rowsShown } from '../rules/form.ts'
import { deskWords } from '../words/desk.ts'
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

function CommonInputs({ state, institutions, kind }: RecordFormProps) {
  const { typed, issues, vocabularies } = state
  const value = (name: string) => typed[name]?.[0] ?? ''
  const pair = (name: string) => ({ zh: value(`${name}.zh`), en: value(`${name}.en`) })
  const errors = (name: string) => ({
    zh: errorAt(issues, `${name}.zh`),
    en: errorAt(issues, `${name}.en`),
    both: errorAt(issues, name),
  })
  const terms = (name: string) =>
    [...(vocabularies.get(name)?.terms.values() ?? [])]
      .filter(({ isCurrent }) => isCurrent)
      .map(({ code, label }) => ({ value: code, label }))
  return (
    <>
      <FormPair
        name="title"
        label={deskWords.title}
        hint={deskWords.titleHint}
        value={pair('title')}
        errors={errors('title')}
        required
        maxLength={500}
      />
      <FormPair
        name="summary"
        label={deskWords.summary}
        value={pair('summary')}
        errors={errors('summary')}
        long
        maxLength={5000}
      />
      {institutions.length !== 1 && (
        <FormField
          type="select"
          name="institution"
          label={deskWords.institution}
          value={value('institution')}
          choices={institutions}
          error={errorAt(issues, 'institution')}
          required
        />
      )}
      {kind === 'accession' && (
        <FormField
          type="select"
          name="library"
          label={deskWords.library}
          value={value('library')}
          choices={terms('library')}
          error={errorAt(issues, 'library')}
        />
      )}
      <div class="field-row">
        <FormField
          type="select"
          name="audience"
          label={deskWords.audience}
          value={value('audience') || 'public'}
          choices={audiences.map((one) => ({ value: one, label: audienceNames[one] }))}
          required
        />
        <FormField
          type="select"
          name="access"
          label={deskWords.access}
          value={value('access') || 'on_request'}
          choices={accesses.map((one) => ({ value: one, label: accessNames[one] }))}
          required
        />
      </div>
      <FormField
        type="textarea"
        rows={3}
        name="keywords"
        label={deskWords.keywords}
        hint={deskWords.perLine}
        value={value('keywords')}
        error={errorAt(issues, 'keywords')}
      />
      <SubjectInputs state={state} />
      <IdentifierInputs state={state} />
    </>
  )
}

const subjectSlots = [0, 1, 2, 3] as const

/** Up to four subjects, each chosen from the list: a hundred boxes to tick would bury the form. */
function SubjectInputs({ state }: { state: FormState }) {
  const t = useText()
  const terms = [...(state.vocabularies.get('subject')?.terms.values() ?? [])]
  const choices = terms.map(({ code, label }) => ({
    value: code,
    label: { zh: `${code} ${label.zh}`, en: `${code} ${label.en}` },
  }))
  const chosen = state.typed['subjects'] ?? []
  return (
    <fieldset class="rows-field" id="field-subjects" tabindex={-1}>
      <legend class="field-label">{t(deskWords.subjects)}</legend>
      <p class="field-hint">{t(deskWords.subjectsHint)}</p>
      <div class="field-row">
        {subjectSlots.slice(0, Math.min(4, chosen.length + 1)).map((slot) => (
          <span class="select">
            <select
              class="input"
              name="subjects"
              aria-label={`${t(deskWords.subjects)} ${slot + 1}`}
            >
              <option value="">{t(partWords.choose)}</option>
              {choices.map(({ value, label }) => (
                <option value={value} selected={chosen[slot] === value}>
                  {t(label)}
                </option>
              ))}
            </select>
          </span>
        ))}
      </div>
    </fieldset>
  )
}

function IdentifierInputs({ state }: { state: FormState }) {
  const t = useText()
  const schemes = ['doi', 'cstr', 'glis', 'handle', 'ark', 'url', 'local', 'other']
  const choices = schemes.map((value) => ({ value, label: { zh: value, en: value } }))
  return (
    <fieldset class="rows-field" id="field-identifiers" tabindex={-1}>
      <legend class="field-label">{t(deskWords.identifiers)}</legend>
      {Array.from({ length: rowsShown(state.typed, 'identifiers') }, (_, at) => (
        <div class="field-row">
          <FormField
            type="select"
            name={`identifiers.${at}.scheme`}
            label={deskWords.scheme}
            value={state.typed[`identifiers.${at}.scheme`]?.[0] ?? 'doi'}
            choices={choices}
            error={errorAt(state.issues, `identifiers.${at}.scheme`)}
            required
          />
          <FormField
            name={`identifiers.${at}.value`}
            label={deskWords.value}
            value={state.typed[`identifiers.${at}.value`]?.[0] ?? ''}
            maxLength={500}
            error={errorAt(state.issues, `identifiers.${at}.value`)}
          />
        </div>
      ))}
    </fieldset>
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
