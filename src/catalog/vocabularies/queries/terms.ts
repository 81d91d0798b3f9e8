import { sql } from 'kysely'
import type { Db, Trx } from '../../../core/database.ts'
import type { Text, LocalText } from '../../../core/text.ts'
import { kindDefinitions } from '../../../kinds.ts'
import { visibilities } from '../../records/model/record.ts'
import type { FacetName } from '../../search/model.ts'
import { facetWords } from '../../search/words.ts'
import type { Tally } from '../../search/queries/facets.ts'

/** `isCurrent`: forms offer it. */
export type Term = { code: string; label: Text; parent: string | null; isCurrent: boolean }
type Vocabulary = { name: string; title: Text; terms: Map<string, Term> }
export type Vocabularies = ReadonlyMap<string, Vocabulary>

/**
 * The named vocabularies: terms of the current version first, then those that only older versions have,
 * so that a record made long ago still shows its labels. One query, by `vocabulary_term_pkey`.
 */
export async function vocabulariesNamed(
  db: Db,
  names: readonly string[],
  /** Only these terms are asked for. */
  codes?: readonly string[],
): Promise<Vocabularies> {
  const found = new Map<string, Vocabulary>()
  if (names.length === 0) return found
  for (const row of await termRows(db, names, codes)) {
    const { name, code, parent, isCurrent } = row
    const vocabulary = found.get(name) ?? {
      name,
      title: { zh: row.titleZh, en: row.titleEn },
      terms: new Map<string, Term>(),
    }
    found.set(name, vocabulary)
    if (!vocabulary.terms.has(code))
      vocabulary.terms.set(code, {
        code,
        label: { zh: row.labelZh, en: row.labelEn },
        parent,
        isCurrent,
      })
  }
  return found
}

async function termRows(db: Db, names: readonly string[], codes: readonly string[] | undefined) {
  return db
    .selectFrom('vocabulary_term as term')
    .innerJoin('vocabulary', (join) =>
      join
        .onRef('vocabulary.name', '=', 'term.vocabulary')
        .onRef('vocabulary.version', '=', 'term.version'),
    )
    .where('vocabulary.name', 'in', [...new Set(names)])
    .$if(codes !== undefined, (query) =>
      query.where(sql<boolean>`term.code = any(${codes}::text[])`),
    )
    .select([
      'vocabulary.name',
      'vocabulary.title_zh as titleZh',
      'vocabulary.title_en as titleEn',
      sql<boolean>`vocabulary.is_current and term.is_offered`.as('isCurrent'),
      'term.code',
      'term.label_zh as labelZh',
      'term.label_en as labelEn',
      'term.parent',
    ])
    .orderBy('vocabulary.is_current', 'desc')
    .orderBy('vocabulary.version', 'desc')
    .orderBy('term.position')
    .execute()
}

type NewTerm = {
  vocabulary: string
  code: string
  label: Text
  parent: string | null
  position: number
  isOffered: boolean
}

/** Writes a term of the current version, new or changed. */
export async function upsertTerm(trx: Trx, term: NewTerm): Promise<void> {
  await sql`
    insert into vocabulary_term (vocabulary, version, code, label_zh, label_en, parent, position, is_offered)
    select name, version, ${term.code}, ${term.label.zh}, ${term.label.en}, ${term.parent}, ${term.position},
      ${term.isOffered}
    from vocabulary
    where name = ${term.vocabulary} and is_current
    on conflict (vocabulary, version, code) do update
    set label_zh = excluded.label_zh,
        label_en = excluded.label_en,
        parent = excluded.parent,
        position = excluded.position,
        is_offered = excluded.is_offered
  `.execute(trx)
}

export type FacetLabels = (facet: FacetName, value: string) => LocalText

const vocabularyOf: Partial<Record<FacetName, string>> = {
  library: 'library',
  region: 'region',
  subject: 'subject',
  access: 'access',
}

/** Labels of counted values: institutions and code lists by query, the rest from the program's own words. */
export async function labelsOf(db: Db, counted: Tally['facets']): Promise<FacetLabels> {
  const valuesOf = (facet: FacetName) =>
    counted.filter((one) => one.facet === facet).map(({ value }) => value)
  const coded = counted.filter(({ facet }) => vocabularyOf[facet])
  const names = [...new Set(coded.flatMap(({ facet }) => vocabularyOf[facet] ?? []))]
  const [institutions, vocabularies] = await Promise.all([
    institutionsNamed(db, valuesOf('institution')),
    vocabulariesNamed(
      db,
      names,
      coded.map(({ value }) => value),
    ),
  ])
  return (facet, value) =>
    institutions.get(value) ??
    vocabularies.get(vocabularyOf[facet] ?? '')?.terms.get(value)?.label ??
    ownLabel(facet, value)
}

async function institutionsNamed(db: Db, ids: readonly string[]): Promise<Map<string, LocalText>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('institution')
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .select(['id', 'name_zh as zh', 'name_en as en'])
    .execute()
  return new Map(rows.map(({ id, zh, en }) => [id, { zh, en }]))
}

function ownLabel(facet: FacetName, value: string): LocalText {
  const definitions = Object.values(kindDefinitions)
  const shown = visibilities.find((one) => one === value)
  const found: Partial<Record<FacetName, LocalText | undefined>> = {
    kind: definitions.find(({ kind }) => kind === value)?.label,
    profile: definitions.flatMap(({ profiles }) => profiles).find(({ key }) => key === value)
      ?.label,
    has_image: value === 'true' ? facetWords.withImage : facetWords.withoutImage,
    visibility: shown && facetWords.visibility[shown],
  }
  const named = definitions.flatMap(({ facets = {} }) =>
    Object.entries(facets).flatMap(([name, names]) => (name === facet ? (names[value] ?? []) : [])),
  )
  const written = value.replace('..', '–')
  return found[facet] ?? named[0] ?? { zh: written, en: written }
}
