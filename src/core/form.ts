import { fenOf, yuanText } from './money.ts'
import { numberOf } from './numbers.ts'
import { defaultZone, InstantAnswer, momentText, Temporal, wallClockAt } from './time.ts'
import { z } from 'zod'
import { lazily } from './lazily.ts'
import { LocalAnswer, Named } from './shapes.ts'
import type { LocalText, Text } from './text.ts'

/** What a form sent: input name → what was typed, never lost. `title.zh` is half of a pair. */
export type Typed = Readonly<Record<string, readonly string[]>>

type Common = {
  label: Text
  hint?: Text
  /** As wide as it is long. */
  short?: boolean
}
type Choices<T extends string> = { names: Readonly<Record<T, Text>> }

/** How one property is asked for. Which kinds fit is decided by what the schema makes of it. */
type FieldFor<T> = Common &
  ([T] extends [LocalText]
    ? { as: 'pair' | 'longPair' }
    : [T] extends [Temporal.Instant]
      ? { as: 'moment' }
      : [T] extends [boolean]
        ? { as: 'yesNo' }
        : [T] extends [number]
          ? { as: 'yuan' } | { as: 'number'; unit?: string }
          : [T] extends [readonly (infer One extends string)[]]
            ? { as: 'references' } | ({ as: 'choices' } & Choices<One>)
            : [T] extends [string]
              ? string extends T
                ? { as: 'long' | 'date' | 'reference' } | ({ as: 'text' } & OfText)
                : { as: 'choice' } & Choices<T>
              : never)

/** `autocomplete` is what browsers may fill it in with: `name`, `email`. `scan`: what stands on a label, or on several. */
type OfText = { type?: 'email' | 'url' | 'search' | 'scan' | 'scans'; autocomplete?: string }
type Fields<Out> = { readonly [K in keyof Out]-?: FieldFor<Exclude<Out[K], null | undefined>> }
type Known<Out, F> = { readonly [K in Exclude<keyof F, keyof Out>]: never }

/** Any field, once its kind is looked at. */
export type Field = Common &
  OfText & {
    as: FieldKind
    unit?: string
    names?: Readonly<Record<string, Text>>
  }
export type FieldKind = keyof typeof kinds
type Entries = readonly (readonly [string, Field])[]

/** What inputs are drawn from. */
export type Declared = {
  fields: Readonly<Record<string, Field>>
  schema: z.ZodObject
  labels: Readonly<Record<string, Text>>
}

type Absent<T> = undefined extends T ? null : never
/** Every field, null where it was left blank: what a row keeps. */
export type Whole<Out> = { [K in keyof Out]-?: Exclude<Out[K], undefined> | Absent<Out[K]> }
/** Only the fields present are changed; null empties one that may be left blank. */
export type ChangeOf<Out> = { [K in keyof Out]?: Exclude<Out[K], undefined> | Absent<Out[K]> }
/** A row that has some of the fields, a reference with its name or as an id. */
type RowOf<Out> = Partial<Record<keyof Out, unknown>>

/** JSON shows a reference with its name. */
type AnswerTo<T, F> = F extends { as: 'reference' | 'references' }
  ? T extends null
    ? null
    : T extends string
      ? Named
      : Named[]
  : T
type Answers<Out, F> = {
  [K in keyof Out & keyof F]-?: z.ZodType<AnswerTo<Whole<Out>[K], F[K]>>
}

/**
 * One entity's fields, declared once. `schema` decides what is valid; `fields` say how each is asked for and called.
 * A field that is missing, misspelt, or of a kind that does not fit its property does not compile.
 */
export function form<S extends z.ZodObject, const F extends Fields<z.output<S>>>(
  schema: S,
  fields: F & Known<z.output<S>, F>,
) {
  type Name = Extract<keyof F, string>
  const entries = trusted<Entries>(Object.entries(fields))
  return Object.assign(schemasOf<S, F>(schema, entries), {
    fields,
    /** For table headings, the audit and messages. */
    labels: trusted<Readonly<Record<Name, Text>>>(mapped(entries, (_, { label }) => label)),
    ...valuesOf<z.output<S>>(entries),
  })
}

