import { type Context, asSystem } from '../src/core/context.ts'
import type { Trx } from '../src/core/database.ts'
import type { SampleToMake } from '../src/samples/samples/model.ts'
import { createSamplesIn } from '../src/samples/samples/actions/make.ts'
import { idOf } from './landscape.ts'
import { type Random, randomOf } from './random.ts'
import { type Ids, seedPart } from './seeded.ts'

type Seeding = { landscape: Ids; records: Ids }

/** Donors with their consents and samples of two cohorts, and samples of animals and of ice. */
export async function seedSamples(ctx: Context, { landscape, records }: Seeding): Promise<void> {
  await seedPart(ctx.db, { name: 'samples', now: ctx.now }, async (trx) => {
    const by = asSystem(ctx, 'seed')
    for (const [key, institution, make] of [
      ['hexi-cohort', 'lzuh', cohort],
      ['gastric', 'lzuh', patients],
      ['yak-tissues', 'lihps', yaks],
      ['ice-archive', 'nieer', ice],
    ] as const) {
      const collection = {
        id: idOf(records, `record/collection/${key}`),
        institutionId: idOf(landscape, `institution/${institution}`),
      }
      // oxlint-disable-next-line no-await-in-loop -- one transaction is one connection
      const samples = await make(trx, { ctx, recordId: collection.id, random: randomOf(key) })
      // oxlint-disable-next-line no-await-in-loop -- the same
      await createSamplesIn(trx, by, { collection, samples })
    }
    return {}
  })
}

type Making = { ctx: Context; recordId: string; random: Random }

const range = (count: number) => Array.from({ length: count }, (_, n) => n)
const three = (n: number) => String(n + 1).padStart(3, '0')

/** Grown-ups of the corridor, seen twice: plasma, serum, DNA and urine. */
async function cohort(trx: Trx, making: Making): Promise<SampleToMake[]> {
  const { random } = making
  const donors = await addDonors(trx, making, {
    stem: 'HXC',
    count: 40,
    diagnoses: [['I10'], ['E11.9'], ['I10', 'E11.9'], []],
    form: 'HXC ICF 2.1',
    uses: ['health', 'genetic'],
  })
  return donors.flatMap(({ id, code, diagnoses }) => {
    const age = random.whole(38, 70)
    return [0, 3].flatMap((later) => {
      const visit = `${code}-${2018 + later}`
      const common = {
        family: 'human',
        donorId: id,
        ageYears: age + later,
        createdOn: `${2018 + later}-0${random.whole(4, 9)}-${random.whole(10, 28)}`,
        temperature: '-60to-85',
        unit: 'microlitre',
        diagnoses,
      } as const
      return [
        { ...common, code: `${visit}-P`, type: 'plasma', amount: random.whole(4, 10) * 50 },
        {
          ...common,
          code: `${visit}-S`,
          type: 'serum',
          amount: random.whole(4, 10) * 50,
          sprec: 'SER-SST-B-A-N-B-D',
          freezeThaws: random.whole(0, 2),
        },
      ]
    })
  })
}

/** Patients of Wuwei: tissue before and after surgery, with blood. */
async function patients(trx: Trx, making: Making): Promise<SampleToMake[]> {
  const { random } = making
  const donors = await addDonors(trx, making, {
    stem: 'GCA',
    count: 20,
    diagnoses: [['C16.9'], ['C16.2'], ['K29.4']],
    form: 'GCA ICF 1.3',
    uses: ['disease'],
    diseases: ['C16', 'K29'],
  })
  return donors.flatMap(({ id, code, diagnoses }) => {
    const common = {
      family: 'human',
      donorId: id,
      ageYears: random.whole(41, 78),
      createdOn: `20${random.whole(18, 24)}-${random.whole(10, 12)}`,
      useConditions: ['specific_research'],
      diagnoses,
    } as const
    const site = {
      anatomicalOntology: 'ICD-O-3',
      anatomicalVersion: '3.2',
      anatomicalCode: 'C16.3',
      anatomicalName: '胃窦',
    }
    return [
      { ...common, ...site, code: `${code}-T1`, type: 'tissue_frozen', temperature: 'LN-vapour' },
      { ...common, ...site, code: `${code}-F1`, type: 'tissue_fixed', temperature: 'RT' },
      {
        ...common,
        code: `${code}-P1`,
        type: 'plasma',
        temperature: '-60to-85',
        amount: random.whole(3, 9) * 100,
        unit: 'microlitre',
      },
    ]
  })
}

