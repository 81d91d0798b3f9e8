import type { Context } from '../../core/context.ts'
import type { Text } from '../../core/text.ts'
import type { Paging } from '../../core/paging.ts'
import type { TermFilter, VocabularyFilter } from './model.ts'
import { currentVocabularies, listTerms, listVocabularies } from './queries/lists.ts'
import { type Term, vocabulariesNamed } from './queries/terms.ts'

/** What another area keeps as a code list: its terms are written with what they stand for. */
export { upsertTerm } from './queries/terms.ts'

/** The terms of several vocabularies, for pages that draw values of records. */
export { vocabulariesNamed } from './queries/terms.ts'

/** Every version of every vocabulary; anybody may read them. */
export const searchVocabularies = (ctx: Context, asked: Paging & VocabularyFilter) =>
  listVocabularies(ctx.db, asked)

export const searchTerms = (ctx: Context, asked: Paging & TermFilter) => listTerms(ctx.db, asked)

/** Vocabularies for a form's choice. */
export const chooseVocabulary = async (ctx: Context) =>
  (await currentVocabularies(ctx.db)).map(({ name, title }) => ({ value: name, label: title }))

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

export type TermLabels = (vocabulary: string, code: string) => Text | undefined

/** What these codes are called in these vocabularies; one query. */
export async function labelsOfCodes(
  ctx: Context,
  vocabularies: readonly string[],
  codes: readonly string[],
): Promise<TermLabels> {
  const found = await vocabulariesNamed(ctx.db, vocabularies, [...new Set(codes)])
  return (vocabulary, code) => found.get(vocabulary)?.terms.get(code)?.label
}

/** All terms by their codes, those of older versions last. */
export async function termsOf(
  ctx: Context,
  vocabulary: string,
): Promise<ReadonlyMap<string, Term>> {
  const vocabularies = await vocabulariesNamed(ctx.db, [vocabulary])
  return vocabularies.get(vocabulary)?.terms ?? new Map()
}
