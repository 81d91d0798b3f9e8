import type { z } from 'zod'
import { createRecordsIn, findImported } from '../../../catalog/records/actions/create.ts'
import { changesNothing, editRecord } from '../../../catalog/records/actions/edit.ts'
import {
  type NewRecord,
  newRecordShape,
  type RecordChange,
  recordChangeShape,
} from '../../../catalog/records/model/shapes.ts'
import { commonOf } from '../../../catalog/records/rules/record.ts'
import { catalogWords } from '../../../catalog/records/words.ts'
import type { Context } from '../../../core/context.ts'
import type { OpenTrx } from '../../../core/database.ts'
import { issuesOf } from '../../../core/issues.ts'
import { type Issue, Problem } from '../../../core/problem.ts'
import type { RowProblem } from '../../model.ts'
import type { TableRow } from '../../reading/model.ts'
import type { ImportRow } from '../queries.ts'
import { inputOf, type RowPlan, type RowRead } from '../rules/row.ts'
import { importWords as words } from '../words.ts'

/** A row and what it reads as. */
export type Decided = { row: TableRow; read: RowRead }

type StoredAs = { record_id: string; is_new: boolean; version: number; before?: string }
export type Outcome =
  | { done: 'accepted'; record: StoredAs }
  | { done: 'unchanged' }
  | { done: 'rejected'; problems: readonly RowProblem[] }

type Taking = { found: ImportRow; plan: RowPlan; batch: readonly Decided[] }
type Imported = Awaited<ReturnType<typeof findImported>>
type Known = NonNullable<ReturnType<Imported['get']>>

/** What is to be done with a row: nothing more, to make a record, or to change one. */
type Step =
  | { outcome: Outcome }
  | { number: number; key: string; create: NewRecord }
  | { number: number; known: Known; change: RecordChange }

/** What became of each row, in their order. New records are made together, changes one by one. */
export async function takeBatch(
  ctx: Context,
  trx: OpenTrx,
  { found, plan, batch }: Taking,
): Promise<Outcome[]> {
  const keys = batch.flatMap(({ read }) =>
    'key' in read ? [read.key, ...(read.formerKey === undefined ? [] : [read.formerKey])] : [],
  )
  const imported = await findImported({ ...ctx, db: trx }, sourceOf(found), keys)
  const steps = batch.map((decided) => stepOf({ found, plan, imported }, decided))
  const creations = steps.flatMap((step) => ('create' in step ? [step] : []))
  const made = await makeRecords(ctx, trx, { found, creations })
  const outcomes: Outcome[] = []
  for (const step of steps) {
    const outcome =
      'outcome' in step
        ? step.outcome
        : 'create' in step
          ? made.get(step)
          : // oxlint-disable-next-line no-await-in-loop -- one connection: one after the other
            await changeRecord(ctx, trx, { found, ...step })
    if (outcome) outcomes.push(outcome)
  }
  return outcomes
}

const sourceOf = ({ institutionId, kind }: ImportRow) => `import:${institutionId}:${kind}`

type Facts = { found: ImportRow; plan: RowPlan; imported: Imported }

function stepOf({ found, plan, imported }: Facts, { row, read }: Decided): Step {
  if ('problems' in read) return { outcome: { done: 'rejected', problems: read.problems } }
  const { number } = row
  const known = imported.get(read.key) ?? imported.get(read.formerKey ?? '')
  try {
    if (!known) {
      const { institutionId: institution } = found
      const { profile } = plan
      const input = { ...inputOf(read.record), institution, ...(profile && { profile }) }
      return { number, key: read.key, create: checked(newRecordShape(found.kind), input) }
    }
    const change = checked(recordChangeShape(found.kind), inputOf(read.record, known))
    if (changesNothing(known.row, change)) return { outcome: { done: 'unchanged' } }
    return { number, known, change }
  } catch (error) {
    return { outcome: rejected(number, error) }
  }
}

type Creation = Extract<Step, { create: NewRecord }>
type Making = { found: ImportRow; creations: readonly Creation[] }

