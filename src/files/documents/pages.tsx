import { type Context as HonoContext, Hono } from 'hono'
import { refuseUnlessWritten } from '../../catalog/records/actions/input.ts'
import { getRecord } from '../../catalog/records/actions/read.ts'
import { FormField } from '../../web/components/form-field.tsx'
import { Section } from '../../web/components/navigation.tsx'
import type { Env } from '../../web/env.ts'
import { setFlash } from '../../web/flash.ts'
import { uploaded, type Filled, filledWith, Form } from '../../web/forms.tsx'
import { Local, useLang } from '../../web/lang.tsx'
import { page } from '../../web/page.tsx'
import { paths } from '../../web/paths.ts'
import {
  addDocument,
  type DocumentRow,
  documentsOf,
  refuseUnlessDocumentable,
  removeDocument,
} from './actions.ts'
import { maxDocumentBytes } from './model.ts'
import { documentIn } from './routes.ts'
import { documentWords as words } from './words.ts'
import type { RecordSection } from '../../catalog/records/pages/record.tsx'
import { writesRecord } from '../../catalog/records/rules/record.ts'
import { ButtonLink } from '../../web/components/button.tsx'
import { SmallForm } from '../../web/components/small-form.tsx'
import { formatBytes } from '../../web/format.ts'

type C = HonoContext<Env>

/** Where curators keep a record's documents. */
export const documentPages = new Hono<Env>()
  .get('/records/:id/documents', (c) => documentsPage(c, c.req.param('id'), filledWith()))
  .post('/records/:id/documents', async (c) => {
    const id = c.req.param('id')
    await refuseUnlessDocumentable(c.var.ctx, id)
    return uploaded(c, {
      maxFileBytes: maxDocumentBytes,
      work: async (sent) => {
        const { title } = await addDocument(c.var.ctx, id, documentIn(sent))
        setFlash(c, words.added(title))
        return c.redirect(paths.documents(id), 303)
      },
      showAgain: (form) => documentsPage(c, id, form),
    })
  })
  .post('/records/:id/documents/:document/removal', async (c) => {
    const { title, recordId } = await removeDocument(c.var.ctx, c.req.param('document'))
    setFlash(c, words.removed(title))
    return c.redirect(paths.documents(recordId), 303)
  })

async function documentsPage(c: C, id: string, form: Filled): Promise<Response> {
  const { ctx } = c.var
  const { row } = await getRecord(ctx, id)
  refuseUnlessWritten(ctx.actor, row)
  const documents = await documentsOf(ctx, id)
  const either = row.titleZh ?? row.titleEn ?? ''
  const title = { zh: row.titleZh ?? either, en: row.titleEn ?? either }
  const heading = words.documentsOf(title)
  return page(
    c,
    {
      title: heading,
      crumb: words.documents,
      lead: words.about,
      crumbs: [{ text: title, href: paths.record(id) }],
      width: 'reading',
      status: form.status,
    },
    <>
      <Kept documents={documents} />
      <AddForm id={id} form={form} />
    </>,
  )
}

const AddForm = ({ id, form }: { id: string; form: Filled }) => (
  <Section title={words.add} id="add">
    <Form
      action={`${paths.documents(id)}#add`}
      form={form}
      submit={words.add}
      labels={{ file: words.file, title: words.title }}
      withFile
    >
      <FormField
        type="file"
        name="file"
        label={words.file}
        hint={words.fileHint(maxDocumentBytes / 1_000_000)}
        form={form}
        required
      />
      <FormField
        name="title"
        label={words.title}
        hint={words.titleHint}
        form={form}
        maxLength={200}
      />
    </Form>
  </Section>
)

function Kept({ documents }: { documents: readonly DocumentRow[] }) {
  if (documents.length === 0) return <Local as="p" class="quiet" text={words.none} />
  return (
    <ul class="documents">
      {documents.map((document) => (
        <li>
          <DocumentLink document={document} />
          <SmallForm
            action={`${paths.documents(document.recordId)}/${document.id}/removal`}
            text={words.remove}
            label={words.removeOf(document.title)}
            look="danger"
            about={words.removeAbout}
          />
        </li>
      ))}
    </ul>
  )
}

/** What a document is called, and how large it is before anybody downloads it. */
function DocumentLink({ document }: { document: DocumentRow }) {
  const lang = useLang()
  return (
    <span>
      <a href={`/api/v1/documents/${document.id}`} download={document.name}>
        {document.title}
      </a>{' '}
      <span class="quiet small numeric">{formatBytes(document.sizeBytes, lang)}</span>
    </span>
  )
}

type Props = { recordId: string; documents: readonly DocumentRow[]; mayWrite: boolean }

/** On a record's page: its documents. */
export const documentsSection: RecordSection = async (c, row) => (
  <Documents
    recordId={row.id}
    documents={await documentsOf(c.var.ctx, row.id)}
    mayWrite={writesRecord(c.var.ctx.actor, row)}
  />
)

/** Nothing where there are none and nobody could add one. */
function Documents({ recordId, documents, mayWrite }: Props) {
  if (documents.length === 0 && !mayWrite) return null
  return (
    <Section title={words.documents}>
      {documents.length > 0 ? (
        <ul class="documents">
          {documents.map((document) => (
            <li>
              <DocumentLink document={document} />
            </li>
          ))}
        </ul>
      ) : (
        <Local as="p" class="quiet" text={words.none} />
      )}
      {mayWrite && (
        <p>
          <ButtonLink href={paths.documents(recordId)} dense text={words.manage} />
        </p>
      )}
    </Section>
  )
}
