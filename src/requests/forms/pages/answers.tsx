import { type Context as HonoContext, Hono } from 'hono'
import type { Child } from 'hono/jsx'
import { z } from 'zod'
import type { Context } from '../../../core/context.ts'
import { whole } from '../../../core/paging.ts'
import { type Issue, Problem } from '../../../core/problem.ts'
import { maxOrderFileBytes } from '../../../orders/orders/model.ts'
import { Answers } from '../../../orders/forms/model.ts'
import {
  AnswerFields,
  Answered,
  answerLabels,
  openAnswers,
  readAnswers,
} from '../../../orders/forms/pages/answers.tsx'
import { anyType, operation, wholeListOf } from '../../../web/api.ts'
import { ButtonLink } from '../../../web/components/button.tsx'
import { idOf as inputId } from '../../../web/components/form-field.tsx'
import { Section } from '../../../web/components/navigation.tsx'
import { SmallForm } from '../../../web/components/small-form.tsx'
import { FieldList } from '../../../web/components/values.tsx'
import type { Env } from '../../../web/env.ts'
import { setFlash } from '../../../web/flash.ts'
import { type Filled, filledIn, Form } from '../../../web/forms.tsx'
import { documented } from '../../../web/item.ts'
import { Local } from '../../../web/lang.tsx'
import { fileIn, readForm } from '../../../web/multipart.ts'
import { answerObject } from '../../../web/object-answer.ts'
import { page } from '../../../web/page.tsx'
import { parsed } from '../../../web/validate.ts'
import { editWords } from '../../../web/words.ts'
import { requestPaths } from '../../words/paths.ts'
import { getRequestRow } from '../../requests/actions/read.ts'
import { amendRequest } from '../../requests/actions/steps.ts'
import {
  answerForm,
  answerWithFile,
  answersNow,
  answersOfRequest,
  earlierAnswers,
  formOfRequest,
  getAnswerFile,
  removeAnswerFile,
  searchAnswerFiles,
} from '../actions/answers.ts'
import { AnswerFileAnswer } from '../model.ts'
import type { FormRow } from '../actions/forms.ts'
import { filesWithin } from '../rules.ts'
import { requestFormWords as words } from '../words.ts'
import { answersSent } from './sent.ts'

const AnswerFileUpload = z.object({
  field: z.string().describe('The key of a field that takes a file.'),
  file: z.string().meta({ format: 'binary' }),
})

type C = HonoContext<Env>
const tag = 'requests'
const at = '/requests/:id/answers'
const idIn = (c: C) => c.req.param('id') ?? ''

/** What programs send and take of the answers to a provider's form. */
export const answerRoutes = new Hono<Env>()
  .put(
    at,
    operation({
      summary: 'Answer the form of a request’s provider; files are sent before, each by itself',
      tag,
      answers: { 204: null },
      refuses: [404, 409],
    }),
    parsed('json', z.strictObject({ answers: Answers })),
    async (c) => {
      await answerForm(c.var.ctx, c.req.valid('json'), { id: idIn(c) })
      return c.body(null, 204)
    },
  )
  .post(
    '/requests/:id/files',
    operation({
      summary:
        'Answer a field of the form with a file, in the place of the one that was sent before',
      tag,
      takesForm: AnswerFileUpload,
      answers: { 204: null },
      refuses: [404, 409],
    }),
    async (c) => {
      const form = await readForm(c, { maxFileBytes: maxOrderFileBytes })
      const file = { ...fileIn(form, words.fileMissing), field: form.texts['field']?.[0] ?? '' }
      await answerWithFile(c.var.ctx, file, { id: idIn(c) })
      return c.body(null, 204)
    },
  )
  .get(
    '/requests/:id/files',
    operation({
      summary: 'The files that answer the form of a request',
      tag,
      answers: { 200: wholeListOf(AnswerFileAnswer, 'One for each field of the form at most.') },
      refuses: [401],
    }),
    async (c) => {
      const files = await searchAnswerFiles(c.var.ctx, { id: idIn(c) })
      return c.json(whole(files.map((file) => documented(AnswerFileAnswer, file))))
    },
  )
  .delete(
    '/requests/:id/files/:file',
    operation({
      summary: 'Remove a file from a request that is a draft or was returned; by the requester',
      tag,
      answers: { 204: null },
      refuses: [404, 409],
    }),
    async (c) => {
      await removeAnswerFile(c.var.ctx, { id: idIn(c), file: c.req.param('file') })
      return c.body(null, 204)
    },
  )
  .get(
    '/requests/:id/files/:file/content',
    operation({
      summary: 'A file that answers the form of a request',
      tag,
      files: [anyType],
      answers: {},
      refuses: [401],
    }),
    async (c) => {
      const asked = { id: c.req.param('id'), file: c.req.param('file') }
      const { key, name } = await getAnswerFile(c.var.ctx, asked)
      const wish = { key, downloadAs: name, cacheControl: 'private, no-store' }
      const answer = await answerObject(c.req.raw, c.var.ctx.objects, wish)
      if (!answer) throw new Problem('not-found', words.noFile)
      return answer
    },
  )

