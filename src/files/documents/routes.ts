import { Hono } from 'hono'
import { Problem } from '../../core/problem.ts'
import { hexOf } from '../../core/secrets.ts'
import { isoOf } from '../../core/time.ts'
import { whole } from '../../core/paging.ts'
import { anyType, operation, wholeListOf } from '../../web/api.ts'
import type { Env } from '../../web/env.ts'
import { fileIn, readForm, type SentForm } from '../../web/multipart.ts'
import { answerObject } from '../../web/object-answer.ts'
import { parseOrRefuse } from '../../web/validate.ts'
import {
  addDocument,
  type DocumentRow,
  documentsOf,
  getDocument,
  refuseUnlessDocumentable,
  removeDocument,
} from './actions.ts'
import {
  DocumentAnswer,
  DocumentForm,
  maxDocumentBytes,
  mostDocuments,
  NewDocument,
} from './model.ts'
import { documentWords as words } from './words.ts'

const tag = 'records'

/** Documents of records. */
export const documentRoutes = new Hono<Env>()
  .get(
    '/records/:id/documents',
    operation({
      summary: 'Its documents',
      tag,
      answers: { 200: wholeListOf(DocumentAnswer, `A record has ${mostDocuments} at most.`) },
    }),
    async (c) => {
      const items = (await documentsOf(c.var.ctx, c.req.param('id'))).map(presentDocument)
      return c.json(whole(items))
    },
  )
  .post(
    '/records/:id/documents',
    operation({
      summary: 'Add a document',
      tag,
      takesForm: DocumentForm,
      answers: { 201: DocumentAnswer },
      refuses: [409],
    }),
    async (c) => {
      const recordId = c.req.param('id')
      await refuseUnlessDocumentable(c.var.ctx, recordId)
      const form = await readForm(c, { maxFileBytes: maxDocumentBytes })
      const document = await addDocument(c.var.ctx, recordId, documentIn(form))
      c.header('location', `/api/v1/documents/${document.id}`)
      return c.json(presentDocument(document), 201)
    },
  )
  .get(
    '/documents/:id',
    operation({
      summary: 'The document itself',
      tag,
      files: [anyType],
      answers: {},
    }),
    async (c) => {
      const { key, name } = await getDocument(c.var.ctx, c.req.param('id'))
      const wish = { key, downloadAs: name, cacheControl: 'private, no-cache' }
      const answer = await answerObject(c.req.raw, c.var.ctx.objects, wish)
      if (!answer) throw new Problem('not-found', words.noDocument)
      return answer
    },
  )
  .delete(
    '/documents/:id',
    operation({ summary: 'Take a document away', tag, answers: { 204: null }, refuses: [409] }),
    async (c) => {
      await removeDocument(c.var.ctx, c.req.param('id'))
      return c.body(null, 204)
    },
  )

/** An upload: the file, and its title. */
export function documentIn(form: SentForm) {
  const { title } = parseOrRefuse(NewDocument, { title: form.texts['title']?.[0] ?? '' })
  return { file: fileIn(form, words.noFile), title }
}

const presentDocument = (row: DocumentRow) => ({
  id: row.id,
  recordId: row.recordId,
  title: row.title,
  name: row.name,
  contentType: row.contentType,
  sizeBytes: row.sizeBytes,
  sha256: hexOf(row.sha256),
  addedAt: isoOf(row.addedAt),
})
