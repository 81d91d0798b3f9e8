import type { Text } from '../../src/core/text.ts'

export type TermData = { code: string; label: Text; parent?: string }

/** One version of a code list, as it is written into the database. */
export type VocabularyData = {
  name: string
  version: string
  title: Text
  /** Where the list comes from, and what of it could not be verified. */
  source: string
  /** An older or alternative version: its terms are understood, forms do not offer them. */
  superseded?: boolean
  terms: readonly TermData[]
}

type Row = readonly [code: string, zh: string, en: string, parent?: string]

export const terms = (rows: readonly Row[]): TermData[] =>
  rows.map(([code, zh, en, parent]) => ({
    code,
    label: { zh, en },
    ...(parent !== undefined && { parent }),
  }))
