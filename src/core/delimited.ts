import { parse } from 'csv-parse/sync'

/** The one door to the library: pasted tables below, files in `exchange`. */
export { parse as parseDelimited }

/**
 * Cells of a table that somebody pasted, row by row, blank lines left out: parted by tabs, semicolons or commas,
 * whichever of them comes first in that order in `sample`. Where its quotation marks do not match, they are text.
 */
export function pastedRows(text: string, sample: string = text): string[][] {
  const options = {
    delimiter: ['\t', ';', ','].find((one) => sample.includes(one)) ?? '\t',
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_empty_values: true,
    trim: true,
  }
  try {
    return parse(text, options)
  } catch {
    return parse(text, { ...options, quote: null })
  }
}

/** A small file as text: UTF-16 with its mark, UTF-8, or else GB18030; undefined where it is none of them. */
export function textOf(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return decoded(bytes, 'utf-16le')
  return decoded(bytes, 'utf-8') ?? decoded(bytes, 'gb18030')
}

function decoded(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
