import { parse } from 'csv-parse/sync'

/** The one door to the library: pasted tables below, files in `exchange`. */
export { parse as parseDelimited }

/**
 * Cells of a table that somebody pasted, row by row, blank lines left out: parted by tabs, semicolons or commas,
 * whichever of them comes first in that order in `sample`.
 */
export function pastedRows(text: string, sample: string = text): string[][] {
  const delimiter = ['\t', ';', ','].find((one) => sample.includes(one)) ?? '\t'
  return parse(text, {
    delimiter,
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_empty_values: true,
    trim: true,
  })
}
