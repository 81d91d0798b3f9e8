import { type Child, createContext, useContext } from 'hono/jsx'
import type { Typed } from '../../../core/form.ts'
import { bothLanguages, type Text } from '../../../core/text.ts'
import {
  type FieldCommon,
  FieldError,
  FormField,
  idOf,
} from '../../../web/components/form-field.tsx'
import { Table } from '../../../web/components/table.tsx'
import { FieldList } from '../../../web/components/values.tsx'
import { formatPartialDate, formatQuantity } from '../../../web/format.ts'
import { type Filled, typedWithin } from '../../../web/forms.tsx'
import { Local, useLang, useText } from '../../../web/lang.tsx'
import { partWords } from '../../../web/words.ts'
import { type Answer, type Answers, type Field, type FieldType, mostTableRows } from '../model.ts'
import { answersOf, shownFields, textOfChoice } from '../rules.ts'
import { formWords as words } from '../words.ts'

/** Under which name the inputs of a form stand: forms of several providers on one page have one each. */
export const AnswersAt = createContext('answers')

type FormProps = { fields: readonly Field[]; form: Filled }

/**
 * What a form asks, with what was typed and what is wrong with it. Fields that wait for an answer are all there without
 * JavaScript, each with its condition in words; what was typed into one that is not asked is not kept.
 */
export function AnswerFields({ fields, form }: FormProps) {
  const at = useContext(AnswersAt)
  return (
    <hexi-conditions>
      {fields.map((field) => {
        const { when } = field
        const other = when && fields.find(({ key }) => key === when.field)
        if (!when || !other) return <AnswerField field={field} form={form} />
        return (
          <div data-when={`${at}.${when.field}`} data-is={valueOf(when.is)}>
            <noscript>
              <p class="quiet">
                <Local text={words.onlyWhen(conditionText(other, when.is))} />
              </p>
            </noscript>
            <AnswerField field={field} form={form} />
          </div>
        )
      })}
    </hexi-conditions>
  )
}

/** Labels of the answers' inputs, for the summary of errors. */
export const answerLabels = (fields: readonly Field[]) =>
  Object.fromEntries(fields.map(({ key, label }) => [`answers.${key}`, label]))

/** `“Purpose” is “Breeding”`. */
export function conditionText(
  { type, label }: Pick<Field, 'type' | 'label'>,
  is: string | boolean,
): Text {
  const answer = typeof is === 'boolean' ? partWords[is ? 'yes' : 'no'] : textOfChoice(is)
  const about = type === 'choices' ? words.whenHas : words.whenIs
  return about(bothLanguages(label), answer)
}

/** An answer as its input has it. */
const valueOf = (answer: string | number | boolean) =>
  typeof answer === 'boolean' ? (answer ? 'yes' : 'no') : String(answer)

type FieldProps = { field: Field; form: Filled }

/** An answer, as the field asks for it. */
function AnswerField({ field, form }: FieldProps) {
  const { key, label, required, help } = field
  const at = useContext(AnswersAt)
  const hint = help?.zh || help?.en ? help : undefined
  return <>{inputs[field.type]({ name: `${at}.${key}`, label, required, hint, form }, field)}</>
}

type Common = FieldCommon & { form: Filled }

const area =
  (rows: number) =>
  (common: Common): Child => <FormField {...common} type="textarea" rows={rows} />
const select = (common: Common, field: Field) => (
  <FormField {...common} type="select" choices={choicesOf(field)} />
)

const inputs: Record<FieldType, (common: Common, field: Field) => Child> = {
  text: area(2),
  long: area(5),
  number: (common, { unit }) => <FormField {...common} type="number" unit={unit} />,
  date: (common) => <FormField {...common} type="date" />,
  email: (common) => <FormField {...common} type="email" />,
  choice: select,
  yes_no: select,
  choices: (common, field) => (
    <FormField {...common} type="multiselect" choices={choicesOf(field)} />
  ),
  table: (common, field) => <TableField {...common} field={field} />,
  file: (common) => <FileField {...common} />,
  label: (_, field) => <Note field={field} />,
}

/** Under what name a form that was refused has the file of an input, where its page keeps them. */
export const keptName = (input: string) => `kept.${input}`

