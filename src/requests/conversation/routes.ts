import { type Context as HonoContext, Hono } from 'hono'
import { whole } from '../../core/paging.ts'
import { invalidField, Problem } from '../../core/problem.ts'
import { anyType, operation, wholeListOf } from '../../web/api.ts'
import type { Env } from '../../web/env.ts'
import { documented } from '../../web/item.ts'
import { filesOf, type SentFile, type SentForm } from '../../web/multipart.ts'
import { answerObject } from '../../web/object-answer.ts'
import { parseOrRefuse } from '../../web/validate.ts'
import { getRequest } from '../requests/actions/read.ts'
import { RequestAnswer } from '../requests/model/request.ts'
import {
  attachmentsOf,
  getAttachment,
  type Kind,
  refuseUnlessWritable,
  writeMessage,
} from './actions/messages.ts'
import { AttachmentAnswer, maxFileBytes, MessageUpload, mostFiles, NewMessage } from './model.ts'
import { conversationWords as words } from './words.ts'

const tag = 'requests'

/** What was written, and the files beside it. */
export async function messageIn(c: HonoContext, form: SentForm = { texts: {}, files: {} }) {
  const files: SentFile[] = []
  for await (const file of filesOf(c, { maxFileBytes, maxFiles: mostFiles, form })) {
    if (files.length === mostFiles) throw invalidField('file', words.tooMany(mostFiles))
    files.push(file)
  }
  return { ...parseOrRefuse(NewMessage, { text: form.texts['text']?.[0] }), files }
}

const writing = (path: 'messages' | 'notes', kind: Kind, summary: string) =>
  new Hono<Env>().post(
    `/requests/:id/${path}`,
    operation({
      summary,
      tag,
      takesForm: MessageUpload,
      answers: { 201: RequestAnswer },
      refuses: [404, 409],
    }),
    async (c) => {
      const { ctx } = c.var
      const id = c.req.param('id') ?? ''
      await refuseUnlessWritable(ctx, id, kind)
      const sent = await messageIn(c)
      await writeMessage(ctx, { id, kind, ...sent })
      return c.json(documented(RequestAnswer, await getRequest(ctx, { id })), 201)
    },
  )

/** Messages with files: written as forms, and their files read by whoever reads the message. */
export const conversationRoutes = new Hono<Env>()
  .route('/', writing('messages', 'message', 'Write to the other side, with files'))
  .route('/', writing('notes', 'note', 'Write a note with files that only those who decide read'))
  .get(
    '/requests/:id/attachments',
    operation({
      summary: 'The files of a request’s messages',
      tag,
      answers: { 200: wholeListOf(AttachmentAnswer, `A message has ${mostFiles} at most.`) },
      refuses: [401],
    }),
    async (c) => {
      const files = await attachmentsOf(c.var.ctx, c.req.param('id'))
      return c.json(whole(files.map((file) => documented(AttachmentAnswer, file))))
    },
  )
  .get(
    '/requests/:id/attachments/:attachment',
    operation({
      summary: 'A file of a message',
      tag,
      files: [anyType],
      answers: {},
      refuses: [401],
    }),
    async (c) => {
      const asked = { id: c.req.param('id'), attachment: c.req.param('attachment') }
      const { key, name } = await getAttachment(c.var.ctx, asked)
      const wish = { key, downloadAs: name, cacheControl: 'private, no-store' }
      const answer = await answerObject(c.req.raw, c.var.ctx.objects, wish)
      if (!answer) throw new Problem('not-found', words.noFile)
      return answer
    },
  )
