import { sql } from 'kysely'
import { jsonBuildObject } from 'kysely/helpers/postgres'
import { type Db, local, pageBy } from '../../../core/database.ts'
import type { Paging } from '../../../core/paging.ts'
import { literally } from '../../../core/like.ts'
import type { TermFilter, VocabularyFilter } from '../model.ts'

const likeOf = (q: string) => `%${literally(q)}%`

/** Each version of each vocabulary, in order of name. */
export async function listVocabularies(db: Db, { q, ...paging }: Paging & VocabularyFilter) {
  const like = likeOf(q ?? '')
  const rows = db
    .selectFrom('vocabulary')
    .$if(q !== undefined, (some) =>
      some.where(
        sql<boolean>`(name ilike ${like} or title_zh ilike ${like} or title_en ilike ${like})`,
      ),
    )
    .select((eb) => [
      'name',
      'version',
      local('vocabulary.title'),
      'source',
      'is_current as isCurrent',
      eb
        .selectFrom('vocabulary_term as term')
        .whereRef('term.vocabulary', '=', 'vocabulary.name')
        .whereRef('term.version', '=', 'vocabulary.version')
        .select(sql<number>`count(*)::int`.as('count'))
        .$asScalar()
        .$notNull()
        .as('terms'),
    ])
  return pageBy(
    db,
    { rows, by: { name: 'vocabulary.name', version: 'vocabulary.version' } },
    paging,
  )
}

/** Terms in the order of their vocabularies, then in that of forms. By `vocabulary_term_pkey`. */
export async function listTerms(db: Db, asked: Paging & TermFilter) {
  const { vocabulary, version, q, ...paging } = asked
  const like = likeOf(q ?? '')
  const rows = db
    .selectFrom('vocabulary_term as term')
    .innerJoin('vocabulary', (join) =>
      join
        .onRef('vocabulary.name', '=', 'term.vocabulary')
        .onRef('vocabulary.version', '=', 'term.version'),
    )
    .$if(vocabulary !== undefined, (some) => some.where('term.vocabulary', '=', vocabulary ?? ''))
    .$if(version === undefined, (some) => some.where('vocabulary.is_current', '=', true))
    .$if(version !== undefined, (some) => some.where('term.version', '=', version ?? ''))
    .$if(q !== undefined, (some) =>
      some.where(
        sql<boolean>`(term.code ilike ${like} or term.label_zh ilike ${like} or term.label_en ilike ${like})`,
      ),
    )
    .select((eb) => [
      'term.vocabulary',
      'term.version',
      'term.position',
      'term.code',
      jsonBuildObject({ zh: eb.ref('term.label_zh'), en: eb.ref('term.label_en') }).as('label'),
      local('vocabulary.title'),
      'term.parent',
      'term.is_offered as isOffered',
    ])
  const by = {
    vocabulary: 'term.vocabulary',
    version: 'term.version',
    position: 'term.position',
    code: 'term.code',
  }
  return pageBy(db, { rows, by }, paging)
}

/** Current vocabularies, to choose one from. */
export async function currentVocabularies(db: Db) {
  return db
    .selectFrom('vocabulary')
    .where('is_current', '=', true)
    .select(['name', local('vocabulary.title')])
    .orderBy('name')
    .execute()
}
