import { sql } from 'kysely'
import type { Db } from '../../../core/database.ts'
import type { Text } from '../../../core/text.ts'

export type Term = { code: string; label: Text; parent: string | null; isCurrent: boolean }
export type Vocabulary = { name: string; title: Text; terms: Map<string, Term> }
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
      'vocabulary.is_current as isCurrent',
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
