import { z } from 'zod'
import { dayAt, defaultZone } from '../../src/core/time.ts'
import { TestAnswer } from '../../src/germplasm/germination/model.ts'
import { ViabilityAnswer } from '../../src/germplasm/viability/model.ts'
import { type StockScene, stockScene } from '../stock/scene.ts'

export type GerminationScene = { scene: StockScene; protocol: string }

/** A bank with a protocol: four dishes of fifty seeds, counted on day 4 and 10. */
export async function germinationScene(): Promise<GerminationScene> {
  const scene = await stockScene({ max: 12 })
  const protocol = await scene.made('/test-protocols', {
    code: 'GS-MEDICAGO',
    name: { zh: '苜蓿发芽', en: 'Medicago' },
    speciesGroup: 'Medicago',
    temperature: '20',
    firstCountDay: 4,
    lastDay: 10,
    replicates: 4,
    seedsPerReplicate: 50,
  })
  return { scene, protocol }
}

const counts = (id: string) => `/viability-tests/${id}/counts`

/** What tests of germination ask for, of the scene that a file of tests has opened. */
export function germinationCalls(of: () => GerminationScene) {
  const get = async (path: string, as = 'demo-curator') => {
    const answer = await of().scene.as(as).get(`/api/v1${path}`)
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
    return answer.json()
  }
  const readTest = async (id: string) => TestAnswer.parse(await get(`/viability-tests/${id}`))
  const viability = async (lot: string) =>
    ViabilityAnswer.parse(await get(`/lots/${lot}/viability`))
  const start = async (lot: string, more: object = {}) =>
    of().scene.made(`/lots/${lot}/viability-tests`, { protocol: of().protocol, ...more })
  const count = async (id: string, body: object) => (await of().scene.post(counts(id), body)).status
  const result = async (lot: string, testedOn: string, percent: number, more: object = {}) =>
    of().scene.made(`/lots/${lot}/viability-results`, { testedOn, percent, ...more })
  const listed = async <Item extends z.ZodType>(path: string, item: Item) =>
    z.object({ items: z.array(item) }).parse(await get(path)).items

  /** The seeds of a lot were grown so long ago. */
  const describeSeeds = async (lot: string, seeds: object) =>
    of().scene.as('demo-curator').patch(`/api/v1/lots/${lot}/seeds`, seeds, { 'if-match': '*' })

  /** A day so many days from today. */
  const daysOn = (days: number) =>
    dayAt(
      of()
        .scene.services.now()
        .add({ hours: days * 24 }),
      defaultZone,
    )

  /** Counts all dishes of a test so that this many of each germinate, and the others die. */
  const germinate = async (id: string, normal: number, hard = 0) => {
    for (const replicate of [1, 2, 3, 4]) {
      await count(id, { replicate, day: 4, normal: normal - 5 })
      const rest = { dead: 50 - normal - hard, hard }
      await count(id, { replicate, day: 10, normal: 5, ...rest })
    }
  }

  return {
    get,
    readTest,
    viability,
    start,
    counts,
    count,
    result,
    listed,
    describeSeeds,
    daysOn,
    germinate,
  }
}
