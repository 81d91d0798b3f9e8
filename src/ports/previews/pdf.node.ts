import { inflateSync } from 'node:zlib'
import type { Reading } from './reading.ts'
import type { Source } from './source.ts'

const mostBytes = 16_000_000
const mostUnpacked = 4_000_000

/** The few facts of a PDF that stand in the clear, or in its streams of objects; browsers show the pages themselves. */
export function readPdf(source: Source): Reading {
  const half = mostBytes / 2
  const isWhole = source.sizeBytes <= mostBytes
  const bytes = isWhole
    ? source.read(0, mostBytes)
    : Buffer.concat([source.read(0, half), source.read(source.sizeBytes - half, half)])
  const text = Buffer.from(bytes).toString('latin1')
  if (isWhole && !text.includes('%%EOF')) throw new Error('The end is missing')
  return {
    facts: {
      kind: 'pdf',
      format: 'pdf',
      version: /%PDF-(\d\.\d)/.exec(text)?.[1] ?? null,
      pages: pagesIn(text),
      isEncrypted: /\/Encrypt\s+\d+\s+\d+\s+R/.test(text),
    },
    variables: [],
  }
}

/** The root of the tree of pages counts them all: the greatest count that there is. */
function pagesIn(text: string): number | null {
  const linear = /\/Linearized\b[^>]{0,200}?\/N\s+(\d+)/.exec(text.slice(0, 2_048))?.[1]
  if (linear) return Number(linear)
  const counts = [text, ...objectStreams(text)].flatMap((part) =>
    [...part.matchAll(/\/Type\s*\/Pages\b/g)].flatMap(({ index }) => countNear(part, index)),
  )
  return counts.length > 0 ? Math.max(...counts) : null
}

/** `/Count 12` in the same dictionary as `/Type /Pages`. */
function countNear(text: string, at: number): number[] {
  const from = text.lastIndexOf('<<', at)
  const dictionary = text.slice(Math.max(0, from), at + 4_000).split(/endobj|\/Type\s*\/Page\b/)[0]
  const [, count] = /\/Count\s+(\d{1,7})\b/.exec(dictionary ?? '') ?? []
  return count === undefined ? [] : [Number(count)]
}

function objectStreams(text: string): string[] {
  let left = mostUnpacked
  return [...text.matchAll(/\/Type\s*\/ObjStm\b/g)].flatMap(({ index }) => {
    const from = /stream\r?\n/g
    from.lastIndex = index
    const begin = from.exec(text)
    if (!begin || left <= 0) return []
    const start = begin.index + begin[0].length
    const packed = text.slice(start, text.indexOf('endstream', start))
    try {
      const unpacked = inflateSync(Buffer.from(packed, 'latin1'), { maxOutputLength: left })
      left -= unpacked.length
      return [unpacked.toString('latin1')]
    } catch {
      return []
    }
  })
}
