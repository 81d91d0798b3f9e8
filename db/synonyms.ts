import { type Kysely, sql } from 'kysely'
import { keyOf } from '../src/catalog/search/rules/terms.ts'
import { type SynonymData, synonyms } from './vocabularies/synonyms.ts'

/** Adds the groups of synonyms that the database does not have yet; what was changed or closed there stays so. */
export async function installSynonyms<DB>(
  db: Kysely<DB>,
  groups: readonly SynonymData[] = synonyms,
): Promise<void> {
  const rows = groups.map((group) => ({
    ...group,
    keys: [...new Set(group.words.map(keyOf).filter(Boolean))],
  }))
  await sql`
    insert into synonym_group (code, words, narrower, keys, created_at)
    select code, words, narrower, keys, now()
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as given (code text, words text[], narrower text[], keys text[])
    on conflict (code) do nothing
  `.execute(db)
}
