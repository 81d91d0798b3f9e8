import { OperationNodeTransformer, type KyselyPlugin, type RawNode } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createApp } from '../../src/app.ts'
import { indexRecord } from '../../src/catalog/search/actions.ts'
import { asCaller } from '../support/house.ts'
import {
  answerText,
  doorsOf,
  filled,
  isReviewed,
  markIndex,
  pathsOf,
  secretsIn,
} from './access-doors.ts'
import {
  type AccessHouse,
  accessHouse,
  type Facts,
  nobody,
  type Scene,
  sceneOf,
  type Viewer,
} from './access-scene.ts'

/*
 * That the matrix of `access.test.ts` can fail: one condition after the other is taken out of the SQL on its way to the
 * database, and every door that shows files to who may read them then shows them to who may not.
 */

/** A condition as it stands in the SQL, and what stands there instead. */
type Widening = {
  facts: Partial<Facts>
  viewer: Viewer
  instead: readonly (readonly [string, string])[]
  /** Who sees at which doors what everybody would; without it, this viewer of what is open, at all of them. */
  like?: { name: string }
  at?: RegExp
}

const outsider: Viewer = { name: 'somebody of another institution', token: 'demo-outsider' }

/** The rule in `where`, and the same fact as the gate of bytes asks for it. */
const widenings = {
  embargo: {
    facts: { isEmbargoed: true },
    viewer: nobody,
    instead: [
      ['dataset.protected is not true', 'true'],
      ['dataset.protected is true', 'false'],
    ],
  },
  'core data': {
    facts: { grade: 'core' },
    viewer: nobody,
    instead: [
      ["dataset.data_grade is distinct from 'core'", 'true'],
      ["dataset.data_grade is not distinct from 'core'", 'false'],
    ],
  },
  'access of nobody in particular': {
    facts: { access: 'closed' },
    viewer: nobody,
    instead: [
      ["record.access = 'open'", 'true'],
      ['record.access', "'open'"],
    ],
  },
  'access of who signed in': {
    facts: { access: 'closed' },
    viewer: outsider,
    instead: [
      ["record.access in ('open', 'registered')", 'true'],
      ['record.access', "'registered'"],
    ],
  },
  'withdrawal of a version': {
    facts: { state: 'version withdrawn' },
    viewer: nobody,
    instead: [
      ['dataset_version.withdrawn_at is null', 'true'],
      ['dataset_version.withdrawn_at is not null', 'false'],
    ],
    // The record's own doors are of the newest version that was not withdrawn.
    at: /:number/,
  },
  'who keeps or deposits a draft': {
    facts: { state: 'draft' },
    viewer: outsider,
    instead: [['record.depositor_id = ', 'record.depositor_id <> ']],
    like: { name: 'who deposits it' },
    // The page of a draft asks a rule besides.
    at: /^(?!\/records\/:id$)/,
  },
} satisfies Record<string, Widening>

