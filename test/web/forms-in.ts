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

/** Every named field with its value, in the order of the page; of boxes those that are ticked. */
export const fieldsIn = (page: string): PageField[] =>
  [
    ...page.matchAll(
      /<(input|select|textarea)\b([^>]*)>(?:(?<=<select[^>]*>)(.*?)<\/select>|(?<=<textarea[^>]*>)(.*?)<\/textarea>)?/gs,
    ),
  ].flatMap(([, element = '', attributes = '', options = '', text = '']) => {
    const name = attributeOf(attributes, 'name')
    const isHidden = /\s(hidden|readonly)(=|\s|$)/.test(attributes)
    const shown = element === 'input' ? (attributeOf(attributes, 'type') ?? 'text') : element
    const type = isHidden ? 'hidden' : shown
    const isOff = /^(checkbox|radio)$/.test(type) && !/\schecked(=|\s|$)/.test(attributes)
    if (name === undefined || isOff) return []
    const values = {
      input: attributeOf(attributes, 'value') ?? '',
      select: chosenIn(options),
      textarea: unescaped(text).replace(/^\n/, ''),
    }
    return { name, type, value: values[element as keyof typeof values] }
  })

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

const entities = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&amp;': '&' }
const unescaped = (text: string): string =>
  text.replaceAll(/&(?:lt|gt|quot|#39|amp);/g, (one) => entities[one as keyof typeof entities])
