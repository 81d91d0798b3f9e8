import { recordChange } from '../../audit/actions.ts'
import { holdRecord } from '../../catalog/records/actions/edit.ts'
import { getRecord } from '../../catalog/records/actions/read.ts'
import { type Context, transact } from '../../core/context.ts'
import { type Page, type Paging, whole } from '../../core/paging.ts'
import { Problem } from '../../core/problem.ts'
import { isId } from '../../core/shapes.ts'
import { type NewStep, stepForm } from './model.ts'
import { deleteStep, findStep, insertStep, listSteps, type StepRow } from './queries.ts'
import { introductionWords as words } from './words.ts'

/** How an accession came, for whoever may read it; of a withdrawn one nothing is left. */
export async function stepsOf(
  ctx: Context,
  { id, ...paging }: Paging & { id: string },
): Promise<Page<StepRow>> {
  const { row } = await getRecord(ctx, id, 'accession')
  return row.withdrawnAt ? whole([]) : listSteps(ctx.db, id, paging)
}

type Step = { id: string; recordId: string }

/** Adds a step. By the accession's curators. */
export async function addStep(
  ctx: Context,
  input: NewStep,
  { id: recordId }: { id: string },
): Promise<Step> {
  await getRecord(ctx, recordId, 'accession')
  const step = stepForm.whole(input)
  return transact(ctx, async (trx) => {
    const record = await holdRecord(trx, ctx, { id: recordId })
    const id = await insertStep(trx, {
      record_id: recordId,
      stage: step.stage,
      day: step.day,
      place: step.place,
      organisation: step.organisation,
      area_ha: step.areaHa,
      document_number: step.documentNumber,
      note: step.note,
      created_at: ctx.now(),
    })
    await recordChange(trx, ctx, {
      action: 'introduction.add',
      entity: 'record',
      entityId: recordId,
      institutionId: record.institutionId,
      after: step,
    })
    return { id, recordId }
  })
}

/** Takes a step back. By the accession's curators. */
export async function removeStep(ctx: Context, id: string): Promise<Step> {
  const step = isId(id) ? await findStep(ctx.db, id) : undefined
  if (!step) throw new Problem('not-found', words.noStep)
  const { recordId, id: _, ...before } = step
  await transact(ctx, async (trx) => {
    const record = await holdRecord(trx, ctx, { id: recordId })
    await deleteStep(trx, id)
    await recordChange(trx, ctx, {
      action: 'introduction.remove',
      entity: 'record',
      entityId: recordId,
      institutionId: record.institutionId,
      before,
    })
  })
  return { id, recordId }
}
