import type { Child } from 'hono/jsx'
import type { Text } from '../../../core/text.ts'
import type { Field } from '../../../core/fields.ts'
import { Button, ButtonLink } from '../../../web/components/button.tsx'
import { ErrorSummary, type FieldLabels } from '../../../web/components/messages.tsx'
import { FieldIndex } from '../../../web/components/values.tsx'
import { Local, useText } from '../../../web/lang.tsx'
import { partWords } from '../../../web/words.ts'
import { kindDefinitions } from '../../../kinds.ts'
import { type Kind, accesses, audiences } from '../model/record.ts'
import { deskWords, accessNames, audienceNames } from '../words.ts'
import { FormField, FormPair, type Choice } from '../../../web/components/form-field.tsx'
import type { Filled } from '../../../web/forms.tsx'
import { rowsShown } from '../rules/form.ts'
import type { Vocabularies } from '../../vocabularies/queries/terms.ts'
import type { Replaced } from './record.tsx'

type RecordFormProps = {
  kind: Kind
  profile: string | null
  fields: readonly Field[]
  institutions: readonly Choice[]
  state: FormState
  action: string
  cancel: string
  /** Version that was read; unset for a new record. */
  version?: number
  canPublish: boolean
  /** What is said of the form as it stands, and where it is asked anew. */
  checks: Child
  checksAt: string
  notice?: { title: Text; hint: Text }
  replaced?: readonly Replaced[] | undefined
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
          <ErrorSummary issues={state.form.issues} labels={labelsOf(fields)} />
          {version !== undefined && <input type="hidden" name="version" value={String(version)} />}
          {props.profile && <input type="hidden" name="profile" value={props.profile} />}
          <Group id="common" label={deskWords.common}>
            <CommonInputs {...props} />
          </Group>
          {groups.map(({ key, label }) => (
            <Group id={key} label={label}>
              <Replacing replaced={props.replaced?.find(({ group }) => group === key)}>
                {fields
                  .filter(({ group }) => group === key)
                  .map((field) => (
                    <FieldInput field={field} state={state} />
                  ))}
              </Replacing>
            </Group>
          ))}
          <FormActions {...props} />
        </form>
      </hexi-dirty-form>
    </div>
  )
}

function Notice({ notice }: { notice: RecordFormProps['notice'] }) {
  if (!notice) return <></>
  return (
    <section class="summary tone-caution" role="alert">
      <Local as="h2" text={notice.title} />
      <Local as="p" text={notice.hint} />
    </section>
  )
}

function Group({ id, label, children }: { id: string; label: Text; children?: unknown }) {
  return (
    <section class="form-group" aria-labelledby={`group-${id}`}>
      <Local as="h2" id={`group-${id}`} text={label} />
      {children}
    </section>
  )
}

/** Fields that something else stands for are kept, and folded away under the reason. */
function Replacing({ replaced, children }: { replaced: Replaced | undefined; children?: Child }) {
  if (!replaced) return <>{children}</>
  return (
    <>
      <p class="field-hint">
        <Local as="a" href={replaced.href} text={replaced.note} />
      </p>
      <details>
        <Local as="summary" text={deskWords.replacedFields} />
        {children}
      </details>
    </>
  )
}

