import { hexOf } from '../core/secrets.ts'

/** What one signed address lets its holder do: one act, on one key. */
export type SignedAct =
  | { op: 'get'; key: string; downloadAs?: string }
  | { op: 'put'; key: string; contentType?: string }
  | { op: 'part'; key: string; uploadId: string; number: number }

type SignedReading = SignedAct | { refused: 'expired' | 'forged' }

export type AddressSigner = {
  /** The path and query of an address that holds until `expires` (seconds since 1970). */
  sign(act: SignedAct, expires: number): Promise<string>
  /** What an address allows at `nowMs`. Any character changed, added or left out is a forgery. */
  verifySigned(address: URL, nowMs: number): Promise<SignedReading>
}

/** Where the app serves the filesystem store. */
export const signedPath = '/_objects/'

/** Signs and reads addresses by HMAC-SHA-256 over key and query; pure Web Crypto. */
export function addressSigner(secret: string): AddressSigner {
  let imported: Promise<CryptoKey> | undefined
  const hmac = () => (imported ??= importKey(secret))
  return {
    async sign(act, expires) {
      const query = queryOf(act, expires)
      const signature = await crypto.subtle.sign('HMAC', await hmac(), signedText(act.key, query))
      query.set('signature', hexOf(new Uint8Array(signature)))
      return `${signedPath}${act.key}?${query.toString()}`
    },
    async verifySigned(address, nowMs) {
      const key = keyIn(address)
      const query = new URLSearchParams(address.search)
      const signature = bytesOfHex(query.get('signature') ?? '')
      query.delete('signature')
      const isOurs = await crypto.subtle.verify(
        'HMAC',
        await hmac(),
        signature,
        signedText(key, query),
      )
      if (!isOurs) return { refused: 'forged' }
      return Number(query.get('expires')) * 1000 > nowMs
        ? actIn(key, query)
        : { refused: 'expired' }
    },
  }
}

const importKey = (secret: string) =>
  crypto.subtle.importKey(
    'raw',
    new TextEncoder().encode(secret),
    { name: 'HMAC', hash: 'SHA-256' },
    false,
    ['sign', 'verify'],
  )

function queryOf(act: SignedAct, expires: number): URLSearchParams {
  const query = new URLSearchParams({ op: act.op, expires: String(expires) })
  if (act.op === 'get' && act.downloadAs !== undefined) query.set('name', act.downloadAs)
  if (act.op === 'put' && act.contentType !== undefined) query.set('type', act.contentType)
  if (act.op === 'part') {
    query.set('upload', act.uploadId)
    query.set('number', String(act.number))
  }
  return query
}

/** The secret signs other things too: the first line keeps their signatures apart. */
function signedText(key: string, query: URLSearchParams): Uint8Array<ArrayBuffer> {
  query.sort()
  return new TextEncoder().encode(`object address\n${key}\n${query.toString()}`)
}

const keyIn = ({ pathname }: URL) =>
  pathname.slice(pathname.indexOf(signedPath) + signedPath.length)

/** No bytes at all for what is not hexadecimal through and through. */
const bytesOfHex = (hex: string) =>
  Uint8Array.from((/^[0-9a-f]{64}$/.test(hex) && hex.match(/../g)) || [], (pair) =>
    Number.parseInt(pair, 16),
  )

/** The query's signature was ours, so its shape is the one of {@link queryOf}. */
function actIn(key: string, query: URLSearchParams): SignedAct {
  const op = query.get('op')
  if (op === 'part') {
    return { op, key, uploadId: query.get('upload') ?? '', number: Number(query.get('number')) }
  }
  const contentType = query.get('type')
  if (op === 'put') return { op, key, ...(contentType !== null && { contentType }) }
  const downloadAs = query.get('name')
  return { op: 'get', key, ...(downloadAs !== null && { downloadAs }) }
}
