import { z } from 'zod'
import type { Kind } from '../../../src/catalog/records/model/record.ts'
import { SearchAnswer, SuggestionAnswer } from '../../../src/catalog/search/model.ts'
import { testHouse } from '../../support/house.ts'
import { publishable } from '../../support/publishable.ts'

const records = {
  alfalfa: [
    'accession',
    {
      title: { zh: '陇东紫花苜蓿', en: 'Longdong alfalfa' },
      summary: { zh: '庆阳旱塬的地方品种，抗旱耐寒。', en: 'A landrace of the dry plateau.' },
      accenumb: 'ZXM000123',
      acqdate: '1981----',
      declatitude: 35.7,
      declongitude: 107.6,
      library: 'forage',
      access: 'open',
      subjects: ['210.30'],
    },
  ],
  barley: [
    'accession',
    {
      title: { zh: '甘啤四号大麦', en: 'Barley Ganpi 4' },
      accenumb: '00/0214',
      genus: 'Hordeum',
      species: 'vulgare',
      acqdate: '1999----',
      library: 'grain',
      access: 'registered',
    },
  ],
  lentil: [
    'accession',
    {
      title: { en: 'Lentil of the valley' },
      accenumb: 'NR 010004',
      genus: 'Lens',
      species: 'culinaris',
      library: 'grain',
      keywords: ['干旱'],
    },
  ],
  isotopes: [
    'instrument',
    { title: { zh: '气体稳定同位素质谱仪', en: 'Isotope ratio mass spectrometer' } },
  ],
  glacier: [
    'dataset',
    {
      title: { zh: '祁连山冰川厚度数据集', en: 'Ice thickness of Qilian glaciers' },
      access: 'open',
      subjects: ['170.4510'],
    },
  ],
  cohort: ['collection', { title: { zh: '河西走廊队列样本库', en: 'Hexi corridor cohort' } }],
} as const satisfies Record<string, readonly [Kind, object]>

export type Name = keyof typeof records
export const names = Object.keys(records).filter((name): name is Name => name in records)

/** A small catalogue with something of every kind, listed in the order written here, and ways of asking it. */
export async function smallCatalogue() {
  const house = await testHouse()
  const ids = new Map<string, Name>()
  for (const name of names) {
    const [kind, input] = records[name]
    // oxlint-disable-next-line no-await-in-loop -- in the order of listing
    ids.set(await house.add(kind, { ...publishable[kind], ...input }), name)
  }
  const json = async <Shape extends z.ZodType>(path: string, shape: Shape, token?: string) => {
    const answer = await house.as(token).get(`/api/v1${path}`)
    const body: unknown = await answer.json()
    if (answer.status !== 200) throw new Error(`${path}: ${JSON.stringify(body)}`)
    return shape.parse(body)
  }
  const search = async (query: Record<string, string>, token?: string) =>
    json(`/records?${new URLSearchParams(query)}`, SearchAnswer, token)
  return {
    ...house,
    search,
    idOf: (name: Name) => [...ids].find(([, other]) => other === name)?.[0] ?? '',
    /** Names of what is found, in the order of the answer. */
    found: async (query: Record<string, string> | string, token?: string) => {
      const { items } = await search(typeof query === 'string' ? { q: query } : query, token)
      return items.map(({ id }) => ids.get(id) ?? id)
    },
    suggested: async (q: string, token?: string) => {
      const shape = z.object({ items: z.array(SuggestionAnswer) })
      return (await json(`/suggestions?${new URLSearchParams({ q })}`, shape, token)).items
    },
  }
}

export type SmallCatalogue = Awaited<ReturnType<typeof smallCatalogue>>
