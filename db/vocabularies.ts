import { type Kysely, sql } from 'kysely'
import { animals } from './vocabularies/animals.ts'
import { common } from './vocabularies/common.ts'
import { countries } from './vocabularies/countries.ts'
import { dataciteResources } from './vocabularies/datacite-resources.ts'
import { datacite } from './vocabularies/datacite.ts'
import { datasets } from './vocabularies/datasets.ts'
import type { VocabularyData } from './vocabularies/define.ts'
import { duo } from './vocabularies/duo.ts'
import { germplasm } from './vocabularies/germplasm.ts'
import { instrumentCategories } from './vocabularies/instrument-categories.ts'
import { instruments } from './vocabularies/instruments.ts'
import { licences } from './vocabularies/licences.ts'
import { mcpd } from './vocabularies/mcpd.ts'
import { miabisBiobank } from './vocabularies/miabis-biobank.ts'
import { miabisSamples } from './vocabularies/miabis-samples.ts'
import { miabis } from './vocabularies/miabis.ts'
import { microbes } from './vocabularies/microbes.ts'
import { regions } from './vocabularies/regions.ts'
import { relations } from './vocabularies/relations.ts'
import { subjects } from './vocabularies/subjects.ts'

/** Every code list that ships with the program, all versions of it. */
export const allVocabularies: readonly VocabularyData[] = [
  ...common,
  ...relations,
  ...licences,
  ...countries,
  ...regions,
  ...subjects,
  ...instruments,
  ...instrumentCategories,
  ...mcpd,
  ...germplasm,
  ...microbes,
  ...animals,
  ...datasets,
  ...duo,
  ...datacite,
  ...dataciteResources,
  ...miabis,
  ...miabisBiobank,
  ...miabisSamples,
]

/**
 * Adds what the database does not have yet; doing it twice changes nothing. A version that is new here becomes
 * the current one; a version that an administrator made current since then stays so.
 */
export async function installVocabularies<DB>(
  db: Kysely<DB>,
  vocabularies: readonly VocabularyData[] = allVocabularies,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const added = await addVersions(trx, vocabularies)
    await addTerms(trx, vocabularies)
    const current = vocabularies.filter(
      ({ name, version, superseded }) =>
        !superseded && added.some((row) => row.name === name && row.version === version),
    )
    await makeCurrent(trx, current)
  })
}

async function addVersions<DB>(trx: Kysely<DB>, vocabularies: readonly VocabularyData[]) {
  const rows = vocabularies.map(({ name, version, title, source }) => ({
    name,
    version,
    title_zh: title.zh,
    title_en: title.en,
    source,
  }))
  const { rows: added } = await sql<{ name: string; version: string }>`
    insert into vocabulary (name, version, title_zh, title_en, source, is_current)
    select name, version, title_zh, title_en, source, false
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as given (name text, version text, title_zh text, title_en text, source text)
    on conflict (name, version) do nothing
    returning name, version
  `.execute(trx)
  return added
}

async function addTerms<DB>(trx: Kysely<DB>, vocabularies: readonly VocabularyData[]) {
  const rows = vocabularies.flatMap(({ name, version, terms }) =>
    terms.map(({ code, label, parent }, position) => ({
      vocabulary: name,
      version,
      code,
      label_zh: label.zh,
      label_en: label.en,
      parent,
      position,
    })),
  )
  await sql`
    insert into vocabulary_term (vocabulary, version, code, label_zh, label_en, parent, position)
    select vocabulary, version, code, label_zh, label_en, parent, position
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (
      vocabulary text, version text, code text, label_zh text, label_en text, parent text, position int
    )
    on conflict (vocabulary, version, code) do nothing
  `.execute(trx)
}

/** The old one first: a vocabulary has one current version at any time. */
async function makeCurrent<DB>(trx: Kysely<DB>, vocabularies: readonly VocabularyData[]) {
  const rows = JSON.stringify(vocabularies.map(({ name, version }) => ({ name, version })))
  const given = sql`jsonb_to_recordset(${rows}::jsonb) as given (name text, version text)`
  await sql`
    update vocabulary
    set is_current = false
    from ${given}
    where vocabulary.name = given.name and vocabulary.is_current
  `.execute(trx)
  await sql`
    update vocabulary
    set is_current = true
    from ${given}
    where vocabulary.name = given.name and vocabulary.version = given.version
  `.execute(trx)
}
