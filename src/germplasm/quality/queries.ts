import { sql } from 'kysely'
import type { Actor } from '../../core/actor.ts'
import { type Db, local, named, pageBy } from '../../core/database.ts'
import type { Paging } from '../../core/paging.ts'
import type { Visibility } from '../../catalog/records/model/record.ts'
import { facetTerm, quoted } from '../../catalog/search/rules/terms.ts'
import { keptOnly, listedFor } from '../../catalog/visible.ts'
import type { IncompleteFilter, SuspiciousFilter } from './model.ts'
import type { keptFindingCodes } from './words.ts'

/** Plant passports that the actor keeps, the least complete first. By `record_completeness`. */
export async function listIncomplete(db: Db, actor: Actor, asked: Paging & IncompleteFilter) {
  const { below, ...filter } = asked
  const rows = keptPassports(db, actor, filter)
    .where('record.completeness', 'is not', null)
    .$if(below !== undefined, (some) => some.where('record.completeness', '<', Number(below) * 100))
    .select([
      sql<number>`record.completeness`.as('completeness'),
      sql<number>`record.completeness / 100.0`.as('index'),
    ])
  return pageBy(db, { rows, by: { completeness: 'record.completeness', id: 'record.id' } }, asked)
}

/** Passports that the actor keeps and that have findings, the newest record first. By `record_suspicious`. */
export async function listSuspicious(db: Db, actor: Actor, asked: Paging & SuspiciousFilter) {
  const { code, ...filter } = asked
  const rows = keptPassports(db, actor, filter)
    .where(sql<boolean>`record.findings <> '{}'`)
    .$if(code !== undefined, (some) => some.where(sql<boolean>`${code} = any(record.findings)`))
    .select(sql<(typeof keptFindingCodes)[number][]>`record.findings`.as('findings'))
  return pageBy(db, { rows, by: { id: 'record.id' }, direction: 'desc' }, asked)
}

type OfWhom = { institution?: string | undefined; library?: string | undefined }

function keptPassports(db: Db, actor: Actor, { institution, library }: OfWhom) {
  return db
    .selectFrom('record')
    .innerJoin('institution', 'institution.id', 'record.institution_id')
    .innerJoin('accession', 'accession.record_id', 'record.id')
    .where(keptOnly(actor))
    .where('record.visibility', '<>', 'withdrawn')
    .$if(institution !== undefined, (some) =>
      some.where('record.institution_id', '=', institution ?? ''),
    )
    .$if(library !== undefined, (some) => some.where('record.library', '=', library ?? ''))
    .select([
      'record.id',
      'accession.accenumb',
      local('record.title'),
      named('institution'),
      sql<Visibility>`record.visibility`.as('visibility'),
      'record.updated_at as updatedAt',
    ])
}

/** What dates are compared with: the institution’s code, and the year from which it collects and keeps. */
export async function findKeeper(db: Db, institutionId: string) {
  return db
    .selectFrom('institution')
    .where('id', '=', institutionId)
    .select(['wiews', 'founded'])
    .executeTakeFirst()
}

/** Counting stops here: that many are common. */
const common = 200

/**
 * Words of titles and names that look like one word of a scientific name, the most alike first, with how many records
 * that the viewer may see have them in its place; the word itself comes too. By `latin_word_similar` and
 * `record_document`.
 */
export async function wordsLike(
  db: Db,
  actor: Actor,
  { word, genus }: { word: string; genus: string | null },
): Promise<{ word: string; records: number }[]> {
  const before = genus === null ? '' : `${genus} `
  const { rows } = await sql<{ word: string; records: number }>`
    with alike as materialized (
      select word from latin_word
      where word % ${word}
      order by similarity(word, ${word}) desc, word
      limit 6
    )
    select alike.word, (
      select count(*)::int from (
        select from record
        where record.document @@ replace(${quoted(facetTerm('taxon', `${before}%`))}, '%', alike.word)::tsquery
          and ${listedFor(actor)}
        limit ${sql.lit(common)}
      ) as counted
    ) as records
    from alike
  `.execute(db)
  return rows
}