class Widened extends OperationNodeTransformer {
  readonly #instead: Widening['instead']
  readonly met = new Set<string>()
  constructor(instead: Widening['instead']) {
    super()
    this.#instead = instead
  }
  protected override transformRaw(node: RawNode): RawNode {
    const raw = super.transformRaw(node)
    return { ...raw, sqlFragments: raw.sqlFragments.map((fragment) => this.#widened(fragment)) }
  }
  /** A name by itself is a column that is read: in a longer text it is part of another condition. */
  #widened(fragment: string): string {
    let text = fragment
    for (const [from, to] of this.#instead) {
      const isMet = from.includes(' ') ? text.includes(from) : text === from
      if (isMet) this.met.add(from)
      if (isMet) text = text.replaceAll(from, to)
    }
    return text
  }
}

let house: AccessHouse
let open: Scene
beforeAll(async () => {
  house = await accessHouse()
  open = await sceneOf(house, factsOf({}), 0)
}, 120_000)
afterAll(async () => house[Symbol.asyncDispose]())

const factsOf = (changes: Partial<Facts>): Facts => ({
  state: 'published',
  access: 'open',
  isEmbargoed: false,
  grade: 'none',
  ...changes,
})

test.each(Object.entries<Widening>(widenings))(
  'without the condition of %s, every door of files leaks',
  async (_, { facts, viewer, instead, like, at = /^/ }) => {
    const scene = await sceneOf(house, factsOf(facts), 1)
    const widened = new Widened(instead)
    const apart = appWith(widened)
    const reader = house.viewers.find(({ name }) => name === like?.name)
    const readers = await doorsThatShow(house, reader ? scene : open, {
      viewer: reader ?? viewer,
      at,
    })
    expect(Object.keys(readers).length).toBeGreaterThan(10)
    expect(await doorsThatShow(house, scene, { viewer, at })).toEqual({})
    expect(await doorsThatShow(apart, scene, { viewer, at })).toEqual(readers)
    expect([...widened.met].toSorted()).toEqual(instead.map(([from]) => from).toSorted())
  },
  300_000,
)

test.each(Object.entries<Widening>(widenings).filter(([, { viewer }]) => viewer === nobody))(
  'without the condition of %s, search finds what is in files',
  async (_, { facts, instead }) => {
    const scene = await sceneOf(house, factsOf(facts), 2)
    const finds = async () => {
      const answer = await house.as().get(`/api/v1/records?q=${scene.secrets.variable}`)
      return (await answer.text()).includes(scene.dataset)
    }
    expect(await finds()).toBe(false)
    await house.db
      .withPlugin(pluginOf(new Widened(instead)))
      .transaction()
      .execute(async (trx) => indexRecord(trx, scene.dataset))
    expect(await finds()).toBe(true)
  },
  300_000,
)

test('without the condition of embargo, harvests of everything leak', async () => {
  const scene = await sceneOf(house, factsOf({ isEmbargoed: true }), 3)
  const apart = appWith(new Widened(widenings.embargo.instead))
  const showing = async ({ as }: Pick<AccessHouse, 'as'>, one: Scene) => {
    const find = markIndex([one])
    const shown: string[] = []
    for (const path of pathsOf(house)) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      const { text } = await answerText(path, await as().get(path))
      if (find(text, path).length > 0) shown.push(path)
    }
    return shown
  }
  const readers = await showing(house, open)
  expect(readers).toContain('/dcat.jsonld')
  expect(await showing(house, scene)).toEqual([])
  expect(await showing(apart, scene)).toEqual(readers)
}, 300_000)

const pluginOf = (transformer: Widened): KyselyPlugin => ({
  transformQuery: ({ node, queryId }) => transformer.transformNode(node, queryId),
  transformResult: async ({ result }) => result,
})

function appWith(transformer: Widened) {
  const { services } = house
  const plugin = pluginOf(transformer)
  const app = createApp({
    ...services,
    db: services.db.withPlugin(plugin),
    reader: services.reader.withPlugin(plugin),
  })
  return { app, as: (token?: string) => asCaller(app, token) }
}

/** Doors at which this viewer sees something of the files, and what. */
async function doorsThatShow(
  { as, app }: Pick<AccessHouse, 'as' | 'app'>,
  scene: Scene,
  { viewer, at }: { viewer: Viewer; at: RegExp },
) {
  const doors = doorsOf({ app }, 'GET').filter((door) => !isReviewed(door) && at.test(door))
  const shown = await Promise.all(
    doors.map(async (door) => {
      const path = filled(door, scene)
      const { text, isPicture } = await answerText(path, await as(viewer.token).get(path))
      const kinds = [...secretsIn(text, scene, path), ...(isPicture ? ['picture'] : [])]
      return [door, kinds] as const
    }),
  )
  return Object.fromEntries(shown.filter(([, kinds]) => kinds.length > 0))
}
