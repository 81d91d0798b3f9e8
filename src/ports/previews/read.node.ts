import type { PreviewReason } from '../../core/preview.ts'
import type { Reading } from './reading.ts'
import { Refused, type Source } from './source.ts'

export type ReadAnswer = Reading | { refused: PreviewReason }

/** What a file shows, by what its bytes begin with, and else by its ending. Libraries are loaded for the files that need them. */
export async function readPreview(source: Source): Promise<ReadAnswer> {
  if (source.sizeBytes === 0) return { refused: 'empty' }
  try {
    const read = readerFor(source.read(0, 1_024), source.name.toLowerCase())
    return read ? await read(source) : { refused: 'unknown_format' }
  } catch (error) {
    return { refused: error instanceof Refused ? error.reason : 'damaged' }
  }
}

type Reader = (source: Source) => Promise<Reading> | Reading

function readerFor(first: Uint8Array, name: string): Reader | undefined {
  const begin = Buffer.from(first).toString('latin1')
  const begun = signatures.find(({ pattern }) => pattern.test(begin))
  if (begun) return begun.readerOf(name)
  return name.endsWith('.tar') || begin.slice(257, 262) === 'ustar' ? readTar : textReaderOf(name)
}

const readTar: Reader = async (source) => (await import('./archives.ts')).readTar(source)

const readPicture =
  (format: string): Reader =>
  () => ({ facts: { kind: 'picture', format, width: 0, height: 0 }, variables: [] })

type Signature = { pattern: RegExp; readerOf: (name: string) => Reader | undefined }

/* oxlint-disable no-control-regex -- signatures of formats are made of such characters */
const signatures: readonly Signature[] = [
  {
    pattern: /^PAR1/,
    readerOf: () => async (source) => (await import('./parquet.ts')).readParquet(source),
  },
  {
    pattern: /^\u0089HDF\r\n\u001a\n/,
    readerOf: () => async (source) => (await import('./hdf5.node.ts')).readHdf5(source),
  },
  {
    pattern: /^CDF[\u0001\u0002\u0005]/,
    readerOf: () => async (source) => (await import('./netcdf.node.ts')).readNetcdf(source),
  },
  {
    pattern: /^(?:II[*+]\0|MM\0[*+])/,
    readerOf: () => async (source) => (await import('./geotiff.node.ts')).readTiff(source),
  },
  {
    pattern: /^PK(?:\u0003\u0004|\u0005\u0006)/,
    readerOf: (name) => async (source) =>
      name.endsWith('.xlsx')
        ? (await import('./workbook.ts')).readWorkbook(source)
        : (await import('./zip.node.ts')).readZip(source),
  },
  { pattern: /^\u001f\u008b/, readerOf: packedReaderOf },
  {
    pattern: /^[\s\S]{0,1000}%PDF-\d/,
    readerOf: () => async (source) => (await import('./pdf.node.ts')).readPdf(source),
  },
  { pattern: /^\u0089PNG\r\n\u001a\n/, readerOf: () => readPicture('png') },
  { pattern: /^\u00ff\u00d8\u00ff/, readerOf: () => readPicture('jpeg') },
  { pattern: /^GIF8[79]a/, readerOf: () => readPicture('gif') },
  { pattern: /^RIFF[\s\S]{4}WEBP/, readerOf: () => readPicture('webp') },
  { pattern: /^[\s\S]{4}ftypavi[fs]/, readerOf: () => readPicture('avif') },
]
/* oxlint-enable no-control-regex */

function packedReaderOf(name: string): Reader | undefined {
  if (/\.(?:tar\.gz|tgz)$/.test(name))
    return async (source) => (await import('./zip.node.ts')).readPackedTar(source)
  const read = textReaderOf(name.replace(/\.gz$/, ''))
  return read && (async (source) => read((await import('./zip.node.ts')).unpackedSource(source)))
}

const tables = /\.(?:csv|tsv|tab)$/
const trees = /\.(?:json|geojson)$/
const texts =
  /\.(?:txt|md|log|xml|html?|svg|ya?ml|toml|ini|cfg|bib|ris|r|py|m|sh|sql|fasta|fa|fastq|fq|gff3?|vcf|bed|nwk|prj|asc|dat|jsonl|ndjson|cif|pdb|readme)$/

function textReaderOf(name: string): Reader | undefined {
  const loaded = import('./text.ts')
  if (tables.test(name)) return async (source) => (await loaded).readTable(source)
  if (trees.test(name)) return async (source) => (await loaded).readJson(source)
  const format = name.endsWith('.md') ? 'markdown' : 'text'
  if (texts.test(name) || /(?:^|\/)[^./]+$/.test(name))
    return async (source) => (await loaded).readText(source, format)
  return undefined
}
