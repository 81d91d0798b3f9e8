import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  ListPartsCommand,
  S3ServiceException,
  UploadPartCommand,
} from '@aws-sdk/client-s3'
import type { Objects, StoredPart } from '../core/ports.ts'
import {
  at,
  type Bucket,
  findHead,
  isTaken,
  ofSize,
  onlyNew,
  statusOf,
  unlessStatus,
} from './bucket.s3.ts'
import {
  checkedPartNumber,
  noUpload,
  objectExists,
  orderedParts,
  partMissing,
  unquoted,
} from './object-keys.ts'

type Multipart = Pick<
  Objects,
  'startMultipart' | 'putPart' | 'findParts' | 'completeMultipart' | 'abortMultipart'
>

/**
 * Uploads in parts. Our upload id is a mark of our own and the store's id: the mark is written beside the object,
 * so that a second completion knows its first one whatever the store remembers.
 */
export function partsIn(bucket: Bucket): Multipart {
  return {
    async startMultipart(key, { contentType }) {
      if (await findHead(bucket, key)) throw objectExists(key)
      const mark = crypto.randomUUID()
      const { UploadId = '' } = await bucket.client.send(
        new CreateMultipartUploadCommand({
          ...at(bucket, key),
          ContentType: contentType,
          Metadata: { upload: mark },
        }),
      )
      return { uploadId: `${mark}.${UploadId}` }
    },
    async putPart(key, uploadId, number, body, sizeBytes) {
      const command = new UploadPartCommand({
        ...at(bucket, key),
        UploadId: storesId(uploadId),
        PartNumber: checkedPartNumber(number),
        Body: ofSize(body, sizeBytes),
        ContentLength: sizeBytes,
      })
      const stored = await unlessStatus(404, bucket.client.send(command))
      if (!stored) throw noUpload()
      return { number, etag: unquoted(stored.ETag ?? '') }
    },
    findParts: async (key, uploadId) => findParts(bucket, key, uploadId),
    completeMultipart: async (key, uploadId, parts) => complete(bucket, { key, uploadId, parts }),
    async abortMultipart(key, uploadId) {
      const upload = { ...at(bucket, key), UploadId: storesId(uploadId) }
      await unlessStatus(404, bucket.client.send(new AbortMultipartUploadCommand(upload)))
    },
  }
}

/** A thousand at a time, as S3 answers them. */
async function findParts(
  bucket: Bucket,
  key: string,
  uploadId: string,
): Promise<StoredPart[] | undefined> {
  const parts: StoredPart[] = []
  for (let after: string | undefined = '0'; after !== undefined;) {
    const command: ListPartsCommand = new ListPartsCommand({
      ...at(bucket, key),
      UploadId: storesId(uploadId),
      PartNumberMarker: after,
    })
    // oxlint-disable-next-line no-await-in-loop -- the next page is named by this one
    const page = await unlessStatus(404, bucket.client.send(command)).catch(unlessUnknown)
    if (page === 'unknown') return undefined
    if (!page) return []
    for (const { PartNumber: number = 0, ETag = '', Size: sizeBytes = 0 } of page.Parts ?? [])
      parts.push({ number, etag: unquoted(ETag), sizeBytes })
    after = page.IsTruncated ? page.NextPartNumberMarker : undefined
  }
  return parts
}

/** 405, 501: small stores know uploads in parts and not this question about them. */
function unlessUnknown(error: unknown): 'unknown' {
  if ([405, 501].includes(statusOf(error) ?? 0)) return 'unknown'
  throw error
}

/** The store's own id of an upload, from ours. */
export const storesId = (uploadId: string) => uploadId.slice(uploadId.indexOf('.') + 1)

const markOf = (uploadId: string) => uploadId.slice(0, uploadId.indexOf('.'))

type Completion = {
  key: string
  uploadId: string
  parts: Parameters<Objects['completeMultipart']>[2]
}

async function complete(bucket: Bucket, completion: Completion): Promise<{ etag: string }> {
  const before = await findDone(bucket, completion)
  if (before) return before
  try {
    return await joinParts(bucket, completion)
  } catch (error) {
    const meanwhile = await findDone(bucket, completion)
    if (!meanwhile) throw refusalOf(error, completion.key)
    return meanwhile
  }
}

/** What an earlier completion answered; refuses when the key went to another upload. */
async function findDone(bucket: Bucket, { key, uploadId }: Completion) {
  const head = await findHead(bucket, key)
  if (head && head.mark !== markOf(uploadId)) throw objectExists(key)
  return head && { etag: head.etag }
}

async function joinParts(bucket: Bucket, { key, uploadId, parts }: Completion) {
  const command = new CompleteMultipartUploadCommand({
    ...at(bucket, key),
    UploadId: storesId(uploadId),
    MultipartUpload: {
      Parts: orderedParts(parts).map(({ number, etag }) => ({
        PartNumber: number,
        ETag: `"${etag}"`,
      })),
    },
    ...onlyNew(bucket),
  })
  const { ETag = '' } = await bucket.client.send(command)
  return { etag: unquoted(ETag) }
}

/** The store's names of what can go wrong with parts, in ours. */
function refusalOf(error: unknown, key: string): unknown {
  if (isTaken(error)) return objectExists(key)
  if (!(error instanceof S3ServiceException)) return error
  if (error.name === 'NoSuchUpload') return noUpload()
  return error.name === 'InvalidPart' ? partMissing() : error
}
