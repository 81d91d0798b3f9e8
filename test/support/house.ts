import { z } from 'zod'
import { createApp } from '../../src/app.ts'
import type { Kind } from '../../src/catalog/records/model/record.ts'
import { demoSignIns } from '../../src/people/accounts/rules/demo.ts'
import { sharpImages } from '../../src/ports/images.sharp.ts'
import type { Db } from '../../src/core/database.ts'
import type { Services } from '../../src/web/services.ts'
import { testDatabase } from './database.ts'
import { testServices } from './services.ts'

type Token = keyof typeof demoSignIns
const createdShape = z.looseObject({ id: z.string() })

/** A running house: two institutions, a curator of the first, everybody whom the demo's tokens name. */
export async function testHouse(changes: Partial<Services> = {}, pool: { max?: number } = {}) {
  const database = await testDatabase(pool)
  const { db } = database
  const services = await testServices(database, {
    demo: true,
    images: sharpImages(),
    baseUrl: 'http://hexi.test',
    ...changes,
  })
  const app = createApp(services)
  const { own, other, people } = await addDemoHouse(db, services.now())

  const as = (token?: string) => asCaller(app, token)
  return {
    ...database,
    services,
    app,
    own,
    other,
    people,
    as,
    /** Adds a record as the curator; answers its id. */
    add: async (kind: Kind, input: object, { publish = true } = {}) => {
      const curator = as('demo-curator')
      const created = await curator.post(`/api/v1/${kind}s`, input)
      if (created.status !== 201) throw new Error(`${created.status} ${await created.text()}`)
      const { id } = createdShape.parse(await created.json())
      if (publish) {
        const published = await curator.post(`/api/v1/${kind}s/${id}/publication`, {})
        if (published.status !== 200)
          throw new Error(`${published.status} ${await published.text()}`)
      }
      return id
    },
    [Symbol.asyncDispose]: () => database[Symbol.asyncDispose](),
  }
}

export type TestHouse = Awaited<ReturnType<typeof testHouse>>

/** Two institutions, a curator of the first, everybody whom the demo's tokens name. */
export async function addDemoHouse(db: Db, at: ReturnType<Services['now']>) {
  const [own = '', other = ''] = (
    await db
      .insertInto('institution')
      .values([
        {
          name_zh: '甘肃省种质资源库',
          name_en: 'Gansu Genebank',
          region: '620100',
          created_at: at,
        },
        { name_zh: '敦煌研究院', name_en: 'Dunhuang Academy', region: '620982', created_at: at },
      ])
      .returning('id')
      .execute()
  ).map(({ id }) => id)
  const people = await addDemoPeople({ db, at, own, other })
  return { own, other, people }
}

type Setting = {
  db: Db
  at: ReturnType<Services['now']>
  own: string
  other: string
}

async function addDemoPeople({ db, at, own, other }: Setting): Promise<Record<Token, string>> {
  const rows = await db
    .insertInto('person')
    .values(
      Object.entries(demoSignIns).map(([token, email]) => ({
        name: token,
        email,
        is_admin: token === 'demo-admin',
        email_verified_at: at,
        created_at: at,
      })),
    )
    .returning(['id', 'name'])
    .execute()
  const idOf = (token: Token) => rows.find(({ name }) => name === token)?.id ?? ''
  const ids = {
    'demo-admin': idOf('demo-admin'),
    'demo-curator': idOf('demo-curator'),
    'demo-steward': idOf('demo-steward'),
    'demo-pi': idOf('demo-pi'),
    'demo-researcher': idOf('demo-researcher'),
    'demo-outsider': idOf('demo-outsider'),
  }
  const belongs = (token: Token, institution: string) => ({
    person_id: ids[token],
    institution_id: institution,
    created_at: at,
    approved_at: at,
  })
  await db
    .insertInto('membership')
    .values([
      ...(
        ['demo-admin', 'demo-curator', 'demo-steward', 'demo-pi', 'demo-researcher'] as const
      ).map((token) => belongs(token, own)),
      belongs('demo-outsider', other),
    ])
    .execute()
  await db
    .insertInto('role_grant')
    .values([
      { person_id: ids['demo-curator'], role: 'curator', institution_id: own, created_at: at },
      { person_id: ids['demo-steward'], role: 'steward', institution_id: own, created_at: at },
    ])
    .execute()
  return ids
}

type App = ReturnType<typeof createApp>

/** Requests as one of the demo's people, or as nobody. */
export function asCaller(app: App, token?: string) {
  const send =
    (method: string) =>
    (path: string, body?: unknown, headers: Record<string, string> = {}) =>
      app.request(path, {
        method,
        headers: {
          ...(token && { authorization: `Bearer ${token}` }),
          ...(body !== undefined &&
            !(body instanceof FormData) && { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body !== undefined && { body: body instanceof FormData ? body : JSON.stringify(body) }),
      })
  return {
    get: (path: string, headers: Record<string, string> = {}) =>
      send('GET')(path, undefined, headers),
    post: send('POST'),
    patch: send('PATCH'),
    put: send('PUT'),
    delete: send('DELETE'),
  }
}
