import type { Child } from 'hono/jsx'
import { type LocalText, type Lang, langTag } from '../../core/text.ts'
import type { Filled } from '../forms.tsx'
import { Local, useText, useLang } from '../lang.tsx'
import { partWords } from '../words.ts'
import { formatUnit } from '../format.ts'
import { Icon } from './icon.tsx'

export type FieldCommon = {
  name: string
  label: LocalText
  hint?: LocalText | undefined
  /** What is wrong with it; shown beside it and read out with it. */
  error?: LocalText | undefined
  required?: boolean | undefined
  /** What was typed and what is wrong with it, by the field's name; `value` and `error` of their own come first. */
  form?: Pick<Filled, 'value' | 'values' | 'error' | 'issues'> | undefined
  /** Keeps ids apart where two forms of one page ask for the same name. */
  scope?: string | undefined
  /** What one types first on a page that is made for typing. */
  autofocus?: boolean | undefined
}

type Kind =
  | {
      type?: InputType
      value?: Value
      maxLength?: number | undefined
      min?: Value
      max?: Value
      step?: number | 'any' | undefined
      /** Shown after a number: `h`, `°C`. */
      unit?: string | undefined
      autocomplete?: string | undefined
      /** Numbers and codes: as wide as they are long. */
      short?: boolean
      lang?: string
    }
  | {
      type: 'textarea'
      value?: Value
      rows?: number
      maxLength?: number | undefined
      lang?: string
    }
  | {
      type: 'select'
      value?: Value
      choices: readonly Choice[]
      autosubmit?: boolean
      /** The empty entry, where none is chosen; null leaves it out. */
      none?: LocalText | null | undefined
    }
  | { type: 'multiselect'; values?: readonly string[]; choices: readonly Choice[] }
  | { type: 'checkbox'; checked?: boolean; value?: string }
  | { type: 'file'; accept?: string; multiple?: boolean }

type FormFieldProps = FieldCommon & Kind

/** What one control takes, tied to its hint and error. */
type Control<Type> = Omit<Extract<Kind, { type: Type }>, 'type'> & { wiring: Wiring }

/** One labelled input of a form, with its hint and its error tied to it. Two-language texts: `FormPair`. */
export function FormField(declared: FormFieldProps) {
  const props = withTyped(declared)
  if (props.type === 'multiselect') return <CheckboxList {...props} wiring={wiringOf(props)} />
  if (props.type === 'checkbox') return <Checkbox {...props} />
  return (
    <div class={props.error ? 'field field-wrong' : 'field'}>
      <FieldLabel for={idOf(props)} label={props.label} required={props.required} />
      <FieldHint {...props} />
      {controlOf(props)}
      <FieldError {...props} />
    </div>
  )
}

function withTyped({ form, ...props }: FormFieldProps): FormFieldProps {
  if (!form) return props
  const { type, name } = props
  const error = props.error ?? form.error(name)
  const judged = { error, autofocus: props.autofocus ?? isFirstWrong(form, name) }
  // A password is never sent back.
  if (type === 'password' || type === 'file') return { ...props, ...judged }
  if (type === 'checkbox') return { checked: form.value(name) === 'true', ...props, ...judged }
  if (type === 'multiselect') return { values: form.values(name), ...props, ...judged }
  return { value: form.value(name), ...props, ...judged }
}

/** The first field that is wrong has the focus, where a form comes back. */
const isFirstWrong = (form: FieldCommon['form'], name: string) => form?.issues[0]?.path === name

function controlOf(props: Exclude<FormFieldProps, { type: 'multiselect' | 'checkbox' }>): Child {
  const wiring = wiringOf(props)
  if (props.type === 'textarea') return <Textarea {...props} wiring={wiring} />
  if (props.type === 'select') return <Select {...props} wiring={wiring} />
  if (props.type === 'file') return <FileDrop {...props} wiring={wiring} />
  return <Input {...props} wiring={wiring} />
}

function Checkbox(props: FieldCommon & { checked?: boolean; value?: string }) {
  const wiring = wiringOf(props)
  return (
    <div class={props.error ? 'field field-wrong' : 'field'}>
      <label class="check">
        <input
          type="checkbox"
          value={props.value ?? 'true'}
          checked={props.checked === true}
          {...wiring}
        />
        <Local as="span" text={props.label} />
      </label>
      <FieldHint {...props} />
      <FieldError {...props} />
    </div>
  )
}

