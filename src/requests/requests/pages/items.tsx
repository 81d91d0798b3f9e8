import { inLang, type Lang } from '../../../core/text.ts'
import { figures } from '../../../stock/rules.ts'
import { StateBadge } from '../../../web/components/badges.tsx'
import { Button } from '../../../web/components/button.tsx'
import { FormField } from '../../../web/components/form-field.tsx'
import { Section } from '../../../web/components/navigation.tsx'
import { type Column, Table } from '../../../web/components/table.tsx'
import { filledWith } from '../../../web/forms.tsx'
import { Local, useLang } from '../../../web/lang.tsx'
import { paths } from '../../../web/paths.ts'
import { useAnswered } from '../../../web/shown-again.tsx'
import { requestPaths } from '../../words/paths.ts'
import { answers } from '../model/events.ts'
import type { ItemAnswer } from '../model/request.ts'
import { amountIn } from '../rules/units.ts'
import { answerNames, endNames } from '../words/names.ts'
import { pageWords as words } from '../words/pages.ts'
import { lastDayIn } from './days.ts'
import type { Shown } from './request.tsx'
import { answerTones } from './tones.ts'

type Props = { request: Shown }

/** What is asked for, and what became of it; for who decides, with the form that decides it. */
export function Items({ request }: Props) {
  const lang = useLang()
  return (
    <Section title={words.items}>
      <Table caption={words.items} columns={columnsIn(lang)} rows={request.items} />
      {request.commands.includes('decision') && <DecisionForm request={request} />}
    </Section>
  )
}

const amount = ({ unit, quantity }: { unit: ItemAnswer['unit']; quantity: number | null }) =>
  unit !== null && quantity !== null ? <Local text={amountIn(unit, quantity)} /> : quantity

const columnsIn = (lang: Lang): Column<ItemAnswer>[] => [
  {
    label: words.what,
    cell: ({ record, loan }) => (
      <>
        <Local as="a" href={paths.record(record.id)} text={record.title} />
        {loan && (
          <>
            {' '}
            <Local as="span" class="tag" text={words.loan} />
          </>
        )}
      </>
    ),
  },
  { label: words.asked, nowrap: true, cell: amount },
  { label: words.answer, cell: (item) => <Answered item={item} lang={lang} /> },
]

function Answered({ item, lang }: { item: ItemAnswer; lang: Lang }) {
  const { decision, appeal, access, shipped, received } = item
  const last = access.at(-1)
  return (
    <>
      <ItemState item={item} />{' '}
      {appeal === 'open' && <StateBadge tone="caution" text={words.appealOpen} />}{' '}
      {decision && amount({ unit: item.unit, quantity: decision.quantity })}
      {last && (
        <Local text={last.until ? words.until(lastDayIn(last.until, lang)) : words.withoutEnd} />
      )}
      {shipped > 0 && <Local as="p" text={words.shippedOf(figures(shipped), figures(received))} />}
      {[decision?.conditions, decision?.reason].map(
        (text) => text && <p class="request-words">{text}</p>,
      )}
    </>
  )
}

function ItemState({ item: { ended, decision } }: { item: ItemAnswer }) {
  if (ended) return <StateBadge tone="calm" text={endNames[ended]} />
  if (!decision) return <Local text={words.open} />
  return <StateBadge tone={answerTones[decision.answer]} text={answerNames[decision.answer]} />
}

/** Each item that is open, with its answer; what is left without one stays open. */
function DecisionForm({ request }: Props) {
  const action = requestPaths.command(request.id, 'decision')
  const form = useAnswered(action) ?? filledWith()
  const lang = useLang()
  const open = request.items.filter(
    ({ decision, ended, appeal }) =>
      !ended && (!decision || decision.answer === 'later' || appeal === 'open'),
  )
  if (open.length === 0) return null
  return (
    <form class="stacked-form request-decision" method="post" action={action}>
      <input type="hidden" name="version" value={String(request.version)} />
      {open.map((item) => (
        <fieldset>
          <legend>{inLang(item.record.title, lang)}</legend>
          <input type="hidden" name="item" value={item.id} />
          <DecisionFields item={item} form={form} />
        </fieldset>
      ))}
      <div class="form-actions">
        <Button look="primary" text={words.decide} />
      </div>
    </form>
  )
}

function DecisionFields({ item, form }: { item: ItemAnswer; form: ReturnType<typeof filledWith> }) {
  const named = (name: string) => `${item.id}.${name}`
  return (
    <div class="form-grid">
      <FormField
        type="select"
        name={named('answer')}
        label={words.answer}
        form={form}
        choices={[
          { value: '', label: words.later },
          ...answers.map((value) => ({ value, label: answerNames[value] })),
        ]}
      />
      {item.delivery === 'shipment' && (
        <FormField
          type="number"
          name={named('quantity')}
          label={words.quantity}
          form={form}
          min={0}
          step="any"
          short
        />
      )}
      {item.delivery === 'download' && (
        <FormField type="date" name={named('until')} label={words.lastDay} form={form} short />
      )}
      <FormField type="text" name={named('conditions')} label={words.conditions} form={form} />
      <FormField type="text" name={named('reason')} label={words.reason} form={form} />
    </div>
  )
}
