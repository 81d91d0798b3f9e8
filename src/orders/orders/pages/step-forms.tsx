import { SmallField, SmallForm } from '../../../upkeep/overview/pages/small-form.tsx'
import { Button } from '../../../web/components/button.tsx'
import { FormField } from '../../../web/components/form-field.tsx'
import { type Filled, filledWith } from '../../../web/forms.tsx'
import { Local, useText } from '../../../web/lang.tsx'
import type { OrderAnswer } from '../model.ts'
import { type Command, commands } from '../rules/lifecycle.ts'
import { commandNames, pageWords as words, ratingNames } from '../words/pages.ts'
import { orderPaths } from '../../words/paths.ts'
import { QuoteForm } from './quote-form.tsx'
import { Seen } from './seen.tsx'

/** A step that was refused, with what was typed for it. */
export type Refused = { command: string; form: Filled }
type Props = {
  order: OrderAnswer
  unitFen: number | undefined
  refused: Refused | undefined
}

/** What the viewer may do with an order now, the step that leads on first. */
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
      <SmallForm action={`${base}/note`} text={words.write} open={refused?.command === 'note'}>
        <SmallField
          id="note-text"
          name="note"
          label={words.note}
          type="textarea"
          value={typed(refused, 'note')}
          required
        />
      </SmallForm>
    </div>
  )
}

/** What was typed for a command that was refused. */
const typed = (refused: Refused | undefined, command: string): string =>
  refused?.command === command ? refused.form.value('note') : ''

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
        <Seen order={order} />
        <Button look="primary">
          <Local text={commandNames[command]} />
        </Button>
      </form>
    )
  return (
    <SmallForm action={action} text={commandNames[command]} look="danger" open={Boolean(again)}>
      <Seen order={order} />
      <SmallField
        id={`${command}-note`}
        name="note"
        label={words.reason}
        value={typed(refused, command)}
        required
      />
    </SmallForm>
  )
}

type FormProps = { action: string; order: OrderAnswer; again: Filled | undefined }

function DeliveryForm({ action, order, again }: FormProps) {
  const t = useText()
  const form = again ?? filledWith({ machineHours: order.machineHours?.toString() })
  return (
    <details class="order-form" open={order.state === 'in_work' || Boolean(again)}>
      <summary>{t(commandNames.delivery)}</summary>
      <form class="stacked-form" method="post" action={action} enctype="multipart/form-data">
        <Seen order={order} />
        <FormField type="file" name="file" label={words.file} />
        <HoursField form={form} />
        <FormField
          type="textarea"
          name="note"
          label={words.note}
          value={form.value('note')}
          error={form.error('note')}
          maxLength={2000}
          rows={2}
        />
        <div class="form-actions">
          <Button look="primary">{t(commandNames.delivery)}</Button>
        </div>
      </form>
    </details>
  )
}

/** Once an order is closed, its hours can still be put right for what is reported. */
function HoursForm({ action, order, again }: FormProps) {
  const form = again ?? filledWith({ machineHours: order.machineHours?.toString() })
  return (
    <SmallForm action={action} text={words.saveHours} open={Boolean(again)}>
      <Seen order={order} />
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
    value={form.value('machineHours')}
    error={form.error('machineHours')}
    min={0}
    max={99_999}
    step="any"
    unit="h"
    short
  />
)

function RatingForm({ action, order, again: form = filledWith() }: FormProps) {
  const t = useText()
  const choices = ratingNames
    .map((label, index) => ({ value: String(index + 1), label }))
    .toReversed()
  return (
    <form class="stacked-form" method="post" action={action}>
      <Seen order={order} />
      <FormField
        type="select"
        name="rating"
        label={words.rating}
        choices={choices}
        value={form.value('rating')}
        error={form.error('rating')}
        required
      />
      <FormField
        type="textarea"
        name="note"
        label={words.ratingWords}
        value={form.value('note')}
        error={form.error('note')}
        rows={2}
      />
      <div class="form-actions">
        <Button look="primary">{t(commandNames.rating)}</Button>
      </div>
    </form>
  )
}
