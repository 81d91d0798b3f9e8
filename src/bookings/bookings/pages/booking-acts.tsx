import type { Context as HonoContext } from 'hono'
import { Button, ButtonLink } from '../../../web/components/button.tsx'
import { FormField } from '../../../web/components/form-field.tsx'
import { Section } from '../../../web/components/page-head.tsx'
import type { Env } from '../../../web/env.ts'
import { ActButton, type Filled, Form } from '../../../web/forms.tsx'
import { useText } from '../../../web/lang.tsx'
import { isOwn, roleOf } from '../actions/lock-booking.ts'
import type { BookingRow } from '../actions/read.ts'
import { scopes } from '../model/booking.ts'
import type { Policy } from '../../policies/model.ts'
import { type BookingCommand, rolesFor } from '../rules/lifecycle.ts'
import { minuteMs } from '../../../core/periods.ts'
import { earliestStart } from '../../use/rules.ts'
import { bookWords, onePageWords as words, scopeNames } from '../words/pages.ts'
import { bookingPaths } from '../../words/paths.ts'

type Props = { c: HonoContext<Env>; row: BookingRow; policy: Policy; form: Filled }

/** What the viewer may do with a booking now; nothing where there is nothing. */
export function Acts({ c, row, policy, form }: Props) {
  const { ctx } = c.var
  const role = roleOf(ctx, row)
  const may = (command: BookingCommand) =>
    role !== undefined && rolesFor(row.state, command).includes(role)
  const here = bookingPaths.booking(row.id)
  const nowMs = ctx.now().epochMilliseconds
  const canStart = may('start') && nowMs >= earliestStart(row)
  return (
    <>
      {may('approve') && <Decide here={here} form={form} />}
      {may('finish') && <FinishForm here={here} form={form} />}
      {(may('change') || canStart) && (
        <div class="act-row">
          {canStart && <ActButton action={`${here}/start`} text={words.startUse} />}
          {may('change') && <ChangeLink here={here} />}
        </div>
      )}
      {may('cancel') && (
        <CancelForm
          here={here}
          row={row}
          form={form}
          isOwn={isOwn(ctx, row)}
          lateHours={lateHours(row, policy, nowMs)}
        />
      )}
    </>
  )
}

/** Hours of the deadline for cancelling, when it is past. */
function lateHours({ start }: BookingRow, policy: Policy, nowMs: number): number | undefined {
  const { cancelDeadlineMinutes: deadline } = policy
  if (deadline === undefined || start.epochMilliseconds - nowMs >= deadline * minuteMs)
    return undefined
  return Math.round(deadline / 6) / 10
}

function ChangeLink({ here }: { here: string }) {
  const t = useText()
  return <ButtonLink href={`${here}/change`}>{t(words.change)}</ButtonLink>
}

type FormProps = { here: string; form: Filled }

function Decide({ here, form }: FormProps) {
  const t = useText()
  return (
    <Section title={words.decide}>
      <form class="stacked-form" method="post" action={`${here}/approval`} novalidate>
        <FormField
          name="note"
          label={words.decisionNote}
          hint={words.decisionHint}
          value={form.value('note')}
          error={form.error('note')}
          maxLength={500}
        />
        <div class="form-actions">
          <Button look="primary">{t(words.approve)}</Button>
          <Button look="danger" formaction={`${here}/refusal`}>
            {t(words.decline)}
          </Button>
        </div>
      </form>
    </Section>
  )
}

const FinishForm = ({ here, form }: FormProps) => (
  <Section title={words.finishUse}>
    <Form action={`${here}/finish`} form={form} submit={words.finishUse}>
      <FormField
        type="number"
        name="samples"
        label={words.sampleCount}
        value={form.value('samples')}
        error={form.error('samples')}
        min={0}
        step={1}
      />
      <FormField
        type="textarea"
        name="useNote"
        rows={2}
        label={words.note}
        value={form.value('useNote')}
        error={form.error('note')}
      />
    </Form>
  </Section>
)

type CancelProps = FormProps & { row: BookingRow; isOwn: boolean; lateHours: number | undefined }

function CancelForm({ here, row, form, isOwn: own, lateHours: hours }: CancelProps) {
  const t = useText()
  return (
    <details class="cancelling" open={form.error('reason') !== undefined}>
      <summary>{t(words.cancel)}</summary>
      {hours !== undefined && <p class="tone-caution verdict">{t(words.late(hours))}</p>}
      <Form action={`${here}/cancellation`} form={form} submit={words.cancel} look="danger">
        <FormField
          name="reason"
          label={words.cancelReason}
          {...(!own && { hint: words.cancelOthers, required: true })}
          value={form.value('reason')}
          error={form.error('reason')}
          maxLength={500}
        />
        {row.seriesId && <ScopeField form={form} />}
      </Form>
    </details>
  )
}

/** Of a series: which dates are meant. */
export const ScopeField = ({ form }: { form: Filled }) => (
  <FormField
    type="select"
    name="scope"
    label={bookWords.scope}
    value={form.value('scope') || 'one'}
    choices={scopes.map((scope) => ({ value: scope, label: scopeNames[scope] }))}
  />
)
