import type { Child } from 'hono/jsx'
import type { LocalText } from '../../core/text.ts'
import { Local } from '../lang.tsx'
import { CheckboxList, type Choice, Select } from './form-choices.tsx'
import { Input, type InputType, Textarea } from './form-inputs.tsx'
import { FileDrop } from './file-drop.tsx'
import { FieldError, FieldHint, FieldLabel, idOf, wiringOf } from './form-parts.tsx'

type Common = {
  name: string
  label: LocalText
  hint?: LocalText | undefined
  /** What is wrong with it; shown beside it and read out with it. */
  error?: LocalText | undefined
  required?: boolean | undefined
  /** Keeps ids apart where two forms of one page ask for the same name. */
  scope?: string | undefined
}

type Value = string | number | null | undefined
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
      none?: LocalText | undefined
    }
  | { type: 'multiselect'; values: readonly string[]; choices: readonly Choice[] }
  | { type: 'checkbox'; checked: boolean; value?: string }
  | { type: 'file'; accept?: string; multiple?: boolean }

export type FormFieldProps = Common & Kind

/** One labelled input of a form, with its hint and its error tied to it. Two-language texts: `FormPair`. */
export function FormField(props: FormFieldProps) {
  if (props.type === 'multiselect') return <CheckboxList {...props} wiring={wiringOf(props)} />
  if (props.type === 'checkbox') return <Checkbox {...props} />
  const tied = { ...props, name: scoped(props) }
  const id = idOf(tied.name)
  return (
    <div class={props.error ? 'field field-wrong' : 'field'}>
      <FieldLabel for={id} label={props.label} required={props.required} />
      <FieldHint {...tied} />
      {controlOf(props)}
      <FieldError {...tied} />
    </div>
  )
}

const scoped = ({ scope, name }: Common) => (scope ? `${scope}-${name}` : name)

function controlOf(props: Exclude<FormFieldProps, { type: 'multiselect' | 'checkbox' }>): Child {
  const wiring = { ...wiringOf({ ...props, name: scoped(props) }), name: props.name }
  if (props.type === 'textarea') return <Textarea {...props} wiring={wiring} />
  if (props.type === 'select') return <Select {...props} wiring={wiring} />
  if (props.type === 'file') return <FileDrop {...props} wiring={wiring} />
  return <Input {...props} wiring={wiring} />
}

function Checkbox(props: Common & { checked: boolean; value?: string }) {
  const wiring = wiringOf(props)
  return (
    <div class={props.error ? 'field field-wrong' : 'field'}>
      <label class="check">
        <input type="checkbox" value={props.value ?? 'true'} checked={props.checked} {...wiring} />
        <span>
          <Local text={props.label} />
        </span>
      </label>
      <FieldHint {...props} />
      <FieldError {...props} />
    </div>
  )
}
