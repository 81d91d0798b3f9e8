import { Problem } from '../../../core/problem.ts'
import { seenText } from '../../../core/typed-text.ts'
import type { Item } from '../model.ts'
import { metadataWords as words } from '../words.ts'

/** No schema of metadata comes near; a stack holds so many however they are walked. */
export const mostLevels = 64
export const mostItems = 500_000

export const itemOf = (name: string, text: string, items: readonly Item[] = []): Item => ({
  name,
  text: seenText(text).trim(),
  items,
  isRead: false,
})

/** A value of JSON as items: lists of lists are one list, and null is nothing. */
export function itemFromJson(name: string, whole: unknown): Item {
  let left = mostItems
  const itemsOf = (key: string, value: unknown, level: number): Item[] => {
    if (level > mostLevels) throw new Problem('invalid', words.tooDeep(mostLevels))
    if (Array.isArray(value)) return value.flatMap((one) => itemsOf(key, one, level + 1))
    if (value === null || value === undefined) return []
    left -= 1
    if (left < 0) throw new Problem('too-large', words.tooMany(mostItems))
    return typeof value === 'object'
      ? [itemOf(key, '', itemsIn(value, level))]
      : [itemOf(key, textOfScalar(value))]
  }
  const itemsIn = (value: object, level: number) =>
    Object.entries(value).flatMap(([key, one]) => itemsOf(key, one, level + 1))
  const items = itemsOf(name, whole, 0)
  const [only] = items
  return only && items.length === 1 ? only : itemOf(name, '', items)
}

const textOfScalar = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value))

/** Parts of these names, in the order of the file. */
export function partsOf(item: Item | undefined, ...names: readonly string[]): Item[] {
  const wanted = new Set(names.map((name) => name.toLowerCase()))
  return item?.items.filter(({ name }) => wanted.has(name.toLowerCase())) ?? []
}

export const partOf = (item: Item | undefined, ...names: readonly string[]): Item | undefined =>
  partsOf(item, ...names)[0]

/** Whether it has a part of this name at all. */
export const has = (item: Item | undefined, name: string): boolean =>
  partOf(item, name) !== undefined

/**
 * Entries of a list: `<titles><title>…` of XML are the title elements, `titles: [{…}]` of JSON are the values of titles
 * themselves.
 */
export const entriesOf = (item: Item | undefined, list: string, entry: string): Item[] =>
  partsOf(item, list).flatMap((one) => {
    const isList =
      one.items.length > 0 &&
      one.text === '' &&
      one.items.every(({ name }) => name.toLowerCase() === entry.toLowerCase())
    return isList ? one.items : [one]
  })

/** The text of an item, which is read then; null without any. */
export function textOf(item: Item | undefined): string | null {
  if (!item || item.text === '') return null
  item.isRead = true
  return item.text
}

/** The text of the first part of these names that has one. */
export function textIn(item: Item | undefined, ...names: readonly string[]): string | null {
  for (const name of names)
    for (const part of partsOf(item, name)) {
      const text = textOf(part)
      if (text !== null) return text
    }
  return null
}

/** The texts of all parts of these names. */
export const textsIn = (item: Item | undefined, ...names: readonly string[]): string[] =>
  partsOf(item, ...names).flatMap((part) => textOf(part) ?? [])

/** The text of an entry itself, or of its part that is called as the entry is: `{"title": "…"}`. */
export const ownText = (item: Item, ...names: readonly string[]): string | null =>
  textOf(item) ?? textIn(item, ...names)

/** Passes over what needs no field: how the file itself is written, and what only its source counts. */
export function pass(...items: readonly (Item | undefined)[]): void {
  for (const item of items) {
    if (!item) continue
    item.isRead = true
    pass(...item.items)
  }
}

/** Texts of which nothing was made, each with its path. */
export function unreadIn(item: Item, path = ''): { path: string; text: string }[] {
  const own = item.text !== '' && !item.isRead ? [{ path, text: item.text }] : []
  return [
    ...own,
    ...item.items.flatMap((part) =>
      unreadIn(part, path === '' ? part.name : `${path}.${part.name}`),
    ),
  ]
}