/** `name: 'title'` makes the inputs `title.zh` and `title.en`; `error` is about the pair. */
type PairProps = FieldCommon & {
  value?: LocalText
  long?: boolean
  maxLength?: number | undefined
}

/** A text in both languages, side by side, each with its own error. */
export function FormPair(props: PairProps) {
  const { name, label, form, required } = props
  const error = props.error ?? form?.error(name)
  const wiring = wiringOf({ ...props, error })
  const wrong = error ?? form?.error(`${name}.zh`) ?? form?.error(`${name}.en`)
  return (
    <fieldset
      id={wiring.id}
      tabindex={-1}
      class={wrong ? 'field field-wrong' : 'field'}
      aria-describedby={wiring['aria-describedby']}
    >
      <legend class="field-label">
        <Local text={label} />
        {required && <Local as="span" class="field-required" text={partWords.required} />}
      </legend>
      <FieldHint {...props} />
      <div class="pair">
        <Half {...props} lang="zh" />
        <Half {...props} lang="en" />
      </div>
      <FieldError {...props} error={error} />
    </fieldset>
  )
}

function Half({ form, long, maxLength, lang, scope, ...pair }: PairProps & { lang: Lang }) {
  const name = `${pair.name}.${lang}`
  const isFirst = isFirstWrong(form, name) || (lang === 'zh' && isFirstWrong(form, pair.name))
  const own = { name, scope, error: form?.error(name), autofocus: isFirst }
  const wiring = wiringOf(own)
  const value = pair.value?.[lang] ?? form?.value(name)
  const input = { value, lang: langTag(lang), maxLength, wiring }
  return (
    <div>
      <Local
        as="label"
        class="pair-label"
        for={wiring.id}
        text={lang === 'zh' ? partWords.chinese : partWords.english}
      />
      {long ? <Textarea {...input} /> : <Input {...input} />}
      <FieldError {...own} />
    </div>
  )
}

/** One entry of a list to choose from; those of the same `group` stand together. */
export type Choice = { value: string; label: LocalText; group?: LocalText }

type SelectProps = Control<'select'>

/** A list to choose one from. One that is not required starts with an empty entry. */
function Select(props: SelectProps) {
  const { value, choices, autosubmit, none = partWords.choose, wiring } = props
  const t = useText()
  const chosen = String(value ?? '')
  const known = choices.some((choice) => choice.value === chosen)
  const select = (
    <span class="select">
      <select class="input" {...wiring}>
        {none && (!wiring.required || chosen === '') && (
          <option value="">
            <Local text={none} />
          </option>
        )}
        {/* A code that has left the list is kept, not silently replaced by another. */}
        {chosen !== '' && !known && (
          <option value={chosen} selected>
            {chosen}
          </option>
        )}
        {groupsOf(choices).map(([group, entries]) => {
          const options = entries.map((choice) => (
            <option value={choice.value} selected={choice.value === chosen}>
              {t(choice.label)}
            </option>
          ))
          return group ? <optgroup label={t(group)}>{options}</optgroup> : options
        })}
      </select>
    </span>
  )
  return autosubmit ? <hexi-autosubmit>{select}</hexi-autosubmit> : select
}

function groupsOf(choices: readonly Choice[]): [LocalText | undefined, Choice[]][] {
  const groups: [LocalText | undefined, Choice[]][] = []
  for (const choice of choices) {
    const last = groups.at(-1)
    const same = last && (last[0]?.zh ?? '') === (choice.group?.zh ?? '')
    if (same) last[1].push(choice)
    else groups.push([choice.group, [choice]])
  }
  return groups
}

type CheckboxListProps = FieldCommon & Control<'multiselect'>

/** A list to choose several from: boxes to tick, which need no key held down. */
function CheckboxList(props: CheckboxListProps) {
  const { name, label, error, values = [], choices, wiring } = props
  return (
    <fieldset
      id={wiring.id}
      tabindex={-1}
      autofocus={wiring.autofocus}
      class={error ? 'field field-wrong' : 'field'}
      aria-describedby={wiring['aria-describedby']}
    >
      <legend class="field-label">
        <Local text={label} />
        {props.required && <Local as="span" class="field-required" text={partWords.required} />}
      </legend>
      <FieldHint {...props} />
      <div class={choices.length > 12 ? 'checks checks-long' : 'checks'}>
        {choices.map((choice) => (
          <label class="check">
            <input
              type="checkbox"
              name={name}
              value={choice.value}
              checked={values.includes(choice.value)}
            />
            <Local as="span" text={choice.label} />
          </label>
        ))}
      </div>
      <FieldError {...props} />
    </fieldset>
  )
}

