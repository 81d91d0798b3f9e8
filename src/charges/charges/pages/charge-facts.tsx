import type { Child } from 'hono/jsx'
import type { FieldItem } from '../../../web/components/field-list.tsx'
import { Moment } from '../../../web/components/moment.tsx'
import { Section } from '../../../web/components/page-head.tsx'
import { type Column, Table } from '../../../web/components/table.tsx'
import { Local } from '../../../web/lang.tsx'
import { paths } from '../../../web/paths.ts'
import type { ChargeRow } from '../actions/read.ts'
import { causeNames, chargeWords as words } from '../words.ts'
import { chargeHref, monthHref, ratesHref } from '../../words/paths.ts'
import { chargedTime, monthText, Yuan } from './money.tsx'
import { bookingPaths } from '../../../bookings/words/paths.ts'

/** What is known of a charge; what does not apply is left out. */
export function factsOf(row: ChargeRow): FieldItem[] {
  const { instrumentId, bookingId, aboutId, labId, labZh, labEn } = row
  return [
    {
      label: words.instrument,
      value: (
        <a href={paths.record(instrumentId)}>
          <Local text={{ zh: row.titleZh, en: row.titleEn }} />
        </a>
      ),
    },
    ...(bookingId ? [{ label: words.booking, value: <Booking row={row} id={bookingId} /> }] : []),
    { label: words.person, value: row.personName },
    {
      label: words.lab,
      value: <Local text={labId ? { zh: labZh, en: labEn } : words.noLab} />,
    },
    { label: words.at, value: <At row={row} /> },
    ...(labId ? [{ label: words.statement, value: <Told row={row} labId={labId} /> }] : []),
    ...versionsOf(row),
    ...(aboutId
      ? [
          {
            label: words.about,
            value: (
              <a href={chargeHref(aboutId)}>
                <Local text={words.aboutOther} />
              </a>
            ),
          },
        ]
      : []),
    ...(row.reason ? [{ label: words.reason, value: row.reason }] : []),
  ]
}

const At = ({ row: { at, zone } }: { row: ChargeRow }) => (
  <>
    <Moment when={at} zone={zone} /> <span class="quiet">{zone}</span>
  </>
)

function Booking({ row, id }: { row: ChargeRow; id: string }) {
  const { bookingStart: start, bookingEnd: end, at, zone, purpose } = row
  return (
    <>
      <a href={bookingPaths.booking(id)}>
        <Local text={chargedTime({ start, end, at }, zone)} />
      </a>
      {purpose && <span class="quiet"> · {purpose}</span>}
    </>
  )
}

function Told({ row: { toldIn, statementId }, labId }: { row: ChargeRow; labId: string }) {
  const month = monthText(toldIn)
  return (
    <a href={monthHref(labId, toldIn)}>
      <Local text={statementId ? month : words.notTold(month)} />
    </a>
  )
}

function versionsOf({ policyVersion, rateVersion, instrumentId }: ChargeRow): FieldItem[] {
  const parts: Child[] = [
    policyVersion ? <Local text={words.policyVersion(policyVersion)} /> : undefined,
    rateVersion ? (
      <a href={ratesHref(instrumentId)}>
        <Local text={words.rateVersion(rateVersion)} />
      </a>
    ) : undefined,
  ].filter(Boolean)
  if (parts.length === 0) return []
  const [first, second] = parts
  return [
    {
      label: words.versions,
      value: (
        <>
          {first}
          {second && <> · {second}</>}
        </>
      ),
    },
  ]
}

/** What was waived or corrected since, and what is owed after all of it. */
export function Further({ row, further }: { row: ChargeRow; further: readonly ChargeRow[] }) {
  const openFen = further.reduce((sum, { amountFen }) => sum + amountFen, row.amountFen)
  return (
    <Section title={words.further}>
      <Table caption={words.further} captionUnseen dense columns={columns} rows={further} />
      <p class="statement-open">
        <Local text={words.open} /> <Yuan fen={openFen} />
      </p>
    </Section>
  )
}

const columns: Column<ChargeRow>[] = [
  {
    key: 'at',
    label: words.at,
    head: true,
    nowrap: true,
    cell: ({ id, at, zone }) => (
      <a href={chargeHref(id)}>
        <Moment when={at} zone={zone} />
      </a>
    ),
  },
  { key: 'cause', label: words.cause, cell: ({ cause }) => <Local text={causeNames[cause]} /> },
  {
    key: 'reason',
    label: words.reason,
    cell: ({ reason, lines: [line] }) => reason ?? (line && <Local text={line.why} />),
  },
  {
    key: 'amount',
    label: words.amount,
    align: 'end',
    nowrap: true,
    cell: ({ amountFen }) => <Yuan fen={amountFen} />,
  },
]
