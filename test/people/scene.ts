import { createApp } from '../../src/app.ts'
import type { Services } from '../../src/web/services.ts'
import { testDatabase } from '../support/database.ts'
import {
  aRole,
  anInstitution,
  password,
  sessionCookieIn,
  somebody,
  stoppedClock,
} from '../support/people.ts'
import { testServices } from '../support/services.ts'

/** An empty house with its clock stopped, and short ways to ask it things. */
export async function scene(changes: Partial<Services> = {}) {
  const database = await testDatabase()
  const clock = stoppedClock()
  const services = await testServices(database, { now: clock.now, trustProxy: true, ...changes })
  const app = createApp(services)

  const ask = async (
    method: string,
    path: string,
    { token, cookie, json, form, headers }: Asked = {},
  ) =>
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

  const me = async (cookie: string) => ask('GET', '/api/v1/me', { cookie })

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

/** The same house at its door: signing in with headers of one's own. */
export async function door(changes: Partial<Services> = {}) {
  const house = await scene(changes)
  const { app, ask } = house
  return {
    ...house,
    signIn: (given: { email: string; password?: string; next?: string }, headers = {}) =>
      ask('POST', '/sign-in', {
        form: { password, next: '/', ...given },
        headers: { 'x-forwarded-for': '203.0.113.7', ...headers },
      }),
    me: async (headers: Record<string, string>) => app.request('/api/v1/me', { headers }),
  }
}

type Asked = {
  token?: string
  cookie?: string
  json?: unknown
  form?: Record<string, string>
  headers?: Record<string, string>
}

/** The same house with an institution, its curator Ada, and an administrator; both are signed in. */
export async function peopledHouse(changes: Partial<Services> = {}) {
  const s = await scene(changes)
  const institution = await anInstitution(s.services, '兰州地化所')
  const root = await somebody(s.services, { email: 'root@lab.example', isAdmin: true })
  const ada = await somebody(s.services, { email: 'ada@lab.example', name: '王艾达' })
  await aRole(s.services, ada.id, 'curator', institution)
  return {
    ...s,
    institution,
    root,
    ada,
    rootsCookie: await s.signIn('root@lab.example'),
    adasCookie: await s.signIn('ada@lab.example'),
  }
}
