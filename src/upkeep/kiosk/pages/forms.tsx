import type { LocalText } from '../../../core/text.ts'
import { FormField } from '../../../web/components/form-field.tsx'
import { type Filled, filledWith, Form } from '../../../web/forms.tsx'
import { Local } from '../../../web/lang.tsx'
import { severities } from '../../problems/model.ts'
import { kioskWords as words } from '../words.ts'
import { severityNames } from '../../problems/words.ts'

export const consumableRows = [0, 1, 2] as const

/** What was typed into the page's forms, where one comes back. */
export type KioskForms = { start?: Filled; finish?: Filled; problem?: Filled }

type Props = { action: string; form: Filled | undefined }
type OfBooking = Props & { booking: string }

type Starting = {
  action: string
  booking: string
  /** A use goes on whose time is over. */
  isLate: boolean
}

export const StartForm = ({ action, booking, isLate }: Starting) => (
  <div class="kiosk-big">
    <Form action={action} form={filledWith()} submit={isLate ? words.startAfter : words.start}>
      <input type="hidden" name="what" value="start" />
      <input type="hidden" name="booking" value={booking} />
      {isLate && (
        <>
          <input type="hidden" name="endPrevious" value="true" />
          <Local as="p" text={words.startAfterAbout} />
        </>
      )}
    </Form>
  </div>
)

const labels: Readonly<Record<string, LocalText>> = {
  samples: words.samples,
  note: words.note,
  'problem.severity': words.severity,
  'problem.description': words.description,
  ...Object.fromEntries(
    consumableRows.flatMap((at) => [
      [`consumables.${at}.name`, words.consumable(at + 1)],
      [`consumables.${at}.quantity`, words.quantity],
      [`consumables.${at}.unit`, words.unit],
    ]),
  ),
}

/** What was done is said here; only the button is needed. */
export function FinishForm({ action, booking, form = filledWith() }: OfBooking) {
  const hasProblem = form.value('problem.severity') + form.value('problem.description') !== ''
  const field = (name: string) => ({ name, value: form.value(name), error: form.error(name) })
  return (
    <div class="kiosk-big">
      <Form action={action} form={form} submit={words.finish} labels={labels}>
        <input type="hidden" name="what" value="finish" />
        <input type="hidden" name="booking" value={booking} />
        <FormField {...field('samples')} type="number" label={words.samples} min={0} step={1} />
        <details class="kiosk-fold" open={form.value('consumables.0.name') !== ''}>
          <Local as="summary" text={words.consumables} />
          {consumableRows.map((at) => (
            <Consumable at={at} form={form} />
          ))}
        </details>
        <FormField
          {...field('note')}
          type="textarea"
          rows={2}
          label={words.note}
          maxLength={2000}
        />
        <details class="kiosk-fold" open={hasProblem}>
          <Local as="summary" text={words.problemWithFinish} />
          <ProblemFields form={form} path="problem." />
        </details>
      </Form>
    </div>
  )
}

function Consumable({ at, form }: { at: number; form: Filled }) {
  const field = (name: string) => {
    const path = `consumables.${at}.${name}`
    return { name: path, value: form.value(path), error: form.error(path) }
  }
  return (
    <div class="kiosk-row">
      <FormField {...field('name')} label={words.consumable(at + 1)} maxLength={200} />
      <FormField {...field('quantity')} type="number" label={words.quantity} min={0} />
      <FormField {...field('unit')} label={words.unit} maxLength={30} short />
    </div>
  )
}

/** For whoever stands there without a booking. */
export function ProblemForm({ action, form }: Props) {
  return (
    <details class="kiosk-fold kiosk-report" open={form !== undefined}>
      <Local as="summary" text={words.problem} />
      <Form
        action={action}
        form={form ?? filledWith()}
        submit={words.send}
        look="plain"
        labels={{ severity: words.severity, description: words.description }}
      >
        <input type="hidden" name="what" value="problem" />
        <ProblemFields form={form ?? filledWith()} path="" />
      </Form>
    </details>
  )
}

/** Inside another form the errors are at a path of their own. */
function ProblemFields({ form, path }: { form: Filled; path: string }) {
  return (
    <>
      <FormField
        type="select"
        name={`${path}severity`}
        label={words.severity}
        hint={words.severityHint}
        form={form}
        choices={severities.map((value) => ({ value, label: severityNames[value] }))}
        required={path === ''}
      />
      <FormField
        type="textarea"
        rows={3}
        name={`${path}description`}
        label={words.description}
        form={form}
        maxLength={2000}
        required={path === ''}
      />
    </>
  )
}
