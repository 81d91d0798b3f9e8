/**
 * `Content-Disposition` that saves a file under the given name (RFC 6266): UTF-8 for those who read it, ASCII beside it.
 * Control characters, quotes and slashes never reach the header.
 */
export function attachmentNamed(name: string): string {
  const safe = name
    .toWellFormed()
    .normalize('NFC')
    .replaceAll(/[\p{Cc}"\\/]/gu, '_')
  const ascii = safe.replaceAll(/[^\x20-\x7e]/g, '_').replaceAll('%', '_')
  return `attachment; filename="${ascii}"; filename*=UTF-8''${percentEncoded(safe)}`
}

/** RFC 8187 leaves fewer characters bare than `encodeURIComponent` does. */
const percentEncoded = (text: string) =>
  encodeURIComponent(text).replaceAll(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  )
