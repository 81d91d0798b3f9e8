import { type Context as HonoContext, Hono } from 'hono'
import { operation, listOf, Paging } from '../../web/api.ts'
import type { Env } from '../../web/env.ts'
import { etagOf, hasVersion, versionToMatch } from '../../web/etag.ts'
import { parsed } from '../../web/validate.ts'
import { createRecord } from './actions/create.ts'
import {
  editRecord,
  deleteDraft,
  type RecordSteps,
  publishRecord,
  withdrawRecord,
} from './actions/edit.ts'
import { getRecord, addRelation, relationsOf, removeRelation } from './actions/read.ts'
import { kindDefinitions } from '../../kinds.ts'
import {
  newRecordShape,
  recordChangeShape,
  Withdrawal,
  NewRelation,
  RecordAnswer,
  HistoryEntry,
  RelationAnswer,
} from './model/shapes.ts'
import { type Kind, kinds } from './model/record.ts'
import { z } from 'zod'
import { historyOf } from '../history/actions.ts'

/** The routes of every kind; their lists are the search, narrowed (`search/routes.ts`). */
export const recordRoutes = (steps: RecordSteps) =>
  kinds.reduce(
    (routes, kind) =>
      routes
        .route('/', reading(kind))
        .route('/', changing(kind, steps))
        .route('/', lifecycle(kind, steps)),
    new Hono<Env>(),
  )

function reading(kind: Kind) {
  const { path, label } = kindDefinitions[kind]
  return new Hono<Env>()
    .post(
      `/${path}`,
      operation({
        summary: `Add: ${label.en}`,
        tag: path,
        answers: { 201: RecordAnswer },
        refuses: [409],
      }),
      parsed('json', newRecordShape(kind)),
      async (c) => {
        const { id } = await createRecord(c.var.ctx, kind, c.req.valid('json'))
        c.header('location', `/api/v1/${path}/${id}`)
        return answerRecord(c, id, 201)
      },
    )
    .get(
      `/${path}/:id`,
      operation({
        summary: `Read: ${label.en}`,
        tag: path,
        answers: { 200: RecordAnswer, 304: null },
      }),
      (c) => answerRecord(c, c.req.param('id'), 200, kind),
    )
}

function changing(kind: Kind, { deletion }: RecordSteps) {
  const { path, label } = kindDefinitions[kind]
  return new Hono<Env>()
    .patch(
      `/${path}/:id`,
      operation({
        summary: `Change: ${label.en}`,
        tag: path,
        answers: { 200: RecordAnswer },
        refuses: [409, 412],
      }),
      parsed('json', recordChangeShape(kind)),
      async (c) => {
        const id = c.req.param('id')
        await getRecord(c.var.ctx, id, kind)
        await editRecord(c.var.ctx, held(c, id), c.req.valid('json'))
        return answerRecord(c, id, 200)
      },
    )
    .delete(
      `/${path}/:id`,
      operation({
        summary: 'Delete a draft that was never shown',
        tag: path,
        answers: { 204: null },
        refuses: [409, 412],
      }),
      async (c) => {
        const id = c.req.param('id')
        await getRecord(c.var.ctx, id, kind)
        await deleteDraft(c.var.ctx, held(c, id), deletion)
        return c.body(null, 204)
      },
    )
}

function lifecycle(kind: Kind, { publication }: RecordSteps) {
  const { path } = kindDefinitions[kind]
  return new Hono<Env>()
    .post(
      `/${path}/:id/publication`,
      operation({
        summary: 'Publish a draft',
        tag: path,
        answers: { 200: RecordAnswer },
        refuses: [409, 412],
      }),
      async (c) => {
        const id = c.req.param('id')
        await getRecord(c.var.ctx, id, kind)
        await publishRecord(c.var.ctx, heldIfSaid(c, id), publication)
        return answerRecord(c, id, 200)
      },
    )
    .post(
      `/${path}/:id/withdrawal`,
      operation({
        summary: 'Withdraw a published record; a tombstone stays',
        tag: path,
        answers: { 200: RecordAnswer },
        refuses: [409, 412],
      }),
      parsed('json', Withdrawal),
      async (c) => {
        const id = c.req.param('id')
        await getRecord(c.var.ctx, id, kind)
        await withdrawRecord(c.var.ctx, heldIfSaid(c, id), c.req.valid('json').reason)
        return answerRecord(c, id, 200)
      },
    )
}

const held = (c: HonoContext, id: string) => {
  const version = versionToMatch(c)
  return { id, ...(version !== undefined && { version }) }
}

const heldIfSaid = (c: HonoContext, id: string) => (c.req.header('if-match') ? held(c, id) : { id })

/** The record as the viewer may see it, with its version as ETag. */
async function answerRecord(c: HonoContext<Env>, id: string, status: 200 | 201, kind?: Kind) {
  const { row, shown } = await getRecord(c.var.ctx, id, kind)
  c.header('etag', etagOf(row.version))
  c.header('vary', 'authorization, cookie', { append: true })
  return status === 200 && c.req.method === 'GET' && hasVersion(c, row.version)
    ? c.body(null, 304)
    : c.json(shown, status)
}

const tag = 'records'

/** What every record has, whatever its kind. */
export const relatedRoutes = new Hono<Env>()
  .get(
    '/records/:id',
    operation({
      summary: 'Read a record of any kind',
      tag,
      answers: { 200: RecordAnswer, 304: null },
    }),
    (c) => answerRecord(c, c.req.param('id'), 200),
  )
  .get(
    '/records/:id/history',
    operation({
      summary: 'How it came to be as it is, newest first',
      tag,
      answers: { 200: listOf(HistoryEntry) },
    }),
    parsed('query', z.object(Paging)),
    async (c) => c.json(await historyOf(c.var.ctx, c.req.param('id'), c.req.valid('query'))),
  )
  .get(
    '/records/:id/relations',
    operation({
      summary: 'What it has to do with other records',
      tag,
      answers: { 200: listOf(RelationAnswer) },
    }),
    parsed('query', z.object(Paging)),
    async (c) => c.json(await relationsOf(c.var.ctx, c.req.param('id'), c.req.valid('query'))),
  )
  .post(
    '/records/:id/relations',
    operation({
      summary: 'Relate it to another record',
      tag,
      answers: { 201: z.object({ id: z.string() }) },
      refuses: [409],
    }),
    parsed('json', NewRelation),
    async (c) => c.json(await addRelation(c.var.ctx, c.req.param('id'), c.req.valid('json')), 201),
  )
  .delete(
    '/relations/:id',
    operation({ summary: 'Take a relation back', tag, answers: { 204: null } }),
    async (c) => {
      await removeRelation(c.var.ctx, c.req.param('id'))
      return c.body(null, 204)
    },
  )
