import { recordChange } from '../../audit/actions.ts'
import { unlessBroken } from '../../core/conflict.ts'
import { type Context, transact } from '../../core/context.ts'
import type { Trx } from '../../core/database.ts'
import type { Paging } from '../../core/paging.ts'
import { personIdOf } from '../../core/permission.ts'
import { Problem } from '../../core/problem.ts'
import { isId } from '../../core/shapes.ts'
import { validated } from '../../core/validated.ts'
import { getInstitution } from '../../people/institutions/actions.ts'
import { allowManager } from '../../people/roles/actions/roles.ts'
import { refusalWords } from '../../people/words/refusals.ts'
import { type NewTrial, type TrialChange, trialEdit, type TrialFilter } from './model.ts'
import {
  findTrial,
  insertTrial,
  listTrials,
  lockTrial,
  type TrialRow,
  updateTrial,
} from './queries.ts'
import { trialWords as words } from './words.ts'

export async function getTrial({ db }: Pick<Context, 'db'>, id: string): Promise<TrialRow> {
  const row = isId(id) ? await findTrial(db, id) : undefined
  if (!row) throw new Problem('not-found', words.noTrial)
  return row
}

export const searchTrials = ({ db }: Context, asked: Paging & TrialFilter) => listTrials(db, asked)

/** Adds a trial to an institution that the actor keeps. */
export async function createTrial(ctx: Context, input: NewTrial): Promise<{ id: string }> {
  allowManager(ctx, input.institution)
  const { closedAt } = await getInstitution(ctx, input.institution)
  if (closedAt) throw new Problem('conflict', refusalWords.institutionClosed)
  return codeOnce(() => transact(ctx, (trx) => createTrialIn(trx, ctx, input)))
}

/** The same inside a transaction of the caller, for the demo. */
export async function createTrialIn(
  trx: Trx,
  ctx: Context,
  { institution: institutionId, ...trial }: NewTrial,
): Promise<{ id: string }> {
  const created = { created_at: ctx.now(), created_by: personIdOf(ctx) }
  const id = await insertTrial(trx, {
    institution_id: institutionId,
    ...columnsOf(trial),
    ...created,
  })
  const audited = { entity: 'trial', entityId: id, institutionId, after: trial } as const
  await recordChange(trx, ctx, { action: 'trial.create', ...audited })
  return { id }
}

/** Changes the named fields; absent ones stay. */
export async function editTrial(
  ctx: Context,
  change: TrialChange,
  { id, version }: { id: string; version: number | undefined },
): Promise<void> {
  await codeOnce(() =>
    transact(ctx, async (trx) => {
      const trial = await holdTrial(trx, ctx, id)
      if (version !== undefined && version !== trial.version)
        throw new Problem('stale', refusalWords.stale)
      const [before, after] = [trialEdit.merged(trial, {}), trialEdit.merged(trial, change)]
      await updateTrial(trx, id, columnsOf(validated(trialEdit.schema, after)))
      const of = { entity: 'trial', entityId: id, institutionId: trial.institution.id } as const
      await recordChange(trx, ctx, { action: 'trial.edit', ...of, before, after })
    }),
  )
}

/** A trial held for a change by who keeps its institution. */
export async function holdTrial(trx: Trx, ctx: Context, id: string): Promise<TrialRow> {
  const trial = isId(id) ? await lockTrial(trx, id) : undefined
  if (!trial) throw new Problem('not-found', words.noTrial)
  allowManager(ctx, trial.institution.id)
  return trial
}

const codeOnce = <T>(write: () => Promise<T>) =>
  unlessBroken('trial_code_taken', words.codeTaken, write)

const columnsOf = ({ name, about, ...trial }: Omit<NewTrial, 'institution'>) => ({
  code: trial.code,
  name_zh: name.zh,
  name_en: name.en,
  season: trial.season,
  site: trial.site ?? null,
  starts_on: trial.startsOn ?? null,
  ends_on: trial.endsOn ?? null,
  about_zh: about.zh,
  about_en: about.en,
})
