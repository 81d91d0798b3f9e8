import { FieldList } from '../../../web/components/field-list.tsx'
import { Day } from '../../../web/components/moment.tsx'
import { Section } from '../../../web/components/page-head.tsx'
import { StateBadge } from '../../../web/components/state-badge.tsx'
import { Steps as Stages } from '../../../web/components/steps.tsx'
import { Table } from '../../../web/components/table.tsx'
import { Timeline } from '../../../web/components/timeline.tsx'
import { formatBytes, formatQuantity } from '../../../web/format.ts'
import { Local, useLang, useText } from '../../../web/lang.tsx'
import { paths } from '../../../web/paths.ts'
import type { OrderAnswer } from '../model.ts'
import type { Field } from '../../services/model.ts'
import { isOrderEvent } from '../rules/lifecycle.ts'
import { eventNames, stateNames } from '../words/orders.ts'
import { pageWords as words, ratingNames } from '../words/pages.ts'
import { orderPaths } from '../../words/paths.ts'
import { stateTones } from './state.ts'

type Props = { order: OrderAnswer }
const stages = ['submitted', 'quoted', 'accepted', 'in_work', 'delivered', 'closed'] as const

/** Where an order stands, and its first facts. */
export function Head({ order }: Props) {
  const at = stages.findIndex((stage) => stage === order.state)
  const { state, dueAt, overdue, instrument, requester, submittedAt, timezone } = order
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
            value: (
              <a href={paths.record(instrument.id)}>
                <Local text={instrument.title} />
              </a>
            ),
          },
          { label: words.requester, value: requester.name },
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

/** What was asked for: answers and samples. */
export function Asked({ order }: Props) {
  const { fields, samples } = order
  return (
    <>
      {fields.length > 0 && (
        <Section title={words.questions}>
          <FieldList
            fields={fields.map((field) => ({
              label: field.label,
              value: <Answer field={field} order={order} />,
            }))}
          />
        </Section>
      )}
      {samples.length > 0 && (
        <Section title={words.samples}>
          <Table
            caption={words.samples}
            captionUnseen
            dense
            columns={[
              { key: 'name', label: words.sampleName, head: true, cell: ({ name }) => name },
              { key: 'quantity', label: words.quantity, cell: ({ quantity }) => quantity },
              { key: 'hazards', label: words.hazards, cell: ({ hazards }) => hazards },
              {
                key: 'afterwards',
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

function Answer({ field, order }: Props & { field: Field }) {
  const t = useText()
  const lang = useLang()
  const answer = order.answers[field.key]
  if (field.type === 'file') return <Files order={order} field={field.key} />
  if (answer === undefined) return <span class="not-given">—</span>
  if (typeof answer === 'boolean') return <>{t(answer ? words.yes : words.no)}</>
  if (typeof answer === 'number' && field.unit)
    return <>{formatQuantity(answer, field.unit, lang)}</>
  return <>{String(answer)}</>
}

export function Results({ order }: Props) {
  if (!order.files.some(({ field }) => field === null)) return <></>
  return (
    <Section title={words.results}>
      <Files order={order} field={null} />
    </Section>
  )
}

function Files({ order, field }: Props & { field: string | null }) {
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

export function Rated({ order: { rating, ratingWords } }: Props) {
  const name = rating === null ? undefined : ratingNames[rating - 1]
  if (!name) return <></>
  return (
    <Section title={words.rating}>
      <p>
        <strong>
          <Local text={name} />
        </strong>
      </p>
      {ratingWords && <p class="prose">{ratingWords}</p>}
    </Section>
  )
}

export const History = ({ order }: Props) => (
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
