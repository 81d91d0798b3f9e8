/** Encodes text in a code page of two bytes a character, by what decoding answers for every pair. */
export function encoder(label: string): (text: string) => Uint8Array {
  const pairs = new Map<string, readonly number[]>()
  const decoder = new TextDecoder(label, { fatal: true })
  for (let lead = 0x81; lead <= 0xfe; lead += 1)
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const character = charactersOf(decoder, [lead, trail])
      if (character.length === 1 && !pairs.has(character)) pairs.set(character, [lead, trail])
    }
  return (text) =>
    Uint8Array.from(Array.from(text).flatMap((one) => pairs.get(one) ?? asciiOf(one)))
}

function charactersOf(decoder: TextDecoder, bytes: readonly number[]): string {
  try {
    return decoder.decode(Uint8Array.from(bytes))
  } catch {
    return ''
  }
}

function asciiOf(character: string): number[] {
  const code = character.codePointAt(0) ?? 0
  if (code > 0x7f) throw new Error(`no code for ${character}`)
  return [code]
}

/** One byte a character: ISO 8859-1, which Windows-1252 contains. */
export const latin1 = (text: string) =>
  Uint8Array.from(Array.from(text), (one) => one.codePointAt(0) ?? 0)

export const utf8 = (text: string) => new TextEncoder().encode(text)

export function utf16(text: string, order: 'le' | 'be'): Uint8Array {
  const bytes = new Uint8Array(text.length * 2)
  const view = new DataView(bytes.buffer)
  for (let at = 0; at < text.length; at += 1)
    view.setUint16(at * 2, text.charCodeAt(at), order === 'le')
  return bytes
}

/** A ZIP archive of texts or bytes, stored as they are; without checksums, which nobody here asks for. */
export function zipOf(files: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const locals: Uint8Array[] = []
  const entries: Uint8Array[] = []
  let at = 0
  for (const [name, content] of Object.entries(files)) {
    const title = utf8(name)
    const body = typeof content === 'string' ? utf8(content) : content
    const sizes = [body.length, body.length]
    const local = record([0x04034b50, 4], [20, 0, 0, 0, 0], [0, ...sizes], [title.length, 0], title)
    const entry = record(
      [0x02014b50, 4],
      [20, 20, 0, 0, 0, 0],
      [0, ...sizes],
      [title.length, 0, 0, 0, 0],
      title,
      [0, at],
    )
    locals.push(local, body)
    entries.push(entry)
    at += local.length + body.length
  }
  const directory = joined(entries)
  const count = entries.length
  const end = record([0x06054b50, 4], [0, 0, count, count], [directory.length, at], [0], utf8(''))
  return joined([...locals, directory, end])
}

function words(numbers: number[], width: 2 | 4): number[] {
  return numbers.flatMap((number) =>
    Array.from({ length: width }, (_, place) => (number >>> (place * 8)) & 0xff),
  )
}

/** Signature, two-byte numbers, four-byte numbers, two-byte numbers, and the name, with four-byte numbers before it. */
function record(
  [signature = 0]: number[],
  head: number[],
  sizes: number[],
  tail: number[],
  name: Uint8Array,
  offsets: number[] = [],
): Uint8Array {
  return Uint8Array.from([
    ...words([signature], 4),
    ...words(head, 2),
    ...words(sizes, 4),
    ...words(tail, 2),
    ...words(offsets, 4),
    ...name,
  ])
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]))
}
