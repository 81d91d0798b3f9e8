const mebibyte = 1024 * 1024

/** A file of at most this size is sent in one piece, by a plain PUT. */
export const smallestPartBytes = 8 * mebibyte
export const mostParts = 10_000
/** What S3 keeps as one object: 5 TiB. */
export const mostFileBytes = 5 * 1024 ** 4
/** The part of such a file. */
export const mostPartBytes = Math.ceil(mostFileBytes / mostParts / mebibyte) * mebibyte
/** Files that are announced in one call. */
export const mostFilesAtOnce = 500

/** Sizes of a file and of each of its parts but the last. */
export type Parting = { sizeBytes: number; partSizeBytes: number }

/** 8 MiB, and more in whole MiB for files that would have over 10,000 parts. */
export const partSizeFor = (sizeBytes: number): number =>
  Math.max(smallestPartBytes, Math.ceil(sizeBytes / mostParts / mebibyte) * mebibyte)

/** An empty file is one empty part. */
export const partCountOf = ({ sizeBytes, partSizeBytes }: Parting): number =>
  Math.max(1, Math.ceil(sizeBytes / partSizeBytes))

/** Where a part lies in its file: from `start` up to `end`, which is not of it. Parts are numbered from 1. */
export function partAt({ sizeBytes, partSizeBytes }: Parting, number: number) {
  const start = (number - 1) * partSizeBytes
  const end = Math.min(start + partSizeBytes, sizeBytes)
  return { start, end, sizeBytes: end - start }
}

/** Files in the groups in which they are announced: many small ones together, each large one alone. */
export function groupsOf<File extends { sizeBytes: number }>(files: readonly File[]): File[][] {
  const groups: File[][] = []
  let small: File[] | undefined
  for (const file of files) {
    if (file.sizeBytes > smallestPartBytes) groups.push([file])
    else if (small && small.length < mostFilesAtOnce) small.push(file)
    else groups.push((small = [file]))
  }
  return groups
}
