import type {
  Field,
  FieldRow,
  FieldValue,
  FieldValues,
  SearchWeight,
} from '../../../core/fields.ts'
import type { LocalText, Text } from '../../../core/text.ts'
import { fieldsOf, kindDefinitions } from '../../../kinds.ts'
import type { Access, Audience, Identifier, Kind, Visibility } from '../model/record.ts'
import { regionCode } from '../../search/rules/facets.ts'
import { type Marks } from '../../search/rules/question.ts'
import { keyOf } from '../../search/rules/terms.ts'
import type { Highlight } from '../../search/model.ts'
import { hitWords } from '../../search/words.ts'
import { highlightsOf, type Shown } from '../../search/rules/results.ts'

/** What the document of a record is made of. */
export type Indexable = {
  id: string
  kind: Kind
  profile: string | null
  library: string | null
  collectionId: string | null
  /** The institution that keeps it as a deposit. */
  depositedWithId?: string | null
  institution: { id: string; name: LocalText; region: string | null }
  title: LocalText
  summary: LocalText
  keywords: readonly string[]
  subjects: readonly string[]
  identifiers: readonly Identifier[]
  access: Access
  audience: Audience
  visibility: Visibility
  /** Its place in the order of listing. */
  listedNo: number
  hasImage: boolean
  values: FieldValues
  /** Its taxon and those above it, the lowest first; absent where the taxonomy has no such name. */
  line?: readonly TaxonOfLine[]
  /** Names of columns and variables in its files, those that everybody may read. */
  variables?: readonly string[]
}

export type TaxonOfLine = {
  /** The taxon whose very name the record has: this one, or a synonym of it. */
  namedId: string
  scientificName: string
  names: readonly string[]
  otherNames: string | null
  protection: string | null
  /** Of the record's own taxon only. */
  synonyms: readonly string[]
}

export type RecordName = { name: string; key: string; type: 'title' | 'name' | 'number' | 'taxon' }

/** One text of a record, and how much a hit in it counts. */
export type Section = [weight: SearchWeight, text: string]

/** Labels of codes, by vocabulary. */
export type Labels = {
  get(vocabulary: string): { terms: ReadonlyMap<string, { label: Text }> } | undefined
}

/** The place that a record is found under: its own, or its institution's. */
export const regionOf = (own: string | null, institution: string | null) =>
  regionCode(own ?? institution ?? '') || null

/** Codes whose labels the document has: ask the vocabularies for these. */
export function codesToLabel(record: Indexable): string[] {
  const { kind, profile, institution, values, library, subjects } = record
  const region = regionOf(kindDefinitions[kind].factsOf(values, profile).region, institution.region)
  const common = [library, region, region && region.slice(0, 4)]
  return [...codesIn(record), ...subjects, ...common.filter((code) => code !== null)]
}

/** Those of the kind's own searched fields. */
export const codesIn = ({
  kind,
  profile,
  values,
}: Pick<Indexable, 'kind' | 'profile' | 'values'>) =>
  fieldsOf(kind, profile).flatMap(({ key, search, vocabulary }) =>
    search && vocabulary ? entriesOf(values[key]).map(String) : [],
  )

type Facts = { names: readonly string[]; numbers: readonly string[]; taxon: string | null }

/** Titles, numbers, names and the taxon, each once. */
export function namesOf(record: Indexable, { names, numbers, taxon }: Facts): RecordName[] {
  const given: [RecordName['type'], readonly (string | null)[]][] = [
    ['title', [record.title.zh, record.title.en]],
    ['number', [...numbers, ...record.identifiers.map(({ value }) => value)]],
    ['name', names],
    ['taxon', [taxon]],
  ]
  const byKey = new Map<string, RecordName>()
  for (const [type, texts] of given)
    for (const name of texts) {
      const key = keyOf(name ?? '')
      if (name && key && !byKey.has(key)) byKey.set(key, { name: name.slice(0, 500), key, type })
    }
  return [...byKey.values()].slice(0, 200)
}

