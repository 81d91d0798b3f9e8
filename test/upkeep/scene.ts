import { afterAll, beforeAll, beforeEach } from 'vitest'
import { systemContext } from '../../src/jobs.ts'
import { Temporal } from '../../src/core/time.ts'
import { tellWaiting } from '../support/told.ts'
import { answerOf, at, bookingScene, monday } from '../bookings/scene.ts'

type Scene = Awaited<ReturnType<typeof bookingScene>>
type Token = Parameters<Scene['as']>[0]

/** One house for a file of tests; each test has an instrument of its own, and the clock stands at Monday again. */
export function upkeepScene() {
  const opened: { scene?: Scene; instrument: string } = { instrument: '' }
  const scene = (): Scene => {
    if (!opened.scene) throw new Error('The scene is not set')
    return opened.scene
  }
  beforeAll(async () => {
    opened.scene = await bookingScene()
  })
  afterAll(async () => {
    await opened.scene?.[Symbol.asyncDispose]()
  })
  beforeEach(async () => {
    scene().clock.now = monday
    opened.instrument = await scene().add('instrument', {
      institution: scene().own,
      title: { zh: `质谱仪 ${crypto.randomUUID()}` },
      instrCategory: '010000',
      function: '分析',
    })
  })
  return {
    scene,
    instrument: () => opened.instrument,
    turnTo: (time: string) => {
      scene().clock.now = Temporal.Instant.from(at(time))
    },
    /** A job's own context. */
    job: () => systemContext(scene().services, 'test'),
    book: async (start: string, end: string, as = 'demo-researcher') =>
      (await scene().book(start, end, { as, on: opened.instrument })).body.id ?? '',
    get: (path: string, as?: Token) => answerOf(scene().as(as).get(`/api/v1${path}`)),
    post: (path: string, body: object = {}, as: Token = 'demo-steward') =>
      answerOf(scene().as(as).post(`/api/v1${path}`, body)),
    /** `/instruments/{id}` of the test's instrument. */
    here: (path: string) => `/instruments/${opened.instrument}${path}`,
    /** Subjects and addresses of the letters about the test's instrument, oldest first. */
    letters: async (like?: string) => {
      await tellWaiting(scene().services)
      const rows = await scene()
        .db.selectFrom('mail')
        .where('subject', 'like', `%${like ?? (await titleOf(scene(), opened.instrument))}%`)
        .select(['to_address as to', 'subject'])
        .orderBy('id')
        .execute()
      return rows.map(({ to, subject }) => `${to}: ${subject.split('：').at(-1)}`)
    },
  }
}

async function titleOf({ db }: Scene, id: string): Promise<string> {
  const { title } = await db
    .selectFrom('record')
    .where('id', '=', id)
    .select('title_zh as title')
    .executeTakeFirstOrThrow()
  return title ?? ''
}
