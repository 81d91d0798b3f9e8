import type { Context as HonoContext } from 'hono'
import type { Child } from 'hono/jsx'
import { bookWords as words } from '../words/pages.ts'
import { Refused } from './refused.tsx'
import { confirmWords } from '../../calendar/words.ts'
import type { BookableRow } from '../../policies/actions.ts'
import { bookingPaths } from '../../words/paths.ts'
import { inOneLang, type LocalText } from '../../../core/text.ts'
import { noLab } from '../../model.ts'
import { isStaffOf } from '../../../instruments/rules/standing.ts'
import { Button } from '../../../web/components/button.tsx'
import { ErrorSummary, Toast } from '../../../web/components/messages.tsx'
import { FormField } from '../../../web/components/form-field.tsx'
import type { Env } from '../../../web/env.ts'
import type { Filled } from '../../../web/forms.tsx'
import { Local, useLang, useText } from '../../../web/lang.tsx'

type Props = {
  c: HonoContext<Env>
  instrument: BookableRow
  form: Filled
  labs: readonly { id: string; name: LocalText }[]
  /** What else may be booked with it. */
  others: readonly { id: string; title: LocalText }[]
  /** What the use would cost, where another area knows. */
  price: Child
  children?: Child
}

/** All that a booking says. Scripts say why not while one types; without them the server answers the same. */
export function BookForm({ c, instrument, form, labs, others, price, children }: Props) {
  const { actor } = c.var.ctx
  const action = bookingPaths.bookInstrument(instrument.id)
  const isStaff = isStaffOf(actor, instrument)
  const leads = actor.type === 'person' && actor.labs.some(({ role }) => role === 'pi')
  return (
    <LiveRules instrument={instrument.id}>
      <form
        class="stacked-form book-form"
        method="post"
        action={action}
        data-asked={JSON.stringify({ instrument: instrument.id })}
        novalidate
      >
        <FormHead form={form} zone={instrument.zone} />
        <Particulars form={form} labs={labs} needsProject={instrument.policy.needsProject} />
        <More isOpen={isFilled(form)}>
          <RepeatInputs form={form} />
          <p>
            <Button look="plain" dense name="preview" value="1" text={words.preview} />
          </p>
          {children}
          {others.length > 0 && <Together form={form} others={others} />}
          {(isStaff || leads) && <StaffInputs form={form} isStaff={isStaff} />}
        </More>
        {price}
        <Send instrument={instrument.id} />
      </form>
    </LiveRules>
  )
}

type PriceProps = { lines?: readonly LocalText[]; children?: Child }

/** What the use would cost, line by line; the island of another area asks again as the form changes. */
export function PriceNow({ lines = [], children }: PriceProps) {
  const t = useText()
  return (
    <hexi-price class="price-now">
      <p class="price-said" data-part="price" role="status">
        {lines.map(t).join('\n')}
      </p>
      {children}
    </hexi-price>
  )
}

function Send({ instrument }: { instrument: string }) {
  return (
    <div class="form-actions">
      <Button look="primary" text={words.submit} />
      <Button look="quiet" formaction={`/instruments/${instrument}/wait`} text={words.wait} />
      <Local as="p" class="quiet" text={words.waitAbout} />
    </div>
  )
}

type LiveProps = {
  instrument: string
  booking?: { id: string; start: string; end: string }
  children?: Child
}

/** The element whose island asks the rules while one types. */
export function LiveRules({ instrument, booking, children }: LiveProps) {
  const lang = useLang()
  const settings = {
    instrument,
    ...(booking && {
      booking: booking.id,
      before: { start: booking.start, end: booking.end },
    }),
    words: inOneLang(confirmWords, lang),
  }
  return (
    <hexi-book data-settings={JSON.stringify(settings)}>
      {!booking && <hexi-hold data-instrument={instrument}></hexi-hold>}
      {children}
    </hexi-book>
  )
}

const optional = ['repeat', 'also', 'onBehalfOf', 'override', 'preview']
const isFilled = (form: Filled) =>
  optional.some((name) => form.value(name) !== '' || form.error(name) !== undefined) ||
  form.error('recurrence') !== undefined

function More({ isOpen, children }: { isOpen: boolean; children?: Child }) {
  return (
    <details class="more" open={isOpen}>
      <Local as="summary" text={words.more} />
      <div class="stacked-form">{children}</div>
    </details>
  )
}

const Together = ({ form, others }: Pick<Props, 'form' | 'others'>) => (
  <FormField
    type="multiselect"
    name="also"
    label={words.also}
    hint={words.alsoHint}
    values={form.values('also')}
    choices={others.map(({ id, title }) => ({ value: id, label: title }))}
  />
)

const labels = {
  start: words.start,
  end: words.end,
  purpose: words.purpose,
  lab: words.lab,
  project: words.project,
  samples: words.samples,
  onBehalfOf: words.onBehalfOf,
  recurrence: words.repeat,
}

