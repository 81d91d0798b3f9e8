import { numberOf } from '../../core/numbers.ts'

const columnNames = ['species', 'ke', 'cw', 'ch', 'cq', 'reference'] as const
type ColumnName = (typeof columnNames)[number]
const needed: readonly ColumnName[] = ['species', 'ke', 'cw', 'ch', 'cq']

/**
 * A pasted table as constants: a header that names Species, Ke, Cw, Ch and Cq, perhaps Reference, and a line for each
 * species. Undefined where the header lacks one, or nothing stands below it. What is no number is left for the schema to
 * refuse.
 */
export function constantsIn(table: string): object[] | undefined {
  const [head = '', ...lines] = table.split(/\r?\n/).filter((line) => line.trim() !== '')
  const delimiter = ['\t', ';', ','].find((one) => head.includes(one)) ?? '\t'
  const header = cellsOf(head, delimiter).map((name) => name.toLowerCase())
  if (!needed.every((name) => header.includes(name)) || lines.length === 0) return undefined
  return lines.map((line) => {
    const cells = cellsOf(line, delimiter)
    const cell = (name: ColumnName) => cells[header.indexOf(name)]
    const number = (name: ColumnName) => {
      const text = cell(name) ?? ''
      const value = numberOf(text)
      return Number.isNaN(value) ? text : value
    }
    const reference = cell('reference')
    return {
      species: cell('species') ?? '',
      ...{ ke: number('ke'), cw: number('cw'), ch: number('ch'), cq: number('cq') },
      ...(reference && { reference }),
    }
  })
}

/** Cells of one line; a reference in quotation marks may have the delimiter in it. */
function cellsOf(line: string, delimiter: string): string[] {
  const cells: string[] = ['']
  let isQuoted = false
  for (const sign of line) {
    if (sign === '"') isQuoted = !isQuoted
    else if (sign === delimiter && !isQuoted) cells.push('')
    else cells.push((cells.pop() ?? '') + sign)
  }
  return cells.map((cell) => cell.trim())
}
