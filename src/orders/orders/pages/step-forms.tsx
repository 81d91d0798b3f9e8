import { yuanText } from '../../../core/money.ts'
import { SmallField, SmallForm } from '../../../web/components/small-form.tsx'
import { Button } from '../../../web/components/button.tsx'
import { FormField } from '../../../web/components/form-field.tsx'
import { type Filled, filledWith } from '../../../web/forms.tsx'
import { Local, useLang } from '../../../web/lang.tsx'
import type { Line, OrderAnswer } from '../model.ts'
import { type Command, commands } from '../rules.ts'
import { commandNames, pageWords as words, ratingNames } from '../words.ts'
import { orderPaths } from '../../words/paths.ts'
import { inLang, type Lang } from '../../../core/text.ts'

/** A step that was refused, with what was typed for it. */
export type RefusedStep = { command: string; form: Filled }
type Props = {
  order: OrderAnswer
  unitFen: number | undefined
  refused: RefusedStep | undefined
}

/** The commands of the viewer, the next step first. */
export function Steps({ order, unitFen, refused }: Props) {
  const open = commands.filter((command) => order.commands.includes(command))
  const base = orderPaths.one(order.id)
  const again = (command: string) => (refused?.command === command ? refused.form : undefined)
  return (
    <div class="order-steps">
      {open.map((command) => (
        <Step command={command} order={order} unitFen={unitFen} refused={refused} />
      ))}
      {order.state === 'closed' && order.sides.includes('staff') && (
        <HoursForm action={`${base}/hours`} order={order} again={again('hours')} />
      )}
      <SmallForm action={`${base}/note`} text={words.write}>
        <SmallField id="note-text" name="note" label={words.note} type="textarea" required />
      </SmallForm>
    </div>
  )
}

function Step({ command, order, unitFen, refused }: Props & { command: Command }) {
  const action = `${orderPaths.one(order.id)}/${command}`
  const again = refused?.command === command ? refused.form : undefined
  const common = { action, order, again }
  if (command === 'quote') return <QuoteForm {...common} unitFen={unitFen} />
  if (command === 'delivery') return <DeliveryForm {...common} />
  if (command === 'rating') return <RatingForm {...common} />
  if (command === 'acceptance' || command === 'start')
    return (
      <form method="post" action={action}>
        <VersionField order={order} />
        <Button look="primary" text={commandNames[command]} />
      </form>
    )
  return (
    <SmallForm action={action} text={commandNames[command]} of={[order.number]} look="danger">
      <VersionField order={order} />
      <SmallField id={`${command}-note`} name="note" label={words.reason} required />
    </SmallForm>
  )
}

type FormProps = { action: string; order: OrderAnswer; again: Filled | undefined }

function DeliveryForm({ action, order, again }: FormProps) {
  const form = again ?? filledWith({ machineHours: order.machineHours?.toString() })
  return (
    <details class="order-form" open={order.state === 'in_work' || Boolean(again)}>
      <Local as="summary" text={commandNames.delivery} />
      <form class="stacked-form" method="post" action={action} enctype="multipart/form-data">
        <VersionField order={order} />
        <FormField type="file" name="file" label={words.file} />
        <HoursField form={form} />
        <FormField
          type="textarea"
          name="note"
          label={words.note}
          form={form}
          maxLength={2000}
          rows={2}
        />
        <div class="form-actions">
          <Button look="primary" text={commandNames.delivery} />
        </div>
      </form>
    </details>
  )
}

/** The hours of a closed order can still be corrected, because they are reported. */
function HoursForm({ action, order, again }: FormProps) {
  const form = again ?? filledWith({ machineHours: order.machineHours?.toString() })
  return (
    <SmallForm action={action} text={words.saveHours}>
      <VersionField order={order} />
      <HoursField form={form} />
    </SmallForm>
  )
}

const HoursField = ({ form }: { form: Filled }) => (
  <FormField
    type="number"
    name="machineHours"
    label={words.machineHours}
    hint={words.machineHoursHint}
    form={form}
    min={0}
    max={99_999}
    step="any"
    unit="h"
    short
  />
)

