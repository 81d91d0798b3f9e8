import type { LocalText } from '../../../core/text.ts'
import { errorAt } from '../../../web/components/error-summary.tsx'
import { FormField } from '../../../web/components/form-field.tsx'
import { FormPair } from '../../../web/components/form-pair.tsx'
import { useText } from '../../../web/lang.tsx'
import { partWords } from '../../../web/words.ts'
import { accessNames, audienceNames } from '../words/names.ts'
import { accesses, audiences, type Kind } from '../model/record.ts'
import { rowsShown } from '../rules/form.ts'
import { deskWords } from '../words/desk.ts'
import type { FormState } from './inputs.tsx'

type Props = {
  kind: Kind
  state: FormState
  institutions: readonly { value: string; label: LocalText }[]
}

/** What every record has, of whatever kind. */
export function CommonInputs({ state, institutions, kind }: Props) {
  return (
    <>
      <NameInputs state={state} />
      <OwnerInput state={state} institutions={institutions} />
      {kind === 'accession' && <LibraryInput state={state} />}
      <SharingInputs state={state} />
      <FormField
        type="textarea"
        rows={3}
        name="keywords"
        label={deskWords.keywords}
        hint={deskWords.perLine}
        value={typedAs(state, 'keywords')}
        error={errorAt(state.issues, 'keywords')}
      />
      <SubjectInputs state={state} />
      <IdentifierInputs state={state} />
    </>
  )
}

const typedAs = ({ typed }: FormState, name: string) => typed[name]?.[0] ?? ''

function NameInputs({ state }: { state: FormState }) {
  const { issues } = state
  const pair = (name: string) => ({
    name,
    value: { zh: typedAs(state, `${name}.zh`), en: typedAs(state, `${name}.en`) },
    errors: {
      zh: errorAt(issues, `${name}.zh`),
      en: errorAt(issues, `${name}.en`),
      both: errorAt(issues, name),
    },
  })
  return (
    <>
      <FormPair
        {...pair('title')}
        label={deskWords.title}
        hint={deskWords.titleHint}
        required
        maxLength={500}
      />
      <FormPair {...pair('summary')} label={deskWords.summary} long maxLength={5000} />
    </>
  )
}

/** Whose it is: asked only of who keeps several institutions. */
function OwnerInput({ state, institutions }: Omit<Props, 'kind'>) {
  const [only, ...others] = institutions
  if (only && others.length === 0)
    // A record that one keeps by its collection may be another institution's, and stays so.
    return (
      <input type="hidden" name="institution" value={typedAs(state, 'institution') || only.value} />
    )
  return (
    <FormField
      type="select"
      name="institution"
      label={deskWords.institution}
      value={typedAs(state, 'institution')}
      choices={institutions}
      error={errorAt(state.issues, 'institution')}
      required
    />
  )
}

function LibraryInput({ state }: { state: FormState }) {
  const terms = [...(state.vocabularies.get('library')?.terms.values() ?? [])]
  return (
    <FormField
      type="select"
      name="library"
      label={deskWords.library}
      value={typedAs(state, 'library')}
      choices={terms
        .filter(({ isCurrent }) => isCurrent)
        .map(({ code, label }) => ({ value: code, label }))}
      error={errorAt(state.issues, 'library')}
    />
  )
}

/** Who sees it, and how one gets the thing itself. */
function SharingInputs({ state }: { state: FormState }) {
  return (
    <div class="field-row">
      <FormField
        type="select"
        name="audience"
        label={deskWords.audience}
        value={typedAs(state, 'audience') || 'public'}
        choices={audiences.map((one) => ({ value: one, label: audienceNames[one] }))}
        required
      />
      <FormField
        type="select"
        name="access"
        label={deskWords.access}
        value={typedAs(state, 'access') || 'on_request'}
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
      {Array.from({ length: rowsShown(state.typed, 'identifiers', 'value') }, (_, at) => (
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
