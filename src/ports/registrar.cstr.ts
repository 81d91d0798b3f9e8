import { z } from 'zod'
import type { CstrConfig } from '../core/config.ts'
import {
  type Registry,
  RegistryError,
  type RegistryEntry,
  type RegistryFailure,
} from '../core/registries.ts'
import { callRegistry } from './registrar.http.ts'

type Options = CstrConfig & { timeoutMs?: number }

/** Templates of the platform by kind; there is none for germplasm or samples. */
const templates: Readonly<Record<string, string>> = {
  dataset: 'v3_scientific_data',
  instrument: 'v3_equipment_data',
}

/** `1`: it resolves, and what it names is not to be had any more. `2`: it is. */
const stateCodes = { registered: '2', withdrawn: '1' } as const

/** The platform of China Science and Technology Resource identifiers (GB/T 32843), by its open interface, version 3. */
export function cstrRegistry(options: Options): Registry {
  const { prefix, instrumentPrefix } = options
  const prefixes: Readonly<Record<string, string | undefined>> = {
    dataset: prefix,
    instrument: instrumentPrefix,
  }
  return { prefixFor: (kind) => prefixes[kind], tell: async (entry) => tell(options, entry) }
}

async function tell(options: Options, entry: RegistryEntry): Promise<void> {
  // It knows no drafts: nothing is reserved at it, and nothing has to be let go.
  if (entry.as === 'reserved' || entry.as === 'released') return
  const template = templates[entry.kind]
  if (!template) throw new RegistryError('refused', `no template for ${entry.kind}`)
  const metadata = {
    ...entry.metadata,
    identifier: entry.value,
    urls: [entry.address],
    cstr_state: stateCodes[entry.as],
  }
  // An answer may be lost after the identifier was registered: what is known there is updated.
  const isKnown = await knows(options, entry.value)
  await send(options, isKnown ? 'update' : 'register', { template, metadata })
}

async function knows(options: Options, value: string): Promise<boolean> {
  const { endpoint, timeoutMs } = options
  const { status, json } = await callRegistry({
    url: `${endpoint}/openapi/v3/portal/api/detail?identifier=${encodeURIComponent(value)}`,
    method: 'GET',
    headers: credentials(options),
    timeoutMs,
  })
  const answer = Answer.safeParse(json).data
  return status < 300 && isGood(answer) && answer?.data !== null && answer?.data !== undefined
}

type Sent = { template: string; metadata: object }

async function send(
  options: Options,
  verb: 'register' | 'update',
  { template, metadata }: Sent,
): Promise<void> {
  const { endpoint, prefix, timeoutMs } = options
  const { status, text, json } = await callRegistry({
    url: `${endpoint}/openapi/v3/api/${verb}?res_name=${template}`,
    method: 'POST',
    headers: { ...credentials(options), 'content-type': 'application/json' },
    // The code of the registrant: what stands before the first dot.
    body: { prefix: prefix.split('.')[0], metadatas: [metadata] },
    timeoutMs,
  })
  const answer = Answer.safeParse(json).data
  if (status >= 300 || !isGood(answer)) throw refusalOf(answer, text)
}

const credentials = ({ clientId, secret }: Options) => ({ clientId, secret })

/** The platform answers 200 to refusals too: its own code says more. */
const Answer = z.looseObject({
  code: z.union([z.number(), z.string()]).optional(),
  msg: z.string().optional(),
  message: z.string().optional(),
  data: z.unknown().optional(),
})
type Answer = z.output<typeof Answer>

const isGood = (answer: Answer | undefined) =>
  answer?.code === undefined || ['0', '200'].includes(String(answer.code))

function refusalOf(answer: Answer | undefined, text: string): RegistryError {
  const detail = (answer?.msg ?? answer?.message ?? text).slice(0, 500)
  return new RegistryError(failureOf(Number(answer?.code)), detail)
}

/** As HTTP means them. */
function failureOf(code: number): RegistryFailure {
  if (code === 401 || code === 403) return 'unauthorised'
  if (code === 429) return 'busy'
  return code >= 500 && code < 600 ? 'unavailable' : 'refused'
}