type InputType =
  | 'text'
  | 'email'
  | 'url'
  | 'password'
  | 'search'
  | 'number'
  | 'date'
  | 'datetime-local'

type Value = string | number | null | undefined

type InputProps = Extract<Kind, { type?: InputType }> & { wiring: Wiring }

function Input({ unit, ...props }: InputProps) {
  const lang = useLang()
  if (unit === undefined) return <Box {...props} />
  return (
    <span class="input-unit">
      <Box {...props} />
      <span class="quiet">{formatUnit(unit, lang)}</span>
    </span>
  )
}

const shortTypes: readonly InputType[] = ['number', 'date', 'datetime-local']

function Box({ type = 'text', short, wiring, value, min, max, step = 'any', ...rest }: InputProps) {
  const narrow = short || shortTypes.includes(type)
  return (
    <input
      type={type}
      class={narrow ? 'input input-short' : 'input'}
      value={value ?? ''}
      maxlength={rest.maxLength}
      min={min ?? undefined}
      max={max ?? undefined}
      {...(type === 'number' && { step, inputmode: 'decimal' })}
      autocomplete={rest.autocomplete}
      lang={rest.lang}
      {...wiring}
    />
  )
}

type TextareaProps = Control<'textarea'>

/** Grows with what is typed where the browser can. */
function Textarea({ value, rows = 4, maxLength, lang, wiring }: TextareaProps) {
  return (
    <textarea class="input" rows={rows} maxlength={maxLength} lang={lang} {...wiring}>
      {/* The first line break after the tag is dropped by HTML: one is given away to keep the text's own. */}
      {`\n${value ?? ''}`}
    </textarea>
  )
}

type FileProps = Control<'file'>

const maxBytes = 50_000_000

/** A file input; the island lets files be dropped on it, shows them, and refuses what is too large at once. */
function FileDrop({ accept, multiple, wiring }: FileProps) {
  const t = useText()
  return (
    <hexi-upload
      data-max-bytes={String(maxBytes)}
      data-too-large={t(partWords.tooLarge)}
      data-heic={t(partWords.heic)}
    >
      <div class="drop">
        <Icon name="upload" />
        <span class="drop-hint">{t(partWords.dropFile)}</span>
        <input type="file" accept={accept} multiple={multiple} {...wiring} />
        <ul class="drop-files"></ul>
        <p class="field-error" role="alert" hidden></p>
      </div>
    </hexi-upload>
  )
}

type Wiring = {
  id: string
  name: string
  required?: boolean
  autofocus?: boolean
  'aria-describedby'?: string
  'aria-invalid'?: 'true'
}

type Tied = Pick<FieldCommon, 'name' | 'scope' | 'hint' | 'error' | 'required' | 'autofocus'>

/** Where the summary of errors leads to. */
export const idOf = ({ name, scope }: Pick<Tied, 'name' | 'scope'>) =>
  ['field', scope, name].filter(Boolean).join('-')

/** The attributes that tie an input to its hint and error. */
function wiringOf(props: Tied): Wiring {
  const { name, hint, error, required, autofocus } = props
  const id = idOf(props)
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return {
    id,
    name,
    ...(required && { required: true }),
    ...(autofocus && { autofocus: true }),
    ...(described && { 'aria-describedby': described }),
    ...(error && { 'aria-invalid': 'true' as const }),
  }
}

function FieldLabel(props: { for: string; label: LocalText; required?: boolean | undefined }) {
  return (
    <label class="field-label" for={props.for}>
      <Local text={props.label} />
      {props.required && <Local as="span" class="field-required" text={partWords.required} />}
    </label>
  )
}

function FieldHint(props: Tied) {
  if (!props.hint) return <></>
  return <Local as="p" class="field-hint" id={`${idOf(props)}-hint`} text={props.hint} />
}

export function FieldError(props: Tied) {
  if (!props.error) return <></>
  return (
    <p class="field-error" id={`${idOf(props)}-error`}>
      <Icon name="warning" small />
      <Local as="span" text={props.error} />
    </p>
  )
}
