import type { Actor } from '../../core/actor.ts'
import type { Answers, Field } from '../../orders/forms/model.ts'
import { issuesOfAnswers } from '../../orders/forms/rules.ts'
import { managesInstitution } from '../../people/roles/rules.ts'

/** Writes a provider's forms: curators of the institution, or of the collection whose form it is. */
export const keepsForms = (
  actor: Actor,
  { institutionId, collectionId }: { institutionId: string; collectionId: string | null },
): boolean =>
  managesInstitution(actor, institutionId) ||
  (actor.type === 'person' &&
    collectionId !== null &&
    actor.curates.collectionIds.includes(collectionId))

/** A list with one of its entries a place earlier (`-1`) or later (`1`); the same where there is no such place. */
export function moved<Row>(rows: readonly Row[], from: number, by: 1 | -1): Row[] {
  const row = rows[from]
  const other = rows[from + by]
  if (row === undefined || other === undefined) return [...rows]
  return rows.map((each, at) => (at === from ? other : at === from + by ? row : each))
}

/** Files of one of several forms, whose names begin with `at`, under the keys of its fields. */
export const filesWithin = <File extends { field: string | null }>(
  at: string,
  files: readonly File[],
): File[] =>
  files.flatMap((file) =>
    file.field?.startsWith(`${at}.`) ? [{ ...file, field: file.field.slice(at.length + 1) }] : [],
  )

/** Those of earlier answers that fit fields of the same key: what a new request begins with. */
export function fittingAnswers(fields: readonly Field[], earlier: Answers): Answers {
  const wrong = new Set(
    issuesOfAnswers(fields, { answers: earlier, files: [] }).map(({ path }) => path),
  )
  return Object.fromEntries(Object.entries(earlier).filter(([key]) => !wrong.has(`answers.${key}`)))
}
