import type { FieldValues } from '../../../core/fields.ts'
import type { LocalText } from '../../../core/text.ts'
import { fieldsOf } from '../../../kinds.ts'
import type { Kind } from '../model/record.ts'
import type { Highlight } from '../../search/model.ts'
import { hitWords } from '../../search/words/search.ts'
import { highlightsOf, type Shown } from '../../search/rules/highlight.ts'
import type { Marks } from '../../search/rules/question.ts'
import { type Labels, type RecordName, textsOf } from './sections.ts'

/** What of a record may be shown to say why it was found, the most telling first. */
export type Findable = {
  title: LocalText
  summary: LocalText
  keywords: readonly string[]
  institution: LocalText
  names: readonly Pick<RecordName, 'name' | 'type'>[]
}

/** Besides titles. */
const mostHighlights = 3

/** Hits in the titles, both of them whole, and in a few of the other common texts. */
export function commonHighlights(record: Findable, marks: Marks): Highlight[] {
  const { title, summary, institution, names, keywords } = record
  const titles = highlightsOf(
    [
      { field: 'title.zh', label: hitWords.title, text: title.zh, isWhole: true },
      { field: 'title.en', label: hitWords.title, text: title.en, isWhole: true },
    ],
    marks,
  )
  const others = highlightsOf(
    [
      ...names
        .filter(({ type }) => type !== 'title')
        .map(({ name, type }) => ({ field: type, label: hitWords[type], text: name })),
      ...keywords.map((text) => ({ field: 'keyword', label: hitWords.keyword, text })),
      { field: 'summary.zh', label: hitWords.summary, text: summary.zh },
      { field: 'summary.en', label: hitWords.summary, text: summary.en },
      { field: 'institution', label: hitWords.institution, text: institution.zh },
      { field: 'institution', label: hitWords.institution, text: institution.en },
    ],
    marks,
  )
  return [...titles, ...others.slice(0, mostHighlights)]
}

type Own = { kind: Kind; profile: string | null; values: FieldValues; labels: Labels }

/** Hits in the kind's own fields, those that everybody may see; codes by their labels. */
export function ownHighlights({ kind, profile, values, labels }: Own, marks: Marks): Highlight[] {
  const texts = fieldsOf(kind, profile)
    .filter(({ search, internal }) => search && !internal)
    .flatMap((field) =>
      textsOf(field, values, labels).map((text): Shown => ({
        field: field.key,
        label: field.label,
        text,
      })),
    )
  return highlightsOf(texts, marks).slice(0, mostHighlights)
}
