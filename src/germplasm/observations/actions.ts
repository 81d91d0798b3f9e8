import { recordChange } from '../../audit/actions.ts'
import { getRecord } from '../../catalog/records/actions/read.ts'
import { type Context, transact } from '../../core/context.ts'
import { type Paging, whole } from '../../core/paging.ts'
import { personIdOf } from '../../core/permission.ts'
import { invalidField, Problem } from '../../core/problem.ts'
import { isId } from '../../core/shapes.ts'
import { invalid } from '../../core/validated.ts'
import { allowManager } from '../../people/roles/actions/roles.ts'
import { traitsNamed } from '../traits/queries.ts'
import { getTrial, holdTrial } from '../trials/actions.ts'
import { mostCompared, type NewObservations, type ObservationFilter } from './model.ts'
import {
  accessionsNamed,
  deleteObservation,
  enterObservations,
  findObservation,
  listObservations,
  traitSummaries,
} from './queries.ts'
import { type Known, observationsOf, summaryText } from './rules.ts'
import { valueText } from '../traits/rules.ts'
import { observationRefusals as refusals, observationWords as words } from './words.ts'

type Asked = Paging & ObservationFilter & { id: string }

/** What was observed in a trial, of accessions that the viewer may see. */
export async function observationsOfTrial(ctx: Context, { id, ...asked }: Asked) {
  const trial = await getTrial(ctx, id)
  return observationsIn(ctx, { trialId: trial.id, ...asked })
}

/** What was observed of an accession, in all trials. */
export async function observationsOfAccession(ctx: Context, { id, ...asked }: Asked) {
  const { row } = await getRecord(ctx, id, 'accession')
  return observationsIn(ctx, { recordId: row.id, ...asked })
}

async function observationsIn(ctx: Context, asked: Parameters<typeof listObservations>[2]) {
  const { items, ...page } = await listObservations(ctx.db, ctx.actor, asked)
  return { ...page, items: items.map((row) => ({ ...row, valueText: valueText(row, row.value) })) }
}

/**
 * Enters what was observed in a trial, all or nothing; by who keeps the trial's institution. Accessions may be anybody's
 * that they may see. The same accession, trait, replicate and day again corrects the value.
 */
export async function addObservations(
  ctx: Context,
  { observations: entries }: NewObservations,
  { id }: { id: string },
): Promise<{ entered: number; corrected: number }> {
  const trial = await getTrial(ctx, id)
  allowManager(ctx, trial.institution.id)
  const { observations, issues } = observationsOf(entries, await knownTo(ctx, entries))
  if (issues.length > 0) throw invalid(issues)
  return transact(ctx, async (trx) => {
    await holdTrial(trx, ctx, trial.id)
    const created = { trial_id: trial.id, created_at: ctx.now(), created_by: personIdOf(ctx) }
    const done = await enterObservations(
      trx,
      observations.map((observation) => ({ ...created, ...observation })),
    )
    await recordChange(trx, ctx, {
      action: 'trial.observe',
      entity: 'trial',
      entityId: trial.id,
      institutionId: trial.institution.id,
      after: { ...done, traits: distinct(entries.map(({ trait }) => trait)) },
    })
    return done
  })
}

/** The accessions and traits that entries name, of those that the actor may see. */
async function knownTo(ctx: Context, entries: NewObservations['observations']): Promise<Known> {
  const [accessions, traits] = await Promise.all([
    accessionsNamed(ctx.db, ctx.actor, distinct(entries.map(({ accession }) => accession))),
    traitsNamed(ctx.db, distinct(entries.map(({ trait }) => trait))),
  ])
  const named = accessions.flatMap(({ id, number }) => [id, number].map((name) => ({ name, id })))
  const idsOf = Map.groupBy(named, ({ name }) => name)
  const traitOf = new Map(
    traits.flatMap((trait) => [trait.id, trait.code].map((name) => [name, trait])),
  )
  return {
    accessionsNamed: (name) => (idsOf.get(name) ?? []).map(({ id }) => id),
    traitNamed: (name) => traitOf.get(name),
  }
}

/** Removes a value that should not be there; by who keeps the trial's institution. */
export async function removeObservation(
  ctx: Context,
  { id, observation }: { id: string; observation: string },
): Promise<void> {
  const { institution } = await getTrial(ctx, id)
  allowManager(ctx, institution.id)
  await transact(ctx, async (trx) => {
    await holdTrial(trx, ctx, id)
    const found = isId(observation) ? await findObservation(trx, ctx.actor, observation) : undefined
    if (found?.trial.id !== id) throw new Problem('not-found', words.noObservation)
    const { accession, trait, value } = found
    await deleteObservation(trx, observation)
    await recordChange(trx, ctx, {
      action: 'trial.remove_observation',
      entity: 'trial',
      entityId: id,
      institutionId: institution.id,
      before: { accession: accession.number, trait: trait.code, value },
    })
  })
}

/** What is known of each trait of an accession. */
export async function summaryOf(ctx: Context, id: string) {
  const { row } = await getRecord(ctx, id, 'accession')
  return whole(await summarised(ctx, [row.id]))
}

async function summarised(ctx: Context, recordIds: readonly string[]) {
  const rows = await traitSummaries(ctx.db, ctx.actor, recordIds)
  return rows.map((row) => ({ ...row, valueText: summaryText(row) }))
}

/** Accessions beside each other by all their traits; named by id or number, in the order named. */
export async function compareAccessions(ctx: Context, named: readonly string[]) {
  const accessions = await chosenAccessions(ctx, distinct(named))
  const summaries = await summarised(
    ctx,
    accessions.map(({ id }) => id),
  )
  const byTrait = Map.groupBy(summaries, ({ trait }) => trait.code)
  const traits = [...byTrait.values()].flatMap((ofTrait) => {
    const [first] = ofTrait
    const values = accessions.map(
      ({ id }) => ofTrait.find(({ recordId }) => recordId === id) ?? null,
    )
    return first ? [{ trait: first.trait, values }] : []
  })
  return { accessions, traits: traits.toSorted((a, b) => a.trait.code.localeCompare(b.trait.code)) }
}

async function chosenAccessions(ctx: Context, named: readonly string[]) {
  if (named.length > mostCompared) throw invalidField('accession', refusals.tooMany(mostCompared))
  const found = await accessionsNamed(ctx.db, ctx.actor, named)
  return named.map((name) => {
    const [one, ...others] = found.filter(({ id, number }) => id === name || number === name)
    if (!one) throw invalidField('accession', refusals.noAccession(name))
    if (others.length > 0) throw invalidField('accession', refusals.severalAccessions(name))
    return one
  })
}

const distinct = (texts: readonly string[]) => [...new Set(texts)]
