import { z } from 'zod'
import { Problem } from './problem.ts'
import { isId } from './shapes.ts'
import { isUsualMs, Moment } from './time.ts'
import { isText } from './typed-text.ts'

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
    en: 'The cursor in `after` is not valid. Start again from the first page.',
  },
}

/** A keyset cursor: the sort key of the last row, as opaque text. */
export const cursorOf = (key: readonly (string | number | null)[]): string =>
  btoa(encodeURIComponent(JSON.stringify(key)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '')

/** What a cursor may be made of: somebody who makes one of their own may write anything into it. */
export const keyPart = {
  id: /* @__PURE__ */ z.string().refine(isId),
  text: /* @__PURE__ */ z.string().refine(isText),
  whole: /* @__PURE__ */ z.int(),
  any: /* @__PURE__ */ z.union([z.number(), z.string().refine(isText)]),
  moment: Moment,
  /** A moment in milliseconds. */
  ms: /* @__PURE__ */ z.int().refine(isUsualMs),
}

/** Reads a cursor of such parts; somebody else's text is refused as invalid. */
export const readCursor = <const Parts extends readonly [z.ZodType, ...z.ZodType[]]>(
  cursor: string,
  parts: Parts,
) => readKey(cursor, z.tuple(parts))

/** The same by any shape of the whole key. */
export function readKey<Key extends z.ZodType>(cursor: string, key: Key): z.output<Key> {
  const read = key.safeParse(keyIn(cursor))
  if (!read.success) throw badCursor()
  return read.data
}

/** What `cursorOf` wrote; undefined for any other text. */
function keyIn(cursor: string): unknown {
  try {
    return JSON.parse(decodeURIComponent(atob(cursor.replaceAll('-', '+').replaceAll('_', '/'))))
  } catch {
    return undefined
  }
}

/** What is no cursor of ours is refused, whatever list it was sent to. */
export const badCursor = () =>
  new Problem('invalid', words.badCursor, {
    issues: [{ path: 'after', message: words.badCursor }],
  })

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
