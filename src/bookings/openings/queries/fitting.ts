import { sql } from 'kysely'

/** Which instruments somebody looks for; what is not there does not narrow. */
export type Candidates = {
  /** `0204` for all codes that begin so. */
  categoryPrefix?: string | undefined
  regionPrefix?: string | undefined
  institution?: string | undefined
  /** A tsquery of the catalogue's search. */
  words?: string | undefined
}

/** The query names the tables `record` and `instrument`. */
export function fitting({ categoryPrefix, regionPrefix, institution, words }: Candidates) {
  const narrowing = [
    categoryPrefix !== undefined && sql`instrument.instr_category like ${`${categoryPrefix}%`}`,
    regionPrefix !== undefined && sql`record.region like ${`${regionPrefix}%`}`,
    institution !== undefined && sql`record.institution_id = ${institution}::uuid`,
    words !== undefined && sql`record.document @@ ${words}::tsquery`,
    sql`true`,
  ].filter((part) => part !== false)
  return sql.join(narrowing, sql` and `)
}