function FormActions({ version, canPublish, cancel, checks, checksAt }: RecordFormProps) {
  return (
    <div class="form-actions">
      <hexi-checks data-at={checksAt}>{checks}</hexi-checks>
      <Button look="primary" text={version === undefined ? deskWords.saveDraft : deskWords.save} />
      {canPublish && <Button name="then" value="publish" text={deskWords.publish} />}
      <ButtonLink look="quiet" href={cancel} text={partWords.cancel} />
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

/** What fields are called on the form. */
export const labelsOf = (fields: readonly Field[]): FieldLabels => ({
  ...commonLabels,
  ...Object.fromEntries(fields.map(({ key, label }) => [key, label])),
})

type Props = Pick<RecordFormProps, 'kind' | 'state' | 'institutions'>

/** What every record has, of whatever kind. */
function CommonInputs({ state, institutions, kind }: Props) {
  return (
    <>
      <NameInputs state={state} />
      <OwnerInput state={state} institutions={institutions} />
      {kind === 'accession' && <LibraryInput state={state} />}
      <SharingInputs state={state} />
      <FormField
        type="textarea"
        rows={3}
        {...bound(state, 'keywords')}
        label={deskWords.keywords}
        hint={deskWords.perLine}
      />
      <SubjectInputs state={state} />
      <IdentifierInputs state={state} />
    </>
  )
}

/** An input's name, what was typed into it, and what is wrong with it. */
const bound = ({ form }: FormState, name: string) => ({
  name,
  value: form.value(name),
  error: form.error(name),
  autofocus: form.issues[0]?.path === name,
})

const NameInputs = ({ state: { form } }: { state: FormState }) => (
  <>
    <FormPair
      name="title"
      form={form}
      label={deskWords.title}
      hint={deskWords.titleHint}
      required
      maxLength={500}
    />
    <FormPair name="summary" form={form} label={deskWords.summary} long maxLength={5000} />
  </>
)

/** Whose it is: asked only of who keeps several institutions. */
function OwnerInput({ state, institutions }: Omit<Props, 'kind'>) {
  const [only, ...others] = institutions
  const own = bound(state, 'institution')
  if (only && others.length === 0) return <FixedOwner owner={only} id={own.value || only.value} />
  return (
    <FormField
      type="select"
      {...own}
      label={deskWords.institution}
      choices={institutions}
      required
    />
  )
}

/** A record that one keeps by its collection may be another institution's, and stays so. */
const FixedOwner = ({ owner, id }: { owner: Choice; id: string }) => (
  <div class="field">
    <Local as="p" class="field-label" text={deskWords.institution} />
    {id === owner.value && <Local as="p" text={owner.label} />}
    <input type="hidden" name="institution" value={id} />
  </div>
)

const LibraryInput = ({ state }: { state: FormState }) => (
  <FormField
    type="select"
    {...bound(state, 'library')}
    label={deskWords.library}
    choices={choicesOf('library', state)}
  />
)

/** Who sees it, and how one gets the thing itself. */
function SharingInputs({ state }: { state: FormState }) {
  return (
    <div class="field-row">
      <FormField
        type="select"
        name="audience"
        label={deskWords.audience}
        value={bound(state, 'audience').value || 'public'}
        choices={audiences.map((one) => ({ value: one, label: audienceNames[one] }))}
        required
      />
      <FormField
        type="select"
        name="access"
        label={deskWords.access}
        value={bound(state, 'access').value || 'on_request'}
        choices={accesses.map((one) => ({ value: one, label: accessNames[one] }))}
        required
      />
    </div>
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
  const chosen = state.form.values('subjects')
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
  const schemes = ['doi', 'cstr', 'glis', 'handle', 'ark', 'url', 'local', 'other']
  const choices = schemes.map((value) => ({ value, label: { zh: value, en: value } }))
  return (
    <fieldset class="rows-field" id="field-identifiers" tabindex={-1}>
      <Local as="legend" class="field-label" text={deskWords.identifiers} />
      {Array.from({ length: rowsShown(state.form.typed, 'identifiers', 'value') }, (_, at) => (
        <div class="field-row">
          <FormField
            type="select"
            {...bound(state, `identifiers.${at}.scheme`)}
            value={state.form.value(`identifiers.${at}.scheme`) || 'doi'}
            label={deskWords.scheme}
            choices={choices}
            required
          />
          <FormField
            {...bound(state, `identifiers.${at}.value`)}
            label={deskWords.value}
            maxLength={500}
          />
        </div>
      ))}
    </fieldset>
  )
}

type FormState = {
  form: Filled
  vocabularies: Vocabularies
}

type FieldInputProps = { field: Field; name?: string; state: FormState }

/** One field of a kind as an input, by its type; a structured one is a table of inputs. */
export function FieldInput({ field, name = field.key, state }: FieldInputProps) {
  if (field.type === 'rows') return <RowsInput field={field} state={state} />
  const { value, ...own } = bound(state, name)
  const common = { ...own, label: field.label, hint: field.hint }
  if (field.type === 'codes') {
    const values = state.form.values(name)
    const choices = choicesOf(field.vocabulary ?? '', state)
    return <FormField type="multiselect" {...common} values={values} choices={choices} />
  }
  return (
    <OneInput
      {...common}
      field={field}
      value={value}
      choices={choicesOf(field.vocabulary ?? '', state)}
    />
  )
}

/** A field that one input holds; a list is a line for each entry. */
function OneInput({ choices, ...props }: LineProps & { choices: Choice[] }) {
  const { field, ...common } = props
  if (field.type === 'longtext')
    return <FormField type="textarea" {...common} maxLength={field.max} />
  if (field.type === 'list') return <FormField type="textarea" rows={2} {...common} />
  if (field.type === 'boolean') return <FormField type="select" {...common} choices={yesOrNo} />
  if (field.type === 'code') return <FormField type="select" {...common} choices={choices} />
  return <LineInput {...props} />
}

const yesOrNo: readonly Choice[] = [
  { value: 'true', label: partWords.yes },
  { value: 'false', label: partWords.no },
]

function choicesOf(vocabulary: string, { vocabularies }: FormState): Choice[] {
  const terms = vocabularies.get(vocabulary)?.terms.values() ?? []
  return [...terms]
    .filter(({ isCurrent }) => isCurrent)
    .map(({ code, label }) => ({ value: code, label }))
}

type LineProps = {
  name: string
  label: Field['label']
  hint: Field['hint']
  error: ReturnType<Filled['error']>
  field: Field
  value: string
}

const inputTypes = { date: 'date', url: 'url', email: 'email' } as const
const isPlain = (type: Field['type']): type is keyof typeof inputTypes => type in inputTypes

function LineInput({ field: { type, unit, from, to, max }, ...props }: LineProps) {
  if (type === 'number' || type === 'integer')
    // Text, not `number`: what is typed wrong must come back as it was typed.
    return <FormField {...props} short unit={unit} min={from} max={to} />
  const inputType = isPlain(type) ? inputTypes[type] : 'text'
  return <FormField {...props} type={inputType} maxLength={max} short={type === 'partial_date'} />
}

/** A structured field: a numbered group of inputs per entry, the last one empty to add another. */
function RowsInput({ field, state }: { field: Field; state: FormState }) {
  const t = useText()
  const count = rowsShown(state.form.typed, field.key)
  const own = state.form.error(field.key)
  return (
    <fieldset class="rows-field" id={`field-${field.key}`} tabindex={-1}>
      <legend class="field-label">{t(field.label)}</legend>
      {field.hint && <p class="field-hint">{t(field.hint)}</p>}
      {own && <p class="field-error">{t(own)}</p>}
      {Array.from({ length: count }, (_, at) => (
        <details class="rows-entry" open={at < count - 1 || count === 1}>
          <summary>{at === count - 1 ? t(partWords.addEntry) : t(partWords.entry(at + 1))}</summary>
          <div class="rows-inputs">
            {(field.columns ?? []).map((column) => (
              <FieldInput field={column} name={`${field.key}.${at}.${column.key}`} state={state} />
            ))}
          </div>
        </details>
      ))}
    </fieldset>
  )
}
