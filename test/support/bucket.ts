import { convertV4MiniflareOptions, Miniflare } from 'miniflare'

/** Where Miniflare answers S3's protocol. */
export const localR2 = '/cdn-cgi/local/r2/s3'

/** A bucket that speaks the real S3 protocol, in memory, for as long as a test needs it. */
export async function startBucket() {
  const accessKeyId = 'hexi-test'
  const secretAccessKey = crypto.randomUUID()
  const miniflare = new Miniflare(
    convertV4MiniflareOptions({
      modules: true,
      script: 'export default { fetch: () => new Response() }',
      r2Buckets: { BUCKET: { id: 'objects', s3Credentials: { accessKeyId, secretAccessKey } } },
    }),
  )
  const origin = await miniflare.ready
  return {
    endpoint: new URL(localR2, origin).href,
    bucket: 'objects',
    region: 'auto',
    accessKeyId,
    secretAccessKey,
    stop: async () => miniflare.dispose(),
  }
}
