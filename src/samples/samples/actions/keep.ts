import { recordChange } from '../../../audit/actions.ts'
import { catalogWords } from '../../../catalog/records/words.ts'
import { unlessBroken } from '../../../core/conflict.ts'
import { type Context, transact } from '../../../core/context.ts'
import type { Paging } from '../../../core/paging.ts'
import { allowReading, allowWriting } from '../../../core/permission.ts'
import { invalidField, Problem } from '../../../core/problem.ts'
import { validated } from '../../../core/validated.ts'
import {
  type Collection,
  isOfPeople,
  refuseIdentifiers,
  refuseUnknownTerms,
  staffedCollection,
  writableCollection,
} from '../../actions.ts'
import { donorByCode } from '../../donors/actions.ts'
import { kitByCode } from '../../kits/actions.ts'
import { kitWords } from '../../kits/words.ts'
import { codesIn } from '../../model.ts'
import { sourceByCode } from '../../sources/actions.ts'
import {
  type NewSample,
  type SampleChange,
  sampleEdit,
  type SampleFilter,
  sampleForm,
  type SampleToMake,
} from '../model.ts'
import {
  countsOf as countCollection,
  findByCode,
  listSamples,
  samplesFrom,
  updateSample,
} from '../queries/keep.ts'
import { wholeSprec } from '../rules.ts'
import { samplePaths } from '../../words/paths.ts'
import { madeWords, sampleListWords as words } from '../words.ts'
import { getSample, holdSample } from './hold.ts'
import { createSamplesIn } from './make.ts'

type Key = { id: string }

/** Samples of one collection, for its staff. */
export async function searchSamples(ctx: Context, { id, ...asked }: Paging & SampleFilter & Key) {
  const collection = await staffedCollection(ctx, id)
  return listSamples(ctx.db, ctx.actor, { ...asked, record: collection.id })
}

/** Those of all collections of which the caller is staff. */
export async function searchAllSamples(ctx: Context, asked: Paging & SampleFilter) {
  allowReading(ctx)
  return listSamples(ctx.db, ctx.actor, asked)
}

/** The samples that a code on a tube may mean, one nearly always; blocked ones too. */
export async function scannedSamples(ctx: Context, code: string) {
  allowReading(ctx)
  return findByCode(ctx.db, ctx.actor, code)
}

/** The page of the sample that has this code, where the caller is staff of its collection and there is one. */
export async function pageOfSample(ctx: Context, code: string): Promise<string | undefined> {
  if (ctx.actor.type === 'anonymous') return undefined
  const [one, other] = await scannedSamples(ctx, code.trim().slice(0, 200))
  return one && !other ? samplePaths.sample(one.id) : undefined
}

const mostLabels = 500

type Labelled = SampleFilter & { record: string; codes?: string | undefined }

/** The codes of samples of a collection whose labels are printed, in order; the caller asked whether the viewer may. */
export async function labelledSamples({ db, actor }: Context, { codes, ...asked }: Labelled) {
  const { items } = await listSamples(db, actor, {
    ...asked,
    ...(codes !== undefined && { codes: codes.split(/[\s,，;；]+/).filter(Boolean) }),
    limit: mostLabels,
  })
  return items.map(({ code }) => code).toSorted()
}

/** How many samples there are, for staff, whom the caller let in. */
export const countsOf = async ({ db }: Context, collection: Collection) =>
  countCollection(db, { id: collection.id, ofPeople: isOfPeople(collection) })

const most = 200

/** The samples of a donor, for their page: blocked ones too. The caller asked whether the viewer may. */
export const samplesOfDonor = async ({ db, actor }: Context, id: string) =>
  samplesFrom(db, actor, { of: 'donor_id', id, limit: most })

export const samplesOfSource = async ({ db, actor }: Context, id: string) =>
  samplesFrom(db, actor, { of: 'source_id', id, limit: most })

export async function createSample(ctx: Context, input: NewSample, { id }: Key) {
  const collection = await writableCollection(ctx, id)
  refuseWrongFamily(collection, input)
  if (isOfPeople(collection) || input.family === 'human') refuseIdentifiers(input)
  await refuseTerms(ctx, input)
  const sample = await resolved(ctx, collection, input)
  return transact(ctx, async (trx) => {
    const [made = ''] = await createSamplesIn(trx, ctx, { collection, samples: [sample] })
    return { id: made }
  })
}

function refuseWrongFamily(collection: Collection, { family, donor, source }: NewSample): void {
  if (family !== 'human') {
    if (donor !== undefined) throw invalidField('donor', words.noDonorHere)
    return
  }
  if (!isOfPeople(collection)) throw invalidField('family', words.notOfPeople)
  if (source !== undefined) throw invalidField('source', words.noSourceHere)
  if (donor === undefined) throw invalidField('donor', words.donorNeeded)
}

