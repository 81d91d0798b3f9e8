import { type Door, Refused } from '../model.ts'

/** Where a version's uploads are, and what the page says where nothing answers. */
export type DoorSettings = {
  /** `/api/v1/datasets/…/versions/1/` */
  base: string
  worker: string
  noAnswer: string
  unreadable: string
}

type BrowserDoor = Omit<Door, 'signal' | 'report'>

/** What sending needs, in a browser. */
export const browserDoor = (settings: DoorSettings, signal: AbortSignal): BrowserDoor => ({
  atOnce: 4,
  call: async (method, path, body) => call({ settings, signal }, { method, path, body }),
  put: putter(settings, signal),
  sha256: hasherOf(settings, signal),
  pause: async (ms) => pause(ms, signal),
})

/** Ends an upload by its name, if there is one; where nothing answers, it ends by itself in a week. */
export async function cancelNamed(settings: DoorSettings, name: string): Promise<void> {
  const asking = { settings, signal: new AbortController().signal }
  const ask = async (method: string, path: string) =>
    call(asking, { method, path, body: undefined }).catch(() => undefined)
  for (let after: string | null = ''; after !== null;) {
    const path: string = `uploads?limit=200${after && `&after=${encodeURIComponent(after)}`}`
    // oxlint-disable-next-line no-await-in-loop -- the next page is named by this one
    const found: Uploads | undefined = await ask('GET', path)
    const one = found?.items.find((item) => item.name.normalize('NFC') === name.normalize('NFC'))
    // oxlint-disable-next-line no-await-in-loop -- once
    if (one) await ask('DELETE', `uploads/${one.id}`)
    after = one ? null : (found?.next ?? null)
  }
}

type Uploads = { items: { id: string; name: string }[]; next: string | null }

type Asked = { method: string; path: string; body: object | undefined }
type Asking = { settings: DoorSettings; signal: AbortSignal }

async function call({ settings, signal }: Asking, { method, path, body }: Asked) {
  const sent = body && {
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }
  const answer = await fetch(`${settings.base}${path}`, { method, ...sent, signal }).catch(() => {
    signal.throwIfAborted()
    throw new Refused(undefined, inBoth(settings.noAnswer))
  })
  if (answer.ok) return answer.status === 204 ? undefined : answer.json()
  const problem: { detail?: string } = await answer.json().catch(() => ({}))
  throw new Refused(answer.status, inBoth(problem.detail ?? settings.noAnswer))
}

/** The server answers in the page's language. */
const inBoth = (text: string) => ({ zh: text, en: text })

/** A store that did not answer once, while the service did, is not tried again in this run: it has no CORS for us. */
function putter({ base }: DoorSettings, signal: AbortSignal): Door['put'] {
  const store = { failed: false, isOut: false }
  return async ({ url, headers, isOwn }, bytes, onSent) => {
    if (!isOwn && store.isOut) throw new TypeError('the store cannot be reached from here')
    try {
      const sent = { headers, bytes, onSent, signal }
      const answer = await put(isOwn ? `${base}${url}` : url, sent)
      if (!isOwn) refuseHiddenTag(url, answer.etag)
      store.isOut ||= isOwn && store.failed
      return answer
    } catch (error) {
      store.failed ||= !isOwn && navigator.onLine
      throw error
    }
  }
}

/** A part whose tag the page may not read cannot be joined where the store does not list its parts either. */
function refuseHiddenTag(url: string, etag: string | null): void {
  if (etag === null && url.includes('partNumber='))
    throw new TypeError('the store does not show its tags')
}

type Put = {
  headers: Record<string, string>
  bytes: Blob
  onSent: (bytes: number) => void
  signal: AbortSignal
}

/** `fetch` does not say how much has gone. */
const put = async (url: string, { headers, bytes, onSent, signal }: Put) =>
  new Promise<{ status: number; etag: string | null }>((resolve, reject) => {
    const request = new XMLHttpRequest()
    const stop = () => request.abort()
    request.open('PUT', url)
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value)
    request.upload.addEventListener('progress', ({ loaded }) => onSent(loaded))
    request.addEventListener('load', () => {
      const tag = /^etag:\s*(\S+)/im.exec(request.getAllResponseHeaders())?.[1]
      onSent(bytes.size)
      resolve({ status: request.status, etag: tag ?? null })
    })
    request.addEventListener('error', () => reject(new TypeError('no answer')))
    request.addEventListener('abort', () => reject(new DOMException('stopped', 'AbortError')))
    request.addEventListener('loadend', () => signal.removeEventListener('abort', stop))
    signal.addEventListener('abort', stop)
    // Without a type, the browser would send the file's own, which was not signed.
    request.send('content-type' in headers ? bytes : new Blob([bytes]))
  })

export type Hashing = { id: number; bytes: Blob }
export type Hashed = { id: number; sha256: string | null }

/** In a worker, so that the page stays quick; one for a run, begun with its first file and over with its signal. */
function hasherOf({ worker: address, unreadable }: DoorSettings, signal: AbortSignal) {
  const waiting = new Map<number, (answer: Hashed) => void>()
  let worker: Worker | undefined
  let last = 0
  const begin = () => {
    const begun = new Worker(address, { type: 'module' })
    begun.addEventListener('message', ({ data }: MessageEvent<Hashed>) => {
      waiting.get(data.id)?.(data)
      waiting.delete(data.id)
    })
    signal.addEventListener('abort', () => begun.terminate())
    return begun
  }
  return async (bytes: Blob) =>
    new Promise<string>((resolve, reject) => {
      const id = (last += 1)
      waiting.set(id, ({ sha256 }) => {
        if (sha256 === null) reject(new Refused(400, inBoth(unreadable)))
        else resolve(sha256)
      })
      signal.addEventListener('abort', () => reject(reasonOf(signal)))
      worker ??= begin()
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker's has none
      worker.postMessage({ id, bytes } satisfies Hashing)
    })
}

const reasonOf = ({ reason }: AbortSignal) =>
  reason instanceof Error ? reason : new DOMException('stopped', 'AbortError')

/** Ends early when the connection is back, or all is stopped. */
const pause = async (ms: number, signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    const end = () => {
      clearTimeout(timer)
      removeEventListener('online', end)
      signal.removeEventListener('abort', end)
      resolve()
    }
    const timer = setTimeout(end, ms)
    addEventListener('online', end)
    signal.addEventListener('abort', end)
  })
