import { numberOf } from '../../core/numbers.ts'
import { pastedRows } from '../../core/delimited.ts'

const columnNames = ['species', 'ke', 'cw', 'ch', 'cq', 'reference'] as const
type ColumnName = (typeof columnNames)[number]
const needed: readonly ColumnName[] = ['species', 'ke', 'cw', 'ch', 'cq']

/**
 * A pasted table as constants: a header that names Species, Ke, Cw, Ch and Cq, perhaps Reference, and a line for each
 * species. Undefined where the header lacks one, or nothing stands below it. What is no number is left for the schema to
 * refuse.
 */
export function constantsIn(table: string): object[] | undefined {
  const [head = [], ...rows] = pastedRows(table, table.trimStart().split('\n')[0])
  const header = head.map((name) => name.toLowerCase())
  if (!needed.every((name) => header.includes(name)) || rows.length === 0) return undefined
  return rows.map((cells) => {
    const cell = (name: ColumnName) => cells[header.indexOf(name)] ?? ''
    const number = (name: ColumnName) => {
      const value = numberOf(cell(name))
      return Number.isNaN(value) ? cell(name) : value
    }
    return {
      species: cell('species'),
      ke: number('ke'),
      cw: number('cw'),
      ch: number('ch'),
      cq: number('cq'),
      ...(cell('reference') && { reference: cell('reference') }),
    }
  })
}
