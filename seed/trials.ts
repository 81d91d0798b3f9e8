import type { Context } from '../src/core/context.ts'
import { enterObservations } from '../src/germplasm/observations/queries.ts'
import type { NewTrait } from '../src/germplasm/traits/model.ts'
import { createTraitIn } from '../src/germplasm/traits/actions.ts'
import { createTrialIn } from '../src/germplasm/trials/actions.ts'
import { idOf } from './landscape.ts'
import { randomOf } from './random.ts'
import { type Ids, seedPart } from './seeded.ts'

const common = { method: { zh: null, en: null }, crop: '马铃薯' } as const
const traits: readonly (NewTrait & { mean: number; spread: number })[] = [
  {
    ...common,
    code: 'CO_330:0000210',
    name: { zh: '单株薯重', en: 'Tuber weight per plant' },
    category: 'agronomic',
    scale: 'numerical',
    unit: 'g',
    lowest: 0,
    highest: 20_000,
    mean: 820,
    spread: 240,
  },
  {
    ...common,
    code: 'GS-POTATO-STARCH',
    name: { zh: '淀粉含量', en: 'Starch content' },
    category: 'quality',
    scale: 'numerical',
    unit: '%',
    lowest: 0,
    highest: 40,
    mean: 16.5,
    spread: 3,
  },
  {
    ...common,
    code: 'GS-POTATO-BLIGHT',
    name: { zh: '晚疫病抗性', en: 'Late blight resistance' },
    category: 'biotic_stress',
    scale: 'ordinal',
    classes:
      '1 = 高感 / very susceptible\n3 = 感 / susceptible\n5 = 中抗 / moderate\n7 = 抗 / resistant\n9 = 高抗 / very resistant',
    mean: 6,
    spread: 2,
  },
  {
    ...common,
    code: 'GS-POTATO-SKIN',
    name: { zh: '薯皮颜色', en: 'Tuber skin colour' },
    category: 'morphological',
    scale: 'nominal',
    classes: 'W = 白 / white\nY = 黄 / yellow\nR = 红 / red\nP = 紫 / purple',
    mean: 1,
    spread: 1,
  },
]

const trials = [
  { code: 'DX-2024', season: '2024', site: '定西市安定区', zh: '定西马铃薯品比试验' },
  { code: 'DX-2025', season: '2025', site: '定西市安定区', zh: '定西马铃薯品比试验' },
] as const
const varieties = Array.from({ length: 12 }, (_, at) => `potato-${at + 1}`)

/** What potatoes were found to be in two seasons at Dingxi. */
export async function seedTrials(
  ctx: Context,
  { landscape, records }: { landscape: Ids; records: Ids },
): Promise<void> {
  await seedPart(ctx.db, { name: 'trials', now: ctx.now }, async (trx) => {
    const traitIds: string[] = []
    for (const { mean: _mean, spread: _spread, ...trait } of traits)
      traitIds.push((await createTraitIn(trx, ctx, trait)).id)
    for (const { code, season, site, zh } of trials) {
      const { id } = await createTrialIn(trx, ctx, {
        institution: idOf(landscape, 'institution/gaas'),
        code,
        season,
        site,
        name: { zh: `${season} 年${zh}`, en: `Potato varieties at Dingxi, ${season}` },
        about: { zh: null, en: null },
      })
      await enterObservations(trx, observed({ trialId: id, season, traitIds, records, ctx }))
    }
    return {}
  })
}

type Growing = { trialId: string; season: string; traitIds: string[]; records: Ids; ctx: Context }

const observed = ({ trialId, season, traitIds, records, ctx }: Growing) =>
  varieties.flatMap((variety) => {
    const record_id = records[`record/accession/crop/${variety}`]
    if (!record_id) return []
    return traits.flatMap((trait, at) =>
      [1, 2, 3].slice(0, trait.scale === 'numerical' ? 3 : 1).map((replicate) => ({
        trial_id: trialId,
        record_id,
        trait_id: traitIds[at] ?? '',
        replicate,
        observed_on: `${season}-09-20`,
        observer: null,
        created_at: ctx.now(),
        created_by: null,
        ...valueOf(trait, { variety, season, replicate }),
      })),
    )
  })

type Plot = { variety: string; season: string; replicate: number }

/** A variety is what it is in every season; seasons and plots differ a little. */
function valueOf(trait: (typeof traits)[number], { variety, season, replicate }: Plot) {
  const own = randomOf(`${trait.code} ${variety}`).bell()
  if (trait.scale === 'numerical') {
    const plot = randomOf(`${trait.code} ${variety} ${season} ${replicate}`).bell()
    const number = Number((trait.mean + trait.spread * (own + plot / 4)).toPrecision(3))
    return { value: String(number), number }
  }
  const codes = (trait.classes ?? '').split('\n').map((line) => line.split(' = ')[0] ?? '')
  const value = randomOf(`${trait.code} ${variety}`).pick(codes)
  return { value, number: trait.scale === 'ordinal' ? Number(value) : null }
}
