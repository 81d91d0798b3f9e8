import { isId } from '../../../core/shapes.ts'
import { badCursor, readCursor } from '../../../core/paging.ts'

/** Where a list in order of name goes on; nothing for the first page. */
export function afterName(cursor: string | undefined): { after?: readonly [string, string] } {
  if (cursor === undefined) return {}
  const [name, id] = readCursor(cursor, 2).map(String)
  if (name === undefined || id === undefined || !isId(id)) throw badCursor()
  return { after: [name, id] }
}

/** Where a list in order of id goes on. */
export function afterId(cursor: string | undefined): { after?: string } {
  if (cursor === undefined) return {}
  const [id] = readCursor(cursor, 1).map(String)
  if (id === undefined || !isId(id)) throw badCursor()
  return { after: id }
}
