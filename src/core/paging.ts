import { Problem } from './problem.ts'

/** One page of a list: `next` is the cursor of the following page, null on the last. */
export type Page<Item> = {
  items: Item[]
  next: string | null
  total: Total
}
/** `gte`: counted no further than `value`. */
export type Total = { value: number; relation: 'eq' | 'gte' }

/** How much of a list is asked for. */
export type Paging = { limit: number; after?: string | undefined }

const words = {
  badCursor: {
    zh: '翻页标记无效，请从第一页重新开始。',
    en: 'The cursor in `after` is not one of ours: start again from the first page.',
  },
}

/** A keyset cursor: the sort key of the last row, as opaque text. */
export const cursorOf = (key: readonly (string | number)[]): string =>
  btoa(encodeURIComponent(JSON.stringify(key)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '')

/** Reads a cursor of `length` parts; somebody else's text is refused as invalid. */
export function readCursor(cursor: string, length: number): (string | number)[] {
  try {
    const key: unknown = JSON.parse(
      decodeURIComponent(atob(cursor.replaceAll('-', '+').replaceAll('_', '/'))),
    )
    if (Array.isArray(key) && key.length === length && key.every(isKeyPart)) return key
  } catch {
    // Fall through: whatever it was, it is not a cursor.
  }
  throw badCursor()
}

/** What is no cursor of ours is refused, whatever list it was sent to. */
export const badCursor = () =>
  new Problem('invalid', words.badCursor, {
    issues: [{ path: 'after', message: words.badCursor }],
  })

const isKeyPart = (part: unknown): part is string | number =>
  typeof part === 'string' || typeof part === 'number'

/** How far rows are counted for a total. */
export const countedTo = 10_000

/** The total of a list from its count, which went on to one row beyond `most`. */
export const totalOf = (count: number, most = countedTo): Total => ({
  value: Math.min(count, most),
  relation: count > most ? 'gte' : 'eq',
})

/** A list that is answered whole, because something bounds it. */
export const whole = <Item>(items: Item[]): Page<Item> => ({
  items,
  next: null,
  total: totalOf(items.length, Number.POSITIVE_INFINITY),
})

/** Cuts a page from one row more than its limit. */
export function pageOf<Row>(
  rows: Row[],
  limit: number,
  keyOf: (row: Row) => readonly (string | number)[],
): Omit<Page<Row>, 'total'> {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, next: rows.length > limit && last ? cursorOf(keyOf(last)) : null }
}
