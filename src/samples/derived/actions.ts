import { type Context, transact } from '../../core/context.ts'
import type { Trx } from '../../core/database.ts'
import { allowWriting } from '../../core/permission.ts'
import { invalidField, Problem } from '../../core/problem.ts'
import { isOfPeople, refuseIdentifiers, writableCollection } from '../actions.ts'
import { getSample, type HeldSample, holdSample } from '../samples/actions/hold.ts'
import { refuseTerms, sprecOf } from '../samples/actions/keep.ts'
import { createSamplesIn } from '../samples/actions/make.ts'
import { lockForPool, takeSamplesIn } from '../samples/actions/take.ts'
import type { SampleToMake } from '../samples/model.ts'
import { madeWords } from '../samples/words.ts'
import type { Aliquots, Derivative, Pool } from './model.ts'
import { ancestorsOf, descendantsOf, lastNumber } from './queries.ts'
import { deriveWords as words } from './words.ts'

type Key = { id: string }

/** What a sample was made from and what was made of it, for the staff of its collection. */
export async function genealogyOf(ctx: Context, { id }: Key) {
  const sample = await getSample(ctx, id)
  const [up, down] = await Promise.all([
    ancestorsOf(ctx.db, sample.id),
    descendantsOf(ctx.db, sample.id),
  ])
  return {
    ancestors: up.relations,
    descendants: down.relations,
    isWhole: up.isWhole && down.isWhole,
  }
}

/** Parts a sample into equal ones, whose codes go on from its own; the whole is taken from it. */
export async function makeAliquots(ctx: Context, input: Aliquots, { id }: Key) {
  allowWriting(ctx)
  await refuseTerms(ctx, input)
  return transact(ctx, async (trx) => {
    const parent = await holdOpen(trx, ctx, id)
    const { count, amount } = input
    await takeSamplesIn(trx, ctx, { samples: [parent], taken: { each: amount, times: count } })
    const last = await lastNumber(trx, parent)
    const samples = Array.from({ length: count }, (_, n) => ({
      ...partOf(parent),
      code: numbered(parent.code, last + n + 1),
      amount,
      ...laterOf(input),
    }))
    return { id: parent.id, made: await made(trx, ctx, { parent, samples }) }
  })
}

const longest = 60

/** `P-1-01`: the number of the aliquot behind the code of its parent. */
function numbered(code: string, number: number): string {
  const own = `${code}-${String(number).padStart(2, '0')}`
  if (own.length > longest) throw new Problem('conflict', words.codeTooLong)
  return own
}

/** Makes something else of a sample, with a code of its own. */
export async function makeDerivative(ctx: Context, input: Derivative, { id }: Key) {
  allowWriting(ctx)
  await refuseTerms(ctx, input)
  const { taken, code, type, amount, unit } = input
  return transact(ctx, async (trx) => {
    const parent = await holdOpen(trx, ctx, id)
    if (taken > 0)
      await takeSamplesIn(trx, ctx, { samples: [parent], taken: { each: taken, times: 1 } })
    const sample: SampleToMake = {
      ...partOf(parent),
      code,
      type,
      amount,
      unit,
      sprec: sprecOf({ type, sprec: input.sprec ?? null }),
      ...laterOf(input),
    }
    return { id: parent.id, made: await made(trx, ctx, { parent, samples: [sample] }) }
  })
}

type Making = { parent: HeldSample; samples: readonly SampleToMake[] }

async function made(trx: Trx, ctx: Context, { parent, samples }: Making) {
  const collection = { id: parent.recordId, institutionId: parent.institutionId }
  const ids = await createSamplesIn(trx, ctx, { collection, samples })
  return samples.map(({ code }, n) => ({ id: ids[n] ?? '', code }))
}

