import { Hono } from 'hono'
import { z } from 'zod'
import { bytesText } from '../../web/format.ts'
import { operation } from '../../web/api.ts'
import type { Env } from '../../web/env.ts'
import { documented, item } from '../../web/item.ts'
import { list, noFilters } from '../../web/list.tsx'
import { surfaces } from '../../web/surfaces.ts'
import { parsed } from '../../web/validate.ts'
import { write } from '../../web/write.tsx'
import { datasetPaths } from '../words/paths.ts'
import { cancelUpload, completeUpload, completeUploads } from './actions/complete.ts'
import { createUploads } from './actions/create.ts'
import { noteArrived, receivePart } from './actions/parts.ts'
import { getUpload, partsOf, uploadsOf } from './actions/read.ts'
import {
  ArrivedParts,
  Completion,
  Completions,
  NewUploads,
  PartAnswer,
  StartedAnswer,
  StartedUploads,
  UploadAnswer,
  uploadsFilter,
} from './model.ts'
import { uploadStateNames, uploadWords as words } from './words.ts'

const tag = 'datasets'
const all = '/datasets/:dataset/versions/:number/uploads'
const single = `${all}/:id` as const

/** Where a part is sent through the service; `app.ts` lets it take so many bytes. */
export const partContentPath = `${single}/parts/:part/content` as const

export const uploadList = list({
  path: all,
  tag,
  summary: 'Uploads into a version: those under way, or those in a state',
  refuses: [403],
  title: words.uploads,
  empty: { title: words.none },
  item: UploadAnswer,
  filters: uploadsFilter,
  query: uploadsOf,
  columns: {
    name: { label: words.name, text: ({ name }) => name },
    size: { label: words.size, text: ({ sizeBytes }) => bytesText(sizeBytes) },
    state: { label: words.state, state: ({ state }) => uploadStateNames[state] },
    arrived: { label: words.arrived, text: ({ receivedBytes }) => bytesText(receivedBytes) },
    begun: { label: words.begun, moment: ({ createdAt }) => createdAt },
    until: { label: words.until, moment: ({ expiresAt }) => expiresAt },
  },
})

const one = item({
  path: single,
  tag,
  summary: 'How far an upload is',
  refuses: [403],
  schema: UploadAnswer,
  read: getUpload,
})

const parts = list({
  path: `${single}/parts`,
  tag,
  summary: 'The parts of an upload: which have arrived, and where the missing ones are sent',
  refuses: [403],
  title: words.parts,
  empty: { title: words.noParts },
  item: PartAnswer,
  filters: noFilters,
  query: partsOf,
  columns: {
    number: { label: words.number, number: ({ number }) => number },
    size: { label: words.size, text: ({ sizeBytes }) => bytesText(sizeBytes) },
    arrived: { label: words.arrived, moment: ({ receivedAt }) => receivedAt },
  },
})

const uploadAnswer = (row: object) => documented(UploadAnswer, row)
const startedAnswer = (row: object) => documented(StartedAnswer, row)

/** For programs, and for the page that sends files; no form posts to it. */
const api = new Hono<Env>()
  .post(
    all,
    operation({
      tag,
      summary: 'Announce a file, or up to 500 in one call, that will be sent into a draft',
      description:
        'Each part is PUT to its `url` with its `headers`; files up to 8 MiB are one part. Then the completion is posted.',
      answers: { 201: StartedUploads },
      refuses: [409],
    }),
    parsed('json', NewUploads),
    async (c) => {
      const { items, ...started } = await createUploads(
        c.var.ctx,
        c.req.valid('json'),
        c.req.param(),
      )
      return c.json(items ? { items: items.map(startedAnswer) } : startedAnswer(started), 201)
    },
  )
  .post(
    `${all}/completion`,
    operation({
      tag,
      summary: 'Complete up to 500 uploads; asked again, how far they are',
      answers: { 202: z.object({ items: z.array(UploadAnswer) }) },
      refuses: [409],
    }),
    parsed('json', Completions),
    async (c) => {
      const done = await completeUploads(c.var.ctx, c.req.valid('json'), c.req.param())
      return c.json({ items: done.items.map(uploadAnswer) }, 202)
    },
  )
  .post(
    `${single}/parts`,
    operation({
      tag,
      summary: 'Note parts that have arrived; without any, the store is asked which have',
      answers: { 200: StartedAnswer },
      refuses: [409],
    }),
    parsed('json', ArrivedParts),
    async (c) =>
      c.json(startedAnswer(await noteArrived(c.var.ctx, c.req.valid('json'), c.req.param()))),
  )
  .post(
    `${single}/completion`,
    operation({
      tag,
      summary:
        'Say that all was sent: the stored bytes are verified, then the file joins the version',
      answers: { 202: UploadAnswer },
      refuses: [409],
    }),
    parsed('json', Completion),
    async (c) =>
      c.json(
        uploadAnswer(await completeUpload(c.var.ctx, c.req.valid('json'), c.req.param())),
        202,
      ),
  )
  .put(
    partContentPath,
    operation({
      tag,
      summary: 'Send a part through the service, where its `url` cannot be reached',
      answers: { 200: z.object({ number: z.int(), etag: z.string() }) },
      refuses: [400, 409],
    }),
    async (c) => {
      const { part, ...key } = c.req.param()
      const announced = c.req.header('content-length') ?? ''
      const sent = {
        body: c.req.raw.body ?? new Uint8Array(),
        announcedBytes: /^\d{1,15}$/.test(announced) ? Number(announced) : undefined,
      }
      return c.json(await receivePart(c.var.ctx, { ...key, part: Number(part) }, sent))
    },
  )

const cancellation = write({
  path: single,
  tag,
  method: 'delete',
  summary: 'Cancel an upload',
  refuses: [409],
  does: async (ctx, _, { dataset, number, id }) => cancelUpload(ctx, { dataset, number, id }),
  at: '/records/:dataset/versions/:number/uploads/:id/cancellation',
  flash: (_, { name }) => words.cancelled(name),
  next: ({ dataset, number }) => datasetPaths.upload(dataset, Number(number)),
})

/** Uploads: their JSON, and where a form cancels one. */
export const { api: uploadRoutes, pages: uploadForms } = surfaces(
  uploadList,
  parts,
  one,
  { api },
  cancellation,
)