type HeadProps = { form: Filled; zone: string; isMove?: boolean }

/** What was wrong, the times, and what stands in their way. */
export function FormHead({ form, zone, isMove = false }: HeadProps) {
  const isRefused = (form.facts.objections ?? []).length > 0
  return (
    <>
      {/* What Enter sends: the first button of a form, whatever else stands before the last. */}
      <button hidden></button>
      {form.refusal && !isRefused && <Toast text={form.refusal} tone="danger" />}
      <ErrorSummary issues={form.issues} labels={labels} />
      <TimeInputs form={form} zone={zone} />
      <hexi-objections role="status">
        <Refused facts={form.facts} zone={zone} isMove={isMove} />
      </hexi-objections>
    </>
  )
}

/** Start and end by the clock of the instrument, which is named. */
export function TimeInputs({ form, zone }: { form: Filled; zone: string }) {
  const t = useText()
  return (
    <hexi-time-fields data-zone={zone} data-yours={t(yours)}>
      <div class="time-pair">
        <FormField type="datetime-local" name="start" label={words.start} form={form} required />
        <FormField type="datetime-local" name="end" label={words.end} form={form} required />
      </div>
      <p class="quiet">{t(words.zone(zone))}</p>
      <p class="quiet" data-part="yours"></p>
    </hexi-time-fields>
  )
}

const yours = { zh: '您的时间：', en: 'Your time: ' }

type LabProps = { form: Filled; labs: readonly { id: string; name: LocalText }[] }
type ParticularsProps = LabProps & { needsProject?: boolean | undefined }

/** What a booking is for, and who pays. */
export const Particulars = ({ form, labs, needsProject }: ParticularsProps) => (
  <>
    <FormField
      name="purpose"
      label={words.purpose}
      hint={words.purposeHint}
      form={form}
      maxLength={500}
      required
    />
    {labs.length > 0 && <LabInput form={form} labs={labs} />}
    <WorkInputs form={form} needsProject={needsProject} />
  </>
)

const LabInput = ({ form, labs }: LabProps) => (
  <LabField labs={labs} hint={words.labHint} value={form.value('lab')} error={form.error('lab')} />
)

type LabFieldProps = {
  labs: LabProps['labs']
  hint?: LocalText
  value: string | undefined
  error?: LocalText | undefined
}

/** Which lab pays, or none: asked of who has several, so that none is charged unasked. */
export const LabField = ({ labs, ...props }: LabFieldProps) => (
  <FormField
    type="select"
    name="lab"
    label={words.lab}
    {...props}
    required={labs.length > 1}
    none={labs.length > 1 ? undefined : null}
    choices={[
      ...labs.map(({ id, name }) => ({ value: id, label: name })),
      { value: noLab, label: words.noLab },
    ]}
  />
)

const WorkInputs = ({ form, needsProject }: Omit<ParticularsProps, 'labs'>) => (
  <>
    <div class="time-pair">
      <FormField
        name="project"
        label={words.project}
        form={form}
        maxLength={200}
        required={needsProject}
      />
      <FormField type="number" name="samples" label={words.samples} form={form} min={0} step={1} />
    </div>
    <FormField
      type="checkbox"
      name="assisted"
      label={words.assisted}
      checked={form.value('assisted') === 'true'}
    />
  </>
)

const repeatChoices = [
  { value: '', label: words.never },
  { value: 'daily', label: words.daily },
  { value: 'weekly', label: words.weekly },
  { value: 'fortnightly', label: words.fortnightly },
  { value: 'monthly', label: words.monthly },
]

export const conflictChoices = [
  { value: 'refuse', label: words.refuse },
  { value: 'skip', label: words.skip },
]

/** How often, and what becomes of dates that cannot be. */
export const RepeatInputs = ({ form }: { form: Filled }) => (
  <>
    <div class="time-pair">
      <FormField
        type="select"
        name="repeat"
        label={words.repeat}
        value={form.value('repeat')}
        error={form.error('recurrence')}
        choices={repeatChoices}
      />
      <FormField
        type="number"
        name="count"
        label={words.count}
        value={form.value('count') || '4'}
        min={1}
        max={200}
        step={1}
      />
    </div>
    <FormField
      type="select"
      name="onConflict"
      label={words.onConflict}
      value={form.value('onConflict')}
      choices={conflictChoices}
    />
  </>
)

/** For whom else, and against which rule: what staff and PIs may say. */
export const StaffInputs = ({ form, isStaff }: { form: Filled; isStaff: boolean }) => (
  <>
    <FormField
      type="email"
      name="onBehalfOf"
      label={words.onBehalfOf}
      hint={words.onBehalfHint}
      form={form}
    />
    {isStaff && <OverrideInput form={form} />}
  </>
)

export const OverrideInput = ({ form }: { form: Filled }) => (
  <FormField
    name="override"
    label={words.override}
    hint={words.overrideHint}
    form={form}
    maxLength={500}
  />
)
