/**
 * Whether a text may name a file in a version: parts between `/`, none of them empty, `.` or `..`; no control characters
 * and no backslash, which other systems read as a separator; 1,000 characters in all, 255 bytes a part.
 */
export function isFileName(name: string): boolean {
  if (name.length === 0 || name.length > 1000 || !name.isWellFormed()) return false
  // oxlint-disable-next-line no-control-regex -- the very characters that are refused
  if (/[\u0000-\u001f\u007f\\]/.test(name)) return false
  return name.split('/').every((part) => isPart(part))
}

const isPart = (part: string) =>
  part !== '' && part !== '.' && part !== '..' && new TextEncoder().encode(part).length <= 255

/** `day.csv` of `stations/2024/day.csv`. */
export const baseName = (name: string) => name.slice(name.lastIndexOf('/') + 1)

/** `.csv`, in small letters; empty where there is none. */
export const extensionOf = (name: string): string =>
  /[^/.](\.[a-z0-9]{1,10})$/i.exec(name)?.[1]?.toLowerCase() ?? ''

/** What readers are told a file is, by its name; bytes that are not known are downloaded. */
export const contentTypeOf = (name: string): string =>
  contentTypes[extensionOf(name)] ?? 'application/octet-stream'

const contentTypes: Readonly<Record<string, string>> = {
  '.csv': 'text/csv',
  '.tsv': 'text/tab-separated-values',
  '.txt': 'text/plain',
  '.md': 'text/markdown',
  '.json': 'application/json',
  '.geojson': 'application/geo+json',
  '.xml': 'application/xml',
  '.pdf': 'application/pdf',
  '.zip': 'application/zip',
  '.gz': 'application/gzip',
  '.tar': 'application/x-tar',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.xls': 'application/vnd.ms-excel',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  '.parquet': 'application/vnd.apache.parquet',
  '.nc': 'application/x-netcdf',
  '.h5': 'application/x-hdf5',
  '.hdf5': 'application/x-hdf5',
  '.tif': 'image/tiff',
  '.tiff': 'image/tiff',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
  '.gif': 'image/gif',
  '.svg': 'image/svg+xml',
  '.html': 'text/html',
  '.nii': 'application/octet-stream',
  '.fasta': 'text/x-fasta',
  '.fastq': 'text/x-fastq',
  '.vcf': 'text/x-vcf',
}
