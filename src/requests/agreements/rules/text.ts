import type { Lang, Text } from '../../../core/text.ts'

/** What a text may name, and each request fills in. */
export const variables = [
  'provider',
  'requester',
  'institution',
  'lab',
  'signer',
  'items',
  'quantity',
  'purpose',
  'end',
  'number',
  'date',
] as const
export type Variable = (typeof variables)[number]

/** Several are set as a list where they stand alone. */
export type Values = Readonly<Record<Variable, Text | readonly Text[]>>

/** A part of a text, as it is shown: whatever is in its texts is text. */
export type Block =
  | { type: 'heading'; level: number; text: string }
  | { type: 'paragraph'; text: string }
  | { type: 'list'; start: number | null; items: string[] }

/** What is wrong with a text before it is kept. */
export type BodyFault = { fault: 'unknown'; name: string } | { fault: 'braces'; line: number }

const named = /\{\{[ \t]*([^{}\n]*?)[ \t]*\}\}/g

const isVariable = (name: string): name is Variable => variables.some((one) => one === name)

export const linesOf = (body: string): string[] => body.split(/\r\n?|\n/)

/** Names that are none, and braces that belong to none; each once. */
export function faultsOf(body: string): BodyFault[] {
  const names = [...body.matchAll(named)].map(([, name = '']) => name)
  const unknown = [...new Set(names.filter((name) => !isVariable(name)))]
  const stray = linesOf(body).flatMap((line, at) =>
    /\{\{|\}\}|｛｛|｝｝/.test(line.replace(named, '')) ? [at + 1] : [],
  )
  return [
    ...unknown.map((name) => ({ fault: 'unknown' as const, name })),
    ...stray.map((line) => ({ fault: 'braces' as const, line })),
  ]
}

/** A text with what it names filled in. Values come after its parts are known: they cannot make any. */
export const rendered = (body: string, values: Values, lang: Lang): Block[] =>
  blocksOf(body).map((block) => filled(block, values, lang))

function filled(block: Block, values: Values, lang: Lang): Block {
  if (block.type === 'list')
    return { ...block, items: block.items.map((text) => filledText(text, values, lang)) }
  const several = block.type === 'paragraph' ? severalOf(block.text, values) : undefined
  if (several) return { type: 'list', start: null, items: several.map((text) => text[lang]) }
  return { ...block, text: filledText(block.text, values, lang) }
}

/** What a paragraph that is nothing but a name stands for, where that is several. */
function severalOf(text: string, values: Values): readonly Text[] | undefined {
  const [, name = ''] = /^\{\{[ \t]*(\w+)[ \t]*\}\}$/.exec(text) ?? []
  const value = isVariable(name) ? values[name] : undefined
  return isSeveral(value) && value.length > 0 ? value : undefined
}

const isSeveral = (value: Text | readonly Text[] | undefined): value is readonly Text[] =>
  Array.isArray(value)

const between = { zh: '；', en: '; ' }

const filledText = (text: string, values: Values, lang: Lang): string =>
  text.replaceAll(named, (whole, name: string) => {
    if (!isVariable(name)) return whole
    const value = values[name]
    return isSeveral(value) ? value.map((one) => one[lang]).join(between[lang]) : value[lang]
  })

/** Headings with `#`, lists with `-` or `1.`, paragraphs apart by blank lines; lines stay where they were broken. */
export function blocksOf(body: string): Block[] {
  const blocks: Block[] = []
  let level = 0
  let isOpen = false
  for (const line of linesOf(body).map((one) => one.trim())) {
    const last = blocks.at(-1)
    const mark = markOf(line)
    if (line === '') isOpen = false
    else if (mark.type === 'heading') {
      // Never deeper by two at once: headings are the outline of the page that shows them.
      level = Math.min(mark.level, level + 1)
      blocks.push({ type: 'heading', level, text: mark.text })
      isOpen = false
    } else if (mark.type === 'item') {
      if (last?.type === 'list' && goesOn(last, mark.number)) last.items.push(mark.text)
      else blocks.push({ type: 'list', start: mark.number, items: [mark.text] })
      isOpen = true
    } else if (isOpen && last) addLine(last, line)
    else {
      blocks.push({ type: 'paragraph', text: line })
      isOpen = true
    }
  }
  return blocks
}

type Mark =
  | { type: 'heading'; level: number; text: string }
  | { type: 'item'; number: number | null; text: string }
  | { type: 'text' }

function markOf(line: string): Mark {
  const [, hashes, heading] = /^(#{1,3})[ \t]+(.+)$/.exec(line) ?? []
  if (hashes && heading) return { type: 'heading', level: hashes.length, text: heading }
  const [, bullet] = /^[-*•][ \t]+(.+)$/.exec(line) ?? []
  if (bullet) return { type: 'item', number: null, text: bullet }
  const [, number, item] = /^(\d{1,3})(?:[.)][ \t]+|、[ \t]*)(.+)$/.exec(line) ?? []
  return number && item ? { type: 'item', number: Number(number), text: item } : { type: 'text' }
}

/** A clause keeps its number: one that does not follow the last begins a list of its own. */
const goesOn = ({ start, items }: Block & { type: 'list' }, number: number | null): boolean =>
  start === null ? number === null : number === start + items.length

function addLine(block: Block, line: string): void {
  if (block.type === 'list') block.items.push(`${block.items.pop() ?? ''}\n${line}`)
  else block.text += `\n${line}`
}
