import type { Child } from 'hono/jsx'
import { Day, FieldList } from '../../../web/components/values.tsx'
import { Local } from '../../../web/lang.tsx'
import { paths } from '../../../web/paths.ts'
import type { RecordRow as Row } from '../queries/records.ts'
import { deskWords, recordWords } from '../words.ts'

/** A form in which programs take a record: its name, what is put behind its address, its media type. */
export type Format = { name: string; extension: string; type: string }

export type IdentifiersProps = {
  row: Row
  baseUrl: string
  formats: readonly Format[]
  cite?: Child
}

/** What it is called by, where programs take it, since when, and how to cite it. */
export function RecordIdentifiers({ row, baseUrl, formats, cite }: IdentifiersProps) {
  const address = `${baseUrl}${paths.record(row.id)}`
  const fields = [
    ...row.identifiers.map(({ scheme, value }) => ({
      label: { zh: scheme.toUpperCase(), en: scheme.toUpperCase() },
      value: <code>{value}</code>,
    })),
    { label: recordWords.address, value: <a href={paths.record(row.id)}>{address}</a> },
    {
      label: recordWords.machine,
      value: <Machine id={row.id} formats={formats} />,
    },
    ...(row.publishedAt
      ? [{ label: recordWords.published, value: <Day when={row.publishedAt} /> }]
      : []),
    { label: recordWords.updated, value: <Day when={row.updatedAt} /> },
    {
      label: deskWords.history,
      value: <Local as="a" href={`${paths.record(row.id)}/history`} text={deskWords.history} />,
    },
  ]
  return (
    <section class="field-section" aria-labelledby="group-identifiers">
      <Local as="h2" id="group-identifiers" text={recordWords.citing} />
      <FieldList fields={fields} />
      {cite}
    </section>
  )
}

const Machine = ({ id, formats }: { id: string; formats: readonly Format[] }) => (
  <>
    <a href={`/api/v1/records/${id}`}>JSON</a>
    {formats.map(({ name, extension }) => (
      <>
        {' · '}
        <a href={`${paths.record(id)}${extension}`}>{name}</a>
      </>
    ))}
  </>
)

type AlternatesProps = { id: string; formats: readonly Format[]; machine: Child }

/** What programs find in the head of its page. */
export const Alternates = ({ id, formats, machine }: AlternatesProps) => (
  <>
    <link rel="alternate" type="application/json" href={`/api/v1/records/${id}`} />
    {formats.map(({ type, extension }) => (
      <link rel="describedby" type={type} href={`${paths.record(id)}${extension}`} />
    ))}
    {machine}
  </>
)
