import { type Grid, rowName, rowNamed, wellIn, wellNamed } from '../../../stock/places/rules.ts'
import { isStatus, type Read, readOf } from './tokens.ts'

export type Cells = readonly (readonly string[])[]

/** One well as the file has it. `place` is what the file calls it. */
export type Line = { place: string; well: number | 'outside'; read: Read }

/** The tubes of one rack; files of several racks name each. */
export type Rack = { code: string | undefined; lines: Line[] }

/**
 * The racks of a scanner's file, whatever its layout: a list (position or row and column, code, perhaps rack and status)
 * with a header or none, or a grid of codes with labels or none. Empty where nothing of the kind is found.
 */
export function racksIn(cells: Cells, grid: Grid): Rack[] {
  const racks: Rack[] = []
  let part: (readonly string[])[] = []
  let code: string | undefined
  const close = () => {
    racks.push(...tableIn(part, grid).map((rack) => ({ ...rack, code: rack.code ?? code })))
    part = []
  }
  for (const row of cells) {
    const trimmed = row.map((cell) => cell.trim())
    const named = rackNamedIn(trimmed)
    if (named !== undefined && part.some((one) => isOfWells(one, grid))) close()
    if (named !== undefined) code = named
    else if (trimmed.some(Boolean)) part.push(trimmed)
  }
  close()
  return joined(racks.filter(({ lines }) => lines.length > 0))
}

/** Racks of one code are one, wherever their lines stand. */
function joined(racks: readonly Rack[]): Rack[] {
  const byCode = new Map<string, Rack>()
  for (const { code, lines } of racks) {
    const key = code?.toUpperCase() ?? ''
    const known = byCode.get(key)
    if (known) known.lines.push(...lines)
    else byCode.set(key, { code, lines: [...lines] })
  }
  return [...byCode.values()]
}

const rackLabel =
  /^(?:(?:rack|plate|box|container)[ _-]?(?:id|barcode|code|no\.?|number)?|架号|架码|盒号|盒码|板号)$/i

/** `Rack ID,SA0001`, `Rack Barcode: SA0001` or `Rack = SA0001` on a line of its own. */
function rackNamedIn(row: readonly string[]): string | undefined {
  const filled = row.filter(Boolean)
  const [label = '', code = '', ...others] = filled.length === 1 ? labelled(filled) : filled
  const isNamed = others.length === 0 && rackLabel.test(label.replace(/\s*[:：=]$/, ''))
  return isNamed && code !== '' && !roleOf(code) ? code : undefined
}

/** Both in one cell. */
const labelled = ([cell = '']: readonly string[]) =>
  /^([^:：=]+?)\s*[:：=]\s*(.*)$/.exec(cell)?.slice(1) ?? []

/** A row that says something of a well: by its name at the head, or by its letter. */
const isOfWells = (row: readonly string[], grid: Grid) =>
  row.length > 1 &&
  (rowNamed(row[0] ?? '') !== undefined ||
    row.some((cell) => typeof wellNamed(grid, cell) === 'number'))

const roleNames = ['place', 'row', 'column', 'rack', 'status', 'code'] as const
type Role = (typeof roleNames)[number]
const roles: Readonly<Record<Role, RegExp>> = {
  place:
    /^(?:(?:tube|well|sample)?[ _-]?(?:position|pos\.?|location|loc\.?|well|coordinates?)(?:[ _-]?(?:id|name))?|孔位|孔号|位置|管位)$/i,
  row: /^(?:row|行)$/i,
  column: /^(?:col\.?|column|列)$/i,
  rack: rackLabel,
  status: /^(?:status|result|state|read[ _-]?status|状态|结果)$/i,
  code: /^(?:(?:tube|sample|2d|vial|matrix|barcode)?[ _-]?(?:bar[ _-]?code|code|id|tube|2d)|tube|barcode|样本编号|样本码|管码|条码|编号|二维码)$/i,
}
type Columns = { readonly [R in Role]?: number }

const roleOf = (cell: string): Role | undefined => roleNames.find((role) => roles[role].test(cell))

function tableIn(rows: Cells, grid: Grid): Rack[] {
  return matrixIn(rows, grid) ?? listIn(rows, grid)
}

/** A grid of codes: labelled by letters, or as many rows and columns as the box has. */
function matrixIn(rows: Cells, grid: Grid): Rack[] | undefined {
  const lettered = rows.filter(
    ([first = '', ...rest]) => rowNamed(first) !== undefined && rest.length > 3,
  )
  const names = new Set(lettered.map(([first = '']) => first.toUpperCase()))
  if (lettered.length > 1 && names.size === lettered.length)
    return [
      rackOf(lettered.flatMap(([first = '', ...codes]) => gridLines(rowNamed(first), codes, grid))),
    ]
  const body = rows.slice(-grid.rows)
  const isBare =
    body.length === grid.rows &&
    grid.columns > 3 &&
    body.every((row) => row.length >= grid.columns && !row.slice(grid.columns).some(Boolean)) &&
    !rows.some((row) => row.some((cell) => /^[a-z]{1,2}\d{1,2}$/i.test(cell)))
  return isBare ? [rackOf(body.flatMap((codes, row) => gridLines(row, codes, grid)))] : undefined
}

const rackOf = (lines: Line[]): Rack => ({ code: undefined, lines })

