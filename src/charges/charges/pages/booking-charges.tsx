import type { BookingSection } from '../../../bookings/bookings/pages/booking.tsx'
import { Section } from '../../../web/components/page-head.tsx'
import { type Column, Table } from '../../../web/components/table.tsx'
import { Local } from '../../../web/lang.tsx'
import { type ChargeRow, chargesOfBooking } from '../actions/read.ts'
import { causeNames, chargeWords as words } from '../words.ts'
import { chargeHref } from '../../words/paths.ts'
import { Yuan } from './money.tsx'
import { LineSum } from './trace.tsx'

/** On a booking's page: what it was charged with; nothing where it was not. */
export const bookingCharges: BookingSection = async (c, bookingId) => {
  const charges = await chargesOfBooking(c.var.ctx, bookingId)
  if (charges.length === 0) return <></>
  return (
    <Section title={words.charge}>
      <Table caption={words.charge} captionUnseen dense columns={columns} rows={charges} />
    </Section>
  )
}

const columns: Column<ChargeRow>[] = [
  {
    key: 'cause',
    label: words.cause,
    head: true,
    cell: ({ id, cause }) => (
      <a href={chargeHref(id)}>
        <Local text={causeNames[cause]} />
      </a>
    ),
  },
  { key: 'how', label: words.how, cell: ({ lines }) => <LineSum lines={lines} /> },
  {
    key: 'amount',
    label: words.amount,
    align: 'end',
    nowrap: true,
    cell: ({ amountFen }) => <Yuan fen={amountFen} />,
  },
]
