import { isId } from '../../../core/shapes.ts'
import { questionOf } from '../../../catalog/search/rules/question.ts'
import type { Candidates } from '../queries/fitting.ts'

/** Which instruments somebody looks for, in their own words; absent fields do not narrow. */
export type Wanted = {
  /** Code of vocabulary `instrument_category`; one that ends in zeros means all inside it. */
  category?: string | undefined
  /** GB/T 2260, likewise. */
  region?: string | undefined
  institution?: string | undefined
  /** Read as the catalogue's search reads it. */
  q?: string | undefined
}

/** The same as the queries take it; undefined where nothing can fit. */
export function candidatesOf({
  category,
  region,
  institution,
  q = '',
}: Wanted): Candidates | undefined {
  if (institution !== undefined && !isId(institution)) return undefined
  return {
    categoryPrefix: category && prefixOf(category),
    regionPrefix: region && prefixOf(region),
    institution,
    words: questionOf(q, { apart: true })?.words,
  }
}

/** `0204` for `020400`, `62` for `620000`. */
const prefixOf = (code: string): string => code.replace(/(?:00)+$/, '')
