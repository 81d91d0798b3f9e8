import type { Temporal } from '../../../core/time.ts'
import { FormField } from '../../../web/components/form-field.tsx'
import { Day } from '../../../web/components/moment.tsx'
import { Section } from '../../../web/components/page-head.tsx'
import { StateBadge } from '../../../web/components/state-badge.tsx'
import { ActButton, type Filled, filledWith, Form } from '../../../web/forms.tsx'
import { Local } from '../../../web/lang.tsx'
import type { PlanRow } from '../actions.ts'
import { planKinds } from '../model.ts'
import { planState } from '../rules.ts'
import { planKindNames, planStateNames } from '../words.ts'
import { pageWords as words } from '../../overview/words.ts'
import { SmallField, SmallForm } from '../../overview/pages/small-form.tsx'

type Common = { base: string; zone: string; now: Temporal.Instant }
type Props = Common & { plans: readonly PlanRow[]; form: Filled | undefined }

export function PlanSection({ plans, form, ...common }: Props) {
  return (
    <Section title={words.plans}>
      {plans.length > 0 ? (
        <ul class="kept-list">
          {plans.map((plan) => (
            <Entry plan={plan} {...common} />
          ))}
        </ul>
      ) : (
        <p class="quiet">
          <Local text={words.noPlans} />
        </p>
      )}
      <details class="fold" open={form !== undefined}>
        <summary>
          <Local text={words.newPlan} />
        </summary>
        <PlanForm {...common} form={form ?? filledWith({ 'plan.kind': 'maintenance' })} />
      </details>
    </Section>
  )
}

const tones = { overdue: 'danger', soon: 'caution', fine: 'good' } as const

/** How far a plan is: its state, its day, its hours. */
export function PlanDue({ plan, now }: { plan: PlanRow; now: Temporal.Instant }) {
  const state = planState(plan, now)
  return (
    <>
      <StateBadge tone={tones[state]} text={planStateNames[state]} />
      {plan.dueAt && (
        <span class="quiet">
          <Local text={words.due} /> <Day when={plan.dueAt} zone={plan.zone} />
        </span>
      )}
      {plan.everyUseHours !== null && (
        <span class="quiet numeric">
          <Local text={words.usedHours(Math.round(plan.usedHours * 10) / 10, plan.everyUseHours)} />
        </span>
      )}
    </>
  )
}

function Entry({ plan, base, now }: Common & { plan: PlanRow }) {
  const { id, name, kind, instructions, everyDays, everyUseHours, lastDoneAt } = plan
  const action = `${base}/plans/${id}`
  return (
    <li class="kept">
      <div class="kept-head">
        <h3>{name}</h3>
        <PlanDue plan={plan} now={now} />
      </div>
      <p class="quiet">
        <Local text={planKindNames[kind]} /> · <Local text={words.every} />{' '}
        <Local text={words.everyInWords(everyDays, everyUseHours)} />
        {lastDoneAt && (
          <>
            {' '}
            · <Local text={words.lastDone} /> <Day when={lastDoneAt} zone={plan.zone} />
          </>
        )}
      </p>
      {instructions && <p class="prewrap">{instructions}</p>}
      <div class="kept-actions">
        <SmallForm action={`${action}/completions`} text={words.done}>
          <SmallField id={`note-${id}`} name="note" label={words.doneNote} />
        </SmallForm>
        <ActButton action={`${action}/end`} text={words.endPlan} look="danger" />
      </div>
    </li>
  )
}

const labels = {
  name: words.planName,
  everyDays: words.everyDays,
  everyUseHours: words.everyUseHours,
  lastDoneAt: words.lastDone,
}

function PlanForm({ base, zone, form }: Common & { form: Filled }) {
  const field = fieldOf(form)
  return (
    <Form
      action={`${base}/plans`}
      form={form}
      submit={words.createPlan}
      look="plain"
      labels={labels}
    >
      <FormField {...field('name')} label={words.planName} maxLength={200} required />
      <FormField
        {...field('kind')}
        type="select"
        label={words.planKind}
        choices={planKinds.map((value) => ({ value, label: planKindNames[value] }))}
        required
      />
      <Recurring form={form} zone={zone} />
      <FormField
        {...field('instructions')}
        type="textarea"
        label={words.instructions}
        maxLength={5000}
      />
    </Form>
  )
}

function Recurring({ form, zone }: { form: Filled; zone: string }) {
  const field = fieldOf(form)
  const count = { type: 'number', min: 1, step: 1 } as const
  return (
    <>
      <div class="field-pair">
        <FormField {...field('everyDays')} {...count} label={words.everyDays} />
        <FormField {...field('everyUseHours')} {...count} label={words.everyUseHours} />
      </div>
      <FormField
        {...field('lastDoneAt')}
        type="datetime-local"
        label={words.lastDone}
        hint={words.lastDoneHint}
      />
      <p class="quiet">
        <Local text={words.zoneHint(zone)} />
      </p>
    </>
  )
}

/** Its kind is named apart from the outage's, which stands on the same page. */
const fieldOf = (form: Filled) => (path: string) => {
  const name = path === 'kind' ? 'plan.kind' : path
  return { name, value: form.value(name), error: form.error(path) }
}
