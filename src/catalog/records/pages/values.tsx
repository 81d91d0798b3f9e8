import {
  type Field,
  type FieldRow,
  type FieldValue,
  type FieldValues,
  isEmpty,
} from '../../../core/fields.ts'
import type { LocalText } from '../../../core/text.ts'
import { CodeValue, type FieldItem, type FieldSection } from '../../../web/components/values.tsx'
import { formatDate, formatNumber, formatPartialDate, formatQuantity } from '../../../web/format.ts'
import { Local, useLang, useText } from '../../../web/lang.tsx'
import { partWords } from '../../../web/words.ts'
import { kindDefinitions } from '../../../kinds.ts'
import type { Kind } from '../model/record.ts'
import type { Vocabularies } from '../../vocabularies/queries/terms.ts'

/** The groups of a kind that say something about this record, each field with its value. */
export function sectionsOf(
  kind: Kind,
  {
    fields,
    values,
    vocabularies,
  }: { fields: readonly Field[]; values: FieldValues; vocabularies: Vocabularies },
): FieldSection[] {
  return kindDefinitions[kind].groups
    .map(({ key, label }) => ({
      key,
      label,
      fields: fields
        .filter((field) => field.group === key && !isEmpty(values[field.key]))
        .map((field) => itemOf(field, values[field.key] ?? null, vocabularies)),
    }))
    .filter((section) => section.fields.length > 0)
}

const itemOf = (field: Field, value: FieldValue, vocabularies: Vocabularies): FieldItem => ({
  label: field.label,
  standardName: field.standardNames?.[0] ?? field.key,
  value: <Value field={field} value={value} vocabularies={vocabularies} />,
})

type Props = { field: Field; value: FieldValue; vocabularies: Vocabularies }

function Value({ field, value, vocabularies }: Props) {
  if (Array.isArray(value))
    return <Several field={field} value={value} vocabularies={vocabularies} />
  if (value === null) return <></>
  if (field.vocabulary)
    return <Code field={field} code={String(value)} vocabularies={vocabularies} />
  if (field.type === 'url')
    return (
      <a href={String(value)} rel="noopener nofollow">
        {String(value)}
      </a>
    )
  if (field.type === 'email') return <a href={`mailto:${String(value)}`}>{String(value)}</a>
  if (field.type === 'longtext') return <Paragraphs text={String(value)} />
  return <Plain field={field} value={value} />
}

function Plain({ field, value }: { field: Field; value: string | number | boolean }) {
  const lang = useLang()
  const t = useText()
  if (typeof value === 'boolean') return <>{t(value ? partWords.yes : partWords.no)}</>
  if (typeof value === 'number')
    return (
      <span class="numeric">
        {field.unit
          ? formatQuantity(value, field.unit, lang)
          : isYear(field)
            ? String(value)
            : formatNumber(value, lang, field.decimals ?? 6)}
      </span>
    )
  return <Written field={field} raw={value} />
}

/** A text, in words where it has a form of its own; what was written stays beside it. */
function Written({ field, raw }: { field: Field; raw: string }) {
  const lang = useLang()
  if (field.type === 'partial_date') return <span title={raw}>{formatPartialDate(raw, lang)}</span>
  if (field.type === 'date') return <time datetime={raw}>{formatDate(raw, lang)}</time>
  const said = field.parse?.(raw)?.words
  if (!said) return <>{raw}</>
  return (
    <>
      {said[lang]} <code class="quiet">{raw}</code>
    </>
  )
}

/** A year is a name, not a quantity: no thousands separator. */
const isYear = ({ key }: Field) => /year$/i.test(key)

function Paragraphs({ text }: { text: string }) {
  return (
    <>
      {text.split(/\n+/).map((line) => (
        <p>{line}</p>
      ))}
    </>
  )
}

function Code({
  field,
  code,
  vocabularies,
}: {
  field: Field
  code: string
  vocabularies: Vocabularies
}) {
  return <CodeValue code={code} label={labelOf(vocabularies, field.vocabulary, code)} />
}

const labelOf = (
  vocabularies: Vocabularies,
  name: string | undefined,
  code: string,
): LocalText | undefined => vocabularies.get(name ?? '')?.terms.get(code)?.label

type SeveralProps = {
  field: Field
  value: readonly (string | FieldRow)[]
  vocabularies: Vocabularies
}

function Several({ field, value, vocabularies }: SeveralProps) {
  if (field.columns) return <Rows field={field} rows={value} vocabularies={vocabularies} />
  return (
    <ul class="value-list">
      {value
        .filter((one) => typeof one === 'string')
        .map((one) => (
          <li>
            {field.vocabulary ? (
              <Code field={field} code={one} vocabularies={vocabularies} />
            ) : (
              <Cited text={one} />
            )}
          </li>
        ))}
    </ul>
  )
}

/** A DOI in a text leads to what it names. */
function Cited({ text }: { text: string }) {
  const doi = /\b10\.\d{4,9}\/[^\s"<>]*[^\s"<>.,;)]/.exec(text)
  if (!doi) return <>{text}</>
  const [name] = doi
  return (
    <>
      {text.slice(0, doi.index)}
      <a href={`https://doi.org/${encodeURI(name)}`}>{name}</a>
      {text.slice(doi.index + name.length)}
    </>
  )
}

/** Structured entries: each a line of its named facts. */
function Rows({
  field,
  rows,
  vocabularies,
}: {
  field: Field
  rows: SeveralProps['value']
  vocabularies: Vocabularies
}) {
  return (
    <ol class="value-rows">
      {rows.map((row) => (
        <li>
          {typeof row === 'string'
            ? row
            : (field.columns ?? [])
                .filter(({ key }) => !isEmpty(row[key] ?? null))
                .map((column) => (
                  <span class="value-cell">
                    <Local as="span" class="quiet" text={column.label} />{' '}
                    <Value
                      field={column}
                      value={row[column.key] ?? null}
                      vocabularies={vocabularies}
                    />
                  </span>
                ))}
        </li>
      ))}
    </ol>
  )
}
