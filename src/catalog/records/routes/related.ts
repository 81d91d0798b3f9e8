import { Hono } from 'hono'
import { z } from 'zod'
import { listOf, operation, Paging } from '../../../web/api.ts'
import type { Env } from '../../../web/env.ts'
import { parsed } from '../../../web/validate.ts'
import { historyOf } from '../../history/actions.ts'
import { addRelation, relationsOf, removeRelation } from '../actions/relations.ts'
import { HistoryEntry, RecordAnswer, RelationAnswer } from '../model/answers.ts'
import { NewRelation } from '../model/input.ts'
import { answerRecord } from './records.ts'

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
    operation({
      summary: 'Take a relation back',
      tag,
      answers: { 204: null },
    }),
    async (c) => {
      await removeRelation(c.var.ctx, c.req.param('id'))
      return c.body(null, 204)
    },
  )