/** Makes one sample of several of a collection. */
export async function poolSamples(ctx: Context, input: Pool, { id }: Key) {
  const collection = await writableCollection(ctx, id)
  if (isOfPeople(collection)) refuseIdentifiers({ code: input.code })
  await refuseTerms(ctx, input)
  const codes = input.codes.split(' ')
  return transact(ctx, async (trx) => {
    const parents = await lockForPool(trx, ctx, { record: collection, codes })
    refuseUnknown(codes, parents)
    parents.forEach(refuseClosed)
    const taken = { each: input.taken, times: 1 }
    await takeSamplesIn(trx, ctx, { samples: parents, taken })
    const sample = { ...pooledOf(parents, input), code: input.code, ...laterOf(input) }
    const [pool = ''] = await createSamplesIn(trx, ctx, { collection, samples: [sample] })
    return { id: pool }
  })
}

function refuseUnknown(codes: readonly string[], found: readonly HeldSample[]): void {
  const known = new Set(found.map(({ code }) => code.toUpperCase()))
  const missing = codes.filter((code) => !known.has(code.toUpperCase()))
  if (missing.length > 0) throw invalidField('codes', words.someUnknown(missing.join(', ')))
  if (found.length < 2) throw invalidField('codes', words.twoNeeded)
}

/** What a pool has of its parents: what all of them say, and every diagnosis and condition of any. */
function pooledOf(parents: readonly HeldSample[], { taken, type }: Pool): SampleToMake {
  const [first] = parents
  const same = <T>(of: (sample: HeldSample) => T): T | null => {
    const all = [...new Set(parents.map(of))]
    return all.length === 1 ? (all[0] ?? null) : null
  }
  const [family, unit] = [same((one) => one.family), same((one) => one.unit)]
  if (!first || family === null || unit === null) throw invalidField('codes', words.unlike)
  const pooledType = type ?? same((one) => one.type)
  if (pooledType === null) throw invalidField('type', words.typeNeeded)
  return {
    code: '',
    family,
    type: pooledType,
    unit,
    amount: Math.round(taken * parents.length * 1000) / 1000,
    temperature: same((one) => one.temperature),
    donorId: same((one) => one.donorId),
    sourceId: same((one) => one.sourceId),
    ageYears: same((one) => one.ageYears),
    diagnoses: [...new Set(parents.flatMap((one) => one.diagnoses))],
    useConditions: [...new Set(parents.flatMap((one) => one.useConditions))],
    freezeThaws: Math.max(...parents.map((one) => one.freezeThaws)),
    isPooled: true,
    parentIds: parents.map((one) => one.id),
  }
}

/** What a part has of the sample that it is of. */
const partOf = (parent: HeldSample): SampleToMake => ({
  code: parent.code,
  family: parent.family,
  type: parent.type,
  temperature: parent.temperature,
  createdOn: parent.createdOn,
  anatomicalOntology: parent.anatomicalOntology,
  anatomicalVersion: parent.anatomicalVersion,
  anatomicalCode: parent.anatomicalCode,
  anatomicalName: parent.anatomicalName,
  anatomicalNote: parent.anatomicalNote,
  diagnoses: parent.diagnoses,
  useConditions: parent.useConditions,
  donorId: parent.donorId,
  sourceId: parent.sourceId,
  parentIds: [parent.id],
  isPooled: parent.isPooled,
  ageYears: parent.ageYears,
  unit: parent.unit,
  freezeThaws: parent.freezeThaws,
  sprec: parent.sprec,
})

type Later = { temperature?: string | undefined; createdOn?: string | undefined }

/** Only what was said of it. */
const laterOf = ({ temperature, createdOn }: Later) => ({
  ...(temperature !== undefined && { temperature }),
  ...(createdOn !== undefined && { createdOn }),
})

async function holdOpen(trx: Trx, ctx: Context, id: string): Promise<HeldSample> {
  const sample = await holdSample(trx, ctx, id)
  refuseClosed(sample)
  return sample
}

/** Nothing is taken of what is blocked, or is not in store. */
function refuseClosed({ blockedAt, state }: HeldSample): void {
  if (blockedAt) throw new Problem('conflict', madeWords.parentBlocked)
  if (state !== 'stored') throw new Problem('conflict', madeWords.notInStore)
}