function FileField(common: Common) {
  const name = keptName(common.name)
  const kept = common.form.value(name)
  return (
    <>
      <FormField {...common} type="file" />
      {kept && (
        <>
          <input type="hidden" name={name} value={kept} />
          <Local as="p" class="field-hint" text={words.fileKept(kept.replace(/^[^/]*\//, ''))} />
        </>
      )}
    </>
  )
}

const choicesOf = (field: Field) =>
  answersOf(field).map((one) => ({
    value: valueOf(one),
    label: typeof one === 'boolean' ? partWords[one ? 'yes' : 'no'] : textOfChoice(one),
  }))

const Note = ({ field: { label, help } }: { field: Field }) => (
  <div class="field prose">
    <Local as="p" class="field-label" text={label} />
    {help && <Local as="p" text={help} />}
  </div>
)

const blankRows = 2
const leastRows = 3

/** A table to fill in, with room for further rows; those left blank are dropped. */
function TableField({ field, name, label, hint, required, form }: Common & { field: Field }) {
  const error = form.error(name)
  return (
    <fieldset id={idOf({ name })} tabindex={-1} class={error ? 'field field-wrong' : 'field'}>
      <legend class="field-label">
        <Local text={label} />
        {required && <Local as="span" class="field-required" text={partWords.required} />}
      </legend>
      {hint && <Local as="p" class="field-hint" text={hint} />}
      <div class="answer-table">
        <table>
          <thead>
            <tr>
              {field.columns?.map((column) => (
                <Local as="th" scope="col" text={textOfChoice(column)} />
              ))}
            </tr>
          </thead>
          <Cells field={field} form={form} />
        </table>
      </div>
      <FieldError name={name} error={error} />
    </fieldset>
  )
}

function Cells({ field, form }: FieldProps) {
  const t = useText()
  const { key, columns = [] } = field
  const at = useContext(AnswersAt)
  const typed = rowsIn(form, field, at)
  const count = Math.min(mostTableRows, Math.max(leastRows, typed.length + blankRows))
  return (
    <tbody>
      {Array.from({ length: count }, (_, row) => (
        <tr>
          {columns.map((column, place) => (
            <td>
              <input
                class="input"
                name={`${at}.${key}.${row}.${place}`}
                value={typed[row]?.[place] ?? ''}
                maxlength={500}
                aria-label={`${t(textOfChoice(column))} · ${t(words.row(row + 1))}`}
              />
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  )
}

/** The rows of a table that were typed, without blank ones. */
function rowsIn({ typed }: Filled, { key, columns = [] }: Field, at = 'answers'): string[][] {
  const within = typedWithin(`${at}.${key}`, typed)
  return Array.from({ length: mostTableRows }, (_row, row) =>
    columns.map((_, place) => within[`${row}.${place}`]?.[0]?.trim() ?? ''),
  ).filter((row) => row.some(Boolean))
}

/** The answers that were typed, as the API takes them; blank ones are absent. */
export const readAnswers = (fields: readonly Field[], form: Filled): Answers =>
  Object.fromEntries(
    fields.flatMap((field) => {
      const answer = readers[field.type](form, field)
      return answer === undefined ? [] : [[field.key, answer] as const]
    }),
  )

type Reader = (form: Filled, field: Field) => Answer | undefined

const textIn: Reader = (form, { key }) => form.value(`answers.${key}`).trim() || undefined
const none: Reader = () => undefined

const readers: Record<FieldType, Reader> = {
  text: textIn,
  long: textIn,
  date: textIn,
  email: textIn,
  choice: textIn,
  /** What is no number stays for the rules to refuse. */
  number: (form, field) => {
    const text = textIn(form, field)
    const number = Number(text)
    return text === undefined || Number.isNaN(number) ? text : number
  },
  yes_no: (form, field) => {
    const text = textIn(form, field)
    return text === undefined ? undefined : text === 'yes'
  },
  choices: (form, { key }) => unlessNone(form.values(`answers.${key}`).filter(Boolean)),
  table: (form, field) => unlessNone(rowsIn(form, field)),
  file: none,
  label: none,
}

const unlessNone = <Rows extends readonly unknown[]>(rows: Rows) =>
  rows.length > 0 ? rows : undefined

/** Answers as they open to be changed. */
export const openAnswers = (answers: Answers): Typed =>
  Object.fromEntries(
    Object.entries(answers).flatMap(([key, answer]): [string, string[]][] => {
      const name = `answers.${key}`
      if (!Array.isArray(answer)) return [[name, [valueOf(answer)]]]
      return answer.flatMap((one, row): [string, string[]][] =>
        Array.isArray(one)
          ? one.map((cell, at) => [`${name}.${row}.${at}`, [cell]])
          : row === 0
            ? [[name, answer.filter((each) => typeof each === 'string')]]
            : [],
      )
    }),
  )

type AnsweredProps = {
  fields: readonly Field[]
  answers: Answers
  /** The files that answer a field. */
  files: (field: string) => Child
}

/** What a form asked, with what was answered; what was not asked is left out. */
export const Answered = ({ fields, answers, files }: AnsweredProps) => (
  <FieldList
    fields={shownFields(fields, answers)
      // What was left open says nothing to who reads.
      .filter(
        ({ type, key }) => type === 'file' || (type !== 'label' && answers[key] !== undefined),
      )
      .map((field) => ({
        label: field.label,
        value:
          field.type === 'file' ? (
            files(field.key)
          ) : (
            <AnswerText field={field} answer={answers[field.key]} />
          ),
      }))}
  />
)

function AnswerText({ field, answer }: { field: Field; answer: Answer | undefined }) {
  const t = useText()
  const lang = useLang()
  if (answer === undefined) return <span class="not-given">—</span>
  if (typeof answer === 'boolean') return <>{t(partWords[answer ? 'yes' : 'no'])}</>
  if (typeof answer === 'number')
    return <>{field.unit ? formatQuantity(answer, field.unit, lang) : String(answer)}</>
  if (Array.isArray(answer)) return <SeveralAnswers field={field} answer={answer} />
  if (field.type === 'choice') return <Local text={textOfChoice(answer)} />
  if (field.type === 'date') return <>{formatPartialDate(answer, lang)}</>
  return <span class="answer-text">{answer}</span>
}

function SeveralAnswers({ field, answer }: { field: Field; answer: Answer & object }) {
  const rows = answer.filter((row) => Array.isArray(row))
  if (rows.length === 0)
    return (
      <ul class="plain-list">
        {answer.map((one) => (
          <Local as="li" text={textOfChoice(String(one))} />
        ))}
      </ul>
    )
  return (
    <Table
      caption={field.label}
      dense
      columns={(field.columns ?? []).map((column, at) => ({
        label: textOfChoice(column),
        cell: (row: readonly string[]) => row[at] ?? '',
      }))}
      rows={rows}
    />
  )
}
