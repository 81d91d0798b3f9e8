import type { Child } from 'hono/jsx'
import { z } from 'zod'
import type { Declared, Field, FieldKind } from '../core/form.ts'
import type { LocalText } from '../core/text.ts'
import { type Choice, type FieldCommon, FormField, FormPair } from './components/form-field.tsx'
import { type Filled, Form } from './forms.tsx'
import { partWords } from './words.ts'

/** What each reference may be chosen from: a reference without choices does not compile. */
export type ChoicesFor<Reference extends string> = [Reference] extends [never]
  ? { choices?: undefined }
  : { choices: Readonly<Record<Reference, readonly Choice[]>> }

type FieldsProps = {
  form: Filled
  /** In a search nothing is required. */
  search?: boolean
  /** Stands before every name, where the form is a part of a larger one: `prices`, `fields.0`. */
  at?: string
}

/** The inputs of a declared form: opening values, hints, and each error beside its field. */
export const Fields = <Reference extends string>(
  props: FieldsProps & { of: Declared<Reference> } & ChoicesFor<Reference>,
) => <FieldGrid {...props} choices={props.choices} />

type Loaded = Readonly<Record<string, readonly Choice[] | undefined>>

function FieldGrid(props: FieldsProps & { of: Declared; choices: Loaded | undefined }) {
  const { of, form, search = false, at, choices: loaded = {} } = props
  const placed = (own: string) => (at ? `${at}.${own}` : own)
  const bounds = boundsOf(of.schema)
  return (
    <div class="form-grid">
      {of.entries.map(([property, field]) => {
        const { label, hint, as, input = property } = field
        const [name, error] = [placed(input), form.error(placed(property))]
        const required = !search && bounds.required?.includes(property)
        const scope = search ? 'filter' : undefined
        return inputs[as]({
          common: { name, label, hint, error, required, scope },
          field,
          form,
          value: form.value(name),
          bounds: boundsIn(bounds, property),
          choices: loaded[property] ?? choicesOf(field),
          none: search ? partWords.all : undefined,
        })
      })}
    </div>
  )
}

type EntityFormProps<Reference extends string> = {
  of: Declared<Reference>
  form: Filled
  action: string
  submit: LocalText
  look?: 'primary' | 'plain' | 'danger'
  /** Of what is changed: a change by somebody else meanwhile is then refused. */
  version?: number
  /** What stands before the button beside the fields: hidden inputs, an explanation. */
  children?: Child
} & ChoicesFor<Reference>

/** A whole form of an entity: what is wrong, its fields, its button. */
export function EntityForm<Reference extends string>(props: EntityFormProps<Reference>) {
  const { of, form, action, submit, look = 'primary', version, choices, children } = props
  return (
    <Form {...{ action, form, submit, look }} labelOf={of.labelOf}>
      {version !== undefined && <input type="hidden" name="version" value={String(version)} />}
      <FieldGrid {...{ of, form, choices }} />
      {children}
    </Form>
  )
}

type Drawn = {
  common: FieldCommon
  field: Field
  form: Filled
  value: string
  /** What the schema says of it, as its own JSON Schema has it. */
  bounds: z.core.JSONSchema.BaseSchema
  choices: readonly Choice[]
  /** The entry that chooses nothing; unset: a request to choose. */
  none: LocalText | undefined
}
type Input = (drawn: Drawn) => Child

const select: Input = ({ common, value, choices, none }) => (
  <FormField {...common} type="select" {...{ value, choices, none }} />
)
const boxes: Input = ({ common, form, choices }) => (
  <FormField {...common} type="multiselect" values={form.values(common.name)} choices={choices} />
)
const pair =
  (long: boolean): Input =>
  ({ common, form, bounds }) => {
    const [zh, en] = [`${common.name}.zh`, `${common.name}.en`]
    return (
      <div class="form-wide">
        <FormPair
          {...{ ...common, long }}
          maxLength={boundsIn(bounds, 'zh').anyOf?.[0]?.maxLength}
          value={{ zh: form.value(zh), en: form.value(en) }}
          errors={{ zh: form.error(zh), en: form.error(en) }}
        />
      </div>
    )
  }

const inputs: Readonly<Record<FieldKind, Input>> = {
  text: ({ common, field, value, bounds: { maxLength } }) => {
    const { type = 'text', short = false, autocomplete } = field
    return <FormField {...common} {...{ type, value, maxLength, short, autocomplete }} />
  },
  long: ({ common, value, bounds: { maxLength } }) => (
    <div class="form-wide">
      <FormField {...common} type="textarea" {...{ value, maxLength }} />
    </div>
  ),
  date: ({ common, value }) => <FormField {...common} type="date" value={value} />,
  choice: select,
  reference: select,
  number: ({ common, field: { unit }, value, bounds: { type, minimum: min, maximum: max } }) => {
    const step = type === 'integer' ? 1 : 'any'
    return <FormField {...common} type="number" {...{ value, unit, min, max, step }} />
  },
  yuan: ({ common, value }) => <FormField {...common} value={value} unit="CNY" short />,
  /** A box may stay unticked: `required` would ask to tick it. */
  yesNo: ({ common, value }) => (
    <FormField {...common} required={false} type="checkbox" checked={value === 'true'} />
  ),
  choices: boxes,
  references: boxes,
  pair: pair(false),
  longPair: pair(true),
  moment: ({ common, value, form }) => {
    const [zone, from] = [`${common.name}.zone`, `${common.name}.from`]
    const unit = form.value(zone) || undefined
    return (
      <div>
        <FormField {...common} type="datetime-local" {...{ value, unit }} />
        <input type="hidden" name={zone} value={unit} />
        <input type="hidden" name={from} value={form.value(from)} />
      </div>
    )
  },
}

const choicesOf = ({ names = {} }: Field): Choice[] =>
  Object.entries(names).map(([value, label]) => ({ value, label }))

/** Worked out once for each schema. */
const known = new WeakMap<z.ZodType, z.core.JSONSchema.BaseSchema>()

function boundsOf(schema: z.ZodType) {
  const bounds =
    known.get(schema) ?? z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
  known.set(schema, bounds)
  return bounds
}

/** Of JSON Schemas, `true` and `false` are ones too: they bound nothing. */
const boundsIn = (bounds: z.core.JSONSchema.BaseSchema, property: string) => {
  const of = bounds.properties?.[property]
  return typeof of === 'object' ? of : {}
}
