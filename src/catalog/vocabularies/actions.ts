import type { Context } from '../../core/context.ts'
import { type Term, vocabulariesNamed } from './queries.ts'

/** What another area keeps as a code list: its terms are written with what they stand for. */
export { upsertTerm } from './queries.ts'

/** The terms that forms offer, in their order. */
export async function currentTerms(ctx: Context, vocabulary: string): Promise<Term[]> {
  const terms = await termsOf(ctx, vocabulary)
  return [...terms.values()].filter(({ isCurrent }) => isCurrent)
}

/** A term by its code, of any version. */
export async function findTerm(
  ctx: Context,
  vocabulary: string,
  code: string,
): Promise<Term | undefined> {
  return (await termsOf(ctx, vocabulary)).get(code)
}

async function termsOf(ctx: Context, vocabulary: string): Promise<ReadonlyMap<string, Term>> {
  const vocabularies = await vocabulariesNamed(ctx.db, [vocabulary])
  return vocabularies.get(vocabulary)?.terms ?? new Map()
}
