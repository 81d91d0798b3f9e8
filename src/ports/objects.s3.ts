import {
  DeleteObjectCommand,
  GetObjectCommand,
  PutObjectCommand,
  UploadPartCommand,
} from '@aws-sdk/client-s3'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'
import type { ByteRange, Bytes, ObjectBody, Objects } from '../core/ports.ts'
import {
  at,
  type Bucket,
  type BucketSettings,
  findHead,
  headIn,
  isTaken,
  ofSize,
  onlyNew,
  openBucket,
  type Requests,
  statusOf,
  unlessStatus,
} from './bucket.s3.ts'
import { attachmentNamed } from './disposition.ts'
import {
  checkedPartNumber,
  checkedRange,
  objectExists,
  rangeBeyondEnd,
  unquoted,
} from './object-keys.ts'
import { filledFrom } from './pieces.ts'
import { partsIn, storesId } from './parts.s3.ts'

export type { BucketSettings } from './bucket.s3.ts'

/** Any S3-compatible bucket, by fetch alone where nothing else is named: so in a Worker. */
export function s3Objects(settings: BucketSettings, requests?: Requests): Objects {
  const bucket = openBucket(settings, requests)
  return {
    ...wholeIn(bucket),
    ...partsIn(bucket),
    ...addressesOf(bucket),
    /** A bucket that can be read may still refuse to be written to: over its quota, or with another key. */
    async check() {
      const probe = { Bucket: bucket.bucket, Key: 'check', Body: 'Hexi can write here.' }
      await bucket.client.send(new PutObjectCommand(probe), {
        abortSignal: AbortSignal.timeout(5_000),
      })
    },
  }
}

function wholeIn(
  bucket: Bucket,
): Pick<Objects, 'put' | 'findHead' | 'findSize' | 'find' | 'readInto' | 'remove'> {
  return {
    put: async (key, body, about) => put(bucket, { key, body, ...about }),
    async findHead(key) {
      const found = await findHead(bucket, key)
      if (!found) return undefined
      const { mark: _, ...head } = found
      return head
    },
    findSize: async (key) => (await findHead(bucket, key))?.sizeBytes,
    find: async (key, range) => find(bucket, key, range),
    async readInto(key, into) {
      const found = await find(bucket, key)
      return found && filledFrom(found.body, into)
    },
    async remove(key) {
      await bucket.client.send(new DeleteObjectCommand(at(bucket, key)))
    },
  }
}

type NewObject = {
  key: string
  body: Uint8Array | Bytes
  contentType: string
  sizeBytes: number
}

async function put(bucket: Bucket, { key, body, contentType, sizeBytes }: NewObject) {
  if (await findHead(bucket, key)) throw objectExists(key)
  const command = new PutObjectCommand({
    ...at(bucket, key),
    Body: ofSize(body, sizeBytes),
    ContentLength: sizeBytes,
    ContentType: contentType,
    ...onlyNew(bucket),
  })
  try {
    const { ETag = '' } = await bucket.client.send(command)
    return { etag: unquoted(ETag) }
  } catch (error) {
    throw isTaken(error) ? objectExists(key) : error
  }
}

async function find(
  bucket: Bucket,
  key: string,
  asked?: ByteRange,
): Promise<ObjectBody | undefined> {
  const Range = asked && `bytes=${asked.first}-${checkedRange(asked).last ?? ''}`
  const command = new GetObjectCommand({ ...at(bucket, key), ...(Range && { Range }) })
  const found = await unlessStatus(404, bucket.client.send(command).catch(refuseRange))
  if (!found?.Body) return undefined
  const body: Bytes = found.Body.transformToWebStream()
  if (!asked) return { ...headIn(found, found.ContentLength), body }
  const { sizeBytes, ...range } = rangeIn(found.ContentRange ?? '')
  return { ...headIn(found, sizeBytes), body, range }
}

function refuseRange(error: unknown): never {
  throw statusOf(error) === 416 ? rangeBeyondEnd() : error
}

/** `bytes 0-99/1234`, as the store answers a range. */
function rangeIn(contentRange: string) {
  const [, first, last, sizeBytes] = /^bytes (\d+)-(\d+)\/(\d+)$/.exec(contentRange) ?? []
  if (sizeBytes === undefined) throw new Error(`The bucket did not answer a range: ${contentRange}`)
  return { first: Number(first), last: Number(last), sizeBytes: Number(sizeBytes) }
}

type Addresses = Pick<Objects, 'signedGet' | 'signedPut' | 'signedPart' | 'signedPutOverwrites'>

function addressesOf(bucket: Bucket): Addresses {
  const { client, signsContentType } = bucket
  return {
    // Conditions on a write would have to be signed and sent as a header, which neither every store nor a bucket's
    // CORS rules have to allow.
    signedPutOverwrites: true,
    async signedGet(key, { seconds, downloadAs }) {
      const saved = downloadAs !== undefined && {
        ResponseContentDisposition: attachmentNamed(downloadAs),
      }
      const command = new GetObjectCommand({ ...at(bucket, key), ...saved })
      return getSignedUrl(client, command, { expiresIn: seconds })
    },
    async signedPut(key, { seconds, contentType }) {
      const typed = signsContentType && contentType !== undefined && { ContentType: contentType }
      const command = new PutObjectCommand({ ...at(bucket, key), ...typed })
      const address = await getSignedUrl(client, command, {
        expiresIn: seconds,
        // The client names a type of its own where none is given, and would sign it.
        ...(typed && { signableHeaders: new Set(['content-type']) }),
      })
      return { address, headers: headersToSend(bucket, contentType) }
    },
    async signedPart(key, uploadId, number, { seconds }) {
      const part = { UploadId: storesId(uploadId), PartNumber: checkedPartNumber(number) }
      const command = new UploadPartCommand({ ...at(bucket, key), ...part })
      return getSignedUrl(client, command, { expiresIn: seconds })
    },
  }
}

/** What the signature covers beside the address; the store refuses a PUT that leaves it out. */
const headersToSend = (bucket: Bucket, contentType?: string): Record<string, string> =>
  contentType === undefined || !bucket.signsContentType ? {} : { 'content-type': contentType }
