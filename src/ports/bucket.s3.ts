import {
  HeadObjectCommand,
  S3Client,
  type S3ClientConfig,
  S3ServiceException,
} from '@aws-sdk/client-s3'
import { FetchHttpHandler } from '@smithy/fetch-http-handler'
import type { Bytes, ObjectHead } from '../core/ports.ts'
import { checkedKey, unquoted } from './object-keys.ts'

export type BucketSettings = {
  endpoint: string
  bucket: string
  region: string
  accessKeyId: string
  secretAccessKey: string
  /** Whether a presigned PUT binds its content type. Ceph wants it, others keep to it. Default true. */
  signsContentType?: boolean
  /** Whether the store knows `If-None-Match: *` on a write; where not, a HEAD before it has to do. Default true. */
  refusesOverwrite?: boolean
}

/** How the client speaks HTTP: by `fetch` where nothing else is named. */
export type Requests = NonNullable<S3ClientConfig['requestHandler']>

export type Bucket = Required<BucketSettings> & { client: S3Client }

/** Checksums only where an operation requires them: not every store knows them, and no browser sends them. */
export function openBucket(
  settings: BucketSettings,
  requestHandler: Requests = new FetchHttpHandler(),
): Bucket {
  const { endpoint, region, accessKeyId, secretAccessKey } = settings
  const client = new S3Client({
    endpoint,
    region,
    credentials: { accessKeyId, secretAccessKey },
    forcePathStyle: true,
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    requestHandler,
    // A store that does not know it would keep each write waiting.
    expectContinueHeader: false,
    logger: silence,
  })
  return { signsContentType: true, refusesOverwrite: true, ...settings, client }
}

const nothing = () => {}

/** Whatever goes wrong is thrown; the client's own lines on the console would say it twice. */
const silence = { trace: nothing, debug: nothing, info: nothing, warn: nothing, error: nothing }

/** Bucket and key, as every command names them. */
export const at = ({ bucket }: Bucket, key: string) => ({ Bucket: bucket, Key: checkedKey(key) })

/** Asks the store to refuse a taken key itself, where it can. */
export const onlyNew = ({ refusesOverwrite }: Bucket) => refusesOverwrite && { IfNoneMatch: '*' }

/** `mark` is what an upload in parts wrote beside its object. */
export async function findHead(
  bucket: Bucket,
  key: string,
): Promise<(ObjectHead & { mark?: string }) | undefined> {
  const head = await unlessStatus(404, bucket.client.send(new HeadObjectCommand(at(bucket, key))))
  if (!head) return undefined
  const mark = head.Metadata?.['upload']
  return { ...headIn(head, head.ContentLength), ...(mark !== undefined && { mark }) }
}

type Headers = {
  ContentType?: string | undefined
  ETag?: string | undefined
  LastModified?: Date | undefined
}

export const headIn = (headers: Headers, sizeBytes: number | undefined): ObjectHead => ({
  sizeBytes: sizeBytes ?? 0,
  contentType: headers.ContentType ?? 'application/octet-stream',
  etag: unquoted(headers.ETag ?? ''),
  modifiedAt: headers.LastModified ?? new Date(0),
})

/** undefined when the store answers with `status`; every other failure throws. */
export async function unlessStatus<T>(status: number, work: Promise<T>): Promise<T | undefined> {
  try {
    return await work
  } catch (error) {
    if (statusOf(error) === status) return undefined
    throw error
  }
}

export const statusOf = (error: unknown): number | undefined =>
  error instanceof S3ServiceException ? error.$metadata.httpStatusCode : undefined

/** 412: somebody was first. 409: somebody is writing at this moment. */
export const isTaken = (error: unknown) => [409, 412].includes(statusOf(error) ?? 0)

type SizedStream = new (sizeBytes: number) => TransformStream<Uint8Array, Uint8Array>

/** A Worker's fetch tells a stream's length only from its own kind of stream; Node's takes the header. */
export function ofSize(body: Uint8Array | Bytes, sizeBytes: number): Uint8Array | Bytes {
  if (body instanceof Uint8Array) return body
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a Worker's own global, unknown to the DOM's types
  const { FixedLengthStream } = globalThis as { FixedLengthStream?: SizedStream }
  return FixedLengthStream ? body.pipeThrough(new FixedLengthStream(sizeBytes)) : body
}
