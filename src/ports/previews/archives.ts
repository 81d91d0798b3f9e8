import type { Facts } from '../../core/preview.ts'
import { seenText } from '../../core/typed-text.ts'
import { shortened } from './columns.ts'
import type { Reading } from './reading.ts'
import { Refused, type Source } from './source.ts'

const mostEntries = 1_000

type Entry = Facts<'archive'>['entries'][number]

const nameOf = (name: string) => seenText(shortened(name, 300))

/** The headers of a TAR archive, each read where the one before it says that the next is. */
export function readTar(source: Source): Reading {
  const entries: Entry[] = []
  let longName = ''
  for (const { at, name, sizeBytes, type } of tarHeaders(source)) {
    if (type === 'L' || type === 'x') longName = longNameIn(source, { at, sizeBytes, type })
    else if (type !== 'g' && type !== 'K') {
      entries.push({ name: nameOf(longName || name), sizeBytes: type === '5' ? null : sizeBytes })
      longName = ''
    }
    if (entries.length >= mostEntries) break
  }
  const isWhole = entries.length < mostEntries
  return archiveOf('tar', entries, isWhole ? { count: entries.length } : undefined)
}

function* tarHeaders(source: Source) {
  for (let at = 0; at + 512 <= source.sizeBytes;) {
    const header = source.read(at, 512)
    if (header.every((byte) => byte === 0)) return
    const read = tarHeader(header)
    yield { at, ...read }
    at += 512 + Math.ceil(read.sizeBytes / 512) * 512
  }
}

function tarHeader(header: Uint8Array) {
  const text = (from: number, length: number) => {
    const bytes = header.subarray(from, from + length)
    const end = bytes.indexOf(0)
    return new TextDecoder().decode(end < 0 ? bytes : bytes.subarray(0, end))
  }
  if (!/^\d{1,7} *$|^ *\d+/.test(text(148, 8))) throw new Error('Not a TAR header')
  const prefix = text(257, 5) === 'ustar' ? text(345, 155) : ''
  return {
    name: prefix ? `${prefix}/${text(0, 100)}` : text(0, 100),
    sizeBytes: tarSize(header.subarray(124, 136)),
    type: text(156, 1) || '0',
  }
}

/** Octal digits, or a binary number where the first bit is set. */
function tarSize(field: Uint8Array): number {
  const size =
    ((field[0] ?? 0) & 0x80) === 0
      ? Number.parseInt(new TextDecoder().decode(field).replaceAll(/[\0 ]/g, '') || '0', 8)
      : field.slice(1).reduce((sum, byte) => sum * 256 + byte, 0)
  if (!Number.isSafeInteger(size)) throw new Error('Not a size in a TAR header')
  return size
}

/** What stands before a file whose name is longer than a header: the name itself, or POSIX's list of facts. */
function longNameIn(
  source: Source,
  { at, sizeBytes, type }: { at: number; sizeBytes: number; type: string },
) {
  const text = new TextDecoder()
    .decode(source.read(at + 512, Math.min(sizeBytes, 8_192)))
    .replace(/\0.*$/s, '')
  return type === 'L' ? text : (/^\d+ path=(.*)$/m.exec(text)?.[1] ?? '')
}

export function archiveOf(
  format: Facts<'archive'>['format'],
  entries: readonly Entry[],
  whole: { count: number } | undefined,
): Reading {
  if (entries.length === 0 && !whole) throw new Refused('damaged')
  const total = entries.reduce((sum, { sizeBytes }) => sum + (sizeBytes ?? 0), 0)
  const isListed = whole !== undefined && whole.count === entries.length
  return {
    facts: {
      kind: 'archive',
      format,
      entries: [...entries],
      count: whole?.count ?? null,
      totalBytes: isListed && Number.isSafeInteger(total) ? total : null,
    },
    variables: [],
  }
}

export { mostEntries, nameOf }