/** Cells that are missing at the end of a row are empty wells. */
const gridLines = (row: number | undefined, codes: readonly string[], grid: Grid): Line[] =>
  Array.from({ length: Math.max(codes.findLastIndex(Boolean) + 1, grid.columns) }, (_, column) => ({
    place: `${row === undefined ? '' : rowName(row)}${column + 1}`,
    well: wellIn(grid, row, column),
    read: readOf(codes[column] ?? ''),
  }))

function listIn(rows: Cells, grid: Grid): Rack[] {
  const headerAt = rows.findIndex((row) => isHeader(row))
  const body = rows.slice(headerAt + 1)
  const columns = headerAt < 0 ? guessed(body, grid) : headed(rows[headerAt] ?? [], body, grid)
  if (columns?.code === undefined) return []
  const { code, rack = -1, status } = columns
  return body.flatMap((row) => {
    const place = placeIn(row, columns)
    const well = wellNamed(grid, place)
    if (well === undefined) return []
    return [
      { code: row[rack] || undefined, lines: [{ place, well, read: readIn(row, code, status) }] },
    ]
  })
}

function placeIn(row: readonly string[], { place, row: at = -1, column = -1 }: Columns): string {
  if (place !== undefined) return row[place] ?? ''
  const [letters = '', number = ''] = [row[at], row[column]]
  return /^\d{1,3}$/.test(letters) ? `${rowName(Number(letters) - 1)}${number}` : letters + number
}

/** Where the code is missing the status says why. */
function readIn(row: readonly string[], code: number, status = -1): Read {
  const read = readOf(row[code] ?? '')
  const said = status === undefined ? '' : (row[status] ?? '')
  return read.is === 'empty' && said !== '' && readOf(said).is === 'unread'
    ? { is: 'unread' }
    : read
}

/** Two columns at least are called as scanners call them. */
const isHeader = (row: readonly string[]) => {
  const found = new Set(row.map(roleOf))
  return (found.has('place') || (found.has('row') && found.has('column'))) && found.size > 1
}

/** By the names of the columns; what none has is guessed from the cells. */
function headed(header: readonly string[], body: Cells, grid: Grid): Columns | undefined {
  const named: { [R in Role]?: number } = {}
  for (const [at, cell] of header.entries()) {
    const role = roleOf(cell)
    if (role && named[role] === undefined) named[role] = at
  }
  return named.code === undefined ? guessed(body, grid) : named
}

/** By what the cells are: wells, or a letter and a number; then codes, one rack's code in each row, a status. */
function guessed(body: Cells, grid: Grid): Columns | undefined {
  const columns = columnsOf(body.filter((row) => isOfWells(row, grid)))
  if (rowsAreLetters(columns)) return { row: 0, column: 1, ...codesAmong(columns.slice(2)) }
  const place = placeColumn(columns, grid)
  if (!place) return undefined
  const others = columns.filter((one) => one !== place && one.cells.some(Boolean))
  return { place: place.at, ...codesAmong(others.filter((one) => !isNumbering(one, place))) }
}

/** Numbers of lines before the wells. */
const isNumbering = ({ at, cells }: Column, place: Column) =>
  at < place.at && cells.every((cell) => /^\d{1,4}$/.test(cell))

const columnsOf = (rows: Cells): Column[] =>
  Array.from({ length: Math.max(0, ...rows.map((row) => row.length)) }, (_, at) => ({
    at,
    cells: rows.map((row) => row[at] ?? ''),
  }))

function codesAmong(columns: readonly Column[]): Columns {
  const status = columns.length > 1 ? columns.find(({ cells }) => areStatuses(cells)) : undefined
  const coded = columns.filter((one) => one !== status)
  const rack = coded.length > 1 ? coded.find(({ cells }) => isSame(cells)) : undefined
  const code = coded.find((one) => one !== rack)
  return {
    ...(code && { code: code.at }),
    ...(rack && { rack: rack.at }),
    ...(status && { status: status.at }),
  }
}

type Column = { at: number; cells: readonly string[] }

const areWells = (cells: readonly string[], grid: Grid) =>
  cells.filter((cell) => typeof wellNamed(grid, cell) === 'number').length * 2 > cells.length

/** Wells with letters, or else numbers, whichever differ most: a line number or a rack may stand before the well. */
function placeColumn(columns: readonly Column[], grid: Grid): Column | undefined {
  const rank = ({ cells }: Column) =>
    new Set(cells).size + (cells.some((cell) => /^[a-z]/i.test(cell)) ? 0.5 : 0)
  return columns
    .filter(({ cells }) => areWells(cells, grid))
    .toSorted((one, other) => rank(other) - rank(one))[0]
}

const rowsAreLetters = ([letters, numbers]: readonly Column[]) =>
  letters !== undefined &&
  letters.cells.every((cell) => rowNamed(cell) !== undefined) &&
  numbers !== undefined &&
  numbers.cells.every((cell) => /^\d{1,3}$/.test(cell))

const areStatuses = (cells: readonly string[]) =>
  cells.some((cell) => /^(?:ok|read|good|success|正常|成功)$/i.test(cell)) &&
  cells.every((cell) => cell === '' || isStatus(cell))

/** The same code in every row, and more than one row to tell. */
const isSame = ([first = '', ...rest]: readonly string[]) =>
  readOf(first).is === 'code' && rest.length > 0 && rest.every((one) => one === first)