function schemasOf<S extends z.ZodObject, F>(schema: S, entries: Entries) {
  type Out = z.output<S>
  const shape: Record<string, z.ZodType> = schema.shape
  const of = (name: string) => shape[name] ?? z.unknown()
  const isOptional = (name: string) => of(name) instanceof z.ZodOptional
  /** Rules across fields are left to `merged`: zod refuses `.partial()` of a refined schema. */
  const changeable = (name: string, field: Field) => {
    const whole = described(bare(of(name)), field)
    return isOptional(name) ? whole.nullable().optional() : whole.optional()
  }
  const answer = (name: string, field: Field) => {
    const one = kinds[field.as].answer ?? bare(of(name))
    return (isOptional(name) ? one.nullable() : one).describe(titleOf(field))
  }
  const blanks = mapped(entries, (name, { as }) =>
    isOptional(name) ? null : (kinds[as].blank ?? null),
  )
  return lazily({
    /** What the API takes, each property described by its label. Refinements are kept. */
    schema: () =>
      trusted<S>(schema.safeExtend(mapped(entries, (name, field) => described(of(name), field)))),
    /** The same for PATCH, and for a form that sends all fields: blank is null there. */
    edit: () => ({
      schema: trusted<z.ZodType<ChangeOf<Out>>>(z.strictObject(mapped(entries, changeable))),
      read: (typed: Typed, zone?: string) => ({ ...blanks, ...readIn(entries, typed, zone) }),
    }),
    /** What the API answers with, for `z.object` to spread. */
    answer: () => trusted<Answers<Out, F>>(mapped(entries, answer)),
  })
}

const valuesOf = <Out>(entries: Entries) => ({
  /**
   * What was typed, as the schema's input; blank is absent, and what does not look right stays for the schema to refuse.
   * Moments that do not say by whose clock they were typed are by that of `zone`.
   */
  read: (typed: Typed, zone?: string) => readIn(entries, typed, zone),
  /** How the form opens with what is there; moments by the clock of `zone`. */
  open: (row: RowOf<Out>, zone: string = defaultZone): Typed => {
    const values = trusted<Values>(row)
    const opened = entries.map(([name, { as }]) =>
      kinds[as].open(name, plainOf(values[name]), zone),
    )
    return Object.assign({}, ...opened)
  },
  /** Valid input with null for what was left blank. */
  whole: (input: Out) => trusted<Whole<Out>>({ ...mapped(entries, () => null), ...input }),
  /** A row under a change, as input again, for the schema to check rules across fields. */
  merged: (row: RowOf<Out>, change: ChangeOf<Out>) => {
    const values = trusted<Values>({ ...row, ...change })
    return present(mapped(entries, (name) => inputOf(plainOf(values[name]))))
  },
})

/** The compiler cannot follow a mapped type through `Object.fromEntries`: what is built here has the type that is named. */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion, typescript/no-unnecessary-type-parameters -- used in this file alone
const trusted = <T>(value: unknown) => value as T

const mapped = <T>(entries: Entries, of: (name: string, field: Field) => T) =>
  Object.fromEntries(entries.map(([name, field]) => [name, of(name, field)]))

const readIn = (entries: Entries, typed: Typed, zone: string = defaultZone) =>
  present(mapped(entries, (name, { as }) => kinds[as].read(typed, name, zone)))

type Values = Record<string, unknown>
const present = (values: Values) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))

/** What a value is when it is there: a default is for what is new, in a change absent means unchanged. */
const bare = (schema: z.ZodType): z.ZodType =>
  schema instanceof z.ZodDefault || schema instanceof z.ZodOptional
    ? trusted(schema.unwrap())
    : schema

const titleOf = ({ label }: Field) => `${label.en} · ${label.zh}`

