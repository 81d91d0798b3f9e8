import { createRecord, findImported } from '../../catalog/records/actions/create.ts'
import { newRecordShape } from '../../catalog/records/model/shapes.ts'
import { catalogWords } from '../../catalog/records/words.ts'
import type { z } from 'zod'
import { issuesOf } from '../../core/issues.ts'
import type { Context } from '../../core/context.ts'
import { Problem } from '../../core/problem.ts'
import type { Text } from '../../core/text.ts'
import { createBiobank } from '../../samples/biobanks/actions.ts'
import { biobankForm } from '../../samples/biobanks/model.ts'
import { createNetwork } from '../../samples/networks/actions.ts'
import { networkForm } from '../../samples/networks/model.ts'
import type { Directory, Entry } from './rules.ts'

type Outcome = { made: number; refused: { id: string; why: Text }[] }

/**
 * Adds what a directory names to an institution: biobanks and networks at once, collections as drafts for somebody to
 * look at. What is there already, by its identifier, is refused and stays as it is.
 */
export async function importDirectory(
  ctx: Context,
  { biobanks, networks, collections }: Directory,
  institution: string,
): Promise<Outcome> {
  const source = `directory:${institution}:collection`
  const known = await findImported(
    ctx,
    source,
    collections.map(({ id }) => id),
  )
  const makers: readonly (readonly [readonly Entry[], (entry: Entry) => Promise<unknown>])[] = [
    [
      biobanks,
      ({ values }) =>
        createBiobank(ctx, parseOrThrow(biobankForm.schema, { ...values, institution })),
    ],
    [
      networks,
      ({ values }) =>
        createNetwork(ctx, parseOrThrow(networkForm.schema, { ...values, institution })),
    ],
    [
      collections.filter(({ id }) => !known.has(id)),
      ({ id, values }) =>
        createRecord(
          ctx,
          'collection',
          parseOrThrow(newRecordShape('collection'), { ...values, institution }),
          { from: { source, sourceKey: id } },
        ),
    ],
  ]
  const outcome: Outcome = { made: 0, refused: [] }
  for (const [entries, make] of makers)
    for (const entry of entries)
      // oxlint-disable-next-line no-await-in-loop -- each by itself, so that one refusal is of one entry
      await made(outcome, entry, make)
  return outcome
}

async function made(
  outcome: Outcome,
  entry: Entry,
  make: (entry: Entry) => Promise<unknown>,
): Promise<void> {
  try {
    await make(entry)
    outcome.made += 1
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    const [issue] = error.facts.issues ?? []
    outcome.refused.push({ id: entry.id, why: issue?.message ?? error.detail })
  }
}

function parseOrThrow<Shape extends z.ZodType>(shape: Shape, input: unknown): z.output<Shape> {
  const { success, data, error } = shape.safeParse(input)
  if (success) return data
  throw new Problem('invalid', catalogWords.invalid, { issues: issuesOf(error, input) })
}
