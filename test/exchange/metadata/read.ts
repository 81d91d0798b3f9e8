import { knownNames } from '../../../src/exchange/mapping/rules.ts'
import { heldFile, readFile } from '../../../src/exchange/reading/actions.ts'
import { allOf } from '../../../src/exchange/reading/rules/chunks.ts'
import { utf8 } from '../encoded.ts'

const isKnown = knownNames('dataset')

/** What is read of a file: its datasets by field, what it was taken for, and the texts that no field has. */
export async function read(content: string | Uint8Array | object) {
  const bytes =
    content instanceof Uint8Array
      ? content
      : utf8(typeof content === 'string' ? content : JSON.stringify(content))
  const { table, understood } = await readFile(heldFile(bytes), isKnown)
  const rows = await allOf(table.rows())
  return {
    understood: understood.format === 'metadata' ? understood.words.en : understood.format,
    datasets: rows.map(({ cells }) =>
      Object.fromEntries(table.header.map((name, at) => [name, valueOf(cells[at] ?? '')])),
    ),
    leftOut: table.leftOut.map(({ field, detail }) => `${field}: ${detail.en}`),
  }
}

const valueOf = (cell: string): unknown => (/^\[[{"]/.test(cell) ? JSON.parse(cell) : cell)
