import { Problem } from './problem.ts'
import type { Text } from './text.ts'

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030'

export const encodingNames: Record<string, string> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
  gb18030: 'GB18030',
}

/** An encoding that was tried, and the byte (from 1) where it broke; null where it read, but not as Chinese. */
type Tried = { encoding: string; brokenAt: number | null }

const triedOf = (tried: readonly Tried[]): Text => ({
  zh: tried
    .map(({ encoding, brokenAt: at }) => {
      const why = at === null ? '读出的不是中文' : `第 ${at} 字节出错`
      return `${encodingNames[encoding]}（${why}）`
    })
    .join('、'),
  en: tried
    .map(({ encoding, brokenAt: at }) => {
      const why = at === null ? 'does not read as Chinese' : `breaks at byte ${at}`
      return `${encodingNames[encoding]} (${why})`
    })
    .join(', '),
})

const words = {
  undecodable: (tried: readonly Tried[]): Text => ({
    zh: `无法确定文件的编码，没有导入任何内容。已尝试 ${triedOf(tried).zh}。请另存为 UTF-8 后重新上传。`,
    en: `The encoding of this file could not be determined, and nothing was imported. Tried ${triedOf(tried).en}. Save it as UTF-8 and upload it again.`,
  }),
  nul: (byte: number): Text => ({
    zh: `第 ${byte} 字节是空字符（NUL），这不是文本表格，没有导入任何内容。请从原软件重新导出。`,
    en: `Byte ${byte} is NUL, so this is not a text table, and nothing was imported. Export it again from the original program.`,
  }),
}

/** What the bytes of a file say about their encoding, as far as they were looked at. Places are counted from 1. */
export type ByteFacts = {
  length: number
  mark: Encoding | undefined
  nuls: { even: number; odd: number; first: number | null }
  /** Bytes beyond ASCII, and those of them that stand in well-formed sequences of UTF-8. */
  utf8: { all: number; usual: number; brokenAt: number | null }
  /** Characters beyond ASCII when read as GB18030, and those of them that are of GB 2312. */
  gb18030: { all: number; usual: number; brokenAt: number | null }
}

export const noBytes: ByteFacts = {
  length: 0,
  mark: undefined,
  nuls: { even: 0, odd: 0, first: null },
  utf8: { all: 0, usual: 0, brokenAt: null },
  gb18030: { all: 0, usual: 0, brokenAt: null },
}

/**
 * Adds the next bytes of a file. They end with a line break or with the file: no character of UTF-8 or GB18030 crosses
 * one, so that each part can be looked at by itself.
 */
export function withBytes(facts: ByteFacts, bytes: Uint8Array): ByteFacts {
  const { length, nuls, utf8, gb18030 } = facts
  const isAscii = bytes.every((byte) => byte < 0x80)
  const brokenIn = (encoding: Encoding) => {
    const at = isAscii ? null : brokenAt(bytes, encoding)
    return at === null ? null : length + at
  }
  const counted = bytes.includes(0) ? nulsIn(bytes, length) : noBytes.nuls
  const [sequences, pairs] = isAscii ? [nothing, nothing] : [sequencesIn(bytes), pairsIn(bytes)]
  return {
    length: length + bytes.length,
    mark: length === 0 ? markOf(bytes) : facts.mark,
    nuls: {
      even: nuls.even + counted.even,
      odd: nuls.odd + counted.odd,
      first: nuls.first ?? counted.first,
    },
    utf8: { ...sumOf(utf8, sequences), brokenAt: utf8.brokenAt ?? brokenIn('utf-8') },
    gb18030: { ...sumOf(gb18030, pairs), brokenAt: gb18030.brokenAt ?? brokenIn('gb18030') },
  }
}

type Share = { all: number; usual: number }
const nothing: Share = { all: 0, usual: 0 }
const sumOf = (one: Share, other: Share): Share => ({
  all: one.all + other.all,
  usual: one.usual + other.usual,
})

/**
 * The encoding of a file where nobody wrote it down. The whole file decides: a byte order mark; else UTF-16 where the
 * pattern of NUL bytes says so; else strict UTF-8; else strict GB18030, if that is plausible. What decodes cleanly in
 * none is refused with the encodings that were tried and the byte at which each broke, never guessed. UTF-16 is still to
 * be decoded strictly.
 */
export function encodingBy(facts: ByteFacts): Encoding {
  const { mark, nuls, utf8, gb18030 } = facts
  const wide = mark?.startsWith('utf-16') ? mark : wideOf(facts)
  if (wide) return wide
  if (utf8.brokenAt === null || isChinese(facts)) {
    if (nuls.first !== null) throw new Problem('invalid', words.nul(nuls.first))
    return utf8.brokenAt === null ? 'utf-8' : 'gb18030'
  }
  const isDamagedUtf8 = mark === 'utf-8' || isMostlyUtf8(facts)
  throw new Problem(
    'invalid',
    words.undecodable([
      { encoding: 'utf-8', brokenAt: utf8.brokenAt },
      ...(isDamagedUtf8 ? [] : [{ encoding: 'gb18030', brokenAt: gb18030.brokenAt }]),
    ]),
  )
}

/** A whole file as text. */
export function decoded(bytes: Uint8Array): { text: string; encoding: Encoding } {
  const encoding = encodingBy(withBytes(noBytes, bytes))
  return { text: decodedAs(bytes, encoding), encoding }
}

