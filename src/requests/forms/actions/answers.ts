import { recordChange } from '../../../audit/actions.ts'
import { type Context, transact } from '../../../core/context.ts'
import type { Db, Trx } from '../../../core/database.ts'
import { personIdOf, writing } from '../../../core/permission.ts'
import { invalidField, Problem } from '../../../core/problem.ts'
import { attachObjects } from '../../../files/uploads/actions.ts'
import { fileNameOf } from '../../../files/pictures/rules.ts'
import { type SentFile, storeFiles, type Stored } from '../../../orders/forms/actions.ts'
import type { Answers } from '../../../orders/forms/model.ts'
import { issuesOfAnswers, keptAnswers, keptFiles } from '../../../orders/forms/rules.ts'
import { getRequestRow } from '../../requests/actions/read.ts'
import {
  deleteAnswerFile,
  deleteAnswerFiles,
  findAnswers,
  findLastAnswers,
  insertAnswerFiles,
  listAnswerFiles,
  touchUnsent,
  updateAnswers,
} from '../queries.ts'
import { fittingAnswers } from '../rules.ts'
import { requestFormWords as words } from '../words.ts'
import { bothLanguages } from '../../../core/text.ts'
import { formFor, type FormRow, type Provider } from './forms.ts'

type Form = Pick<FormRow, 'id' | 'fields'> | undefined
type Sent = { answers: Answers; files?: readonly SentFile[] }

/**
 * What is kept of answers and files, of those that were asked; refused with every issue where one is wrong. `filed`:
 * the fields that a file was sent for before. Without a form, nothing is asked.
 */
export function checkedAnswers(
  form: Form,
  { answers, files = [], filed = [] }: Sent & { filed?: readonly string[] },
): { answers: Answers; files: SentFile[] } {
  const fields = form?.fields ?? []
  const sent = [...files.flatMap(({ field }) => field ?? []), ...filed]
  const issues = issuesOfAnswers(fields, { answers, files: sent })
  if (issues.length > 0) throw new Problem('invalid', words.checkForm, { issues })
  return { answers: keptAnswers(fields, answers), files: keptFiles(fields, { answers, files }) }
}

/** Stores files that answer a form before the transaction that attaches them: see {@link keepAnswers}. */
export const withAnswerFiles = async <Result>(
  ctx: Context,
  files: readonly SentFile[],
  work: (stored: readonly Stored[]) => Promise<Result>,
): Promise<Result> => storeFiles(ctx, { folder: 'requests', files }, work)

type Kept = {
  requestId: string
  form: Form
  answers: Answers
  files?: readonly Stored[]
  isAmended?: boolean
}

/**
 * In the transaction of the caller, who asked whether the actor may and checked them: a request's answers, with the
 * version of the form that they answer. A new file takes the place of the one that answered its field.
 */
export async function keepAnswers(trx: Trx, ctx: Context, kept: Kept): Promise<void> {
  const { requestId, form, answers, files = [], isAmended = false } = kept
  if (!(await updateAnswers(trx, { requestId, formId: form?.id ?? null, answers, isAmended })))
    throw new Problem('conflict', words.onlyDrafts)
  await attachObjects(
    trx,
    files.map(({ key }) => key),
  )
  const fields = files.flatMap(({ field }) => field ?? [])
  const replaced = await deleteAnswerFiles(trx, { requestId, fields })
  if (replaced.length > 0) await ctx.jobs.add(trx, 'remove_objects', { keys: replaced })
  await insertAnswerFiles(
    trx,
    files.map(({ key, name, bytes, sha256, field }) => ({
      request_id: requestId,
      field: field ?? '',
      key,
      name: fileNameOf(name),
      size_bytes: bytes.length,
      sha256,
      added_at: ctx.now(),
      added_by: personIdOf(ctx),
    })),
  )
}

/**
 * What a request answered, the fields of the form as it then was, and its files. Who may read the request is the
 * caller's to ask.
 */
export async function answersOfRequest(ctx: Context, requestId: string, db: Db = ctx.db) {
  const found = await findAnswers(db, requestId)
  const { formId = null, fields = [], answers = {} } = found ?? {}
  return { formId, fields, answers, files: await listAnswerFiles(db, requestId) }
}

type Asking = Provider & { id: string }

/**
 * What a request answers of what its provider asks now, whichever version it answered before, and what is still open:
 * each issue names its field.
 */
export async function answersNow(db: Db, request: Asking) {
  const form = await formFor({ db }, request)
  const fields = form?.fields ?? []
  const labels = new Map(fields.map(({ key, label }) => [key, bothLanguages(label)]))
  const { answers: all = {} } = (await findAnswers(db, request.id)) ?? {}
  const answers = Object.fromEntries(Object.entries(all).filter(([key]) => labels.has(key)))
  const filed = (await listAnswerFiles(db, request.id)).map(({ field }) => field)
  const files = filed.filter((field) => labels.has(field))
  const open = issuesOfAnswers(fields, { answers, files }).map(({ path, message }) => {
    const label = labels.get(path.replace(/^answers\./, ''))
    return { path, message: label ? words.inField(label, message) : message }
  })
  return { form, answers: keptAnswers(fields, answers), open }
}

