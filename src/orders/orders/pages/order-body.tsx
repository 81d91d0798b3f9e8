import { FieldList, Day } from '../../../web/components/values.tsx'
import { Section } from '../../../web/components/navigation.tsx'
import { StateBadge } from '../../../web/components/badges.tsx'
import { Steps as Stages, Timeline } from '../../../web/components/progress.tsx'
import { type Column, Table } from '../../../web/components/table.tsx'
import { formatBytes, formatQuantity } from '../../../web/format.ts'
import { Local, useLang } from '../../../web/lang.tsx'
import { paths } from '../../../web/paths.ts'
import type { Line, OrderAnswer, OrderState } from '../model.ts'
import { Answered } from '../../forms/pages/answers.tsx'
import { isOrderEvent, lineFen } from '../rules.ts'
import { eventNames, pageWords as words, ratingNames, stateNames } from '../words.ts'
import { orderPaths } from '../../words/paths.ts'
import { Yuan } from '../../../charges/charges/pages/money.tsx'

type OrderProps = { order: OrderAnswer }
const stages = ['submitted', 'quoted', 'accepted', 'in_work', 'delivered', 'closed'] as const

/** The state of an order and its main facts. */
export function Head({ order }: OrderProps) {
  const at = stages.findIndex((stage) => stage === order.state)
  const { state, dueAt, overdue, instrument, requester, request, submittedAt, timezone } = order
  const lang = useLang()
  return (
    <>
      {at >= 0 && <Stages steps={stages.map((stage) => stateNames[stage])} current={at} />}
      <p class="service-facts">
        <StateBadge tone={stateTones[state]} text={stateNames[state]} />
        {overdue && <StateBadge tone="danger" text={words.overdue} />}
      </p>
      <FieldList
        fields={[
          {
            label: words.instrument,
            value: <Local as="a" href={paths.record(instrument.id)} text={instrument.title} />,
          },
          { label: words.requester, value: requester.name },
          {
            label: words.request,
            value: request && <a href={orderPaths.request(request.id)}>{request.number}</a>,
          },
          { label: words.submitted, value: <Day when={submittedAt} zone={timezone} /> },
          { label: words.due, value: dueAt && <Day when={dueAt} zone={timezone} /> },
          {
            label: words.machineHours,
            value:
              order.machineHours === null ? null : formatQuantity(order.machineHours, 'h', lang),
          },
        ]}
      />
    </>
  )
}

/** The answers and samples of an order. */
export function Asked({ order }: OrderProps) {
  const { fields, samples } = order
  return (
    <>
      {fields.length > 0 && (
        <Section title={words.questions}>
          <Answered
            fields={fields}
            answers={order.answers}
            files={(field) => <Files order={order} field={field} />}
          />
        </Section>
      )}
      {samples.length > 0 && (
        <Section title={words.samples}>
          <Table
            caption={words.samples}
            dense
            columns={[
              { label: words.sampleName, cell: ({ name }) => name },
              { label: words.quantity, cell: ({ quantity }) => quantity },
              { label: words.hazards, cell: ({ hazards }) => hazards },
              {
                label: words.afterwards,
                cell: ({ afterwards }) => <Local text={words[afterwards]} />,
              },
            ]}
            rows={samples}
          />
        </Section>
      )}
    </>
  )
}

export function Results({ order }: OrderProps) {
  if (!order.files.some(({ field }) => field === null)) return <></>
  return (
    <Section title={words.results}>
      <Files order={order} field={null} />
    </Section>
  )
}

function Files({ order, field }: OrderProps & { field: string | null }) {
  const lang = useLang()
  const files = order.files.filter((file) => file.field === field)
  if (files.length === 0) return <span class="not-given">—</span>
  return (
    <ul class="order-files">
      {files.map(({ id, name, sizeBytes, addedAt }) => (
        <li>
          <a href={orderPaths.file(order.id, id)} download>
            {name}
          </a>{' '}
          <span class="quiet">
            {formatBytes(sizeBytes, lang)}, <Day when={addedAt} zone={order.timezone} />
          </span>
        </li>
      ))}
    </ul>
  )
}

export function Rated({ order: { rating, ratingWords } }: OrderProps) {
  const name = rating === null ? undefined : ratingNames[rating - 1]
  if (!name) return <></>
  return (
    <Section title={words.rating}>
      <p>
        <Local as="strong" text={name} />
      </p>
      {ratingWords && <p class="prose">{ratingWords}</p>}
    </Section>
  )
}

export const History = ({ order }: OrderProps) => (
  <Section title={words.history}>
    <Timeline
      events={order.events.toReversed().map(({ at, type, actor, note }) => ({
        at,
        what: isOrderEvent(type) ? eventNames[type] : { zh: type, en: type },
        who: actor?.name ?? null,
        detail: note ? <p class="order-note">{note}</p> : undefined,
      }))}
    />
  </Section>
)

/** The quote, line by line. */
export function QuoteTable({ order: { quote, timezone } }: { order: OrderAnswer }) {
  if (!quote) return <></>
  return (
    <Section title={words.quote}>
      <Table caption={words.quote} dense columns={quoteColumns} rows={quote.lines} />
      <p class="order-total">
        <Local text={words.total} />{' '}
        <strong>
          <Yuan fen={quote.totalFen} /> <Local text={words.yuan} />
        </strong>
      </p>
      {quote.validUntil && (
        <p class="quiet">
          <Local text={words.validUntil} /> <Day when={quote.validUntil} zone={timezone} />
        </p>
      )}
    </Section>
  )
}

const quoteColumns: Column<Line>[] = [
  { label: words.line, cell: ({ text }) => text },
  { label: words.quantity, align: 'end', cell: ({ quantity }) => quantity },
  {
    label: words.unitPrice,
    align: 'end',
    cell: ({ priceFen }) =>
      priceFen === 0 ? <Local text={words.free} /> : <Yuan fen={priceFen} />,
  },
  { label: words.amount, align: 'end', cell: (line) => <Yuan fen={lineFen(line)} /> },
]

export const stateTones = {
  submitted: 'caution',
  quoted: 'caution',
  accepted: 'note',
  in_work: 'note',
  delivered: 'good',
  closed: 'good',
  declined: 'calm',
  withdrawn: 'calm',
  cancelled: 'calm',
} as const satisfies Record<OrderState, string>
