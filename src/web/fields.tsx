import type { Child } from 'hono/jsx'
import { z } from 'zod'
import type { Declared, Field, FieldKind } from '../core/form.ts'
import type { LocalText } from '../core/text.ts'
import { type Choice, type FieldCommon, FormField, FormPair } from './components/form-field.tsx'
import { TextField } from './components/scan-form.tsx'
import { type Filled, Form, type FormProps } from './forms.tsx'
import { partWords } from './words.ts'

type References<Fields extends Declared['fields']> = {
  [K in keyof Fields & string]: Fields[K]['as'] & ('reference' | 'references') extends never
    ? never
    : K
}[keyof Fields & string]

/** What each reference may be chosen from: a reference without choices does not compile. */
export type ChoicesFor<F extends Declared> = [References<F['fields']>] extends [never]
  ? { choices?: undefined }
  : { choices: Readonly<Record<References<F['fields']>, readonly Choice[]>> }

type Filling<F extends Declared> = ChoicesFor<F> & {
  of: F
  form: Filled
  /** Tells inputs apart from those of another form of the page. */
  scope?: string | undefined
}
type FieldsProps<F extends Declared> = Filling<F> & {
  /** In a search nothing is required. */
  search?: boolean
  /** Stands before every name, where the form is a part of a larger one: `prices`, `fields.0`. */
  at?: string
}

/** The inputs of a declared form: opening values, hints, and each error beside its field. */
export function Fields<F extends Declared>(props: FieldsProps<F>) {
  const { of, form, search = false, at, scope = search ? 'filter' : undefined } = props
  const loaded: Readonly<Record<string, readonly Choice[] | undefined>> = props.choices ?? {}
  const bounds = z.toJSONSchema(of.schema, { io: 'input', unrepresentable: 'any' })
  return (
    <div class="form-grid">
      {Object.entries(of.fields).map(([property, field]) => {
        const { label, hint, as } = field
        const name = at ? `${at}.${property}` : property
        const required = !search && bounds.required?.includes(property)
        return inputs[as]({
          common: { name, label, hint, required, scope, form },
          field,
          bounds: boundsIn(bounds, property),
          choices: loaded[property] ?? choicesOf(field),
          none: search ? partWords.all : undefined,
        })
      })}
    </div>
  )
}

type EntityFormProps<F extends Declared> = Filling<F> &
  Omit<FormProps, 'labels' | 'withFile'> & {
    /** Of what is changed: a change by somebody else meanwhile is then refused. */
    version?: number
  }

/** A whole form of an entity: what is wrong, its fields, its button. */
export function EntityForm<F extends Declared>(props: EntityFormProps<F>) {
  const { of, form, scope, choices = {}, action, submit, look, version, children } = props
  return (
    <Form {...{ action, form, scope, submit, look }} labels={of.labels}>
      {version !== undefined && <input type="hidden" name="version" value={String(version)} />}
      <Fields<Declared> {...{ of, form, scope, choices }} />
      {children}
    </Form>
  )
}

type Drawn = {
  common: FieldCommon & { form: Filled }
  field: Field
  /** What the schema says of it, as its own JSON Schema has it. */
  bounds: z.core.JSONSchema.BaseSchema
  choices: readonly Choice[]
  /** The entry that chooses nothing; unset: a request to choose. */
  none: LocalText | undefined
}
type Input = (drawn: Drawn) => Child

const select: Input = ({ common, choices, none }) => (
  <FormField {...common} type="select" {...{ choices, none }} />
)
const boxes: Input = ({ common, choices }) => (
  <FormField {...common} type="multiselect" choices={choices} />
)
const pair =
  (long: boolean): Input =>
  ({ common, bounds }) => (
    <div class="form-wide">
      <FormPair {...{ ...common, long }} maxLength={boundsIn(bounds, 'zh').anyOf?.[0]?.maxLength} />
    </div>
  )

const inputs: Readonly<Record<FieldKind, Input>> = {
  text: ({ common, field: { type, short, autocomplete }, bounds: { maxLength } }) => (
    <TextField {...common} {...{ type, short, autocomplete, maxLength }} />
  ),
  long: ({ common, bounds: { maxLength } }) => (
    <div class="form-wide">
      <FormField {...common} type="textarea" maxLength={maxLength} />
    </div>
  ),
  date: ({ common }) => <FormField {...common} type="date" />,
  choice: select,
  reference: select,
  number: ({ common, field: { unit }, bounds: { type, minimum: min, maximum: max } }) => {
    const step = type === 'integer' ? 1 : 'any'
    return <FormField {...common} type="number" {...{ unit, min, max, step }} />
  },
  yuan: ({ common }) => <FormField {...common} unit="CNY" short />,
  /** A box may stay unticked: `required` would ask to tick it. */
  yesNo: ({ common }) => <FormField {...common} required={false} type="checkbox" />,
  choices: boxes,
  references: boxes,
  pair: pair(false),
  longPair: pair(true),
  moment: ({ common }) => {
    const { form, name } = common
    const [zone, from] = [`${name}.zone`, `${name}.from`]
    const unit = form.value(zone) || undefined
    return (
      <div>
        <FormField {...common} type="datetime-local" unit={unit} />
        <input type="hidden" name={zone} value={unit} />
        <input type="hidden" name={from} value={form.value(from)} />
      </div>
    )
  },
}

const choicesOf = ({ names = {} }: Field): Choice[] =>
  Object.entries(names).map(([value, label]) => ({ value, label }))

/** Of JSON Schemas, `true` and `false` are ones too: they bound nothing. */
const boundsIn = (bounds: z.core.JSONSchema.BaseSchema, property: string) => {
  const of = bounds.properties?.[property]
  return typeof of === 'object' ? of : {}
}
