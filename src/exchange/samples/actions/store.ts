import { recordChange } from '../../../audit/actions.ts'
import { unlessBroken } from '../../../core/conflict.ts'
import { type Context, transact } from '../../../core/context.ts'
import type { Trx } from '../../../core/database.ts'
import { allowWriting } from '../../../core/permission.ts'
import { Problem } from '../../../core/problem.ts'
import { isId } from '../../../core/shapes.ts'
import { writableCollection } from '../../../samples/actions.ts'
import { createSamplesIn, importedEventsIn } from '../../../samples/samples/actions/make.ts'
import type { Family } from '../../../samples/model.ts'
import { placeSamplesIn } from '../../../samples/boxes/actions/place.ts'
import { createDonorsIn } from '../../../samples/donors/actions.ts'
import { donorForm, type NewDonor } from '../../../samples/donors/model.ts'
import { createSourcesIn } from '../../../samples/sources/actions.ts'
import { type NewSource, sourceForm } from '../../../samples/sources/model.ts'
import { eventOf } from '../rules/events.ts'
import {
  deleteEvents,
  deleteOwners,
  deleteSamples,
  doneBy,
  donorsOf,
  type FoundImport,
  insertDone,
  knownSamples,
  lockImport,
  rowsOf,
  sourcesOf,
  updateImport,
  writeSamples,
} from '../queries.ts'
import { keptOf, type Step } from '../rules/plan.ts'
import { sampleImportWords as words } from '../words.ts'
import { planFor, type Planned } from './plan.ts'

type Key = { id: string }

/** Stores the good rows of a table that was checked, all in one transaction; the others are kept to be mended. */
export async function storeSamples(ctx: Context, { id }: Key): Promise<void> {
  allowWriting(ctx)
  await unlessBroken('placement_of_sample', words.wellTaken, () =>
    transact(ctx, async (trx) => {
      const found = await heldImport(trx, ctx, id)
      if (found.state !== 'checked') throw new Problem('conflict', words.notChecked)
      await writableCollection({ ...ctx, db: trx }, found.recordId)
      const rows = await rowsOf(trx, id)
      const planned = await planFor({ ...ctx, db: trx }, trx, { found, rows })
      const owners = await ownersIn(trx, ctx, planned)
      await storeSteps(trx, ctx, { id, planned, owners })
      const faults = new Map(planned.refused.map(({ number, faults: why }) => [number, why]))
      const refused = rows.flatMap((row) => {
        const problems = faults.get(row.number)
        return problems ? [{ ...row, problems }] : []
      })
      const count = (is: Step['is']) => planned.steps.filter((step) => step.is === is).length
      await updateImport(trx, id, {
        state: 'stored',
        rows: JSON.stringify(refused),
        created_count: count('new'),
        changed_count: count('changed'),
        unchanged_count: count('unchanged'),
        donor_ids: owners.made.donors,
        source_ids: owners.made.sources,
        ended_at: ctx.now(),
      })
      await recordChange(trx, ctx, {
        action: 'record.import_samples',
        entity: 'record',
        entityId: found.recordId,
        institutionId: planned.collection.institutionId,
        after: { created: count('new'), changed: count('changed'), refused: refused.length },
      })
    }),
  )
}

export async function heldImport(trx: Trx, ctx: Context, id: string): Promise<FoundImport> {
  const found = isId(id) ? await lockImport(trx, ctx.actor, id) : undefined
  if (!found) throw new Problem('not-found', words.noImport)
  return found
}

type Owners = {
  donors: ReadonlyMap<string, string>
  sources: ReadonlyMap<string, string>
  made: { donors: string[]; sources: string[] }
}

