import type { RecordSection } from '../../../catalog/records/pages/record.tsx'
import { keepsRecord } from '../../../catalog/records/rules/keeping.ts'
import { ButtonLink } from '../../../web/components/button.tsx'
import { Section } from '../../../web/components/page-head.tsx'
import { formatBytes } from '../../../web/format.ts'
import { useLang, useText } from '../../../web/lang.tsx'
import { paths } from '../../../web/paths.ts'
import { type DocumentRow, documentsOf } from '../actions.ts'
import { documentWords as words } from '../words.ts'

/** What a document is called, and how large it is before anybody downloads it. */
export function DocumentLink({ document }: { document: DocumentRow }) {
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

type Props = { recordId: string; documents: readonly DocumentRow[]; isKept: boolean }

/** On a record's page: its documents. */
export const documentsSection: RecordSection = async (c, row) => (
  <Documents
    recordId={row.id}
    documents={await documentsOf(c.var.ctx, row.id)}
    isKept={keepsRecord(c.var.ctx.actor, row)}
  />
)

/** Nothing where there are none and nobody could add one. */
function Documents({ recordId, documents, isKept }: Props) {
  const t = useText()
  if (documents.length === 0 && !isKept) return null
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
        <p class="quiet">{t(words.none)}</p>
      )}
      {isKept && (
        <p>
          <ButtonLink href={paths.documents(recordId)} dense>
            {t(words.manage)}
          </ButtonLink>
        </p>
      )}
    </Section>
  )
}
