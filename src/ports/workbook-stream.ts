import { printable, sheetName, type WorkbookCell } from './workbook.ts'
import { type ZipEntry, zipOf } from './zip.ts'

/** A sheet of Excel holds 1,048,576 rows; those beyond go on in the next. */
const rowsInSheet = 1_000_000

type Workbook = {
  /** Of the first sheet; further ones are numbered. */
  name: string
  header: readonly string[]
  /** Rows, part by part. */
  parts: AsyncIterable<readonly (readonly WorkbookCell[])[]>
  madeAt: Date
}

/**
 * An XLSX file as it is read, however many rows it has. Texts stay texts, whatever they begin with, and numbers numbers.
 * Texts stand in their cells: what `workbookOf` shares between cells would have to be known before the first row.
 */
export const workbookStream = (workbook: Workbook): ReadableStream<Uint8Array> =>
  zipOf(entriesOf(workbook), workbook.madeAt)

async function* entriesOf({ name, header, parts }: Workbook): AsyncGenerator<ZipEntry> {
  const rows = parts[Symbol.asyncIterator]()
  let next = await rows.next()
  let sheets = 0
  do {
    sheets += 1
    const sheet = sheetOf(header, rows, next)
    yield { name: `xl/worksheets/sheet${sheets}.xml`, content: sheet.content() }
    next = sheet.next()
  } while (!next.done)
  yield* frameOf(sheetName(name), sheets)
}

type Rows = readonly (readonly WorkbookCell[])[]

/** One sheet; `next` is the part that did not fit into it, once its content has been read. */
function sheetOf(header: readonly string[], rows: AsyncIterator<Rows>, from: IteratorResult<Rows>) {
  let next = from
  async function* content() {
    yield `${declaration}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>${rowXml(header, 1)}`
    for (let row = 2; !next.done && row < rowsInSheet; next = await rows.next()) {
      const first = row
      yield next.value.map((cells, at) => rowXml(cells, first + at)).join('')
      row += next.value.length
    }
    yield '</sheetData></worksheet>'
  }
  return { content, next: () => next }
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packaged = 'http://schemas.openxmlformats.org/package/2006'
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

const rowXml = (cells: readonly WorkbookCell[], row: number) =>
  `<row r="${row}">${cells.map((cell, at) => cellXml(cell, `${lettersOf(at)}${row}`)).join('')}</row>`

function cellXml(value: WorkbookCell, at: string): string {
  if (value === null || value === '') return ''
  if (typeof value === 'number') return `<c r="${at}"><v>${value}</v></c>`
  if (typeof value === 'boolean') return `<c r="${at}" t="b"><v>${value ? 1 : 0}</v></c>`
  return `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`
}

/** A, B … Z, AA, AB …: the name of a column, counted from 0. */
const lettersOf = (at: number): string =>
  (at < 26 ? '' : lettersOf(Math.floor(at / 26) - 1)) + String.fromCharCode(65 + (at % 26))

/** A cell of Excel holds 32,767 characters. */
const longestCell = 32_767

const escaped = (text: string) =>
  printable(text)
    .slice(0, longestCell)
    .toWellFormed()
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')

/** What makes sheets a workbook; it can follow them, for readers find it by name. */
function frameOf(name: string, sheets: number): ZipEntry[] {
  const numbers = Array.from({ length: sheets }, (_, at) => at + 1)
  const each = (of: (number: number) => string) => numbers.map(of).join('')
  const titled = (number: number) => escaped(number === 1 ? name : `${name.slice(0, 27)} ${number}`)
  return [
    {
      name: 'xl/workbook.xml',
      content: `${declaration}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${each(
        (number) =>
          `<sheet name="${titled(number).replaceAll('"', '&quot;')}" sheetId="${number}" r:id="rId${number}"/>`,
      )}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: `${declaration}<Relationships xmlns="${packaged}/relationships">${each(
        (number) =>
          `<Relationship Id="rId${number}" Type="${office}/worksheet" Target="worksheets/sheet${number}.xml"/>`,
      )}</Relationships>`,
    },
    {
      name: '_rels/.rels',
      content: `${declaration}<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    {
      name: '[Content_Types].xml',
      content: `${declaration}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/>${each(
        (number) =>
          `<Override PartName="/xl/worksheets/sheet${number}.xml" ContentType="${types}.worksheet+xml"/>`,
      )}</Types>`,
    },
  ]
}