/** Donors and sources by their upper codes; those that the collection does not know are made as by hand. */
async function ownersIn(trx: Trx, ctx: Context, { steps, collection }: Planned): Promise<Owners> {
  const donors = new Map<string, NewDonor>()
  const sources = new Map<string, NewSource>()
  for (const step of steps) {
    const { donorCode, sourceCode, sex, family } = ownersOf(step)
    // Of several rows of a donor one may say its sex.
    const said = sex ?? donors.get(donorCode?.toUpperCase() ?? '')?.sex ?? 'unknown'
    if (donorCode)
      donors.set(donorCode.toUpperCase(), { code: donorCode, sex: said, datasetTypes: [] })
    const kind = sourceKinds[family] ?? 'material'
    if (sourceCode) sources.set(sourceCode.toUpperCase(), { code: sourceCode, kind })
  }
  const knownDonors = byCode(await donorsOf(trx, collection.id, [...donors.keys()]))
  const knownSources = byCode(await sourcesOf(trx, collection.id, [...sources.keys()]))
  const newDonors = await createDonorsIn(trx, ctx, {
    collection,
    donors: missing(donors, knownDonors).map(donorForm.whole),
  })
  const newSources = await createSourcesIn(trx, ctx, {
    collection,
    sources: missing(sources, knownSources).map(sourceForm.whole),
  })
  return {
    donors: new Map([...knownDonors, ...newDonors]),
    sources: new Map([...knownSources, ...newSources]),
    made: { donors: [...newDonors.values()], sources: [...newSources.values()] },
  }
}

const idOf = ({ id }: { id: string }) => id
const byCode = (rows: readonly { id: string; code: string }[]) =>
  new Map(rows.map(({ id, code }) => [code.toUpperCase(), id]))

const missing = <Row>(wanted: ReadonlyMap<string, Row>, known: ReadonlyMap<string, string>) =>
  [...wanted].flatMap(([code, row]) => (known.has(code) ? [] : [row]))

type Named = {
  donorCode: string | null
  sourceCode: string | null
  sex: string | undefined
  family: string
}

function ownersOf(step: Step): Named {
  if (step.is === 'new') {
    const { donorCode, sourceCode, sex, sample } = step
    return { donorCode, sourceCode, sex, family: sample.family }
  }
  if (step.is === 'unchanged')
    return { donorCode: null, sourceCode: null, sex: undefined, family: '' }
  const { after, sex, known } = step
  return { donorCode: after.donorCode, sourceCode: after.sourceCode, sex, family: known.family }
}

/** What samples of a family are taken from. */
const sourceKinds: Readonly<Record<string, NewSource['kind']>> = {
  animal: 'animal',
  plant: 'plant',
  environment: 'environment',
  specimen: 'environment',
  geological: 'geological',
  experimental: 'material',
  reference: 'material',
} satisfies Readonly<Record<Exclude<Family, 'human'>, NewSource['kind']>>

type Storing = { id: string; planned: Planned; owners: Owners }

async function storeSteps(trx: Trx, ctx: Context, { id, planned, owners }: Storing): Promise<void> {
  const { steps, collection } = planned
  const created = steps.filter((step) => step.is === 'new')
  const changed = steps.filter((step) => step.is === 'changed')
  const ids = await createInOrder(trx, ctx, { planned, owners, created })
  for (const { code, known } of changed) ids.set(code.toUpperCase(), known.id)
  await writeSamples(
    trx,
    changed.map(({ known, after }) => ({
      id: known.id,
      values: after,
      donorId: owned(owners.donors, after.donorCode),
      sourceId: owned(owners.sources, after.sourceCode),
    })),
  )
  await seat(trx, ctx, steps, ids)
  await noteEvents(trx, ctx, { id, planned, ids })
  await insertDone(trx, id, [
    ...created.map(({ code }) => ({
      sampleId: ids.get(code.toUpperCase()) ?? '',
      isNew: true,
      before: null,
    })),
    ...changed.map(({ known }) => ({ sampleId: known.id, isNew: false, before: keptOf(known) })),
  ])
  for (const { known, after } of changed)
    // oxlint-disable-next-line no-await-in-loop -- one connection: one after the other
    await recordChange(trx, ctx, {
      action: 'sample.import',
      entity: 'sample',
      entityId: known.id,
      institutionId: collection.institutionId,
      before: keptOf(known),
      after,
    })
}

type Noting = { id: string; planned: Planned; ids: ReadonlyMap<string, string> }

const noteEvents = async (trx: Trx, ctx: Context, { id, planned, ids }: Noting) =>
  importedEventsIn(trx, ctx, {
    importId: id,
    institutionId: planned.collection.institutionId,
    events: planned.steps.flatMap(({ code, events }) =>
      events.map((event) => ({ sampleId: ids.get(code.toUpperCase()) ?? '', ...eventOf(event) })),
    ),
  })

type Creating = {
  planned: Planned
  owners: Owners
  created: readonly Extract<Step, { is: 'new' }>[]
}