/** Where who makes a request answers what its provider asks. */
export const answerPages = new Hono<Env>()
  .get(at, async (c) => {
    const { ctx } = c.var
    const { request, form } = await formOfRequest(ctx, idIn(c))
    const { formId, answers } = await answersOfRequest(ctx, request.id)
    // A draft that nothing was answered of begins with what was answered before.
    const isNew = formId === null && Object.keys(answers).length === 0
    const open = isNew ? await earlierAnswers(ctx, form, request) : answers
    return answersPage(c, filledIn(openAnswers(open)))
  })
  .post(at, async (c) =>
    answersSent(c, {
      work: async (form, sent) => {
        const { ctx } = c.var
        const { request, form: asked } = await formOfRequest(ctx, idIn(c))
        const isSent = !isDraft(request)
        const files = filesWithin('answers', sent)
        const answers = readAnswers(asked?.fields ?? [], form)
        const key = { id: idIn(c) }
        if (isSent) await amendRequest(ctx, { answers }, key, files)
        else await answerForm(ctx, { answers, files }, key)
        setFlash(c, isSent ? words.amended : words.answered)
        return c.redirect(requestPaths.one(idIn(c)), 303)
      },
      showAgain: (form) => answersPage(c, form),
    }),
  )
  .post('/requests/:id/files/:file/removal', async (c) => {
    const { name } = await removeAnswerFile(c.var.ctx, { id: idIn(c), file: c.req.param('file') })
    setFlash(c, words.fileRemoved(name))
    return c.redirect(requestPaths.answers(idIn(c)), 303)
  })

const isDraft = ({ state }: { state: string }) => state === 'draft' || state === 'returned'

async function answersPage(c: C, form: Filled) {
  const { ctx } = c.var
  const { request, form: asked } = await formOfRequest(ctx, idIn(c))
  const { files } = await answersOfRequest(ctx, request.id)
  const text = { zh: request.number, en: request.number }
  const crumb = { text, href: requestPaths.one(request.id) }
  return page(
    c,
    {
      title: words.answer,
      lead: isDraft(request) ? words.answersLead : words.amendLead,
      crumbs: [{ text: words.requests, href: requestPaths.requests }, crumb],
      width: 'reading',
      status: form.status,
    },
    asked ? (
      <Attached {...{ request, files, fields: asked.fields }}>
        <Form
          action={requestPaths.answers(request.id)}
          form={form}
          submit={editWords.save}
          withFile
          labels={answerLabels(asked.fields)}
        >
          <AnswerFields fields={asked.fields} form={form} />
        </Form>
      </Attached>
    ) : (
      <Local as="p" text={words.notAsked} />
    ),
  )
}

type AttachedProps = {
  request: { id: string; state: string }
  files: AnswersProps['answers']['files']
  fields: FormRow['fields']
}

/** The files that were attached before, each by what it answers, above the form; of what is not sent, each can be removed. */
function Attached({ request, files, fields, children }: AttachedProps & { children: Child }) {
  if (files.length === 0) return <>{children}</>
  const placeOf = ({ field }: { field: string }) => fields.findIndex(({ key }) => key === field)
  return (
    <>
      <Section title={words.filed}>
        <FieldList
          fields={files
            .toSorted((one, other) => placeOf(one) - placeOf(other))
            .map((file) => ({
              label: fields[placeOf(file)]?.label ?? words.answers,
              value: <AttachedFile request={request} file={file} />,
            }))}
        />
      </Section>
      <Section title={words.answers}>{children}</Section>
    </>
  )
}

const AttachedFile = ({
  request: { id, state },
  file,
}: Pick<AttachedProps, 'request'> & { file: AttachedProps['files'][number] }) => (
  <>
    <a href={requestPaths.answerFile(id, file.id)} download>
      {file.name}
    </a>
    {isDraft({ state }) && (
      <SmallForm
        action={requestPaths.removeAnswerFile(id, file.id)}
        text={words.removeFile}
        label={words.removeFileOf(file.name)}
        look="danger"
        about={words.removeFileAbout}
      />
    )}
  </>
)

type AnswersProps = {
  request: { id: string; state: string; sides: readonly string[] }
  answers: Awaited<ReturnType<typeof answersOfRequest>>
  asks: Awaited<ReturnType<typeof askedOfRequester>>
}

/** What who makes a request has still to answer; undefined of what was sent, and where nothing is asked. */
export async function askedOfRequester(
  ctx: Context,
  { id, state, sides }: AnswersProps['request'],
) {
  if (!sides.includes('requester') || (state !== 'draft' && state !== 'returned')) return undefined
  const { form, open } = await answersNow(ctx.db, await getRequestRow(ctx, id))
  return form && open
}

/** What was answered, on the page of a request; who makes it is led to what is to be answered. */
export function RequestAnswers({ request: { id }, answers, asks }: AnswersProps) {
  const { fields, files } = answers
  if (fields.length === 0 && !asks) return <></>
  return (
    <Section title={words.answers}>
      <Answered
        fields={fields}
        answers={answers.answers}
        files={(field) => (
          <ul class="order-files">
            {files
              .filter((file) => file.field === field)
              .map((file) => (
                <li>
                  <a href={requestPaths.answerFile(id, file.id)} download>
                    {file.name}
                  </a>
                </li>
              ))}
          </ul>
        )}
      />
      {asks && <OpenFields id={id} open={asks} />}
    </Section>
  )
}

/** What is still to be answered, each with the way to its field. */
export const OpenFields = ({ id, open }: { id: string; open: readonly Issue[] }) => (
  <>
    {open.length > 0 && (
      <>
        <Local as="p" text={words.stillOpen} />
        <ul>
          {open.map(({ path, message }) => (
            <li>
              <a href={`${requestPaths.answers(id)}#${inputId({ name: path })}`}>
                <Local text={message} />
              </a>
            </li>
          ))}
        </ul>
      </>
    )}
    <ButtonLink href={requestPaths.answers(id)} text={words.answer} />
  </>
)
