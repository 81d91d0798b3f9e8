import { type PDFiumDocument, PDFiumLibrary, type PDFiumPage } from '@hyzyla/pdfium'
import { pngOf } from './png.node.ts'
import type { QuickLook, Reading } from './reading.ts'
import { Refused, type Source, wholeOf } from './source.ts'

const mostBytes = 64_000_000
const pagesDrawn = 3
/** A page as wide as it reads well; pages that are long strips are narrower. */
const [pageWidth, mostHeight] = [900, 1_400]
const gap = 12
const mostText = 6_000

/** A PDF: how many pages it has, the first ones drawn one below the other, and their text. */
export async function readPdf(source: Source): Promise<Reading> {
  const bytes = wholeOf(source, mostBytes)
  const version = /%PDF-(\d\.\d)/.exec(
    Buffer.from(bytes.subarray(0, 2_048)).toString('latin1'),
  )?.[1]
  const common = { kind: 'pdf', format: 'pdf', version: version ?? null } as const
  const pdf = await opened(bytes)
  if (!pdf)
    return {
      facts: { ...common, pages: null, isEncrypted: true, drawn: 0, text: null },
      variables: [],
    }
  const drawn = await drawnPages(pdf)
  return {
    facts: {
      ...common,
      pages: pdf.getPageCount(),
      isEncrypted: false,
      drawn: drawn.length,
      text: textOf(drawn),
    },
    variables: [],
    picture: stacked(drawn),
  }
}

/** Undefined where it asks for a password. */
async function opened(bytes: Uint8Array): Promise<PDFiumDocument | undefined> {
  const library = await PDFiumLibrary.init()
  try {
    return await library.loadDocument(bytes)
  } catch (error) {
    if (/password|security/i.test(String(error))) return undefined
    throw new Refused('damaged')
  }
}

type Drawn = { pixels: Uint8Array; width: number; height: number; text: string }

/** A page that is damaged is left out; the others are shown. */
async function drawnPages(pdf: PDFiumDocument): Promise<Drawn[]> {
  const drawn: Drawn[] = []
  for (let at = 0; at < Math.min(pagesDrawn, pdf.getPageCount()); at += 1) {
    // oxlint-disable-next-line no-await-in-loop -- in order, and one page in memory
    const page = await drawPage(pdf, at).catch(() => undefined)
    if (page) drawn.push(page)
  }
  return drawn
}

async function drawPage(pdf: PDFiumDocument, at: number): Promise<Drawn> {
  const page = pdf.getPage(at)
  const size = sizeOf(page)
  // Drawing closes the page.
  const text = textIn(page)
  const { data, width, height } = await page.render(size)
  return { pixels: data, width, height, text }
}

function sizeOf(page: PDFiumPage) {
  const { originalWidth, originalHeight } = page.getOriginalSize()
  const factor = Math.min(pageWidth / originalWidth, mostHeight / originalHeight)
  if (!(factor > 0 && Number.isFinite(factor))) throw new Error('A page without a size')
  return {
    width: Math.max(1, Math.round(originalWidth * factor)),
    height: Math.max(1, Math.round(originalHeight * factor)),
  }
}

/** Text is drawn whether it can be read out or not. */
function textIn(page: PDFiumPage): string {
  try {
    return page.getText().replaceAll('\r\n', '\n').trim()
  } catch {
    return ''
  }
}

const textOf = (drawn: readonly Drawn[]): string | null =>
  drawn
    .map(({ text }) => text)
    .filter(Boolean)
    .join('\n\n')
    .slice(0, mostText) || null

/** Pages one below the other, on clear ground. */
function stacked(drawn: readonly Drawn[]): QuickLook | null {
  if (drawn.length === 0) return null
  const width = Math.max(...drawn.map((page) => page.width))
  const height = drawn.reduce((sum, page) => sum + page.height + gap, -gap)
  const pixels = new Uint8Array(width * height * 4)
  let top = 0
  for (const page of drawn) {
    const left = Math.floor((width - page.width) / 2)
    for (let row = 0; row < page.height; row += 1) {
      const line = page.pixels.subarray(row * page.width * 4, (row + 1) * page.width * 4)
      pixels.set(line, ((top + row) * width + left) * 4)
    }
    top += page.height + gap
  }
  return pngOf(pixels, width, height)
}
