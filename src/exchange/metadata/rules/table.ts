import { seenText } from '../../../core/typed-text.ts'
import type { RowProblem } from '../../model.ts'
import type { Table } from '../../reading/model.ts'
import { heldTable } from '../../reading/rules/facts.ts'
import type { Described, Recognised } from '../model.ts'
import { metadataWords as words } from '../words.ts'
import { unreadIn } from './item.ts'

/** What nobody reads to the end. */
const mostNotes = 200
const longestNote = 200

/**
 * Datasets as rows of a table with the fields of the catalogue as its columns, for an import like any other. Fields that
 * are tables themselves are JSON in their cells. Every text of the file that has no field is named.
 */
export function metadataTable({ datasets }: Recognised): Table {
  const cells = datasets.map(({ described }) => cellsOf(described))
  const header = [...new Set(cells.flatMap((row) => [...row.keys()]))]
  const rows = cells.map((row, at) => ({
    number: at + 1,
    cells: header.map((name) => row.get(name) ?? ''),
  }))
  const leftOut = datasets.flatMap(({ root, described }, at) => notesOn(root, described, at + 1))
  return { ...heldTable({ header, headerRow: 1, rows, leftOut: capped(leftOut) }), isLenient: true }
}

function cellsOf(described: Described): Map<string, string> {
  const cells = new Map<string, string>()
  for (const [name, value] of Object.entries(described)) {
    const text = seenText(cellOf(value))
    if (text !== '') cells.set(name, text)
  }
  return cells
}

/** A list whose entries hold no semicolon is parted by them; any other, and rows, are JSON. */
function cellOf(value: Described[string]): string {
  if (value === null) return ''
  if (typeof value === 'string') return value
  if (value.length === 0) return ''
  const texts = value.filter((one) => typeof one === 'string')
  if (texts.length < value.length || texts.some((one) => /[;；]/.test(one)))
    return JSON.stringify(value)
  return [...new Set(texts)].join(';')
}

function notesOn(root: Parameters<typeof unreadIn>[0], described: Described, row: number) {
  const notes = unreadIn(root).map(({ path, text }): RowProblem => ({
    row,
    field: path.slice(0, longestNote),
    code: 'left_out',
    detail: words.unread(shortened(text)),
  }))
  const files = Number(described['filesCount'] ?? 0)
  if (files > 0) notes.push({ row, field: '', code: 'left_out', detail: words.filesApart(files) })
  return notes
}

const shortened = (text: string) =>
  text.length > longestNote ? `${text.slice(0, longestNote)}…` : text

function capped(notes: readonly RowProblem[]): RowProblem[] {
  if (notes.length <= mostNotes) return [...notes]
  const detail = words.moreUnread(notes.length - mostNotes)
  return [...notes.slice(0, mostNotes), { row: 1, field: '', code: 'left_out', detail }]
}
