import { unstable_startWorker } from 'wrangler'
import type { startBucket } from './bucket.ts'

type Outside = {
  databaseUrl: string
  bucket: Omit<Awaited<ReturnType<typeof startBucket>>, 'stop'>
  /** Another program than the house's own, in the same runtime with the same settings. */
  entry?: string
}

/** The Worker of wrangler.toml in the real runtime, with its database and bucket put in. */
export async function startHexiWorker({ databaseUrl, bucket, entry }: Outside) {
  process.env['WRANGLER_SEND_METRICS'] = 'false'
  // What stands behind the binding HYPERDRIVE of wrangler.toml, as `wrangler dev` is told it.
  process.env['CLOUDFLARE_HYPERDRIVE_LOCAL_CONNECTION_STRING_HYPERDRIVE'] =
    withPassword(databaseUrl)
  const worker = await unstable_startWorker({
    config: 'wrangler.toml',
    ...(entry && { entrypoint: entry }),
    bindings: {
      S3_ENDPOINT: text(bucket.endpoint),
      S3_BUCKET: text(bucket.bucket),
      S3_REGION: text(bucket.region),
      S3_ACCESS_KEY_ID: text(bucket.accessKeyId),
      S3_SECRET_ACCESS_KEY: text(bucket.secretAccessKey),
      HEXI_SECRET: text('a secret of the worker’s tests, known to nothing else'),
      BASE_URL: text('http://hexi.test'),
    },
    dev: {
      watch: false,
      liveReload: false,
      persist: false,
      logLevel: 'error',
      inspector: false,
      server: { hostname: '127.0.0.1', port: 0 },
    },
  })
  await worker.ready
  return worker
}

const text = (value: string) => ({ type: 'plain_text' as const, value })

/** Hyperdrive wants a password in the address, also where the server asks for none. */
function withPassword(address: string): string {
  const url = new URL(address)
  url.password ||= 'none'
  return url.toString()
}
