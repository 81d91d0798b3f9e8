import { s3Objects } from '../../src/ports/objects.s3.ts'

type Bindings = Record<
  'S3_ENDPOINT' | 'S3_BUCKET' | 'S3_REGION' | 'S3_ACCESS_KEY_ID' | 'S3_SECRET_ACCESS_KEY',
  string
>

/** Does with the bucket, inside a Worker, what the app will ask of it; answers what it saw. */
const probe = {
  async fetch(_request: Request, env: Bindings): Promise<Response> {
    const objects = s3Objects({
      endpoint: env.S3_ENDPOINT,
      bucket: env.S3_BUCKET,
      region: env.S3_REGION,
      accessKeyId: env.S3_ACCESS_KEY_ID,
      secretAccessKey: env.S3_SECRET_ACCESS_KEY,
    })
    const about = { contentType: 'text/plain' }
    const bytes = new TextEncoder().encode('苜蓿')
    await objects.put('worker/whole', bytes, { ...about, sizeBytes: bytes.length })
    const twice = objects.put('worker/whole', bytes, { ...about, sizeBytes: bytes.length })
    const refusal = await twice.then(
      () => 'none',
      (error: unknown) => (error instanceof Error ? error.message : String(error)),
    )
    const found = await objects.find('worker/whole', { first: 0, last: 2 })
    const { uploadId } = await objects.startMultipart('worker/parts', about)
    const part = await objects.putPart('worker/parts', uploadId, 1, bytes, bytes.length)
    await objects.completeMultipart('worker/parts', uploadId, [part])
    const joined = await objects.find('worker/parts')
    return Response.json({
      missing: (await objects.find('worker/missing')) === undefined,
      refusal,
      range: await new Response(found?.body ?? null).text(),
      joined: await new Response(joined?.body ?? null).text(),
    })
  },
}

// oxlint-disable-next-line no-default-export -- what the runtime looks for
export default probe
