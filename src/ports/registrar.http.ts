import { RegistryError } from '../core/registries.ts'

const timeoutMs = 30_000
const longestDetail = 500
/** Of an answer, no more than this is read. */
const mostBytes = 100_000

type Call = {
  url: string
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  headers: Readonly<Record<string, string>>
  body?: object
  timeoutMs?: number | undefined
}

/**
 * One call to a registry: its status and its answer, read as JSON where it is some. Throws a `RegistryError` for whatever
 * may be otherwise the next time; 404 and refusals of what was sent are the caller's to judge.
 */
export async function callRegistry({ url, method, headers, body, ...call }: Call) {
  const answer = await fetch(url, {
    method,
    headers: { accept: 'application/json', ...headers },
    ...(body && { body: JSON.stringify(body) }),
    redirect: 'manual',
    signal: AbortSignal.timeout(call.timeoutMs ?? timeoutMs),
  }).catch((error: unknown) => {
    throw unreached(error)
  })
  const text = await textOf(answer).catch((error: unknown) => {
    throw unreached(error)
  })
  const { status } = answer
  if (status === 401 || status === 403) throw new RegistryError('unauthorised', cut(text))
  if (status === 429) throw new RegistryError('busy', cut(text), retryAfter(answer))
  if (status >= 500 || status === 408 || (status >= 300 && status < 400))
    throw new RegistryError('unavailable', `${status} ${cut(text)}`, retryAfter(answer))
  return { status, text: cut(text), json: jsonOf(text) }
}

const unreached = (error: unknown) =>
  error instanceof Error && error.name === 'TimeoutError'
    ? new RegistryError('timeout', '')
    : new RegistryError('unavailable', error instanceof Error ? cut(causeOf(error)) : '')

/** `fetch failed` says nothing; its cause does. */
const causeOf = (error: Error) =>
  error.cause instanceof Error ? error.cause.message : error.message

async function textOf(answer: Response): Promise<string> {
  if (!answer.body) return ''
  const decoder = new TextDecoder()
  let text = ''
  for await (const chunk of answer.body) {
    text += decoder.decode(chunk, { stream: true })
    if (text.length > mostBytes) break
  }
  return text
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Seconds or a date; never in the past. */
function retryAfter(answer: Response): number | undefined {
  const asked = answer.headers.get('retry-after')
  if (asked === null) return undefined
  const seconds = /^\d+$/.test(asked) ? Number(asked) : (Date.parse(asked) - Date.now()) / 1000
  return Number.isFinite(seconds) ? Math.max(1, Math.ceil(seconds)) : undefined
}

/** Without what a database cannot keep. */
const cut = (text: string) => text.replaceAll('\u0000', '').slice(0, longestDetail)