/** Parents before what is made of them: rows whose parents stand in the same file come in a later round. */
async function createInOrder(
  trx: Trx,
  ctx: Context,
  { planned: { collection }, owners, created }: Creating,
): Promise<Map<string, string>> {
  const { institutionId } = collection
  const named = created.flatMap(({ parentCodes }) => parentCodes.map((one) => one.toUpperCase()))
  const parents = await knownSamples(trx, { institutionId, codes: named })
  const ids = new Map(parents.map(({ code, id }) => [code.toUpperCase(), id]))
  let left = [...created]
  while (left.length > 0) {
    const ready = left.filter(({ parentCodes }) =>
      parentCodes.every((code) => ids.has(code.toUpperCase())),
    )
    if (ready.length === 0) throw new Problem('conflict', words.notChecked)
    // oxlint-disable-next-line no-await-in-loop -- a round follows the other
    const made = await createSamplesIn(trx, ctx, {
      collection,
      samples: ready.map(({ sample, donorCode, sourceCode, parentCodes }) => ({
        ...sample,
        donorId: sample.isPooled ? null : owned(owners.donors, donorCode),
        sourceId: owned(owners.sources, sourceCode),
        parentIds: parentCodes.map((code) => ids.get(code.toUpperCase()) ?? ''),
      })),
    })
    for (const [at, { code }] of ready.entries()) ids.set(code.toUpperCase(), made[at] ?? '')
    const done = new Set(ready)
    left = left.filter((step) => !done.has(step))
  }
  return ids
}

const owned = (map: ReadonlyMap<string, string>, code: string | null) =>
  code === null ? null : (map.get(code.toUpperCase()) ?? null)

async function seat(
  trx: Trx,
  ctx: Context,
  steps: readonly Step[],
  ids: ReadonlyMap<string, string>,
): Promise<void> {
  const seats = steps.flatMap(({ code, seat: to }) => {
    const sampleId = ids.get(code.toUpperCase())
    return to && sampleId ? [{ placeId: to.box, well: to.well, sampleId }] : []
  })
  for (const [placeId, wells] of Map.groupBy(seats, (one) => one.placeId))
    // oxlint-disable-next-line no-await-in-loop -- one connection: one box after the other
    await placeSamplesIn(trx, ctx, { placeId, wells, confirmed: ['elsewhere'] })
}

/** Takes a whole table back: what it made is gone, what it changed is as it was. All or nothing. */
export async function undoSamples(ctx: Context, { id }: Key): Promise<void> {
  allowWriting(ctx)
  try {
    await transact(ctx, (trx) => undoIn(trx, ctx, id))
  } catch (error) {
    // Events, what was derived, requests: whatever refers to a sample that is to go.
    const isReferredTo = error instanceof Error && 'code' in error && error.code === '23503'
    throw isReferredTo ? new Problem('conflict', words.isUsed) : error
  }
}

async function undoIn(trx: Trx, ctx: Context, id: string): Promise<void> {
  const found = await heldImport(trx, ctx, id)
  if (found.state !== 'stored') throw new Problem('conflict', words.notStored)
  const collection = await writableCollection({ ...ctx, db: trx }, found.recordId)
  const done = await doneBy(trx, id)
  const changed = done.filter(({ isSame }) => !isSame).map(({ code, id: of }) => code ?? of)
  if (changed.length > 0)
    throw new Problem('conflict', words.changedSince(changed.slice(0, 20).join(', ')))
  await deleteEvents(trx, id)
  await deleteSamples(trx, done.filter(({ isNew }) => isNew).map(idOf))
  const back = done.flatMap(({ id: of, before }) => (before ? [{ id: of, before }] : []))
  const codes = (key: 'donorCode' | 'sourceCode') =>
    back.flatMap(({ before }) => before[key]?.toUpperCase() ?? [])
  const donors = byCode(await donorsOf(trx, found.recordId, codes('donorCode')))
  const sources = byCode(await sourcesOf(trx, found.recordId, codes('sourceCode')))
  await writeSamples(
    trx,
    back.map(({ id: of, before }) => ({
      id: of,
      values: before,
      donorId: owned(donors, before.donorCode),
      sourceId: owned(sources, before.sourceCode),
    })),
  )
  await deleteOwners(trx, found)
  await updateImport(trx, id, { state: 'undone', ended_at: ctx.now() })
  await recordChange(trx, ctx, {
    action: 'record.undo_samples',
    entity: 'record',
    entityId: found.recordId,
    institutionId: collection.institutionId,
    after: { undone: done.length },
  })
}
