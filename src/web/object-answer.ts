import type { ObjectHead, Objects } from '../core/ports.ts'
import { assertedBytes } from '../ports/asserted-bytes.ts'
import { attachmentNamed } from '../ports/disposition.ts'

type Wish = {
  key: string
  /** Saved under this name; without it, shown. */
  downloadAs?: string
  cacheControl: string
  /** What is known of the object: the bytes are asserted while they go, and its hash is the ETag. */
  known?: { sizeBytes: number; sha256: string; contentType: string }
}

/**
 * An object as the answer to a GET or HEAD: streamed, with `Range`, `If-Range` and `If-None-Match`.
 * undefined when there is none. What people uploaded never runs as part of this site.
 */
export async function answerObject(
  request: Request,
  objects: Objects,
  wish: Wish,
): Promise<Response | undefined> {
  const head = await headOf(objects, wish)
  if (!head) return undefined
  const headers = headersOf(head, wish)
  if (isKnown(request, head)) return new Response(null, { status: 304, headers })
  const asked = isSameStill(request, head) ? (request.headers.get('range') ?? undefined) : undefined
  const range = rangeAsked(asked, head.sizeBytes)
  if (range === 'beyond') return beyond(head)
  const body = await bodyOf(request, objects, wish, range === 'whole' ? undefined : range)
  if (body === undefined) return undefined
  if (range === 'whole') {
    headers.set('content-length', String(head.sizeBytes))
    return new Response(body, { headers })
  }
  headers.set('content-length', String(range.last + 1 - range.first))
  headers.set('content-range', `bytes ${range.first}-${range.last}/${head.sizeBytes}`)
  return new Response(body, { status: 206, headers })
}

/** As it is stored, or as it is known to be; undefined where what is stored is not that. */
async function headOf(objects: Objects, { key, known }: Wish): Promise<ObjectHead | undefined> {
  const stored = await objects.findHead(key)
  if (!stored || !known) return stored
  if (known.sizeBytes !== stored.sizeBytes) return undefined
  return { ...stored, contentType: known.contentType, etag: known.sha256 }
}

const quoted = ({ etag }: ObjectHead) => `"${etag}"`

const headersOf = (head: ObjectHead, { downloadAs, cacheControl }: Wish) =>
  new Headers({
    'accept-ranges': 'bytes',
    'cache-control': cacheControl,
    'content-security-policy': "sandbox; default-src 'none'; style-src 'unsafe-inline'",
    'content-type': head.contentType,
    etag: quoted(head),
    'last-modified': head.modifiedAt.toUTCString(),
    'x-content-type-options': 'nosniff',
    ...(downloadAs !== undefined && { 'content-disposition': attachmentNamed(downloadAs) }),
  })

function isKnown({ headers }: Request, head: ObjectHead): boolean {
  const known = headers.get('if-none-match')?.split(',') ?? []
  return known.some((tag) => ['*', quoted(head)].includes(tag.trim().replace(/^W\//, '')))
}

/** A range of an older object would be glued to this one. */
function isSameStill({ headers }: Request, head: ObjectHead): boolean {
  const expected = headers.get('if-range')
  return expected === null || expected === quoted(head)
}

const beyond = (head: ObjectHead) =>
  new Response(null, { status: 416, headers: { 'content-range': `bytes */${head.sizeBytes}` } })

/** null for a HEAD; undefined when the object has gone in the meantime. */
async function bodyOf(
  request: Request,
  objects: Objects,
  { key, known }: Wish,
  range?: { first: number; last: number },
) {
  if (request.method === 'HEAD') return null
  const body = (await objects.find(key, range))?.body
  if (!body || !known) return body
  const sizeBytes = range ? range.last + 1 - range.first : known.sizeBytes
  const sha256 = sizeBytes === known.sizeBytes ? known.sha256 : undefined
  return assertedBytes(body, { sizeBytes, sha256 })
}

/**
 * What a `Range` header asks of a body of `sizeBytes` (RFC 9110 §14): one range, the whole, or nothing there.
 * Several ranges, other units and nonsense are answered with the whole, as the standard allows.
 */
export function rangeAsked(
  header: string | undefined,
  sizeBytes: number,
): { first: number; last: number } | 'whole' | 'beyond' {
  const [, from, to] = /^bytes=\s*(\d*)-(\d*)\s*$/i.exec(header ?? '') ?? []
  const asked = from ? between(Number(from), to) : lastBytes(Number(to ?? ''), sizeBytes)
  if (asked === undefined || (!from && !to)) return 'whole'
  const range = { first: asked.first, last: Math.min(asked.last, sizeBytes - 1) }
  return range.first > range.last ? 'beyond' : range
}

/** `bytes=5-9` or `bytes=5-`; undefined for an end before the beginning. */
function between(first: number, to: string | undefined) {
  const last = to ? Number(to) : Infinity
  return last < first ? undefined : { first, last }
}

/** `bytes=-5`. */
const lastBytes = (count: number, sizeBytes: number) => ({
  first: Math.max(0, sizeBytes - count),
  last: Infinity,
})