async function yaks(trx: Trx, making: Making): Promise<SampleToMake[]> {
  const { random } = making
  const herds = ['天祝白牦牛', '甘南牦牛', '青海高原牦牛']
  const sources = await addSources(
    trx,
    making,
    range(15).map((n) => ({
      code: `YAKT-A${three(n)}`,
      kind: 'animal',
      taxon: 'Bos grunniens',
      sex: random.is(0.6) ? 'female' : 'male',
      breed: random.pick(herds),
      locality: random.pick(['甘肃天祝', '甘肃夏河', '甘肃玛曲']),
      collected_on: `20${random.whole(12, 24)}-0${random.whole(6, 9)}`,
    })),
  )
  return sources.flatMap(({ id, code }) =>
    [
      ['whole_blood', 'B', '-60to-85'],
      ['dna', 'D', '-60to-85'],
      ['tissue_frozen', 'T', 'LN-liquid'],
    ].map(([type = '', letter = '', temperature]) => ({
      code: `${code}-${letter}`,
      family: 'animal' as const,
      type,
      temperature: temperature ?? null,
      sourceId: id,
      createdOn: `20${random.whole(12, 24)}`,
      amount: type === 'dna' ? random.whole(5, 60) : random.whole(1, 5),
      unit: type === 'dna' ? ('microgram' as const) : ('piece' as const),
    })),
  )
}

async function ice(trx: Trx, making: Making): Promise<SampleToMake[]> {
  const { random } = making
  const sources = await addSources(
    trx,
    making,
    range(6).map((n) => ({
      code: `ICEA-C${three(n)}`,
      kind: 'environment',
      title: `冰芯 ${n + 1} 号`,
      locality: random.pick(['祁连山敦德冰帽', '老虎沟 12 号冰川', '七一冰川']),
      latitude: Math.round(random.between(38, 39.6) * 1e4) / 1e4,
      longitude: Math.round(random.between(96, 98) * 1e4) / 1e4,
      collected_on: `20${random.whole(10, 23)}-08`,
    })),
  )
  return sources.flatMap(({ id, code }) =>
    range(6).map((n) => ({
      code: `${code}-${String(n * 25).padStart(4, '0')}`,
      family: 'environment' as const,
      type: 'environment',
      temperature: '-18to-35',
      sourceId: id,
      note: `深度 ${n * 25}–${n * 25 + 25} cm`,
    })),
  )
}

type Donors = {
  stem: string
  count: number
  diagnoses: readonly (readonly string[])[]
  form: string
  uses: readonly string[]
  diseases?: readonly string[]
}

async function addDonors(trx: Trx, { ctx, recordId, random }: Making, donors: Donors) {
  const rows = await trx
    .insertInto('donor')
    .values(
      range(donors.count).map((n) => ({
        record_id: recordId,
        code: `${donors.stem}-${three(n)}`,
        sex: random.is(0.5) ? 'female' : 'male',
        dataset_types: ['clinical'],
        diagnoses: [...random.pick(donors.diagnoses)],
        created_at: ctx.now(),
      })),
    )
    .returning(['id', 'code', 'diagnoses'])
    .execute()
  await trx
    .insertInto('donor_consent')
    .values(
      rows.map(({ id }) => ({
        donor_id: id,
        form: donors.form,
        uses: [...donors.uses],
        diseases: [...(donors.diseases ?? [])],
        given_on: `20${random.whole(15, 17)}-0${random.whole(1, 9)}-${random.whole(10, 28)}`,
        created_at: ctx.now(),
      })),
    )
    .execute()
  return rows
}

type Source = { code: string; kind: string; [column: string]: string | number }

const addSources = async (trx: Trx, { ctx, recordId }: Making, sources: readonly Source[]) =>
  trx
    .insertInto('sample_source')
    .values(sources.map((source) => ({ ...source, record_id: recordId, created_at: ctx.now() })))
    .returning(['id', 'code'])
    .execute()
