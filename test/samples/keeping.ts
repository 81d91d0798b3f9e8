import { sql } from 'kysely'
import { testHouse } from '../support/house.ts'
import { publishable } from '../support/publishable.ts'

/** A house with a collection of people and one of animals, and the means to fill them. */
export async function keepingHouse() {
  const house = await testHouse()
  const addCollection = async (sampleSource: string) =>
    house.add('collection', {
      ...publishable.collection,
      sampleSource,
      title: { zh: `样本集 ${sampleSource}` },
      institution: house.own,
    })
  const [people, animals] = [await addCollection('human'), await addCollection('animal')]
  const post = async (path: string, body: object, as = 'demo-curator') =>
    answered(house.as(as).post(`/api/v1${path}`, body))
  const get = async (path: string, as = 'demo-curator') =>
    answered(house.as(as).get(`/api/v1${path}`))
  let numbers = 0
  const newCode = (letter: string) => `${letter}-${(numbers += 1)}`
  const addDonor = async () => {
    const code = newCode('D')
    const { body } = await post(`/collections/${people}/donors`, { code, sex: 'female' })
    return { id: String(body.id), code }
  }
  const addSample = async (more: object = {}) => {
    const code = newCode('S')
    const own = { code, family: 'animal', type: 'whole_blood', amount: 100, unit: 'microlitre' }
    const at = 'donor' in more ? people : animals
    const { status, body } = await post(`/collections/${at}/samples`, { ...own, ...more })
    if (status !== 201) throw new Error(JSON.stringify(body))
    return { id: String(body.id), code }
  }
  const means = { addCollection, addDonor, addSample, newCode, get, post }
  return { ...house, ...means, people: house.people, collection: { people, animals } }
}
export type KeepingHouse = Awaited<ReturnType<typeof keepingHouse>>

async function answered(asked: Response | Promise<Response>) {
  const answer = await asked
  const text = await answer.text()
  return { status: answer.status, body: text.startsWith('{') ? JSON.parse(text) : { text } }
}

/** All that is kept of donors and their samples, as one text. */
export async function everythingKept({ db }: Pick<KeepingHouse, 'db'>): Promise<string> {
  const { rows } = await sql<{ kept: string }>`select concat(
    (select string_agg(donor::text, '') from donor),
    (select string_agg(donor_consent::text, '') from donor_consent),
    (select string_agg(sample::text, '') from sample),
    (select string_agg(sample_event::text, '') from sample_event),
    (select string_agg(sample_kit::text, '') from sample_kit),
    (select string_agg(sample_source::text, '') from sample_source)
  ) as kept`.execute(db)
  return rows[0]?.kept ?? ''
}
