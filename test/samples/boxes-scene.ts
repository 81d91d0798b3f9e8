import { z } from 'zod'
import { testHouse } from '../support/house.ts'
import { aRole, aToken, somebody } from '../support/people.ts'
import { publishable } from '../support/publishable.ts'

const Id = z.looseObject({ id: z.string() })
const Refusal = z.looseObject({
  detail: z.string().optional(),
  objections: z.array(z.looseObject({ code: z.string(), detail: z.string() })).optional(),
})
const Box = z.looseObject({
  next: z.string().nullable(),
  wells: z.array(
    z.looseObject({
      well: z.string().nullable(),
      sample: z.looseObject({ code: z.string() }).nullable(),
      blocked: z.string().nullable(),
    }),
  ),
})

/** A biobank with a collection of donors, and a freezer with boxes; another institution with one too. */
export async function boxScene(pool: { max?: number } = {}) {
  const house = await testHouse({}, { max: 8, ...pool })
  const { db, services, own, other, as } = house
  const now = services.now()
  const collection = await house.add('collection', {
    ...publishable.collection,
    title: { zh: '河西队列', en: 'Hexi cohort' },
  })
  const stranger = await somebody(services, { email: 'box-curator@elsewhere.test' })
  await aRole(services, stranger.id, 'curator', other)
  const strangerToken = await aToken(services, stranger.id)
  const post = async (path: string, body: object, who = 'demo-curator') => {
    const answer = await as(who).post(`/api/v1${path}`, body)
    const text = await answer.text()
    if (answer.status !== 201) throw new Error(`${path}: ${answer.status} ${text}`)
    return Id.parse(JSON.parse(text)).id
  }
  const foreign = await post(
    '/collections',
    { ...publishable.collection, title: { zh: '别处队列', en: 'Cohort elsewhere' } },
    strangerToken,
  )
  const donors = new Map<string, string>()
  const donorOf = async (recordId: string) => {
    const known = donors.get(recordId)
    if (known !== undefined) return known
    const { id } = await db
      .insertInto('donor')
      .values({ record_id: recordId, code: 'D-1', sex: 'female', created_at: now })
      .returning('id')
      .executeTakeFirstOrThrow()
    donors.set(recordId, id)
    return id
  }
  let numbers = 0
  return {
    ...house,
    collection,
    foreign,
    strangerToken,
    place: post.bind(null, '/places'),
    /** A box of 8 × 12 at the top, where nothing else is said; answers its id. */
    box: async (more: object = {}, who = 'demo-curator') => {
      numbers += 1
      const institution = who === 'demo-curator' ? own : other
      const grid = { rows: 8, columns: 12 }
      const place = { institution, type: 'box', code: `BOX-${numbers}`, ...grid, ...more }
      return post('/places', place, who)
    },
    /** Samples with these codes, in store and nowhere yet; answers their ids. */
    samples: async (codes: readonly string[], more: object = {}, recordId = collection) => {
      const donor_id = await donorOf(recordId)
      const rows = await db
        .insertInto('sample')
        .values(
          codes.map((code) => ({
            record_id: recordId,
            institution_id: recordId === collection ? own : other,
            code,
            family: 'human',
            type: 'PLASMA',
            donor_id,
            created_at: now,
            ...more,
          })),
        )
        .returning('id')
        .execute()
      return rows.map(({ id }) => id)
    },
    /** Changes wells; answers the status and why not, with every sentence. */
    put: async (box: string, body: object, who = 'demo-curator') => {
      const answer = await as(who).put(`/api/v1/places/${box}/wells`, body)
      const { objections = [], detail } = Refusal.parse(await answer.json())
      return {
        status: answer.status,
        codes: objections.map(({ code }) => code),
        objections,
        detail,
      }
    },
    /** `A1 S-1`: what is in which well. */
    wells: async (box: string, who = 'demo-curator') => {
      const answer = await as(who).get(`/api/v1/places/${box}/wells`)
      const { wells } = Box.parse(await answer.json())
      return wells.map(
        ({ well, sample, blocked }) => `${well ?? '-'} ${sample?.code ?? blocked ?? '?'}`,
      )
    },
    read: async (box: string) =>
      Box.parse(await (await as('demo-curator').get(`/api/v1/places/${box}/wells`)).json()),
  }
}

export type BoxScene = Awaited<ReturnType<typeof boxScene>>
