/** The name under which a version is saved: letters and digits of its title, its number. */
export function archiveName(title: string, number: number): string {
  const words =
    title
      .normalize('NFC')
      .match(/[\p{L}\p{M}\p{N}]+/gu)
      ?.join('-') ?? ''
  return `${Array.from(words).slice(0, 60).join('') || 'dataset'}-v${number}.zip`
}

type Listed = { name: string; sha256: string }

/** A line as `sha256sum -c` reads it: names have neither line breaks nor backslashes. */
export const checksumLine = ({ name, sha256 }: Listed): string => `${sha256}  ${name}\n`

/** A line of a BagIt manifest (RFC 8493 §2.1.3), where `%` is written as `%25`. */
export const manifestLine = ({ name, sha256 }: Listed): string =>
  `${sha256}  data/${name.replaceAll('%', '%25')}\n`

/** An entry of an aria2 input file: where it is saved, and what it has to be. */
export const aria2Entry = (address: string, { name, sha256 }: Listed): string =>
  `${address}\n  out=${name}\n  checksum=sha-256=${sha256}\n`