function RatingForm({ action, order, again: form = filledWith() }: FormProps) {
  const choices = ratingNames
    .map((label, index) => ({ value: String(index + 1), label }))
    .toReversed()
  return (
    <form class="stacked-form" method="post" action={action}>
      <VersionField order={order} />
      <FormField
        type="select"
        name="rating"
        label={words.rating}
        choices={choices}
        form={form}
        required
      />
      <FormField type="textarea" name="note" label={words.ratingWords} form={form} rows={2} />
      <div class="form-actions">
        <Button look="primary" text={commandNames.rating} />
      </div>
    </form>
  )
}

type QuoteFormProps = {
  action: string
  order: OrderAnswer
  /** The fields of a refused form, as they were typed. */
  again: Filled | undefined
  unitFen: number | undefined
}

/** The most lines of a quote, and blank ones after them. */
export const mostRows = 53
const blankRows = 3

/** The quote line by line; it opens with the present quote, or the price of the service. */
function QuoteForm({ action, order, again, unitFen }: QuoteFormProps) {
  const lines = linesOf(order, unitFen, useLang())
  const form = again ?? filledWith(Object.assign({}, ...lines.map(fieldsOfLine)))
  const rows = rowsOf(form)
  const shown = rows.filter(({ isTyped }) => isTyped).length + blankRows
  return (
    <details class="order-form" open={order.state === 'submitted' || Boolean(again)}>
      <Local as="summary" text={commandNames.quote} />
      <form class="stacked-form" method="post" action={action}>
        <VersionField order={order} />
        {rows.slice(0, shown).map(({ from }, n) => (
          <LineRow form={form} from={from} n={n} />
        ))}
        <div class="order-grid">
          <FormField type="date" {...fieldOf(form, 'validUntil')} label={words.validUntil} />
          <FormField type="date" {...fieldOf(form, 'dueAt')} label={words.due} />
        </div>
        <FormField type="textarea" {...fieldOf(form, 'note')} label={words.note} rows={2} />
        <div class="form-actions">
          <Button look="primary" text={commandNames.quote} />
        </div>
      </form>
    </details>
  )
}

function linesOf(
  { quote, service, samples }: OrderAnswer,
  unitFen: number | undefined,
  lang: Lang,
) {
  if (quote) return quote.lines
  const first: Partial<Line> = {
    text: inLang(service.title, lang),
    quantity: Math.max(1, samples.length),
    ...(unitFen !== undefined && { priceFen: unitFen }),
  }
  return [first]
}

const fieldsOfLine = ({ text, quantity, priceFen }: Partial<Line>, n: number) => ({
  [`lines.${n}.text`]: text,
  [`lines.${n}.quantity`]: quantity?.toString(),
  [`lines.${n}.price`]: yuanText(priceFen),
})

/** Typed rows first: refusals number the rows in this order. */
function rowsOf(form: Filled): { from: number; isTyped: boolean }[] {
  const rows = Array.from({ length: mostRows }, (_, from) => ({
    from,
    isTyped: form.value(`lines.${from}.text`).trim() !== '',
  }))
  return [...rows.filter(({ isTyped }) => isTyped), ...rows.filter(({ isTyped }) => !isTyped)]
}

const fieldOf = (form: Filled, name: string) => ({
  name,
  value: form.value(name),
  error: form.error(name),
})

/** One line of the quote; after a refusal, as it was typed in row `from`. */
function LineRow({ form, from, n }: { form: Filled; from: number; n: number }) {
  const field = (name: string, path = name) => ({
    name: `lines.${n}.${name}`,
    value: form.value(`lines.${from}.${name}`),
    error: form.error(`lines.${n}.${path}`),
  })
  return (
    <fieldset class="order-grid">
      <Local as="legend" class="field-label" text={words.lineN(n + 1)} />
      <FormField {...field('text')} label={words.line} />
      <FormField type="number" {...field('quantity')} label={words.quantity} min={0} />
      <FormField {...field('price', 'priceFen')} label={words.unitPrice} short />
    </fieldset>
  )
}

/** The version shown on the page: the step is refused where it has changed. */
const VersionField = ({ order }: { order: OrderAnswer }) => (
  <input type="hidden" name="version" value={String(order.version)} />
)
