import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { cstrRegistry } from '../../src/ports/registrar.cstr.ts'
import { doiRegistry } from '../../src/ports/registrar.doi.ts'
import { portOf } from './port.ts'

type Doi = { state: 'draft' | 'registered' | 'findable'; attributes: Fields }
type Cstr = { template: string; metadata: Fields }

/** What happens to the next call instead of, or after, what it asked for. */
type Trouble =
  | { status: number; headers?: Record<string, string>; body?: object }
  | 'lost-after-commit'
  | 'silent'

const account = { account: 'GANSU.HEXI', password: 'word of the test registry' }
const client = { clientId: 'hexi', secret: 's'.repeat(32) }

/**
 * Two registries on 127.0.0.1 that speak their protocols: DataCite’s REST API over `/dois`, and the open interface of
 * CSTR. `trouble` is what befalls the next calls, one each.
 */
export async function startRegistries({ timeoutMs = 2000 } = {}) {
  const dois = new Map<string, Doi>()
  const cstrs = new Map<string, Cstr>()
  const troubles: Trouble[] = []
  const calls: string[] = []
  let password = account.password

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      response.writeHead(500).end(String(error))
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const endpoint = `http://127.0.0.1:${portOf(server)}`

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', endpoint)
    const text = Buffer.concat(await request.toArray()).toString()
    calls.push(`${request.method} ${decodeURIComponent(url.pathname)}`)
    const trouble = troubles.shift()
    if (trouble === 'silent') return
    if (typeof trouble === 'object') {
      response
        .writeHead(trouble.status, { 'content-type': 'application/json', ...trouble.headers })
        .end(JSON.stringify(trouble.body ?? {}))
      return
    }
    const { status, body } = url.pathname.startsWith('/dois')
      ? atDataCite(request, url, text)
      : atCstr(request, url, text)
    if (trouble === 'lost-after-commit') response.destroy()
    else
      response
        .writeHead(status, { 'content-type': 'application/json' })
        .end(body && JSON.stringify(body))
  }

  function atDataCite({ method = '', headers }: IncomingMessage, url: URL, text: string) {
    const key = Buffer.from(`${account.account}:${password}`).toString('base64')
    if (headers.authorization !== `Basic ${key}`)
      return { status: 401, body: errors('Bad credentials.') }
    const named = decodeURIComponent(url.pathname.slice('/dois/'.length))
    if (method === 'DELETE') return removed(named)
    if (headers['content-type'] !== 'application/vnd.api+json')
      return { status: 415, body: errors('Unsupported media type') }
    const { attributes } = JSON.parse(text).data
    const doi = named || attributes.doi
    if (method === 'POST' && dois.has(doi))
      return { status: 422, body: errors('This DOI has already been taken', 'doi') }
    return put(doi, attributes)
  }

  function removed(doi: string) {
    const known = dois.get(doi)
    if (!known)
      return { status: 404, body: errors('The resource you are looking for doesn’t exist.') }
    if (known.state !== 'draft') return { status: 405, body: errors('Method not allowed') }
    dois.delete(doi)
    return { status: 204 }
  }

  /** DataCite’s states: publish → findable, register → registered from draft, hide → registered from findable. */
  function put(doi: string, { event, ...given }: Fields) {
    const before = dois.get(doi)
    const attributes = { ...before?.attributes, ...given }
    if ((event === 'publish' || event === 'register') && !isComplete(attributes))
      return { status: 422, body: errors('Missing child element(s).', 'creators') }
    const state = nextState(before?.state ?? 'draft', event)
    dois.set(doi, { state, attributes })
    return {
      status: before ? 200 : 201,
      body: { data: { id: doi, type: 'dois', attributes: { ...attributes, doi, state } } },
    }
  }

  function atCstr({ method, headers }: IncomingMessage, url: URL, text: string) {
    if (headers['clientid'] !== client.clientId || headers['secret'] !== client.secret)
      return { status: 200, body: { code: 401, msg: 'unauthorized' } }
    if (method === 'GET') {
      const known = cstrs.get(url.searchParams.get('identifier') ?? '')
      return { status: 200, body: { code: 200, data: known?.metadata ?? null } }
    }
    const template = url.searchParams.get('res_name') ?? ''
    const { prefix, metadatas } = JSON.parse(text)
    const [metadata] = metadatas
    const isNew = url.pathname.endsWith('/register')
    const refusal = refusalAtCstr({ template, prefix, metadata, isNew })
    if (refusal) return { status: 200, body: { code: 400, msg: refusal } }
    const before = cstrs.get(metadata.identifier)?.metadata
    cstrs.set(metadata.identifier, { template, metadata: { ...before, ...metadata } })
    return { status: 200, body: { code: 200, data: { task_id: '1' } } }
  }

  type Sent = { template: string; prefix: string; metadata: Fields; isNew: boolean }
  function refusalAtCstr({ template, prefix, metadata, isNew }: Sent): string | undefined {
    if (!['v3_scientific_data', 'v3_equipment_data'].includes(template)) return 'unknown res_name'
    const identifier = String(metadata['identifier'])
    if (!identifier.startsWith(`${prefix}.`)) return 'foreign prefix'
    if (isNew && cstrs.has(identifier)) return 'identifier exists'
    if (!isNew) return cstrs.has(identifier) ? undefined : 'identifier unknown'
    const whole = ['titles', 'creators', 'publisher', 'publish_date', 'urls', 'cstr_state']
    return whole.find((name) => !isThere(metadata[name]))
  }

  return {
    dois,
    cstrs,
    calls,
    /** What befalls the next calls, one each. */
    trouble: (...next: Trouble[]) => void troubles.push(...next),
    changePassword: (next: string = account.password) => void (password = next),
    /** For a process of its own that registers DOIs. */
    env: {
      DOI_ENDPOINT: endpoint,
      DOI_PREFIX: '10.5072',
      DOI_ACCOUNT: account.account,
      DOI_PASSWORD: account.password,
    },
    registries: {
      doi: doiRegistry({ endpoint, prefix: '10.5072', ...account, timeoutMs }),
      cstr: cstrRegistry({
        endpoint,
        prefix: '31253.11',
        instrumentPrefix: '31253.18',
        ...client,
        timeoutMs,
      }),
    },
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

const errors = (title: string, source?: string) => ({
  errors: [{ title, ...(source && { source }) }],
})

type Fields = Record<string, unknown>

const isThere = (value: unknown) => (Array.isArray(value) ? value.length > 0 : Boolean(value))

/** What DataCite asks for before a DOI may be found. */
const isComplete = (attributes: Fields) =>
  ['creators', 'titles', 'publisher', 'publicationYear', 'types', 'url'].every((name) =>
    isThere(attributes[name]),
  )

function nextState(state: Doi['state'], event: unknown): Doi['state'] {
  if (event === 'publish') return 'findable'
  if (event === 'register') return state === 'draft' ? 'registered' : state
  if (event === 'hide') return state === 'findable' ? 'registered' : state
  return state
}
