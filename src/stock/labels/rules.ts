import { stockPaths } from '../words/paths.ts'
import type { Symbology, Wanted } from './model.ts'

/** One label of a sheet: what stands on it, and what is in its symbol. */
export type Label = { code: string; content: string }

/** The labels of a lot, one for each replicate. A phone opens the address in a QR code; scanners take the code itself. */
export function labelsOf(
  code: string,
  {
    copies,
    numbered,
    symbol,
    baseUrl,
  }: Pick<Wanted, 'copies' | 'numbered' | 'symbol'> & { baseUrl: string },
): Label[] {
  return Array.from({ length: copies }, (_, at) => {
    const own = numbered === 'true' ? `${code}#${at + 1}` : code
    return {
      code: own,
      content: symbol === 'qrcode' ? `${baseUrl}${stockPaths.scanned(own)}` : own,
    }
  })
}

/** A symbol as SVG, dark on nothing; the page sizes it. Loaded when the first label is drawn. */
export async function symbolOf(symbol: Symbology, content: string): Promise<string> {
  const { toSVG } = await import('bwip-js/generic')
  return toSVG({ bcid: symbol, text: content, ...(symbol === 'code128' && { height: 8 }) })
}
