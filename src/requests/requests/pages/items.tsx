import { inLang, type Lang, type Text } from '../../../core/text.ts'
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
import type { AskedText } from '../../agreements/actions/read.ts'
import { isAbout } from '../../agreements/rules/standing.ts'
import { requestPaths } from '../../words/paths.ts'
import { answers } from '../model/events.ts'
import type { ItemAnswer } from '../model/request.ts'
import { amountIn } from '../rules/units.ts'
import { answerNames, endNames } from '../words/names.ts'
import { pageWords as words } from '../words/pages.ts'
import { objectionWords } from '../words/refusals.ts'
import { lastDayWords } from './days.ts'
import { appealAbout, decidedBy } from './happened.ts'
import type { Shown } from './request.tsx'
import { answerTones } from './tones.ts'

type Props = {
  request: Shown
  me: string | null
  texts: readonly AskedText[]
  /** What of samples is asked for, by item. */
  criteria: Criteria
}
type Criteria = ReadonlyMap<string, readonly Text[]>

/** What is asked for, and what became of it; for who decides, with the form that decides it. */
export function Items({ request, me, texts, criteria }: Props) {
  const lang = useLang()
  return (
    <Section title={words.items}>
      <Table
        caption={words.items}
        columns={columnsIn(lang, { request, criteria })}
        rows={request.items}
      />
      {request.commands.includes('decision') && (
        <DecisionForm {...{ request, me, texts, criteria }} />
      )}
    </Section>
  )
}

const askedOf = ({ unit, quantity }: ItemAnswer) =>
  unit === null || quantity === null ? undefined : words.askedFor(amountIn(unit, quantity))

const Amount = ({ item, quantity }: { item: ItemAnswer; quantity: number | null }) =>
  item.unit === null || quantity === null ? (
    <>{quantity}</>
  ) : (
    <Local text={amountIn(item.unit, quantity)} />
  )

type Described = Pick<Props, 'request' | 'criteria'>

const columnsIn = (lang: Lang, { request, criteria }: Described): Column<ItemAnswer>[] => [
  {
    label: words.what,
    cell: ({ id, record, loan, targetName }) => (
      <>
        <Local as="a" href={paths.record(record.id)} text={record.title} />
        {loan && (
          <>
            {' '}
            <Local as="span" class="tag" text={words.loan} />
          </>
        )}
        {targetName && <Local as="p" class="request-words quiet small" text={targetName} />}
        {criteria.get(id)?.map((text) => (
          <Local as="p" class="request-words quiet small" text={text} />
        ))}
      </>
    ),
  },
  {
    label: words.asked,
    nowrap: true,
    cell: (item) => <Amount item={item} quantity={item.quantity} />,
  },
  {
    label: words.answer,
    cell: (item) => <Answered item={item} lang={lang} request={request} />,
  },
]

type AnsweredProps = { item: ItemAnswer; lang: Lang; request: Shown }

function Answered({ item, lang, request }: AnsweredProps) {
  const { decision, appeal, shipped, received } = item
  return (
    <div class="request-answered">
      <ItemState item={item} />{' '}
      {appeal === 'open' && <StateBadge tone="caution" text={words.appealOpen} />}{' '}
      {decision && <Amount item={item} quantity={decision.quantity} />}{' '}
      {shipped > 0 && <Local as="p" text={words.shippedOf(figures(shipped), figures(received))} />}
      {[decision?.conditions, decision?.reason].map(
        (text) => text && <p class="request-words">{text}</p>,
      )}
      {appeal === 'open' && (
        <p class="request-words">
          <Local text={words.appealNote} /> {appealAbout(request, item.id)}
        </p>
      )}
      <Access item={item} lang={lang} />
    </div>
  )
}

/** Until when files may be had, and where. */
function Access({ item: { access, ended, record }, lang }: Omit<AnsweredProps, 'request'>) {
  const last = access.at(-1)
  if (!last) return <></>
  return (
    <>
      <Local text={last.until ? words.until(lastDayWords(last.until)[lang]) : words.withoutEnd} />
      {!ended && (
        <p>
          <Local as="a" href={paths.record(record.id)} text={words.toFiles} />
        </p>
      )}
    </>
  )
}

function ItemState({ item: { ended, decision } }: { item: ItemAnswer }) {
  if (ended) return <StateBadge tone="calm" text={endNames[ended]} />
  if (!decision) return <Local text={words.open} />
  return <StateBadge tone={answerTones[decision.answer]} text={answerNames[decision.answer]} />
}

/** Not answered yet, put off, or appealed. */
const isToDecide = ({ decision, ended, appeal }: ItemAnswer): boolean =>
  !ended && (!decision || decision.answer === 'later' || appeal === 'open')

/** An appeal is answered by somebody other than who decided. */
const isOwnDecision = (request: Shown, { id, appeal }: ItemAnswer, me: string | null): boolean =>
  appeal === 'open' && me !== null && decidedBy(request, id) === me

/** Each item that is open, with its answer; what is left without one stays open. */
function DecisionForm({ request, me, texts }: Props) {
  const action = requestPaths.command(request.id, 'decision')
  const form = useAnswered(action) ?? filledWith()
  const lang = useLang()
  const all = request.items.filter(isToDecide)
  const open = all.filter((item) => !isOwnDecision(request, item, me))
  if (all.length === 0) return null
  if (open.length === 0)
    return <Local as="p" id="decision" class="quiet" text={objectionWords.own_decision} />
  return (
    <form class="stacked-form request-decision" id="decision" method="post" action={action}>
      <input type="hidden" name="version" value={String(request.version)} />
      {open.map((item) => (
        <fieldset>
          <legend>{inLang(item.record.title, lang)}</legend>
          <input type="hidden" name="item" value={item.id} />
          <DecisionFields item={item} form={form} texts={textsAbout(texts, item)} />
        </fieldset>
      ))}
      <div class="form-actions">
        <Button look="primary" text={words.decide} />
      </div>
    </form>
  )
}

/** Texts that may be asked for an item besides those asked of everybody. */
const textsAbout = (texts: readonly AskedText[], { record, delivery }: ItemAnswer) =>
  texts.filter((text) => isAbout(text, { kind: record.kind, delivery }))

type Fields = Pick<Props, 'texts'> & { item: ItemAnswer; form: ReturnType<typeof filledWith> }

function DecisionFields({ item, form, texts }: Fields) {
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
          hint={askedOf(item)}
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
      <FormField
        {...{ name: named('reason'), label: words.reason, hint: words.reasonHint, form }}
        type="text"
      />
      <FurtherTexts {...{ texts, form }} name={named('agreements')} />
    </div>
  )
}

type FurtherProps = Pick<Fields, 'texts' | 'form'> & { name: string }

/** Terms that are asked of this item besides those of everybody. */
const FurtherTexts = ({ texts, form, name }: FurtherProps) =>
  texts.length === 0 ? null : (
    <FormField
      type="multiselect"
      name={name}
      label={words.addTexts}
      hint={words.addTextsHint}
      form={form}
      choices={texts.map(({ id, title }) => ({ value: id, label: title }))}
    />
  )