function described(schema: z.ZodType, field: Field): z.ZodType {
  const { as, unit, hint } = field
  const about = [titleOf(field), kinds[as].note, unit && `in ${unit}`, hint?.en]
  return schema.describe(about.filter(Boolean).join('; '))
}

/** The id of somebody or something that a row names; anything else as it is, null as absent. */
function plainOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plainOf)
  const isNamed = typeof value === 'object' && value !== null && 'id' in value
  return isNamed ? value.id : (value ?? undefined)
}

const inputOf = (value: unknown) => (value instanceof Temporal.Instant ? value.toString() : value)

const one = (typed: Typed, name: string) => typed[name]?.[0]?.trim() || undefined
const many = (typed: Typed, name: string) => (typed[name] ?? []).filter(Boolean)

/** The number, or the text where it is none: the schema then says so. */
const number = (of: (text: string) => number) => (typed: Typed, name: string) => {
  const text = one(typed, name)
  const value = text === undefined ? undefined : of(text)
  return Number.isNaN(value) ? text : value
}

function pair(typed: Typed, name: string) {
  const [zh, en] = [one(typed, `${name}.zh`), one(typed, `${name}.en`)]
  return zh || en ? { zh: zh ?? null, en: en ?? null } : undefined
}

function openPair(name: string, value: unknown): Typed {
  const { zh, en } = trusted<LocalText>(value ?? {})
  return { [`${name}.zh`]: [zh ?? ''], [`${name}.en`]: [en ?? ''] }
}

/**
 * The zone travels with what was typed, so that it is read by the clock that it was typed for. So does the moment that
 * the form opened with: untouched, it keeps its seconds, and its hour where the clock shows that twice.
 */
function moment(typed: Typed, name: string, zone: string) {
  const wall = one(typed, name)
  const [from, opened] = one(typed, `${name}.from`)?.split(' ') ?? []
  if (wall === undefined || wall === opened) return wall && from
  return momentText(wall, one(typed, `${name}.zone`) ?? zone)
}

function openMoment(name: string, value: unknown, zone: string): Typed {
  const clock = { [`${name}.zone`]: [zone] }
  if (!(value instanceof Temporal.Instant)) return clock
  const wall = wallClockAt(value, zone)
  return { [name]: [wall], [`${name}.from`]: [`${value.toString()} ${wall}`], ...clock }
}

const opened = (text: (value: unknown) => string) => (name: string, value: unknown) =>
  value === undefined ? {} : { [name]: [value].flat().map(text) }

type KindRules = {
  read: (typed: Typed, name: string, zone: string) => unknown
  open: (name: string, value: unknown, zone: string) => Typed
  /** What JSON shows of it, where that is not what the schema takes. */
  answer?: z.ZodType
  /** What a form that sends all fields means by a blank one that may not be null. */
  blank?: unknown
  /** For the description in the API. */
  note?: string
}

const text: KindRules = { read: one, open: opened(String) }
const reference = { ...text, answer: Named, note: 'an id' }
const localText: KindRules = {
  read: pair,
  open: openPair,
  answer: LocalAnswer,
  blank: { zh: null, en: null },
}
const several = { ...text, read: many }

const kindRules = {
  text,
  long: text,
  date: text,
  choice: text,
  reference,
  number: { ...text, read: number(numberOf) },
  yuan: {
    read: number(fenOf),
    open: opened((fen) => yuanText(Number(fen))),
    note: 'in 分 (1/100 CNY)',
  },
  /** A box that is not ticked sends nothing. */
  yesNo: { ...text, read: (typed: Typed, name: string) => one(typed, name) === 'true' },
  choices: several,
  references: { ...several, answer: z.array(Named), note: reference.note },
  pair: localText,
  longPair: localText,
  moment: { read: moment, open: openMoment, answer: InstantAnswer },
} satisfies Record<string, KindRules>
const kinds: Readonly<Record<keyof typeof kindRules, KindRules>> = kindRules
