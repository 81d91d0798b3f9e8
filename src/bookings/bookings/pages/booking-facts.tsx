import type { Lang } from '../../../core/text.ts'
import type { FieldItem } from '../../../web/components/field-list.tsx'
import type { TimelineEvent } from '../../../web/components/timeline.tsx'
import { formatNumber } from '../../../web/format.ts'
import { Local } from '../../../web/lang.tsx'
import type { BookingRow } from '../actions/read.ts'
import { offsetOf } from '../../../core/wall-clock.ts'
import { whenText } from '../../../instruments/rules/when.ts'
import { onePageWords as words } from '../words/pages.ts'

/** What is known of it; what was not said is left out. */
export function fieldsOf(row: BookingRow, lang: Lang): FieldItem[] {
  const number = (label: FieldItem['label'], value: number | null) =>
    text(label, value === null ? null : formatNumber(value, lang))
  return [
    { label: words.when, value: <When row={row} /> },
    { label: words.who, value: row.personName },
    ...text(words.by, row.bookedByName),
    ...(row.labId
      ? [{ label: words.lab, value: <Local text={{ zh: row.labZh, en: row.labEn }} /> }]
      : []),
    { label: words.purpose, value: row.purpose },
    ...text(words.project, row.project),
    ...number(words.samples, row.plannedSamples),
    ...(row.assisted ? [{ label: words.assisted, value: <Local text={words.byStaff} /> }] : []),
    ...usedFields(row),
    ...number(words.sampleCount, row.sampleCount),
    ...text(words.consumables, consumed(row)),
    ...text(words.note, row.useNote),
    ...text(words.overridden, row.overrideReason),
    ...text(words.decision, row.decisionNote),
    ...text(words.reason, row.cancelReason),
  ]
}

const text = (label: FieldItem['label'], value: string | null): FieldItem[] =>
  value ? [{ label, value }] : []

const When = ({ row }: { row: BookingRow }) => (
  <>
    <span class="numeric">
      <Local text={whenText(row, row.zone)} />
    </span>{' '}
    <span class="quiet">
      <Local text={words.zone(row.zone, offsetOf(row.start.epochMilliseconds, row.zone))} />
    </span>
  </>
)

function usedFields({ startedAt, finishedAt, zone }: BookingRow): FieldItem[] {
  if (!startedAt || !finishedAt) return []
  const used = whenText({ start: startedAt, end: finishedAt }, zone)
  return [{ label: words.used, value: <Local text={used} /> }]
}

const consumed = ({ consumables }: BookingRow): string =>
  consumables.map(({ name, quantity, unit }) => `${name} ${quantity} ${unit}`.trim()).join('；')

/** What became of it, newest first. */
export function eventsOf(row: BookingRow): TimelineEvent[] {
  const all: (readonly [BookingRow['startedAt'], TimelineEvent['what']])[] = [
    [row.missedAt, words.wasMissed],
    [row.cancelledAt, words.wasCancelled],
    [row.finishedAt, words.finished],
    [row.startedAt, words.started],
    [row.confirmedAt, words.wasConfirmed],
    [row.createdAt, words.wasMade],
  ]
  return all
    .flatMap(([at, what]) => (at ? [{ at, what }] : []))
    .toSorted((one, other) => other.at.epochMilliseconds - one.at.epochMilliseconds)
}
