import type { Child } from 'hono/jsx'
import { audiences, billings, qualificationKinds, quotaPeriods } from '../model.ts'
import { mostRows, rowsTyped } from './input.ts'
import { Fold, Note, type PolicyFilled, Sentence, wiringOf } from './sentence.tsx'
import { foldNames, ruleSentences as sentences } from '../words/editor.ts'
import { policyHints as hints, policyPageWords as words } from '../words/policy.ts'
import { inWords } from '../words/sentences.ts'
import { perWords, qualificationNames } from '../../verdict/words.ts'
import type { LocalText, Text } from '../../../core/text.ts'
import { FormField, idOf } from '../../../web/components/form-field.tsx'
import { Local, useText } from '../../../web/lang.tsx'

type Props = { form: PolicyFilled }
type GroupProps = { title: Text; hint?: Text; children?: Child }

/** Rules that belong together, under what they are about. */
export function Group({ title, hint, children }: GroupProps) {
  return (
    <fieldset class="policy-rows">
      <Local as="legend" text={title} />
      {hint && <Local as="p" class="quiet small" text={hint} />}
      {children}
    </fieldset>
  )
}

/** When it is open. */
export const When = ({ form }: Props) => (
  <Group title={words.when} hint={words.whenHint}>
    <SpanRows form={form} name="hours" />
    <Fold form={form} title={foldNames.calendar} names={['closedDays', 'timezone']}>
      <FormField
        type="textarea"
        name="closedDays"
        label={words.closedDays}
        hint={words.closedHint}
        form={form}
        rows={3}
      />
      <FormField name="timezone" label={words.timezone} hint={words.timezoneHint} form={form} />
    </Fold>
  </Group>
)

/** How long a booking is, and what lies between two. */
export const Length = ({ form }: Props) => (
  <Group title={words.length}>
    <Sentence form={form} text={sentences.length} />
    <Fold
      form={form}
      title={foldNames.gaps}
      names={['bufferBeforeMinutes', 'bufferAfterMinutes', 'gapMinutes']}
    >
      <Sentence form={form} text={sentences.buffers} />
      <Sentence form={form} text={sentences.gap} />
    </Fold>
  </Group>
)

/** How far ahead one books. */
export const Ahead = ({ form }: Props) => (
  <Group title={words.ahead}>
    <Sentence form={form} text={sentences.ahead} />
    <Fold form={form} title={foldNames.future} names={['maxFutureCount', 'maxFutureMinutes']}>
      <Sentence form={form} text={sentences.future} />
    </Fold>
  </Group>
)

type WhoProps = Props & { labs: readonly { id: string; name: LocalText }[] }

const audienceChoices = audiences.map((value) => ({ value, label: inWords.audienceNames[value] }))
const widestChoices = [{ value: '', label: words.everybody }, ...audienceChoices]
const qualificationChoices = qualificationKinds.map((value) => ({
  value,
  label: qualificationNames[value],
}))

