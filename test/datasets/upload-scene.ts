import { createHash, randomBytes } from 'node:crypto'
import { Logger, runOnce } from 'graphile-worker'
import { z } from 'zod'
import type { JobName, Objects } from '../../src/core/ports.ts'
import { createJobs } from '../../src/jobs.ts'
import type { Services } from '../../src/web/services.ts'
import { testHouse } from '../support/house.ts'
import type { Store } from '../support/stores.ts'
import { addDataset } from './scene.ts'

export const mebibyte = 1024 * 1024

export const One = z.looseObject({
  id: z.string(),
  name: z.string(),
  state: z.string(),
  partSizeBytes: z.int(),
  partCount: z.int(),
  receivedCount: z.int(),
  failure: z.object({ en: z.string() }).nullable(),
  parts: z
    .array(
      z.object({ number: z.int(), url: z.string(), headers: z.record(z.string(), z.string()) }),
    )
    .default([]),
})
export type Sent = z.output<typeof One>
export const Items = z.object({ items: z.array(One) })

export const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
export const bytesOf = (size: number) => Uint8Array.from(randomBytes(size))

/** A house with a draft version, whose bytes are in a store, and a sender's view of it. */
export async function uploadHouse(
  { objects, servesObjects }: Store,
  changes: Partial<Services> = {},
) {
  const seen = new Set<string>()
  const house = await testHouse({ ...changes, objects: remembering(objects, seen), servesObjects })
  const { app, services, url, db } = house
  const draft = await addDataset(house, { files: {}, state: 'draft' })
  const at = `/api/v1/datasets/${draft.id}/versions/${draft.number}`
  const curator = house.as('demo-curator')
  const post = async (path: string, body: object) => {
    const answer = await curator.post(`${at}/${path}`, body)
    return { status: answer.status, body: await bodyOf(answer) }
  }
  const handlers = createJobs(services)
  const put = async (part: Sent['parts'][number], bytes: Uint8Array) => {
    const init = { method: 'PUT', headers: part.headers, body: Uint8Array.from(bytes) }
    // The embedded store asks for a length, as HTTP would send it.
    const answer = part.url.startsWith('/')
      ? await app.request(part.url, {
          ...init,
          headers: { ...part.headers, 'content-length': String(bytes.length) },
        })
      : await fetch(part.url, init)
    await answer.text()
    return { status: answer.status, etag: answer.headers.get('etag') ?? '' }
  }
  const begin = async (name: string, sizeBytes: number, more: object = {}) => {
    const { status, body } = await post('uploads', { name, sizeBytes, ...more })
    if (status !== 201) throw new Error(`${status} ${JSON.stringify(body)}`)
    return One.parse(body)
  }
  const uploadOf = async (id: string) =>
    One.parse(await bodyOf(await curator.get(`${at}/uploads/${id}`)))
  const sendParts = async (upload: Sent, bytes: Uint8Array) =>
    Promise.all(
      upload.parts.map(async (part) => {
        const start = (part.number - 1) * upload.partSizeBytes
        const slice = bytes.subarray(start, start + upload.partSizeBytes)
        const { etag } = await put(part, slice)
        return { number: part.number, etag }
      }),
    )
  const workOff = async (...names: JobName[]) => {
    await runOnce({
      connectionString: url,
      taskList: Object.fromEntries(
        (['verify_upload', 'clear_uploads', 'remove_objects', 'expire_uploads'] as const)
          .filter((name) => names.length === 0 || names.includes(name))
          // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the queue gives back what was put in
          .map((name) => [name, (payload) => handlers[name](payload as never)]),
      ),
      noHandleSignals: true,
      logger: new Logger(() => () => {}),
    })
  }
  return {
    ...house,
    objects,
    draft,
    at,
    curator,
    post,
    put,
    begin,
    uploadOf,
    sendParts,
    workOff,
    /** Sends a file from beginning to end; answers its upload. */
    send: async (name: string, bytes: Uint8Array, more: object = {}) => {
      const upload = await begin(name, bytes.length, more)
      const parts = await sendParts(upload, bytes)
      const completion = await post(`uploads/${upload.id}/completion`, {
        parts,
        sha256: sha256(bytes),
      })
      if (completion.status !== 202) throw new Error(JSON.stringify(completion.body))
      await workOff()
      return uploadOf(upload.id)
    },
    open: async (query = '') =>
      Items.parse(await bodyOf(await curator.get(`${at}/uploads${query}`))).items,
    /** The files of the version: names, and the SHA-256 of what the bucket really has. */
    files: async () => {
      const rows = await db
        .selectFrom('dataset_file')
        .innerJoin('dataset_object', 'dataset_object.id', 'dataset_file.object_id')
        .where('version_id', '=', draft.versionId)
        .orderBy('path_key')
        .select(['path', 'key', 'dataset_object.sha256'])
        .execute()
      return Promise.all(
        rows.map(async (row) => {
          const found = await objects.find(row.key)
          const bytes = new Uint8Array(await new Response(found?.body).arrayBuffer())
          return { name: row.path, stored: sha256(bytes), noted: row.sha256.toString('hex') }
        }),
      )
    },
    /** Keys that were ever put to, and that the bucket still has without a row of an object. */
    orphans: async () => {
      const keys = [
        ...seen,
        ...(await db.selectFrom('dataset_upload').select('key').execute()).map(({ key }) => key),
      ]
      const owned = new Set(
        (await db.selectFrom('dataset_object').select('key').execute()).map(({ key }) => key),
      )
      const left = await Promise.all(
        [...new Set(keys)].map(async (key) =>
          !owned.has(key) && (await objects.findHead(key)) ? [key] : [],
        ),
      )
      return left.flat()
    },
  }
}

export type UploadHouse = Awaited<ReturnType<typeof uploadHouse>>

async function bodyOf(answer: Response): Promise<unknown> {
  const text = await answer.text()
  return text.startsWith('{') ? JSON.parse(text) : text
}

const remembering = (objects: Objects, seen: Set<string>): Objects => ({
  ...objects,
  put: async (key, body, about) => {
    seen.add(key)
    return objects.put(key, body, about)
  },
})

/** The first part of an upload. */
export function first({ parts: [part] }: Sent): Sent['parts'][number] {
  if (!part) throw new Error('It has no parts')
  return part
}
