import { SaxesParser } from 'saxes'
import { Problem } from '../../../core/problem.ts'
import type { Item } from '../model.ts'
import { metadataWords as words } from '../words.ts'
import { itemOf, mostItems, mostLevels } from './item.ts'

/** Whether a text is XML: it begins with a declaration, a comment, a document type or an element. */
export const isXml = (text: string) =>
  /^\s*<(?:[?!]|[A-Za-z_][\w.-]*(?::[\w.-]+)?[\s/>])/.test(text)

type Open = { name: string; text: string; items: Item[] }

/**
 * XML that comes from anywhere: only the five entities of XML itself are known, a document type is refused, and so are
 * more levels or elements than metadata have. Names are without their prefixes; `<br/>` is a line break.
 */
export function itemFromXml(text: string): Item {
  const parser = new SaxesParser()
  const open: Open[] = [{ name: '', text: '', items: [] }]
  let left = mostItems
  const count = () => {
    left -= 1
    if (left < 0) throw new Problem('too-large', words.tooMany(mostItems))
  }
  const add = (said: string) => {
    const top = open.at(-1)
    if (top) top.text += said
  }
  parser.on('error', (error) => {
    throw new Problem('invalid', words.notXml(error.message))
  })
  parser.on('doctype', () => {
    throw new Problem('invalid', words.doctype)
  })
  parser.on('opentag', ({ name, attributes }) => {
    count()
    if (open.length > mostLevels) throw new Problem('invalid', words.tooDeep(mostLevels))
    const items = Object.entries(attributes).flatMap(([key, value]) => {
      count()
      return isOfNotation(key) ? [] : [itemOf(localName(key), value)]
    })
    open.push({ name: localName(name), text: '', items })
  })
  parser.on('text', add)
  parser.on('cdata', add)
  parser.on('closetag', () => {
    const closed = open.pop()
    if (closed?.name === 'br') add('\n')
    else if (closed) open.at(-1)?.items.push(itemOf(closed.name, closed.text, closed.items))
  })
  parser.write(text).close()
  const [root] = open[0]?.items ?? []
  if (!root) throw new Problem('invalid', words.nothing)
  return root
}

const localName = (name: string) => name.replace(/^.*:/, '')

/** Namespaces and where schemas are: no facts about a dataset. */
const isOfNotation = (attribute: string) => /^(?:xmlns(?::|$)|xsi:)/.test(attribute)
