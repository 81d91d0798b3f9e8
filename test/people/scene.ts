import { createApp } from '../../src/app.ts'
import type { Services } from '../../src/web/services.ts'
import { testDatabase } from '../support/database.ts'
import { sessionCookieIn, stoppedClock, password } from '../support/people.ts'
import { testServices } from '../support/services.ts'

/** An empty house with its clock stopped, and short ways to ask it things. */
export async function scene(changes: Partial<Services> = {}) {
  const database = await testDatabase()
  const clock = stoppedClock()
  const services = await testServices(database, { now: clock.now, trustProxy: true, ...changes })
  const app = createApp(services)

  const ask = (method: string, path: string, { token, cookie, json, form, headers }: Asked = {}) =>
    app.request(path, {
      method,
      headers: {
        ...(token && { authorization: `Bearer ${token}` }),
        ...(cookie && { cookie }),
        ...(json !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(json !== undefined && { body: JSON.stringify(json) }),
      ...(form && { body: new URLSearchParams(form) }),
    })

  const signIn = async (email: string, given = password) =>
    sessionCookieIn(await ask('POST', '/sign-in', { form: { email, password: given } }))

  const me = (cookie: string) => ask('GET', '/api/v1/me', { cookie })

  return {
    app,
    services,
    clock,
    ask,
    signIn,
    me,
    [Symbol.asyncDispose]: () => database[Symbol.asyncDispose](),
  }
}

type Asked = {
  token?: string
  cookie?: string
  json?: unknown
  form?: Record<string, string>
  headers?: Record<string, string>
}
