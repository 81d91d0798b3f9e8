import { yuanText } from '../../charges/rules/fen.ts'
import { said } from '../../charges/pages/money.tsx'
import { inLang } from '../../core/text.ts'
import { SmallField, SmallForm } from '../../upkeep/pages/small-form.tsx'
import { Button } from '../../web/components/button.tsx'
import { FormField } from '../../web/components/form-field.tsx'
import { Local, useLang, useText } from '../../web/lang.tsx'
import type { Line, OrderAnswer } from '../model/order.ts'
import { type Command, commands } from '../rules/lifecycle.ts'
import { commandNames, pageWords as words, ratingNames } from '../words/pages.ts'
import { orderPaths } from './links.ts'

type Props = { order: OrderAnswer; unitFen: number | undefined }

/** What the viewer may do with an order now, the step that leads on first. */
export function Steps({ order, unitFen }: Props) {
  const open = commands.filter((command) => order.commands.includes(command))
  const base = orderPaths.one(order.id)
  return (
    <div class="order-steps">
      {open.map((command) => (
        <Step command={command} order={order} unitFen={unitFen} />
      ))}
      <SmallForm action={`${base}/note`} text={words.write}>
        <SmallField id="note-text" name="note" label={words.note} type="textarea" required />
      </SmallForm>
    </div>
  )
}

function Step({ command, order, unitFen }: Props & { command: Command }) {
  const action = `${orderPaths.one(order.id)}/${command}`
  if (command === 'quote') return <QuoteForm action={action} order={order} unitFen={unitFen} />
  if (command === 'delivery') return <DeliveryForm action={action} order={order} />
  if (command === 'rating') return <RatingForm action={action} order={order} />
  if (command === 'acceptance' || command === 'start')
    return (
      <form method="post" action={action}>
        <Seen order={order} />
        <Button look="primary">
          <Local text={commandNames[command]} />
        </Button>
      </form>
    )
  return (
    <SmallForm action={action} text={commandNames[command]} look="danger">
      <Seen order={order} />
      <SmallField id={`${command}-note`} name="note" label={words.reason} required />
    </SmallForm>
  )
}

/** The version that the page shows: a change meanwhile refuses the step. */
const Seen = ({ order }: { order: OrderAnswer }) => (
  <input type="hidden" name="seen" value={String(order.version)} />
)

type FormProps = { action: string; order: OrderAnswer }

function QuoteForm({ action, order, unitFen }: FormProps & Pick<Props, 'unitFen'>) {
  const t = useText()
  const lang = useLang()
  const { quote, service, samples } = order
  const first = {
    text: inLang(said(service.title), lang),
    quantity: Math.max(1, samples.length),
    ...(unitFen !== undefined && { priceFen: unitFen }),
  }
  const lines: Partial<Line>[] = quote?.lines ?? [first]
  return (
    <details class="order-form" open={order.state === 'submitted'}>
      <summary>{t(commandNames.quote)}</summary>
      <form class="stacked-form" method="post" action={action}>
        <Seen order={order} />
        {[...lines, undefined, undefined, undefined].map((line, n) => (
          <LineRow line={line} n={n} />
        ))}
        <div class="order-grid">
          <FormField type="date" name="validUntil" label={words.validUntil} />
          <FormField type="date" name="dueAt" label={words.due} />
        </div>
        <FormField type="textarea" name="note" label={words.note} rows={2} />
        <div class="form-actions">
          <Button look="primary">{t(commandNames.quote)}</Button>
        </div>
      </form>
    </details>
  )
}

function LineRow({ line, n }: { line: Partial<Line> | undefined; n: number }) {
  const t = useText()
  return (
    <fieldset class="order-grid">
      <legend class="field-label">{t(words.lineN(n + 1))}</legend>
      <FormField name={`lines.${n}.text`} label={words.line} value={line?.text} />
      <FormField
        type="number"
        name={`lines.${n}.quantity`}
        label={words.quantity}
        value={line?.quantity}
        min={0}
      />
      <FormField
        name={`lines.${n}.price`}
        label={words.unitPrice}
        value={yuanText(line?.priceFen)}
        short
      />
    </fieldset>
  )
}

function DeliveryForm({ action, order }: FormProps) {
  const t = useText()
  return (
    <details class="order-form" open={order.state === 'in_work'}>
      <summary>{t(commandNames.delivery)}</summary>
      <form class="stacked-form" method="post" action={action} enctype="multipart/form-data">
        <Seen order={order} />
        <FormField type="file" name="file" label={words.file} />
        <FormField type="textarea" name="note" label={words.note} rows={2} />
        <div class="form-actions">
          <Button look="primary">{t(commandNames.delivery)}</Button>
        </div>
      </form>
    </details>
  )
}

function RatingForm({ action, order }: FormProps) {
  const t = useText()
  const choices = ratingNames
    .map((label, index) => ({ value: String(index + 1), label }))
    .toReversed()
  return (
    <form class="stacked-form" method="post" action={action}>
      <Seen order={order} />
      <FormField type="select" name="rating" label={words.rating} choices={choices} required />
      <FormField type="textarea" name="note" label={words.ratingWords} rows={2} />
      <div class="form-actions">
        <Button look="primary">{t(commandNames.rating)}</Button>
      </div>
    </form>
  )
}
