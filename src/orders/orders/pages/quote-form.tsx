import { yuanText } from '../../../core/money.ts'
import { inLang, type Lang } from '../../../core/text.ts'
import { Button } from '../../../web/components/button.tsx'
import { FormField } from '../../../web/components/form-field.tsx'
import { type Filled, filledWith } from '../../../web/forms.tsx'
import { useLang, useText } from '../../../web/lang.tsx'
import type { Line, OrderAnswer } from '../model.ts'
import { commandNames, pageWords as words } from '../words/pages.ts'
import { Seen } from './seen.tsx'

type Props = {
  action: string
  order: OrderAnswer
  /** What was typed when it was refused. */
  again: Filled | undefined
  unitFen: number | undefined
}

/** As many as a quote has at most, and the blank ones after them. */
export const mostRows = 53
const blankRows = 3

/** What it costs, line by line; it begins with the quote that stands, or the service's own price. */
export function QuoteForm({ action, order, again, unitFen }: Props) {
  const t = useText()
  const lines = linesOf(order, unitFen, useLang())
  const form = again ?? filledWith(Object.assign({}, ...lines.map(fieldsOfLine)))
  const rows = rowsOf(form)
  const shown = rows.filter(({ isTyped }) => isTyped).length + blankRows
  return (
    <details class="order-form" open={order.state === 'submitted' || Boolean(again)}>
      <summary>{t(commandNames.quote)}</summary>
      <form class="stacked-form" method="post" action={action}>
        <Seen order={order} />
        {rows.slice(0, shown).map(({ from }, n) => (
          <LineRow form={form} from={from} n={n} />
        ))}
        <div class="order-grid">
          <FormField type="date" {...fieldOf(form, 'validUntil')} label={words.validUntil} />
          <FormField type="date" {...fieldOf(form, 'dueAt')} label={words.due} />
        </div>
        <FormField type="textarea" {...fieldOf(form, 'note')} label={words.note} rows={2} />
        <div class="form-actions">
          <Button look="primary">{t(commandNames.quote)}</Button>
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

/** Rows as they are read: those with words first, which is how refusals count them. */
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

/** A row that was typed elsewhere keeps what it said there. */
function LineRow({ form, from, n }: { form: Filled; from: number; n: number }) {
  const t = useText()
  const field = (name: string, path = name) => ({
    name: `lines.${n}.${name}`,
    value: form.value(`lines.${from}.${name}`),
    error: form.error(`lines.${n}.${path}`),
  })
  return (
    <fieldset class="order-grid">
      <legend class="field-label">{t(words.lineN(n + 1))}</legend>
      <FormField {...field('text')} label={words.line} />
      <FormField type="number" {...field('quantity')} label={words.quantity} min={0} />
      <FormField {...field('price', 'priceFen')} label={words.unitPrice} short />
    </fieldset>
  )
}