type Known = { names: readonly RecordName[]; region: string | null; labels: Labels }

/** Every text that is searched, the weightiest first. What only curators see is not. */
export function sectionsOf(record: Indexable, { names, region, labels }: Known): Section[] {
  const sections: Section[] = [
    ...names.map(({ name, type }): Section => [
      type === 'title' || type === 'number' ? 'A' : 'B',
      name,
    ]),
    ...record.keywords.map((keyword): Section => ['B', keyword]),
    ...(record.line ?? []).flatMap(taxonSections),
    ...fieldSections(fieldsOf(record.kind, record.profile), record.values, labels),
    ...commonSections(record, region, labels),
    ...(record.variables ?? []).map((name): Section => ['D', name]),
  ]
  const byText = new Map<string, Section>()
  for (const section of sections) if (!byText.has(section[1])) byText.set(section[1], section)
  return [...byText.values()]
}

/** A record is found by every name of its taxon, and by those above it. */
const taxonSections = (taxon: TaxonOfLine, height: number): Section[] =>
  [taxon.scientificName, ...taxon.names, ...namesIn(taxon.otherNames), ...taxon.synonyms].map(
    (name): Section => [height === 0 ? 'B' : 'C', name],
  )

const namesIn = (text: string | null) =>
  (text ?? '')
    .split(/[；;]/)
    .map((name) => name.trim())
    .filter(Boolean)

/** The name that a record's taxon is looked up by. */
export const taxonNameOf = ({
  kind,
  profile,
  values,
}: Pick<Indexable, 'kind' | 'profile' | 'values'>): string | null =>
  kindDefinitions[kind].factsOf(values, profile).taxon

const weights = ['A', 'B', 'C', 'D'] as const

function fieldSections(fields: readonly Field[], values: FieldValues, labels: Labels): Section[] {
  const sections = fields
    .filter(({ search, internal }) => search && !internal)
    .flatMap((field) =>
      textsOf(field, values, labels).map((text): Section => [field.search ?? 'D', text]),
    )
  return sections.toSorted(([one], [other]) => weights.indexOf(one) - weights.indexOf(other))
}

/** Texts of one field, codes by their labels; columns that only curators see are left out. */
function textsOf(field: Field, values: FieldValues | FieldRow, labels: Labels): string[] {
  return entriesOf(values[field.key]).flatMap((entry) => {
    if (typeof entry === 'object')
      return (field.columns ?? [])
        .filter(({ internal }) => !internal)
        .flatMap((column) => textsOf(column, entry, labels))
    if (typeof entry === 'boolean') return []
    return labelled(labels, field.vocabulary, String(entry)) ?? [String(entry)]
  })
}

function entriesOf(value: FieldValue | undefined): (string | number | boolean | FieldRow)[] {
  if (value === null || value === undefined) return []
  return Array.isArray(value) ? value : [value]
}

function labelled(labels: Labels, vocabulary: string | undefined, code: string | null) {
  const label = vocabulary && code && labels.get(vocabulary)?.terms.get(code)?.label
  return label ? [label.zh, label.en] : undefined
}

function commonSections(record: Indexable, region: string | null, labels: Labels): Section[] {
  const { institution, summary, subjects, library } = record
  const coded: [vocabulary: string, code: string | null][] = [
    ['region', region],
    ['region', region && region.slice(0, 4)],
    ['library', library],
    ...subjects.map((subject): [string, string] => ['subject', subject]),
  ]
  const texts = [
    institution.name.zh,
    institution.name.en,
    ...coded.flatMap(([vocabulary, code]) => labelled(labels, vocabulary, code) ?? []),
    summary.zh,
    summary.en,
  ]
  return texts.filter((text) => text !== null).map((text): Section => ['C', text])
}

/** What of a record may be shown to say why it was found, the most telling first. */
type Findable = {
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