/** All at once; where the database refuses them so, one by one, to find which it is. */
async function makeRecords(ctx: Context, trx: OpenTrx, making: Making): Promise<Made> {
  const { found, creations } = making
  if (creations.length === 0) return new Map()
  try {
    return await makeTogether(ctx, trx, making)
  } catch (error) {
    if (!issuesIn(error)) throw error
    const [only, ...others] = creations
    if (only && others.length === 0) return new Map([[only, rejected(only.number, error)]])
    const made: [Creation, Outcome][] = []
    for (const creation of creations)
      // oxlint-disable-next-line no-await-in-loop -- one connection: one after the other
      made.push(...(await makeRecords(ctx, trx, { found, creations: [creation] })))
    return new Map(made)
  }
}

type Made = Map<Creation, Outcome>

async function makeTogether(
  ctx: Context,
  trx: OpenTrx,
  { found, creations }: Making,
): Promise<Made> {
  const { kind, publish, dryRun } = found
  const asked = creations.map(({ key, create }) => ({
    kind,
    input: create,
    publish,
    from: { source: sourceOf(found), sourceKey: key },
  }))
  const made = await saved(trx, dryRun, (point) => createRecordsIn(point, ctx, asked))
  return new Map(
    creations.map((creation, at): [Creation, Outcome] => {
      const one = made[at]
      if (!one || 'refused' in one) return [creation, rejected(creation.number, one?.refused)]
      const record = { record_id: one.id, is_new: true, version: 1 }
      return [creation, { done: 'accepted', record }]
    }),
  )
}

type Changing = { found: ImportRow } & Extract<Step, { change: RecordChange }>

async function changeRecord(
  ctx: Context,
  trx: OpenTrx,
  { found, number, known, change }: Changing,
): Promise<Outcome> {
  try {
    await saved(trx, found.dryRun, (point) =>
      editRecord({ ...ctx, db: point, keyed: (work) => work(point) }, { id: known.row.id }, change),
    )
  } catch (error) {
    return rejected(number, error)
  }
  const whole: Record<string, unknown> = { ...known.values, ...commonOf(known.row) }
  const before = Object.fromEntries(Object.keys(change).map((name) => [name, whole[name]]))
  const version = known.row.version + 1
  const record = { record_id: known.row.id, is_new: false, version, before: JSON.stringify(before) }
  return { done: 'accepted', record }
}

/** Does some work behind a savepoint, and takes it back where it fails or was only a check. */
async function saved<T>(
  trx: OpenTrx,
  isCheck: boolean,
  work: (point: OpenTrx) => Promise<T>,
): Promise<T> {
  const point = await trx.savepoint('rows').execute()
  try {
    const result = await work(point)
    if (isCheck) await point.rollbackToSavepoint('rows').execute()
    return result
  } catch (error) {
    await point.rollbackToSavepoint('rows').execute()
    throw error
  } finally {
    await point.releaseSavepoint('rows').execute()
  }
}

/** A refusal as what is wrong with the row; anything else is a bug, and thrown on. */
function rejected(row: number, error: unknown): Outcome {
  const issues = issuesIn(error)
  if (!issues) throw error
  const problems = issues.map(({ path, message }): RowProblem => ({
    row,
    field: path,
    code: 'invalid',
    detail: message,
  }))
  return { done: 'rejected', problems }
}

/** Why a row was refused; undefined where that is not what happened. */
function issuesIn(error: unknown): readonly Issue[] | undefined {
  if (error instanceof Problem) return error.facts.issues ?? [{ path: '', message: error.detail }]
  // A value or a constraint of the database that no rule foresaw: one row must not end an import.
  const isAboutData = error instanceof Error && 'code' in error && /^2[23]/.test(String(error.code))
  return isAboutData ? [{ path: '', message: words.notStorable }] : undefined
}

/**
 * Checked without the code that zod makes for a shape: the one for a hundred fields is so long that the engine takes
 * 80 MB to optimize it.
 */
function checked<Shape extends z.ZodType>(shape: Shape, input: unknown): z.output<Shape> {
  const { success, data, error } = shape.safeParse(input, { jitless: true })
  if (success) return data
  throw new Problem('invalid', catalogWords.invalid, { issues: issuesOf(error, input) })
}
