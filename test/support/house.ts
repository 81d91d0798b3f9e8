import { z } from 'zod'
import { createApp } from '../../src/app.ts'
import type { Kind } from '../../src/catalog/records/model/record.ts'
import { sharpImages } from '../../src/ports/images.sharp.ts'
import type { Services } from '../../src/web/services.ts'
import { addDemoHouse } from './demo-house.ts'
import { testDatabase } from './database.ts'
import { testServices } from './services.ts'

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
  const answers = answersOf(app)
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
    [Symbol.asyncDispose]: async () => {
      for (const answer of answers.splice(0)) if (!answer.bodyUsed) await answer.body?.cancel()
      await database[Symbol.asyncDispose]()
    },
  }
}

export type TestHouse = Awaited<ReturnType<typeof testHouse>>

type App = ReturnType<typeof createApp>

/** All that is answered, as it comes: of a body that a test does not read, a stored file stays open. */
function answersOf(app: App): Response[] {
  const answers: Response[] = []
  const { request } = app
  app.request = async (...asked) => {
    const answer = await request(...asked)
    answers.push(answer)
    return answer
  }
  return answers
}

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
    head: async (path: string) => send('HEAD')(path),
    post: send('POST'),
    patch: send('PATCH'),
    put: send('PUT'),
    delete: send('DELETE'),
  }
}