/**
 * In the transaction that sends a request: its answers to what the provider asks now, kept with the version of the form;
 * refused with every field that is unanswered or does not fit.
 */
export async function answersToSend(trx: Trx, request: Asking): Promise<Answers> {
  const { form, answers, open } = await answersNow(trx, request)
  if (open.length > 0) throw new Problem('invalid', words.formOpen(open.length), { issues: open })
  await updateAnswers(trx, { requestId: request.id, formId: form?.id ?? null, answers })
  return answers
}

/** What the viewer answered this provider before, as far as its form still asks it. */
export async function earlierAnswers(ctx: Context, form: Form, provider: Provider) {
  const requesterId = personIdOf(ctx)
  if (!form || requesterId === null) return {}
  const earlier = await findLastAnswers(ctx.db, { ...provider, requesterId })
  return fittingAnswers(form.fields, earlier ?? {})
}

type Amended = { answers: Answers; files?: readonly Stored[] }

/** In the transaction of an amendment, which holds the request: answers to what its provider asks now. */
export async function amendAnswersIn(
  trx: Trx,
  ctx: Context,
  { request, sent }: { request: Asking; sent: Amended },
): Promise<Answers> {
  const form = await formFor({ db: trx }, request)
  const filed = (await listAnswerFiles(trx, request.id))
    .map(({ field }) => field)
    .filter((field) => form?.fields.some(({ key }) => key === field))
  const { answers } = checkedAnswers(form, { ...sent, filed })
  const { files = [] } = sent
  await keepAnswers(trx, ctx, { requestId: request.id, form, answers, files, isAmended: true })
  return answers
}

/** A request of the viewer's own, with the form that it answers now. */
export async function formOfRequest(ctx: Context, id: string) {
  const request = await getRequestRow(ctx, id)
  if (request.requesterId !== personIdOf(ctx)) throw new Problem('forbidden', words.notYours)
  const { institutionId, collectionId } = request
  return { request, form: await formFor(ctx, { institutionId, collectionId }) }
}

/** Answers the form of a request's provider, while it is a draft or was returned. Files that were sent before stay. */
export async function answerForm(ctx: Context, sent: Sent, { id }: { id: string }): Promise<void> {
  writing(ctx)
  const { request, form } = await formOfRequest(ctx, id)
  const filed = (await listAnswerFiles(ctx.db, request.id)).map(({ field }) => field)
  const known = filed.filter((field) => form?.fields.some(({ key }) => key === field))
  const { answers, files } = checkedAnswers(form, { ...sent, filed: known })
  await storeAnswers(ctx, { request, form, answers, files })
}

type Answered = {
  request: { id: string; institutionId: string; number: string }
  form: Form
  answers: Answers
  files: readonly SentFile[]
}

const storeAnswers = async (ctx: Context, { request, form, answers, files }: Answered) =>
  withAnswerFiles(ctx, files, (stored) =>
    transact(ctx, async (trx) => {
      await keepAnswers(trx, ctx, { requestId: request.id, form, answers, files: stored })
      await recordChange(trx, ctx, {
        action: 'request.change',
        entity: 'request',
        entityId: request.id,
        institutionId: request.institutionId,
        after: { number: request.number },
      })
    }),
  )

/** Answers one field with a file; the other answers stay as they are. */
export async function answerWithFile(
  ctx: Context,
  file: SentFile,
  { id }: { id: string },
): Promise<void> {
  writing(ctx)
  const { request, form } = await formOfRequest(ctx, id)
  if (!form?.fields.some(({ key, type }) => key === file.field && type === 'file'))
    throw invalidField('field', words.noFileField)
  const { answers } = await answersNow(ctx.db, request)
  await storeAnswers(ctx, { request, form, answers, files: [file] })
}

/** The files that answer the form of a request, for whoever is a side of it. */
export const searchAnswerFiles = async (ctx: Context, { id }: { id: string }) =>
  listAnswerFiles(ctx.db, (await getRequestRow(ctx, id)).id)

/** A file of a request, for whoever is a side of it. */
export async function getAnswerFile(ctx: Context, { id, file }: FileKey) {
  const found = (await searchAnswerFiles(ctx, { id })).find((one) => one.id === file)
  if (!found) throw new Problem('not-found', words.noFile)
  return found
}

type FileKey = { id: string; file: string }

/** Removes a file that answers the form, while the request is a draft or was returned; its bytes go by a job. */
export async function removeAnswerFile(ctx: Context, key: FileKey): Promise<{ name: string }> {
  writing(ctx)
  const { request } = await formOfRequest(ctx, key.id)
  const { id } = await getAnswerFile(ctx, key)
  return transact(ctx, async (trx) => {
    if (!(await touchUnsent(trx, request.id))) throw new Problem('conflict', words.filesStay)
    const removed = await deleteAnswerFile(trx, id)
    if (!removed) throw new Problem('not-found', words.noFile)
    const { name, field } = removed
    await ctx.jobs.add(trx, 'remove_objects', { keys: [removed.key] })
    await recordChange(trx, ctx, {
      action: 'request.remove_file',
      entity: 'request',
      entityId: request.id,
      // What a draft had is the requester's alone: its provider's audit names no file of it.
      institutionId: request.submittedAt === null ? null : request.institutionId,
      before: { number: request.number, field, file: name },
    })
    return { name }
  })
}
