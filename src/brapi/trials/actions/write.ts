import type { Context } from '../../../core/context.ts'
import { invalidField, Problem } from '../../../core/problem.ts'
import { isId } from '../../../core/shapes.ts'
import { validated } from '../../../core/validated.ts'
import { addObservations } from '../../../germplasm/observations/actions.ts'
import { NewObservations } from '../../../germplasm/observations/model.ts'
import { doAll, listed, refer } from '../../calls/actions.ts'
import { callWords } from '../../calls/words.ts'
import { brapiWords as words } from '../../words/refusals.ts'
import type { Observed, ObservationInput, ObservationRow, UnitKey } from '../model.ts'
import { findObserved, observationSource } from '../queries/observations.ts'
import { unitIn } from '../rules.ts'

/** Enters observations, all or none; the same plot, variable and day again corrects its value. Answers their ids. */
export const createObservations = async (
  ctx: Context,
  sent: readonly ObservationInput[],
): Promise<string[]> => observe(ctx, sent.map(observedOf), sent)

/** Corrects values of observations, by their ids. What they are of does not change: those would be others. */
export async function correctObservations(
  ctx: Context,
  sent: Readonly<Record<string, ObservationInput>>,
): Promise<string[]> {
  const ids = Object.keys(sent)
  const rows = await listed(ctx, { source: observationSource, id: 'observationDbId' }, ids)
  const byId = new Map(rows.map((row) => [row.id, row]))
  const corrected = ids.map((id) => {
    const [row, input] = [byId.get(id), sent[id]]
    if (!row || !input) throw new Problem('not-found', callWords.notFound('observationDbId'))
    return correctedOf(row, input)
  })
  return observe(ctx, corrected, Object.values(sent))
}

/** What is sent as it is entered; without a plot, the first replicate of a germplasm in a study. */
function observedOf(sent: ObservationInput): Observed {
  return {
    ...unitOf(sent),
    variable: sent.observationVariableDbId ?? '',
    value: sent.value,
    // The day as whoever noted it had it: what stands before the time.
    observedOn: sent.observationTimeStamp?.slice(0, 10) ?? null,
    observer: sent.collector ?? null,
  }
}

function unitOf({ observationUnitDbId, germplasmDbId, studyDbId }: ObservationInput): UnitKey {
  if (observationUnitDbId) {
    const unit = unitIn(observationUnitDbId)
    if (unit) return unit
    throw invalidField('observationUnitDbId', callWords.notFound('observationUnitDbId'))
  }
  if (!germplasmDbId || !studyDbId) throw new Problem('invalid', words.noPlot)
  if (!isId(germplasmDbId)) throw invalidField('germplasmDbId', callWords.notFound('germplasmDbId'))
  return { trialId: studyDbId, recordId: germplasmDbId, replicate: 1 }
}

function correctedOf(row: ObservationRow, sent: ObservationInput): Observed {
  const { unitId, variable, observedOn, observer, germplasm, trial } = row
  const same = [
    [sent.observationUnitDbId, unitId],
    [sent.observationVariableDbId, variable.id],
    [sent.germplasmDbId, germplasm.id],
    [sent.studyDbId, trial.id],
    [sent.observationTimeStamp?.slice(0, 10), observedOn],
  ]
  if (same.some(([given, kept]) => given && given !== kept))
    throw new Problem('invalid', words.otherPlot)
  return {
    trialId: trial.id,
    recordId: germplasm.id,
    replicate: row.replicate,
    variable: variable.id,
    value: sent.value,
    observedOn,
    observer: sent.collector ?? observer,
  }
}

/** One step for each trial, as the catalogue enters them; then what other programs call them. */
async function observe(
  ctx: Context,
  observed: readonly Observed[],
  sent: readonly ObservationInput[],
): Promise<string[]> {
  const byTrial = [...Map.groupBy(observed, ({ trialId }) => trialId)]
  const [ids = []] = await doAll(ctx, [byTrial], async (inside, trials) => {
    await doAll(inside, trials, (own, [trialId, entries]) =>
      addObservations(own, validated(NewObservations, { observations: entries.map(entryOf) }), {
        id: trialId,
      }),
    )
    const found = await findObserved(inside.db, observed)
    await doAll(inside, found, async (own, id, at) =>
      refer(own, { entity: 'observation', id }, sent[at] ?? {}),
    )
    return found
  })
  return ids
}

const entryOf = ({ recordId, variable, value, replicate, observedOn, observer }: Observed) => ({
  accession: recordId,
  trait: variable,
  value,
  replicate,
  ...(observedOn !== null && { observedOn }),
  ...(observer && { observer }),
})
