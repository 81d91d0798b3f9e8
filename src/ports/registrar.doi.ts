import { z } from 'zod'
import type { DoiConfig } from '../core/config.ts'
import { type Registry, RegistryError, type RegistryEntry } from '../core/registries.ts'
import { callRegistry } from './registrar.http.ts'

type Options = DoiConfig & { timeoutMs?: number }

/** A registry of DOIs that speaks DataCite's REST API (JSON:API over `/dois`, basic authentication). */
export function doiRegistry(options: Options): Registry {
  return { prefixFor: () => options.prefix, tell: async (entry) => tell(options, entry) }
}

async function tell(options: Options, entry: RegistryEntry): Promise<void> {
  if (entry.as === 'released') return release(options, entry.value)
  if (entry.as === 'reserved') {
    await put(options, entry.value, {})
    return
  }
  const about = { ...entry.metadata, url: entry.address }
  const event = entry.as === 'registered' ? 'publish' : 'hide'
  const state = await put(options, entry.value, { ...about, event })
  // What was never findable cannot be hidden: it is registered as what it is, and leads to its tombstone.
  if (event === 'hide' && state === 'draft')
    await put(options, entry.value, { ...about, event: 'register' })
}

/** PUT makes what is not there; where a registry will not, POST does. Both are the same done twice. */
async function put(options: Options, doi: string, attributes: object): Promise<string | undefined> {
  const body = { data: { type: 'dois', attributes: { ...attributes, doi } } }
  const whole = await call(options, { method: 'PUT', path: `/${pathOf(doi)}`, body })
  const { status, text, json } =
    whole.status === 404 ? await call(options, { method: 'POST', path: '', body }) : whole
  if (status >= 400) throw new RegistryError('refused', titleIn(json) ?? text)
  return Answer.safeParse(json).data?.data.attributes.state
}

/** Only a draft can be deleted; one that is gone, or was never there, is as asked. */
async function release(options: Options, doi: string): Promise<void> {
  const { status, text, json } = await call(options, { method: 'DELETE', path: `/${pathOf(doi)}` })
  if (status >= 400 && status !== 404) throw new RegistryError('refused', titleIn(json) ?? text)
}

type Asked = { method: 'PUT' | 'POST' | 'DELETE'; path: string; body?: object }

const call = ({ endpoint, account, password, timeoutMs }: Options, { path, ...asked }: Asked) =>
  callRegistry({
    ...asked,
    url: `${endpoint}/dois${path}`,
    timeoutMs,
    headers: {
      authorization: `Basic ${btoa(`${account}:${password}`)}`,
      ...(asked.body && { 'content-type': 'application/vnd.api+json' }),
    },
  })

/** The slash between prefix and suffix stays one. */
const pathOf = (doi: string) => doi.split('/').map(encodeURIComponent).join('/')

const Answer = z.looseObject({
  data: z.looseObject({ attributes: z.looseObject({ state: z.string().optional() }) }),
})

const Errors = z.looseObject({
  errors: z.array(z.looseObject({ title: z.string(), source: z.unknown().optional() })).min(1),
})

/** `creators: Missing child element(s).` */
function titleIn(json: unknown): string | undefined {
  const read = Errors.safeParse(json)
  return read.data?.errors
    .map(({ title, source }) => (typeof source === 'string' ? `${source}: ${title}` : title))
    .join(' · ')
    .slice(0, 500)
}
