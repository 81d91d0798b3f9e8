import type { Child } from 'hono/jsx'
import { msOf } from '../../../core/periods.ts'
import type { LocalText, Text } from '../../../core/text.ts'
import { bothLanguages } from '../../../core/text.ts'
import { Temporal } from '../../../core/time.ts'
import { titleOfInstrument } from '../../../instruments/rules/title.ts'
import { whenText } from '../../../instruments/rules/when.ts'
import { StateBadge } from '../../../web/components/badges.tsx'
import { Button } from '../../../web/components/button.tsx'
import { Icon } from '../../../web/components/icon.tsx'
import { SmallField } from '../../../web/components/small-form.tsx'
import { FieldList } from '../../../web/components/values.tsx'
import { formatDate } from '../../../web/format.ts'
import { Local, useText } from '../../../web/lang.tsx'
import type { BookingRow } from '../../bookings/model.ts'
import { qualificationNames } from '../../verdict/words.ts'
import { bookingPaths } from '../../words/paths.ts'
import type { Application, HeldQualification } from '../actions.ts'
import { audienceNames, deskWords as words } from '../words.ts'

type Props = { asked: Application; now: Temporal.Instant }

/** A booking as people name it in a question or a button. */
export const nameOf = (row: BookingRow) => ({
  title: titleOfInstrument(row),
  when: whenText(row, row.zone),
  person: row.personName,
})

/** All that one asks before deciding about a booking, and the two answers. */
export function ApplicationCard({ asked: one, now }: Props) {
  const t = useText()
  const { row } = one
  return (
    <li class="approval-card" data-card>
      <div class="approval-head">
        <input
          type="checkbox"
          name="bookings"
          value={row.id}
          form="decisions"
          aria-label={t(words.select(nameOf(row)))}
        />
        <h2>
          <Local as="a" href={bookingPaths.booking(row.id)} text={titleOfInstrument(row)} />
        </h2>
        <Local as="span" class="numeric approval-when" text={whenText(row, row.zone)} />
        <Urgency row={row} now={now} />
      </div>
      <FieldList
        fields={[
          { label: words.who, value: <Who asked={one} /> },
          { label: words.purpose, value: <Purpose row={row} /> },
          { label: words.training, value: <Qualifications asked={one} now={now} /> },
          { label: words.history, value: <History asked={one} /> },
          { label: words.clashes, value: <Clashes asked={one} /> },
        ]}
      />
      <Answers row={row} />
    </li>
  )
}

const day = 86_400_000

/** How soon it begins, or how long it has waited; nothing where neither matters yet. */
function Urgency({ row: { start, createdAt }, now }: { row: BookingRow; now: Temporal.Instant }) {
  const nowMs = now.epochMilliseconds
  const leftMs = start.epochMilliseconds - nowMs
  if (leftMs < day)
    return (
      <StateBadge
        tone={leftMs < 0 ? 'danger' : 'caution'}
        text={leftMs < 0 ? words.startPast : words.startsSoon}
      />
    )
  const days = Math.floor((nowMs - createdAt.epochMilliseconds) / day)
  return days > 0 ? (
    <StateBadge tone={days > 2 ? 'caution' : 'calm'} text={words.waits(days)} />
  ) : null
}

function Who({ asked: { row, applicant } }: { asked: Application }) {
  const parts: LocalText[] = [
    ...(applicant?.institutions ?? []),
    ...(row.labId ? [{ zh: row.labZh, en: row.labEn }] : []),
    audienceNames[row.audience],
  ]
  return (
    <>
      <strong>{row.personName}</strong>
      <Dotted parts={parts} />
    </>
  )
}

const Dotted = ({ parts }: { parts: readonly LocalText[] }) => (
  <span class="quiet">
    {parts.map((part) => (
      <>
        {' · '}
        <Local text={part} />
      </>
    ))}
  </span>
)

function Purpose({ row }: { row: BookingRow }) {
  const { plannedSamples: samples, assisted } = row
  const parts = [
    ...(samples ? [words.samples(samples)] : []),
    ...(assisted ? [words.byStaff] : []),
    ...(row.project ? [{ zh: row.project, en: row.project }] : []),
  ]
  return (
    <>
      {row.purpose}
      <Dotted parts={parts} />
    </>
  )
}

