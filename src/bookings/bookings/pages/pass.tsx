import type { BookingRow } from '../model.ts'
import type { Place } from '../actions/read.ts'
import { onePageWords as words } from '../words/pages.ts'
import type { Policy } from '../../policies/model.ts'
import type { OwnBooking } from '../../verdict/actions/elsewhere.ts'
import { objectionWords } from '../../verdict/words.ts'
import { bookingPaths } from '../../words/paths.ts'
import { inLang, type Lang } from '../../../core/text.ts'
import { momentInWords, offsetOf } from '../../../core/wall-clock.ts'
import { titleOfInstrument } from '../../../instruments/rules/title.ts'
import { whenText } from '../../../instruments/rules/when.ts'
import { ButtonLink } from '../../../web/components/button.tsx'
import { type FieldItem } from '../../../web/components/values.tsx'
import { formatNumber } from '../../../web/format.ts'
import { Local } from '../../../web/lang.tsx'
import { withQuery } from '../../../web/paths.ts'

/** It is still to be used, or in use. */
export const isStanding = ({ state }: Pick<BookingRow, 'state'>): boolean =>
  state === 'pending' || state === 'confirmed' || state === 'in_use'

type Telling = { lang: Lang; place: Place | undefined; policy: Policy }

/** What one needs to know on the way to it, and what else is known of it; what was not said is left out. */
export function fieldsOf(row: BookingRow, { lang, place, policy }: Telling): FieldItem[] {
  const number = (label: FieldItem['label'], value: number | null) =>
    text(label, value === null ? null : formatNumber(value, lang))
  return [
    { label: words.when, value: <When row={row} /> },
    ...(place ? placeFields(place, lang) : []),
    ...(isStanding(row) && row.state !== 'in_use' ? [cancelField(row, policy)] : []),
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
    <Local as="span" class="numeric" text={whenText(row, row.zone)} />{' '}
    <Local
      as="span"
      class="quiet"
      text={words.zone(row.zone, offsetOf(row.start.epochMilliseconds, row.zone))}
    />
  </>
)

function usedFields({ startedAt, finishedAt, zone }: BookingRow): FieldItem[] {
  if (!startedAt || !finishedAt) return []
  const used = whenText({ start: startedAt, end: finishedAt }, zone)
  return [{ label: words.used, value: <Local text={used} /> }]
}

const consumed = ({ consumables }: BookingRow): string =>
  consumables.map(({ name, quantity, unit }) => `${name} ${quantity} ${unit}`.trim()).join('；')

function placeFields(place: Place, lang: Lang): FieldItem[] {
  const map = mapOf(place, lang)
  return [
    {
      label: words.place,
      value: (
        <>
          <Local text={{ zh: place.zh, en: place.en }} />
          {place.address && <span class="pass-address">{place.address}</span>}
          {map && <Local as="a" href={map} rel="noreferrer" text={words.map} />}
        </>
      ),
    },
    ...text(words.contact, place.contact),
  ]
}

/** A map of the place in the world outside: where it is by coordinates, or else by its address. */
function mapOf({ lng, lat, address, zh, en }: Place, lang: Lang): string | undefined {
  const name = inLang({ zh, en }, lang)
  if (lng !== null && lat !== null)
    return lang === 'zh'
      ? `https://uri.amap.com/marker?${new URLSearchParams({ position: `${lng},${lat}`, name, coordinate: 'wgs84' })}`
      : `https://www.openstreetmap.org/?${new URLSearchParams({ mlat: String(lat), mlon: String(lng) })}#map=17/${lat}/${lng}`
  if (!address) return undefined
  return lang === 'zh'
    ? `https://uri.amap.com/search?${new URLSearchParams({ keyword: address })}`
    : `https://www.openstreetmap.org/search?${new URLSearchParams({ query: address })}`
}

/** Until when it costs nothing to give it up. */
function cancelField({ start, zone }: BookingRow, policy: Policy): FieldItem {
  const { cancelDeadlineMinutes: minutes = 0 } = policy
  const value = minutes > 0 ? momentInWords(start.subtract({ minutes }), zone) : words.untilStart
  return { label: words.freeCancel, value: <Local text={value} /> }
}

/** What of the viewer is at the same time elsewhere. */
export const Overlapping = ({ rows }: { rows: readonly OwnBooking[] }) => (
  <>
    {rows.map((row) => (
      <p class="verdict tone-caution">
        <Local
          as="a"
          href={bookingPaths.booking(row.id)}
          text={objectionWords.alsoYours(titleOfInstrument(row), whenText(row, row.zone))}
        />
      </p>
    ))}
  </>
)

/** Into one's own calendar, and to the other dates of its series. */
export const PassLinks = ({ row }: { row: BookingRow }) => (
  <p class="act-row">
    {isStanding(row) && (
      <ButtonLink
        href={bookingPaths.bookingCalendar(row.id)}
        icon="calendar"
        text={words.toCalendar}
      />
    )}
    {row.seriesId && (
      <Local
        as="a"
        href={withQuery(bookingPaths.bookings, { series: row.seriesId })}
        text={words.seeSeries}
      />
    )}
  </p>
)
