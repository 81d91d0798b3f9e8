/** A form of a page, as a browser without scripts would send it. */
export type PageForm = {
  id: string | undefined
  action: string
  hasFile: boolean
  fields: readonly PageField[]
}
export type PageField = { name: string; type: string; value: string }

export const formsIn = (page: string): PageForm[] =>
  [...page.matchAll(/<form\b([^>]*)>(.*?)<\/form>/gs)].map(([, opening = '', inside = '']) => ({
    id: attributeOf(opening, 'id'),
    action: attributeOf(opening, 'action') ?? '',
    hasFile: attributeOf(opening, 'enctype') === 'multipart/form-data',
    fields: fieldsIn(inside),
  }))

const element =
  /<(input|select|textarea)\b([^>]*)>(?:(?<=<select[^>]*>)(.*?)<\/select>|(?<=<textarea[^>]*>)(.*?)<\/textarea>)?/gs

/** Every named field with its value, in the order of the page; of boxes those that are ticked. */
export const fieldsIn = (page: string): PageField[] =>
  [...page.matchAll(element)].flatMap(([, tag = '', attributes = '', options, text]) => {
    const name = attributeOf(attributes, 'name')
    if (name === undefined || isUnticked(attributes)) return []
    const own = tag === 'input' ? (attributeOf(attributes, 'type') ?? 'text') : tag
    const type = /\s(hidden|readonly)(=|\s|$)/.test(attributes) ? 'hidden' : own
    return { name, type, value: valueOf(attributes, options, text) }
  })

const isUnticked = (attributes: string): boolean =>
  /\stype="(checkbox|radio)"/.test(attributes) && !/\schecked(=|\s|$)/.test(attributes)

function valueOf(attributes: string, options: string | undefined, text: string | undefined) {
  if (options !== undefined) return chosenIn(options)
  if (text !== undefined) return unescaped(text).replace(/^\n/, '')
  return attributeOf(attributes, 'value') ?? ''
}

/** Where the button with this text sends its form. */
export const formActionOf = (page: string, text: string): string | undefined =>
  [...page.matchAll(/<button\b([^>]*)>(.*?)<\/button>/gs)]
    .filter(([, , inside = '']) => inside.replaceAll(/<[^>]*>/g, '').trim() === text)
    .map(([, attributes = '']) => attributeOf(attributes, 'formaction'))[0]

function chosenIn(options: string): string {
  const all = [...options.matchAll(/<option\b([^>]*)>/g)].map(([, attributes = '']) => attributes)
  const chosen = all.findLast((attributes) => /\sselected(=|\s|$)/.test(attributes)) ?? all[0] ?? ''
  return attributeOf(chosen, 'value') ?? ''
}

function attributeOf(attributes: string, name: string): string | undefined {
  const value = new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes)?.[1]
  return value === undefined ? undefined : unescaped(value)
}

const entities = new Map([
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&quot;', '"'],
  ['&#39;', "'"],
  ['&amp;', '&'],
])
const unescaped = (text: string): string =>
  text.replaceAll(/&(?:lt|gt|quot|#39|amp);/g, (one) => entities.get(one) ?? one)