/** Text in an encoding; refused where it breaks it. */
export function decodedAs(bytes: Uint8Array, encoding: Encoding): string {
  const text = strictly(bytes, encoding)
  if (text === undefined)
    throw new Problem(
      'invalid',
      words.undecodable([{ encoding, brokenAt: brokenAt(bytes, encoding) }]),
    )
  if (text.includes('\0')) throw new Problem('invalid', words.nul(bytes.indexOf(0) + 1))
  return text
}

function markOf([first, second, third]: Uint8Array): Encoding | undefined {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  return first === 0xef && second === 0xbb && third === 0xbf ? 'utf-8' : undefined
}

/**
 * UTF-16 without a mark: separators, digits and line ends are at least a tenth of any table, and their upper halves are
 * NUL bytes, all of them in even or all in odd places. A NUL that strayed into another file makes no such pattern.
 */
function wideOf({ length, nuls: { even, odd, first } }: ByteFacts): Encoding | undefined {
  if (first === null) return undefined
  const atLeast = length / 20
  if (even === 0 && odd >= atLeast) return 'utf-16le'
  return odd === 0 && even >= atLeast ? 'utf-16be' : undefined
}

/** Places are counted from 0 here, so that the first byte of a file is an even one. */
function nulsIn(bytes: Uint8Array, offset: number): ByteFacts['nuls'] {
  let [even, odd] = [0, 0]
  for (let at = 0; at < bytes.length; at += 1) {
    if (bytes[at] !== 0) continue
    if ((offset + at) % 2 === 0) even += 1
    else odd += 1
  }
  return { even, odd, first: offset + bytes.indexOf(0) + 1 }
}

/**
 * Whether a file that is no valid UTF-8 is a damaged one all the same: more than seven tenths of its bytes beyond ASCII
 * stand in well-formed sequences. In Chinese of GB18030 about a fifth do, by chance.
 */
const isMostlyUtf8 = ({ utf8 }: ByteFacts) => utf8.usual > utf8.all * 0.7

/**
 * Whether bytes that decode as GB18030 are Chinese: nine tenths of the characters beyond ASCII are those of GB 2312.
 * Letters of a Western code page with what follows them, Big5, and UTF-8 read in pairs fall outside, into rare 汉字, kana
 * and the private use area.
 */
const isChinese = (facts: ByteFacts) => {
  const { brokenAt: broken, usual, all } = facts.gb18030
  const isOther = facts.mark !== undefined || isMostlyUtf8(facts)
  return broken === null && !isOther && usual >= all * 0.9
}

function sequencesIn(bytes: Uint8Array): Share {
  let [all, usual] = [0, 0]
  for (let at = 0; at < bytes.length;) {
    const length = sequenceAt(bytes, at)
    if ((bytes[at] ?? 0) >= 0x80) {
      all += length || 1
      usual += length
    }
    at += length || 1
  }
  return { all, usual }
}

/** Bytes of the UTF-8 sequence that begins here; 0 where none does. */
function sequenceAt(bytes: Uint8Array, at: number): number {
  const length = lengthByLead(bytes[at] ?? 0)
  for (let next = 1; next < length; next += 1) {
    const byte = bytes[at + next] ?? 0
    if (byte < 0x80 || byte > 0xbf) return 0
  }
  return length
}

function lengthByLead(lead: number): number {
  if (lead < 0x80) return 1
  if (lead < 0xc2 || lead > 0xf4) return 0
  if (lead < 0xe0) return 2
  return lead < 0xf0 ? 3 : 4
}

/** Of GB 2312 are its punctuation (rows 1–3) and its 汉字 (rows 16–87). */
const isUsualRow = (lead: number) =>
  (lead >= 0xa1 && lead <= 0xa3) || (lead >= 0xb0 && lead <= 0xf7)

function pairsIn(bytes: Uint8Array): Share {
  let [all, usual] = [0, 0]
  for (let at = 0; at < bytes.length;) {
    const [lead = 0, trail = 0] = [bytes[at], bytes[at + 1]]
    if (lead < 0x80) {
      at += 1
      continue
    }
    all += 1
    if (isUsualRow(lead) && trail >= 0xa1) usual += 1
    at += trail >= 0x30 && trail <= 0x39 ? 4 : 2
  }
  return { all, usual }
}

function strictly(bytes: Uint8Array, encoding: Encoding): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/**
 * Where the first character that breaks the encoding begins, counted from 1; the bytes may end inside it. Null where they
 * are in order.
 */
function brokenAt(bytes: Uint8Array, encoding: Encoding): number | null {
  if (strictly(bytes, encoding) !== undefined) return null
  let broken = bytes.length
  let sound = begins(bytes, encoding) ? broken - 1 : 0
  while (broken - sound > 1) {
    const middle = Math.floor((sound + broken) / 2)
    if (begins(bytes.subarray(0, middle), encoding)) sound = middle
    else broken = middle
  }
  while (broken > 1 && strictly(bytes.subarray(0, broken - 1), encoding) === undefined) broken -= 1
  return broken
}

/** Whether the bytes are in order as far as they go. */
function begins(bytes: Uint8Array, encoding: Encoding): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true })
    return true
  } catch {
    return false
  }
}
