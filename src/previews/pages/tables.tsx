import { encodingNames } from '../../core/encoding.ts'
import type { ColumnSummary, Facts, SheetFacts } from '../../core/preview.ts'
import { Table } from '../../web/components/table.tsx'
import { FieldList } from '../../web/components/values.tsx'
import { bytesText, formatNumber } from '../../web/format.ts'
import { Local, useLang, useText } from '../../web/lang.tsx'
import { columnTypeWords, delimiterWords, previewWords as words } from '../words.ts'

/** Tables of a file: what their columns hold, and their first rows. */
export function TableView({ facts }: { facts: Facts<'table'> }) {
  const { sheets, sheetsLeftOut, encoding, delimiter, hasHeader } = facts
  const separator = delimiter === undefined ? undefined : delimiterWords[delimiter]
  return (
    <>
      {encoding && (
        <FieldList
          fields={[
            { label: words.encoding, value: encodingNames[encoding] ?? encoding },
            ...(separator ? [{ label: words.delimiter, value: <Local text={separator} /> }] : []),
          ]}
        />
      )}
      {hasHeader === false && <Local as="p" class="quiet" text={words.noHeader} />}
      {sheets.map((sheet) => (
        <SheetView sheet={sheet} facts={facts} />
      ))}
      {sheetsLeftOut > 0 && <Local as="p" class="quiet" text={words.leftOut(sheetsLeftOut)} />}
    </>
  )
}

type SheetProps = { sheet: SheetFacts; facts: Facts<'table'> }

function SheetView({ sheet, facts }: SheetProps) {
  const { name, columns, columnsLeftOut, first } = sheet
  return (
    <section class="preview-sheet">
      {name && <Local as="h3" text={words.sheet(name)} />}
      <Read sheet={sheet} facts={facts} />
      <Table
        caption={words.columns}
        captionShown
        dense
        rows={columns}
        columns={[
          { label: words.column, cell: ({ name: column }) => column },
          { label: words.type, cell: typeOf },
          { label: words.missing, number: ({ missing }) => missing },
          { label: words.range, cell: rangeOf },
          { label: words.distinct, cell: distinctOf, align: 'end' },
          { label: words.top, cell: topOf },
        ]}
      />
      {columnsLeftOut > 0 && <Local as="p" class="quiet" text={words.leftOut(columnsLeftOut)} />}
      {first.length > 0 && <FirstRows columns={columns} first={first} />}
    </section>
  )
}

function FirstRows({ columns, first }: Pick<SheetFacts, 'columns' | 'first'>) {
  return (
    <Table
      caption={words.firstRows}
      captionShown
      dense
      matrix
      rows={first.map((cells, at) => ({ number: at + 1, cells }))}
      columns={[
        { label: words.row, number: ({ number }) => number },
        ...columns.map((column, at) => ({
          label: { zh: column.name, en: column.name },
          cell: ({ cells }: { cells: readonly string[] }) => cells[at],
          nowrap: isShort(column),
          ...(isNumeric(column) && { align: 'end' as const }),
        })),
      ]}
    />
  )
}

const isNumeric = ({ type }: ColumnSummary) => type === 'integer' || type === 'number'
const isShort = ({ type }: ColumnSummary) => type !== 'text'

/** How many rows there are, and how many of them were looked at. */
function Read({ sheet: { rows, rowsRead }, facts: { isWhole, bytesRead, format } }: SheetProps) {
  const t = useText()
  const lang = useLang()
  const read = formatNumber(rowsRead, lang)
  return (
    <p class="quiet">
      {rows !== null && t(words.rowsOf(formatNumber(rows, lang)))}
      {!isWhole && rows !== null && ' · '}
      {!isWhole &&
        t(format === 'csv' ? words.readRows(read, t(bytesText(bytesRead))) : words.readFirst(read))}
    </p>
  )
}

const typeOf = ({ type, stored }: ColumnSummary) => (
  <>
    <Local text={columnTypeWords[type]} />
    {stored && <code class="small quiet"> {stored}</code>}
  </>
)

const rangeOf = ({ min, max }: ColumnSummary) =>
  min !== null &&
  max !== null && <span class="numeric">{min === max ? min : `${min} – ${max}`}</span>

function distinctOf({ distinct, type }: ColumnSummary) {
  if (type === 'empty') return null
  return distinct === null ? <Local text={words.manyDistinct} /> : <Count value={distinct} />
}

const Count = ({ value }: { value: number }) => <>{formatNumber(value, useLang())}</>

const topOf = ({ top }: ColumnSummary) =>
  top.length > 0 && (
    <ul class="preview-top">
      {top.map(({ value, count }) => (
        <li>
          {value} <span class="quiet">×{count}</span>
        </li>
      ))}
    </ul>
  )
