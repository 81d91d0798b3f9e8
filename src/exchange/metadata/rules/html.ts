/**
 * Texts in HTML as plain text. Nothing of a tag is kept but the line breaks that it means, and nothing inside of what is
 * no text (scripts, styles). What comes out is text and is shown as text; that no tag is left is for those who read it
 * elsewhere. One pass is linear in the length: a tag that does not end takes nothing with it but its sign.
 */
export function plainText(html: string): string {
  if (!/[<&]/.test(html)) return html
  let text = html
  // What was escaped twice is HTML again once it is unescaped.
  for (let pass = 0; pass < 3 && mayBeHtml(text); pass += 1) text = unescaped(withoutTags(text))
  return withoutTags(text)
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

const mayBeHtml = (text: string) => /<[a-z/!?]|&[a-z#]/i.test(text)

/** Elements whose content is no text. */
const silent = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'iframe',
  'object',
  'svg',
  'math',
])
/** Elements that begin a line of their own. */
const lines = new Set(
  'br p div li ul ol tr table h1 h2 h3 h4 h5 h6 blockquote pre hr section article'.split(' '),
)

function withoutTags(html: string): string {
  const parts: string[] = []
  // Looked for once and kept: text full of signs is gone through once all the same.
  let close = -1
  let at = 0
  for (let from = html.indexOf('<'); from >= 0; from = html.indexOf('<', at)) {
    parts.push(html.slice(at, from))
    if (close < from && close !== html.length) close = endOr(html, html.indexOf('>', from))
    const tag = tagAt(html, from, close)
    if (tag) {
      if (lines.has(tag.name)) parts.push('\n')
      at = silent.has(tag.name) && !tag.isClosing ? endOf(html, tag) : tag.end
    } else {
      // A sign that begins no tag: `p < 0.05`. Where one begins and does not end, the sign alone goes.
      if (!/[a-z/!?]/i.test(html[from + 1] ?? '')) parts.push('<')
      at = from + 1
    }
  }
  parts.push(html.slice(at))
  return parts.join('')
}

type Tag = { name: string; isClosing: boolean; end: number }

/** Longer ones are no tags that somebody wrote. */
const longestTag = 20_000

function tagAt(html: string, from: number, close: number): Tag | undefined {
  if (html.startsWith('<!--', from)) {
    const end = html.indexOf('-->', from + 4)
    return { name: '!', isClosing: false, end: endOr(html, end < 0 ? end : end + 3) }
  }
  const [head, slash, name = ''] = opening.exec(html.slice(from, from + 80)) ?? []
  if (head === undefined || close === html.length || close - from > longestTag) return undefined
  return { name: name.toLowerCase(), isClosing: slash === '/', end: close + 1 }
}

const endOr = (html: string, at: number) => (at < 0 ? html.length : at)

const opening = /^<(\/?)([a-z][a-z0-9:-]*|[!?])/i

/** Behind the closing tag of an element; without one, the rest belongs to it. */
function endOf(html: string, { name, end }: Tag): number {
  const closing = new RegExp(`</${name}`, 'gi')
  closing.lastIndex = end
  const found = closing.exec(html)
  return found ? endOr(html, html.indexOf('>', found.index)) + 1 : html.length
}

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  middot: '·',
  bull: '•',
  deg: '°',
  plusmn: '±',
  times: '×',
  micro: 'µ',
  sup2: '²',
  sup3: '³',
  le: '≤',
  ge: '≥',
  alpha: 'α',
  beta: 'β',
  gamma: 'γ',
  delta: 'δ',
  mu: 'μ',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  copy: '©',
  reg: '®',
  permil: '‰',
}

/** Characters by their names in HTML and by their numbers; other names stay as they are. */
const unescaped = (text: string) =>
  text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z][a-z0-9]{1,31}));/gi, (whole, ...groups) => {
    const [decimal, hexadecimal, name] = groups.map((one) => (typeof one === 'string' ? one : ''))
    if (name) return named[name] ?? named[name.toLowerCase()] ?? whole
    const code = decimal ? Number(decimal) : Number.parseInt(hexadecimal ?? '', 16)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
  })
