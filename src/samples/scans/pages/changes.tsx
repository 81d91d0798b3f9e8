import { stockPaths } from '../../../stock/words/paths.ts'
import { Button } from '../../../web/components/button.tsx'
import { FormField } from '../../../web/components/form-field.tsx'
import { Toast } from '../../../web/components/messages.tsx'
import { Section } from '../../../web/components/navigation.tsx'
import { type Column, Table } from '../../../web/components/table.tsx'
import { ActButton, type Filled } from '../../../web/forms.tsx'
import { Local, useText } from '../../../web/lang.tsx'
import { samplePaths } from '../../words/paths.ts'
import type { Box, Preview } from '../actions.ts'
import { decisions, type Row } from '../rules/plan.ts'
import { decisionNames, scanWords as words, turnNames } from '../words.ts'

type Props = { preview: Preview; form: Filled }

/** What a file would change in a box, and what somebody has to decide first. */
export function Changes({ preview, form }: Props) {
  const { box, plan, otherRacks } = preview
  const { rows, moves, unchanged, unread, open, turn } = plan
  const counts = { changed: moves.length, unchanged, unread: unread.length, open: open.length }
  return (
    <Section title={words.changes} id="changes">
      <Local as="p" class="strong" text={words.counts(counts)} />
      {turn && <Turned {...{ box, form, turn }} />}
      {otherRacks.length > 0 && (
        <Toast tone="note" text={words.otherRacks(otherRacks.join(', '))} />
      )}
      {unread.length > 0 && <Toast tone="caution" text={words.unread(unread.join(', '))} />}
      {open.length > 0 && <Toast tone="caution" text={words.decideFirst} />}
      {rows.length > 0 ? (
        <Differences {...{ preview, form }} />
      ) : (
        <Local as="p" text={words.nothing} />
      )}
    </Section>
  )
}

const Carried = ({ form }: { form: Filled }) => (
  <>
    {['text', 'rack', 'turn'].map((name) => (
      <input type="hidden" name={name} value={form.value(name)} />
    ))}
  </>
)

/** Each well that differs, what is done with it, and the button that does it once all is decided. */
function Differences({ preview: { box, plan, seen }, form }: Props) {
  const { rows, moves, open } = plan
  const canApply = open.length === 0 && moves.length > 0
  return (
    <form method="post" action={`${stockPaths.place(box.id)}/rack-scans`}>
      <Carried form={form} />
      <input type="hidden" name="seen" value={seen} />
      <Table caption={words.differences} columns={columnsOf(box, form)} rows={rows} dense />
      {rows.some(({ isUnknown }) => isUnknown) && (
        <Local as="p" class="quiet" text={words.registerLater} />
      )}
      <div class="stacked-form">
        <FormField
          type="select"
          name="others"
          label={words.others}
          none={words.othersEach}
          choices={decisions.map((value) => ({ value, label: decisionNames[value] }))}
          form={form}
          scope="decide"
        />
      </div>
      <div class="form-actions">
        {canApply && <Button look="primary" text={words.apply(moves.length)} />}
        <Button
          look={canApply ? 'plain' : 'primary'}
          formaction={`${samplePaths.scan(box.id)}/preview`}
          text={words.decide}
        />
      </div>
    </form>
  )
}

const columnsOf = (box: Box, form: Filled): readonly Column<Row>[] => [
  { label: words.well, text: ({ place }) => place },
  { label: words.there, code: ({ there }) => there || null },
  { label: words.scanned, code: ({ code }) => code || null },
  { label: words.from, text: ({ from, code }) => from ?? (code === '' ? null : words.nowhere) },
  { label: words.why, cell: (row) => <Doubt {...{ box, row }} /> },
  { label: words.decision, cell: (row) => <Choice {...{ row, form }} /> },
]

const Doubt = ({ box, row: { why, isUnknown, code } }: { box: Box; row: Row }) => (
  <>
    {why.map((text) => (
      <Local as="p" text={text} />
    ))}
    {isUnknown && (
      <a href={samplePaths.registration(box.id, code)} target="_blank">
        <Local text={words.register} />
      </a>
    )}
  </>
)

/** Nothing chosen is as all others; where these are decided one by one, what was scanned, or nothing yet. */
function Choice({ row: { place, ways, why }, form }: { row: Row; form: Filled }) {
  const t = useText()
  const chosen = form.values('decided').find((one) => one.startsWith(`${place} `))
  const isAsked = why.length > 0
  return (
    <span class="select scan-choice">
      <select class="input" name="decided" aria-label={t(words.decisionFor(place))}>
        <option value="">{t(isAsked ? words.undecided : decisionNames.take)}</option>
        {ways
          .filter((way) => isAsked || way !== 'take' || form.value('others') !== '')
          .map((way) => (
            <option value={`${place} ${way}`} selected={chosen === `${place} ${way}`}>
              {t(decisionNames[way])}
            </option>
          ))}
      </select>
    </span>
  )
}

type TurnedProps = { box: Box; form: Filled; turn: keyof typeof turnNames }

const Turned = ({ box, form, turn }: TurnedProps) => (
  <>
    <Toast tone="caution" text={words.looksTurned(turnNames[turn])} />
    <ActButton
      action={`${samplePaths.scan(box.id)}/preview`}
      text={words.turnIt}
      fields={{ text: form.value('text'), rack: form.value('rack'), turn }}
    />
  </>
)
