import type { Child } from 'hono/jsx'
import { z } from 'zod'
import type { Declared, Field, FieldKind } from '../core/form.ts'
import type { LocalText } from '../core/text.ts'
import { Button } from './components/button.tsx'
import { type Choice, FormField, FormPair } from './components/form-field.tsx'
import { type Filled, Form } from './forms.tsx'
import { useText } from './lang.tsx'
import { listWords, partWords } from './words.ts'

/** What each reference may be chosen from: a reference without choices does not compile. */
export type ChoicesFor<Reference extends string> = [Reference] extends [never]
  ? { choices?: undefined }
  : { choices: Readonly<Record<Reference, readonly Choice[]>> }

type FieldsProps = {
  form: Filled
  /** In a search nothing is required. */
  search?: boolean
}

/** The inputs of a declared form: opening values, hints, and each error beside its field. */
export const Fields = <Reference extends string>(
  props: FieldsProps & { of: Declared<Reference> } & ChoicesFor<Reference>,
) => <FieldGrid {...props} choices={props.choices} />

type Loaded = Readonly<Record<string, readonly Choice[] | undefined>>

function FieldGrid(props: FieldsProps & { of: Declared; choices: Loaded | undefined }) {
  const { of, form, search = false, choices: loaded = {} } = props
  const bounds = boundsOf(of.schema)
  const scope = search ? { scope: 'filter' } : {}
  return (
    <div class="form-grid">
      {of.entries.map(([name, field]) => {
        const own = bounds.properties[name] ?? {}
        const required = !search && bounds.required.includes(name)
        const { label, hint, as, input = name } = field
        return inputs[as]({
          common: { name: input, label, hint, error: form.error(name), required, ...scope },
          name: input,
          field,
          form,
          bounds: own,
          value: form.value(input),
          maxLength: maxLengthIn(own),
          choices: loaded[name] ?? choicesOf(field),
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

/** What a schema says of one property, as its own JSON Schema has it. */
type Bounds = {
  maxLength?: number
  minimum?: number
  maximum?: number
  type?: string
  properties?: { zh: { anyOf?: readonly Bounds[] } }
}
/** Of a text, or of each language of a pair. */
const maxLengthIn = ({ maxLength, properties }: Bounds) =>
  maxLength ?? properties?.zh.anyOf?.[0]?.maxLength

type Drawn = {
  common: {
    name: string
    label: LocalText
    hint: LocalText | undefined
    error: LocalText | undefined
    required: boolean
    scope?: string
  }
  name: string
  field: Field
  form: Filled
  bounds: Bounds
  value: string
  maxLength: number | undefined
  choices: readonly Choice[]
  /** The entry that chooses nothing; unset: a request to choose. */
  none: LocalText | undefined
}
type Input = (drawn: Drawn) => Child

const select: Input = ({ common, value, choices, none }) => (
  <FormField {...common} type="select" value={value} choices={choices} none={none} />
)
const boxes: Input = ({ common, name, form, choices }) => (
  <FormField {...common} type="multiselect" values={form.values(name)} choices={choices} />
)
const pair = (long: boolean): Input =>
  function Pair({ common, name, form, maxLength }) {
    const { error: both, ...rest } = common
    return (
      <div class="form-wide">
        <FormPair
          {...rest}
          {...(maxLength && { maxLength })}
          long={long}
          value={{ zh: form.value(`${name}.zh`), en: form.value(`${name}.en`) }}
          errors={{ zh: form.error(`${name}.zh`), en: form.error(`${name}.en`), both }}
        />
      </div>
    )
  }

const inputs: Readonly<Record<FieldKind, Input>> = {
  text: ({ common, field: { type, short = false }, value, maxLength }) => (
    <FormField {...common} type={type ?? 'text'} {...{ value, maxLength, short }} />
  ),
  long: ({ common, value, maxLength }) => (
    <div class="form-wide">
      <FormField {...common} type="textarea" {...{ value, maxLength }} />
    </div>
  ),
  date: ({ common, value }) => <FormField {...common} type="date" value={value} />,
  choice: select,
  reference: select,
  lookup: (drawn) => <Lookup {...drawn} />,
  number: ({ common, field: { unit }, value, bounds }) => {
    const step = bounds.type === 'integer' ? 1 : ('any' as const)
    const range = { min: bounds.minimum, max: bounds.maximum, step }
    return <FormField {...common} type="number" {...{ value, unit }} {...range} />
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
  moment: ({ common, name, value, form }) => (
    <div>
      <FormField
        {...common}
        type="datetime-local"
        value={value}
        unit={form.value(`${name}.zone`) || undefined}
      />
      {[`${name}.zone`, `${name}.from`].map((own) => (
        <input type="hidden" name={own} value={form.value(own)} />
      ))}
    </div>
  ),
}

/** Search, then choose: the button shows the form again with what was found; nothing typed is lost. */
function Lookup({ common, name, form, value, choices }: Drawn) {
  const t = useText()
  const { label, hint, scope } = common
  return (
    <div class="form-wide field-row">
      <FormField
        {...(scope && { scope })}
        name={`${name}.find`}
        type="search"
        label={listWords.find(t(label))}
        hint={hint}
        value={form.value(`${name}.find`)}
      />
      <Button look="plain" name="find" value={name}>
        {t(partWords.search)}
      </Button>
      <FormField {...common} hint={undefined} type="select" value={value} choices={choices} />
    </div>
  )
}

const choicesOf = ({ names = {} }: Field): Choice[] =>
  Object.entries(names).map(([value, label]) => ({ value, label }))

const Drawable = z.object({
  properties: z.record(z.string(), z.looseObject({})).default({}),
  required: z.array(z.string()).default([]),
})
type Shape = { properties: Readonly<Record<string, Bounds>>; required: readonly string[] }
const known = new WeakMap<z.ZodType, Shape>()

/** Worked out once for each schema. */
function boundsOf(schema: z.ZodType): Shape {
  const before = known.get(schema)
  if (before) return before
  const made = Drawable.parse(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }))
  known.set(schema, made)
  return made
}
