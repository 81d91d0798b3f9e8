/** A piece of XML, written already. Texts are not: they are escaped where they are put into one. */
export type Xml = { readonly xml: string }
type Content = Xml | string | number | null | undefined | false
type Attributes = Readonly<Record<string, string | number | null | undefined>>

/** An element; what is null, undefined or false is left out, attributes as well as content. */
export function element(name: string, attributes: Attributes, ...content: readonly Content[]): Xml {
  const inside = content.map(written).join('')
  const head = `${name}${attributesOf(attributes)}`
  return { xml: inside === '' ? `<${head}/>` : `<${head}>${inside}</${name}>` }
}

/** An element around others; undefined without any, for schemas that know no empty lists. */
export const list = (name: string, items: readonly Xml[]): Xml | undefined =>
  items.length === 0 ? undefined : element(name, {}, ...items)

/** The text of a whole document. */
export const documentOf = (root: Xml): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${root.xml}\n`

const written = (content: Content): string => {
  if (content === null || content === undefined || content === false) return ''
  return typeof content === 'object' ? content.xml : escaped(String(content))
}

const attributesOf = (attributes: Attributes): string =>
  Object.entries(attributes)
    .flatMap(([name, value]) =>
      value === null || value === undefined ? [] : [` ${name}="${escaped(String(value))}"`],
    )
    .join('')

/** Control characters, halves of pairs and the two non-characters have no place in XML 1.0 (§2.2), not even escaped. */
const escaped = (text: string): string =>
  text
    .toWellFormed()
    // oxlint-disable-next-line no-control-regex -- these are the ones that XML forbids
    .replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