export const refuseTerms = async (
  ctx: Context,
  input: {
    type?: string | undefined
    temperature?: string | null | undefined
    useConditions?: readonly string[] | undefined
  },
) =>
  refuseUnknownTerms(ctx, [
    { path: 'type', vocabulary: 'miabis_sample_type', codes: [input.type] },
    { path: 'temperature', vocabulary: 'miabis_storage_temperature', codes: [input.temperature] },
    { path: 'useConditions', vocabulary: 'miabis_use_condition', codes: input.useConditions ?? [] },
  ])

/** What an input names by code, by id. */
async function resolved(
  ctx: Context,
  { id: record }: Collection,
  input: NewSample,
): Promise<SampleToMake> {
  const { donor, source, kit, diagnoses, ...sample } = sampleForm.whole(input)
  const donorId = donor === null ? null : (await donorByCode(ctx, { record, code: donor }))?.id
  if (donorId === undefined) throw invalidField('donor', words.unknownDonor)
  const sourceId = source === null ? null : (await sourceByCode(ctx, { record, code: source }))?.id
  if (sourceId === undefined) throw invalidField('source', words.unknownSource)
  return {
    ...sample,
    diagnoses: codesIn(diagnoses),
    sprec: sprecOf(sample),
    donorId,
    sourceId,
    kitId: await openKit(ctx, { record, code: kit }),
  }
}

/** Into a finished kit nothing more is put. */
async function openKit(ctx: Context, { record, code }: { record: string; code: string | null }) {
  if (code === null) return null
  const kit = await kitByCode(ctx, { record, code })
  if (!kit) throw invalidField('kit', words.unknownKit)
  if (kit.finishedAt) throw invalidField('kit', kitWords.isFinished)
  return kit.id
}

/** A code of SPREC in full, whose first element the type says. */
export function sprecOf({ type, sprec }: { type: string; sprec: string | null }): string | null {
  if (sprec === null) return null
  const whole = wholeSprec(type, sprec)
  if (whole === undefined) throw invalidField('sprec', words.sprecOfType)
  return whole
}

/** Changes the details of a sample; only the fields present. */
export async function editSample(
  ctx: Context,
  change: SampleChange,
  { id, version }: Key & { version: number | undefined },
): Promise<void> {
  allowWriting(ctx)
  const row = await getSample(ctx, id)
  refuseBlocked(row)
  if (row.family === 'human') refuseIdentifiers(change)
  await refuseTerms(ctx, change)
  const before = detailsOf(row)
  const after = { ...before, ...change }
  validated(sampleEdit.schema, sampleEdit.merged(before, change))
  const { kit } = after
  const kitId =
    kit === before.kit
      ? (row.kit?.id ?? null)
      : await openKit(ctx, { record: row.collection.id, code: kit })
  await unlessBroken('sample_code_taken', madeWords.codeTaken, () =>
    transact(ctx, async (trx) => {
      const held = await holdSample(trx, ctx, id)
      // What was read before the row was held is what is changed, whoever asked.
      if (held.version !== (version ?? row.version)) throw new Problem('stale', catalogWords.stale)
      refuseBlocked(held)
      await updateSample(trx, held.id, { ...columnsOf(after), kit_id: kitId })
      await recordChange(trx, ctx, {
        action: 'sample.edit',
        entity: 'sample',
        entityId: held.id,
        institutionId: held.institutionId,
        before,
        after,
      })
    }),
  )
}

function refuseBlocked({ blockedAt }: { blockedAt: unknown }): void {
  if (blockedAt !== null) throw new Problem('conflict', words.blockedAbout)
}

/** What its form asks, as it does. */
export const detailsOf = (row: Awaited<ReturnType<typeof getSample>>) => ({
  code: row.code,
  type: row.type.id,
  amount: row.amount,
  unit: row.unit,
  temperature: row.temperature?.id ?? null,
  createdOn: row.createdOn,
  kit: row.kit?.code ?? null,
  ageYears: row.ageYears,
  diagnoses: row.diagnoses.join(', ') || null,
  useConditions: row.useConditions.map((condition) => condition.id),
  sprec: row.sprec,
  anatomicalOntology: row.anatomicalOntology,
  anatomicalVersion: row.anatomicalVersion,
  anatomicalCode: row.anatomicalCode,
  anatomicalName: row.anatomicalName,
  anatomicalNote: row.anatomicalNote,
  note: row.note,
})

const columnsOf = (sample: ReturnType<typeof detailsOf>) => ({
  code: sample.code,
  type: sample.type,
  amount: sample.amount,
  unit: sample.unit,
  temperature: sample.temperature,
  created_on: sample.createdOn,
  age_years: sample.ageYears,
  diagnoses: codesIn(sample.diagnoses),
  use_conditions: sample.useConditions,
  sprec: sprecOf(sample),
  anatomical_ontology: sample.anatomicalOntology,
  anatomical_version: sample.anatomicalVersion,
  anatomical_code: sample.anatomicalCode,
  anatomical_name: sample.anatomicalName,
  anatomical_note: sample.anatomicalNote,
  note: sample.note,
})
