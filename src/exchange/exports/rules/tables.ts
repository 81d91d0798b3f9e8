import { accessNames, kindNames, visibilityNames } from '../../../catalog/records/words.ts'
import { type Kind, kinds } from '../../../catalog/records/model/record.ts'
import type { FoundRecord, WholeSearch } from '../../../catalog/exports/model.ts'
import type { Field } from '../../../core/fields.ts'
import { inLang, type Text } from '../../../core/text.ts'
import { isoOf } from '../../../core/time.ts'
import { fieldsOf, kindDefinitions } from '../../../kinds.ts'
import type { Cell, ExportColumn, ExportFacts } from '../model.ts'
import { exportWords as words } from '../words.ts'
import { isFreeText, labelOf, wordedCell } from './cells.ts'

/** The kinds that a search may find; all of them where it names none. */
export const kindsIn = ({ kind }: Pick<WholeSearch, 'kind'>): readonly Kind[] =>
  kind && kind.length > 0 ? kinds.filter((one) => kind.includes(one)) : kinds

/** Fields of these kinds in all their profiles, each once; what is a table itself has no column. */
const columnFields = (asked: readonly Kind[]): { kind: Kind; field: Field }[] =>
  asked.flatMap((kind) => {
    const { profiles } = kindDefinitions[kind]
    const each = profiles.length > 0 ? profiles.map(({ key }) => key) : [null]
    const fields = each.flatMap((profile) => fieldsOf(kind, profile))
    return [...new Map(fields.map((field) => [field.key, field])).values()]
      .filter(({ type }) => type !== 'rows')
      .map((field) => ({ kind, field }))
  })

/** A table for people: what every record has, then the fields of the kinds asked for, in the reader's language. */
export function readableColumns(asked: readonly Kind[], facts: ExportFacts): ExportColumn[] {
  const fields = columnFields(asked).map(({ kind, field }) => ({
    heading: headingOf(field.label, asked.length > 1 ? kindNames[kind] : undefined, facts),
    isFree: isFreeText(field),
    cell: (record: FoundRecord) =>
      record.kind === kind ? wordedCell(field, record.values[field.key], facts) : null,
  }))
  return [...commonColumns(facts), ...fields]
}

const headingOf = (label: Text, kind: Text | undefined, { lang }: ExportFacts) =>
  kind ? `${kind[lang]} · ${label[lang]}` : label[lang]

type Common = readonly [heading: Text, cell: (record: FoundRecord) => Cell]

function commonColumns(facts: ExportFacts): ExportColumn[] {
  const { lang, baseUrl } = facts
  const columns: readonly Common[] = [
    [words.titleZh, ({ title }) => title.zh],
    [words.titleEn, ({ title }) => title.en],
    [words.kind, ({ kind }) => kindNames[kind][lang]],
    [words.institution, ({ institution }) => inLang(institution.name, lang)],
    [words.library, ({ library }) => library && labelOf(facts, 'library', library)],
    [words.access, ({ access }) => accessNames[access][lang]],
    [words.state, ({ visibility }) => visibilityNames[visibility][lang]],
    [words.summary, ({ summary }) => inLang(summary, lang) || null],
    [words.keywords, ({ keywords }) => keywords.join(';') || null],
    [words.updated, ({ updatedAt }) => isoOf(updatedAt)],
    [words.address, ({ id }) => `${baseUrl}/records/${id}`],
    [words.id, ({ id }) => id],
  ]
  return columns.map(([heading, cell]) => ({ heading: heading[lang], cell, isFree: true }))
}

/** A record as a line of JSON, shaped as the API answers it. */
export const jsonOf = ({ institution, values, updatedAt, ...record }: FoundRecord): string =>
  JSON.stringify({
    id: record.id,
    kind: record.kind,
    profile: record.profile,
    title: record.title,
    summary: record.summary,
    institution: { id: institution.id, name: institution.name },
    library: record.library,
    visibility: record.visibility,
    audience: record.audience,
    access: record.access,
    keywords: record.keywords,
    subjects: record.subjects,
    identifiers: record.identifiers,
    updatedAt: isoOf(updatedAt),
    ...values,
  })
