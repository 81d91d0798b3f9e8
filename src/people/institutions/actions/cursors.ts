import { readCursor } from '../../../core/paging.ts'
import { isId } from '../../model/parts.ts'

/** Where a list in order of name goes on; nothing for the first page. */
export function afterName(cursor: string | undefined): { after?: readonly [string, string] } {
  if (cursor === undefined) return {}
  const [name, id] = readCursor(cursor, 2).map(String)
  if (name === undefined || id === undefined || !isId(id)) return refuse()
  return { after: [name, id] }
}

/** Where a list in order of id goes on. */
export function afterId(cursor: string | undefined): { after?: string } {
  if (cursor === undefined) return {}
  const [id] = readCursor(cursor, 1).map(String)
  return id !== undefined && isId(id) ? { after: id } : refuse()
}

/** As for any text that is no cursor of ours. */
const refuse = (): never => {
  readCursor('', 0)
  throw new Error('An empty text is no cursor.')
}