/** Who may book, and with what. */
export const Who = ({ form, labs }: WhoProps) => (
  <Group title={words.who}>
    <Sentence
      form={form}
      text={sentences.audience}
      slots={{ audience: { label: words.audience, choices: widestChoices } }}
    />
    <FormField
      type="multiselect"
      name="qualifications"
      label={words.qualifications}
      hint={hints.qualifications}
      values={form.values('qualifications')}
      choices={qualificationChoices}
    />
    <FormField
      type="checkbox"
      name="needsProject"
      label={words.needsProject}
      checked={form.value('needsProject') === 'true'}
    />
    {labs.length > 0 && (
      <Fold form={form} title={foldNames.ownLabs} names={['ownLabs']}>
        <FormField
          type="multiselect"
          name="ownLabs"
          label={words.ownLabs}
          hint={words.ownLabsHint}
          form={form}
          values={form.values('ownLabs')}
          choices={labs.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Fold>
    )}
  </Group>
)

/** Whose bookings staff confirms. */
export const Approval = ({ form }: Props) => (
  <Group title={words.approval}>
    <FormField
      type="checkbox"
      name="approvalAlways"
      label={words.approvalAlways}
      hint={hints.approvalAlways}
      checked={form.value('approvalAlways') === 'true'}
    />
    <Sentence form={form} text={sentences.approval} />
    <Fold form={form} title={foldNames.audiences} names={['approvalAudiences']}>
      <FormField
        type="multiselect"
        name="approvalAudiences"
        label={words.approvalAudiences}
        hint={hints.approvalAudiences}
        values={form.values('approvalAudiences')}
        choices={audienceChoices}
      />
    </Fold>
  </Group>
)

/** Busy hours with limits of their own. */
export const Peak = ({ form }: Props) => (
  <Fold form={form} title={foldNames.peak} names={[...spanNames(form, 'peak'), 'peakMaxMinutes']}>
    <Local as="p" class="quiet small" text={hints.peak} />
    <SpanRows form={form} name="peak" />
    <Sentence form={form} text={sentences.peak} />
  </Fold>
)

/** Changing, cancelling, not coming, and what is charged. */
export const After = ({ form }: Props) => (
  <Group title={words.after}>
    <Sentence form={form} text={sentences.cancel} />
    <Sentence form={form} text={sentences.noShow} />
    <Fold
      form={form}
      title={foldNames.billing}
      names={['editDeadlineMinutes', 'billBy', 'billRoundMinutes']}
    >
      <Sentence form={form} text={sentences.edit} />
      <Sentence
        form={form}
        text={sentences.billing}
        slots={{
          billBy: {
            label: words.billBy,
            choices: [
              { value: '', label: hints.billBy },
              ...billings.map((value) => ({ value, label: inWords.billBy[value] })),
            ],
          },
        }}
      />
    </Fold>
  </Group>
)

type RowsProps = Props & { name: 'hours' | 'peak' }

const spanNames = (form: PolicyFilled, name: 'hours' | 'peak') =>
  rowsOf(form, name).flatMap((at) =>
    ['days', 'from', 'to'].map((field) => `${name}.${at}.${field}`),
  )

/** Days and their spans: those that are there, and two more to fill. */
const SpanRows = ({ form, name }: RowsProps) => (
  <>
    {rowsOf(form, name).map((at) => (
      <SpanRow form={form} name={`${name}.${at}`} number={at + 1} />
    ))}
  </>
)

/** As many as are filled, and two. */
function rowsOf(form: PolicyFilled, name: 'hours' | 'peak' | 'quotas'): number[] {
  const count = Math.min((rowsTyped(form, name).at(-1) ?? -1) + 3, mostRows)
  return Array.from({ length: count }, (_, at) => at)
}

type RowProps = Props & { name: string; number: number }

function SpanRow({ form, name, number }: RowProps) {
  const t = useText()
  const days = `${name}.days`
  const chosen = form.values(days)
  return (
    <div class="policy-span" role="group" aria-label={t(words.row(number))}>
      <div>
        <span
          class="day-boxes"
          id={idOf({ name: days })}
          tabindex={-1}
          {...(form.issues[0]?.path === days && { autofocus: true })}
        >
          {inWords.weekdays.map((day, at) => (
            <label class="check">
              <input
                type="checkbox"
                name={days}
                value={String(at + 1)}
                checked={chosen.includes(String(at + 1))}
              />
              <span>{t(day)}</span>
            </label>
          ))}
        </span>
        <span class="clocks">
          <Clock form={form} name={`${name}.from`} label={words.from} />
          <Clock form={form} name={`${name}.to`} label={words.to} />
        </span>
      </div>
      {['days', 'from', 'to'].map((field) => (
        <Note form={form} name={`${name}.${field}`} />
      ))}
    </div>
  )
}

type ClockProps = Props & { name: string; label: Text }

const Clock = ({ form, name, label }: ClockProps) => (
  <>
    <Local as="label" for={idOf({ name })} text={label} />
    <input class="input" value={form.value(name)} maxlength={5} {...wiringOf(form, name)} />
  </>
)

/** Quotas: those that are there, and two more to fill. */
export const QuotaRows = ({ form }: Props) => (
  <Group title={words.quotas} hint={words.quotasHint}>
    {rowsOf(form, 'quotas').map((at) => (
      <QuotaRow form={form} name={`quotas.${at}`} number={at + 1} />
    ))}
  </Group>
)

function QuotaRow({ form, name, number }: RowProps) {
  const t = useText()
  return (
    <div role="group" aria-label={t(words.row(number))}>
      <Sentence form={form} text={sentences.quota} at={`${name}.`} slots={quotaSlots}>
        <label class="check">
          <input
            type="checkbox"
            name={`${name}.peakOnly`}
            value="true"
            checked={form.value(`${name}.peakOnly`) === 'true'}
          />
          <Local as="span" text={words.peakOnly} />
        </label>
      </Sentence>
      <Note form={form} name={name} />
    </div>
  )
}

const quotaSlots = {
  of: {
    label: words.quotaOf,
    choices: [
      { value: 'person', label: words.person },
      { value: 'lab', label: words.lab },
    ],
  },
  per: {
    label: words.per,
    choices: quotaPeriods.map((value) => ({ value, label: perWords[value] })),
  },
  max: { label: words.max, number: true as const },
  measure: {
    label: words.measure,
    choices: [
      { value: 'minutes', label: words.hours },
      { value: 'count', label: words.count },
    ],
  },
}
