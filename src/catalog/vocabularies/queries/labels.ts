import { sql } from 'kysely'
import type { Db } from '../../../core/database.ts'
import type { LocalText } from '../../../core/text.ts'
import { kindDefinitions } from '../../../kinds.ts'
import { visibilities } from '../../records/model/record.ts'
import type { FacetName } from '../../search/model.ts'
import { facetWords } from '../../search/words/search.ts'
import type { Tally } from '../../search/queries/facets.ts'
import { vocabulariesNamed } from './vocabularies.ts'

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
  const written = value.replace('..', '–')
  return found[facet] ?? { zh: written, en: written }
}