/** What the rules ask for first, then what else is held; a missing or expired one stands out. */
function Qualifications({ asked: { required, held, row }, now }: Props) {
  const startMs = msOf(row)[0]
  const others = held.filter(({ kind }) => !required.includes(kind))
  if (required.length + others.length === 0)
    return <Local class="quiet" as="span" text={words.noneRequired} />
  const lines = [
    ...required.map((kind) =>
      lineOf(kind, latest(held, kind), Math.max(startMs, now.epochMilliseconds)),
    ),
    ...others.map((own) => lineOf(own.kind, own, now.epochMilliseconds)),
  ]
  return <Lines lines={lines} />
}

const lasting = ({ expiresMs }: HeldQualification) => expiresMs ?? Infinity

const latest = (held: readonly HeldQualification[], kind: HeldQualification['kind']) =>
  held.filter((own) => own.kind === kind).toSorted((one, other) => lasting(other) - lasting(one))[0]

type Line = { text: Text; isBad: boolean }

function lineOf(
  kind: HeldQualification['kind'],
  own: HeldQualification | undefined,
  neededMs: number,
): Line {
  const name = qualificationNames[kind]
  if (!own) return { text: words.missing(name), isBad: true }
  if (own.expiresMs === null) return { text: words.valid(name), isBad: false }
  const expires = Temporal.Instant.fromEpochMilliseconds(own.expiresMs)
  const on = { zh: formatDate(expires, 'zh'), en: formatDate(expires, 'en') }
  const isBad = own.expiresMs <= neededMs
  return { text: (isBad ? words.expired : words.validUntil)(name, on), isBad }
}

const Lines = ({ lines }: { lines: readonly Line[] }) => (
  <ul class="approval-lines">
    {lines.map(({ text, isBad }) =>
      isBad ? (
        <li class="approval-bad">
          <Icon name="warning" small /> <Local text={text} />
        </li>
      ) : (
        <Local as="li" text={text} />
      ),
    )}
  </ul>
)

function History({ asked: { applicant } }: { asked: Application }): Child {
  if (!applicant) return null
  const { finished, missed, lateCancelled } = applicant
  if (finished + missed + lateCancelled === 0) return <Local as="span" text={words.first} />
  const parts = [
    words.finished(finished),
    ...(missed > 0 ? [words.missed(missed)] : []),
    ...(lateCancelled > 0 ? [words.late(lateCancelled)] : []),
  ]
  return (
    <Local
      as="span"
      text={{
        zh: parts.map(({ zh }) => zh).join('，'),
        en: parts.map(({ en }) => en).join(', '),
      }}
    />
  )
}

function Clashes({ asked: { objections, applicant, row } }: { asked: Application }) {
  const lines = [
    ...objections.map(({ detail }) => detail),
    ...(applicant?.elsewhere ?? []).map(({ instrument, startMs, endMs }) => {
      const period = {
        start: Temporal.Instant.fromEpochMilliseconds(startMs),
        end: Temporal.Instant.fromEpochMilliseconds(endMs),
      }
      const title = instrument ? bothLanguages(instrument) : words.otherInstrument
      return words.elsewhere(title, whenText(period, row.zone))
    }),
  ]
  return lines.length === 0 ? (
    <Local as="span" class="quiet" text={words.noClashes} />
  ) : (
    <Lines lines={lines.map((text) => ({ text, isBad: true }))} />
  )
}

/** Approving is one press; declining asks for a reason first, naming what is declined. */
function Answers({ row }: { row: BookingRow }) {
  const t = useText()
  const name = nameOf(row)
  const hidden = <input type="hidden" name="bookings" value={row.id} />
  return (
    <div class="approval-answers">
      <form class="act" method="post" action={bookingPaths.bookingDecisions} data-approve>
        {hidden}
        <Button
          name="approved"
          value="true"
          look="primary"
          dense
          text={words.approve}
          label={t(words.approveOf(name))}
        />
      </form>
      <details data-decline>
        <Local
          as="summary"
          class="button button-plain button-dense"
          text={words.decline}
          aria-label={t(words.declineOf(name))}
        />
        <form class="stacked-form small-form" method="post" action={bookingPaths.bookingDecisions}>
          {hidden}
          <input type="hidden" name="approved" value="false" />
          <Local as="p" text={words.declineAsk(name)} />
          <SmallField id={`reason-${row.id}`} name="note" label={words.reason} />
          <div class="form-actions">
            <Button look="danger" dense text={words.decline} />
          </div>
        </form>
      </details>
    </div>
  )
}
