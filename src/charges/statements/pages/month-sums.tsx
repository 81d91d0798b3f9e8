import { type Column, Table } from '../../../web/components/table.tsx'
import { Local } from '../../../web/lang.tsx'
import type { MonthOfLab, Statement } from '../actions/statements.ts'
import { statementWords as words } from '../words.ts'
import { Yuan } from '../../charges/pages/money.tsx'
import { partId } from './month-parts.tsx'
import { State } from './statements.tsx'

type Props = { told: MonthOfLab; isRunning: boolean }
type Row = { part: Statement | undefined; totalFen: number; dueFen: number | null }

/** The month on one page: who is paid how much, each leading to its lines. */
export function MonthSums({ told: { statements, totalFen }, isRunning }: Props) {
  if (statements.length < 2) return <></>
  const rows: Row[] = statements.map((part) => ({
    part,
    totalFen: part.totalFen,
    dueFen:
      part.statementId === null || part.paidFen === null ? null : part.totalFen - part.paidFen,
  }))
  const dueFen = rows.some((row) => row.dueFen !== null)
    ? rows.reduce((sum, row) => sum + (row.dueFen ?? 0), 0)
    : null
  return (
    <Table
      caption={words.sums}
      captionUnseen
      dense
      columns={[whoColumn, totalColumn, dueColumn, stateColumn(isRunning)]}
      rows={[...rows, { part: undefined, totalFen, dueFen }]}
    />
  )
}

const whoColumn: Column<Row> = {
  key: 'who',
  label: words.institution,
  head: true,
  cell: ({ part }) =>
    part ? (
      <a href={`#${partId(part.institutionId)}`}>
        <Local text={part.institution} />
      </a>
    ) : (
      <strong>
        <Local text={words.totalOnly} />
      </strong>
    ),
}

const money = (part: Statement | undefined, fen: number) =>
  part ? (
    <Yuan fen={fen} />
  ) : (
    <strong>
      <Yuan fen={fen} />
    </strong>
  )

const totalColumn: Column<Row> = {
  key: 'total',
  label: words.total,
  align: 'end',
  nowrap: true,
  cell: ({ part, totalFen }) => money(part, totalFen),
}

const dueColumn: Column<Row> = {
  key: 'due',
  label: words.due,
  align: 'end',
  nowrap: true,
  cell: ({ part, dueFen }) => dueFen !== null && money(part, dueFen),
}

const stateColumn = (isRunning: boolean): Column<Row> => ({
  key: 'state',
  label: words.state,
  nowrap: true,
  cell: ({ part }) =>
    part && <State issued={part.statementId ? 1 : 0} parts={1} isRunning={isRunning} />,
})
