import { z } from 'zod'
import { EntryAnswer } from '../../src/stock/entries/model.ts'
import { LotAnswer } from '../../src/stock/lots/model.ts'
import { type TestHouse, testHouse } from '../support/house.ts'
import { aRole, aToken, somebody } from '../support/people.ts'
import { publishable } from '../support/publishable.ts'

const Id = z.looseObject({ id: z.string() })
const Refusal = z.looseObject({
  objections: z.array(z.looseObject({ code: z.string() })).optional(),
  issues: z.array(z.looseObject({ path: z.string() })).optional(),
})

/** As JSON has them: moments are texts there. */
const Lot = LotAnswer.extend({ frozenAt: z.string().nullable(), createdAt: z.string() })
const Entry = EntryAnswer.extend({ at: z.string() })

/** Codes of objections, and paths of fields. */
async function refusal(answer: Response): Promise<string[]> {
  const { objections = [], issues = [] } = Refusal.parse(await answer.json())
  return [...objections.map(({ code }) => code), ...issues.map(({ path }) => path)]
}

/** A bank with one accession, a curator of it, and a curator of another institution. */
export async function stockScene(
  pool: { max?: number } = {},
  changes: Partial<TestHouse['services']> = {},
) {
  const house = await testHouse(changes, pool)
  const { services, other } = house
  const accession = await house.add('accession', {
    ...publishable.accession,
    title: { zh: '紫花苜蓿', en: 'Alfalfa' },
  })
  const stranger = await somebody(services, { email: 'other-curator@elsewhere.test' })
  await aRole(services, stranger.id, 'curator', other)
  const strangerToken = await aToken(services, stranger.id)

  const post = async (path: string, body: object = {}, as = 'demo-curator') =>
    house.as(as).post(`/api/v1${path}`, body)
  const made = async (path: string, body: object, as?: string) => {
    const answer = await post(path, body, as)
    const text = await answer.text()
    if (answer.status !== 201) throw new Error(`${path}: ${answer.status} ${text}`)
    return Id.parse(JSON.parse(text)).id
  }
  let numbers = 0
  return {
    ...house,
    accession,
    strangerToken,
    post,
    made,
    /** Why something was refused: codes of objections, paths of fields. */
    refusedBy: async (path: string, body: object = {}) => {
      const answer = await post(path, body)
      return [answer.status, ...(await refusal(answer))]
    },
    /** A lot of the accession, of 1,000 seeds where nothing else is said. */
    lot: async (more: object = {}) => {
      numbers += 1
      return made(`/accessions/${accession}/lots`, {
        code: `LOT-${numbers}`,
        unit: 'seed',
        quantity: 1000,
        ...more,
      })
    },
    read: async (id: string) =>
      Lot.parse(await (await house.as('demo-curator').get(`/api/v1/lots/${id}`)).json()),
    enter: async (id: string, body: object) => {
      const answer = await post(`/lots/${id}/entries`, body)
      const text = await answer.text()
      if (answer.status !== 201) throw new Error(`${answer.status} ${text}`)
      return Entry.parse(JSON.parse(text))
    },
    ledger: async (id: string) => {
      const answer = await house.as('demo-curator').get(`/api/v1/lots/${id}/entries`)
      return z.object({ items: z.array(Entry) }).parse(await answer.json()).items
    },
  }
}

export type StockScene = Awaited<ReturnType<typeof stockScene>>
