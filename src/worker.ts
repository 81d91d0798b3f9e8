import assets from '../dist/assets.json' with { type: 'json' }
import { createAppFor } from './app.ts'
import { baseMapIn, registriesOf } from './core/config.ts'
import { systemNow } from './core/time.ts'
import { type Connection, connect } from './ports/database.ts'
import { noImages } from './ports/images.none.ts'
import { sqlJobs } from './ports/jobs.ts'
import { s3Objects } from './ports/objects.s3.ts'
import { noPasswords } from './ports/passwords.none.ts'
import { registriesIn } from './ports/registrars.ts'
import type { Log, Services } from './web/services.ts'

/** What wrangler.toml binds, and the secrets that `wrangler secret put` sets. */
type Bindings = {
  HYPERDRIVE: { connectionString: string }
  S3_ENDPOINT: string
  S3_BUCKET: string
  S3_REGION: string
  S3_ACCESS_KEY_ID: string
  S3_SECRET_ACCESS_KEY: string
  HEXI_SECRET: string
  BASE_URL: string
  S3_REACHABLE?: string
  MAP_TILES?: string
  MAP_REVIEW_NUMBER?: string
  MAP_ATTRIBUTION?: string
  DOI_ENDPOINT?: string
  DOI_PREFIX?: string
  DOI_ACCOUNT?: string
  DOI_PASSWORD?: string
  CSTR_ENDPOINT?: string
  CSTR_PREFIX?: string
  CSTR_INSTRUMENT_PREFIX?: string
  CSTR_CLIENT_ID?: string
  CSTR_SECRET?: string
  HEXI_VISA_KEY?: string
  ADMIN_EMAIL?: string
}

type Runtime = { waitUntil(work: Promise<unknown>): void }

const log: Log = {
  info: (facts, message) => console.log(JSON.stringify({ level: 'info', message, ...facts })),
  warn: (facts, message) => console.warn(JSON.stringify({ level: 'warn', message, ...facts })),
  request: (facts) => console.log(JSON.stringify({ level: 'info', message: 'request', ...facts })),
  error: (facts, message) => console.error(JSON.stringify({ level: 'error', message, ...facts })),
}

const opened = new WeakMap<object, Services>()

const app = createAppFor(({ env }) => {
  const services = isObject(env) ? opened.get(env) : undefined
  if (!services) throw new Error('A request came in without its services.')
  return services
})

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

/**
 * The same app at the edge: pages, search, records and the API. Pictures are derived and jobs taken by a Node
 * process on the same database. A Worker may not share connections between requests: each opens its own to Hyperdrive.
 */
export default {
  async fetch(request: Request, env: Bindings, runtime: Runtime): Promise<Response> {
    const connection = connect({ connectionString: env.HYPERDRIVE.connectionString, max: 3 })
    const own = { ...env }
    opened.set(own, servicesOf(env, connection))
    let gone: Promise<void> = Promise.resolve()
    try {
      const followed = follow(await app.fetch(uncompressed(request), own))
      gone = followed.gone
      return followed.answer
    } finally {
      runtime.waitUntil(gone.then(() => connection.close()))
    }
  },
}

/** An answer, and when the last of it has gone: a file that is made while it is read asks the database until then. */
function follow(answer: Response): { answer: Response; gone: Promise<void> } {
  const { body, headers } = answer
  if (!body || headers.has('content-length')) return { answer, gone: Promise.resolve() }
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>()
  // Whoever stops reading ends it too.
  const gone = body.pipeTo(writable).catch(() => {})
  return { answer: new Response(readable, answer), gone }
}

/** The edge compresses what it sends; what the app had compressed it would compress once more. */
function uncompressed(request: Request): Request {
  const headers = new Headers(request.headers)
  headers.delete('accept-encoding')
  return new Request(request, { headers })
}

function servicesOf(env: Bindings, { db, reader, check }: Connection): Services {
  const baseMap = baseMapIn(env)
  return {
    db,
    reader,
    checkDatabase: check,
    objects: s3Objects({
      endpoint: env.S3_ENDPOINT,
      bucket: env.S3_BUCKET,
      region: env.S3_REGION,
      accessKeyId: env.S3_ACCESS_KEY_ID,
      secretAccessKey: env.S3_SECRET_ACCESS_KEY,
    }),
    ...(env.S3_REACHABLE === 'yes' && { redirectsFromBytes: 64 * 1024 ** 2 }),
    images: noImages,
    jobs: sqlJobs,
    passwords: noPasswords,
    log,
    now: systemNow,
    baseUrl: env.BASE_URL,
    ownHostOnly: true,
    secret: env.HEXI_SECRET,
    demo: false,
    trustProxy: true,
    assets,
    ...(baseMap && { baseMap }),
    registries: registriesIn(registriesOf(env)),
    ...(env.HEXI_VISA_KEY && { visaKey: env.HEXI_VISA_KEY }),
    ...(env.ADMIN_EMAIL && { adminEmail: env.ADMIN_EMAIL }),
  }
}
