import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CommandIo } from '../../../src/core/command.ts'
import { importDirectoryCommand } from '../../../src/exchange/directories/commands.ts'
import { systemContext } from '../../../src/jobs.ts'
import { testHouse, type TestHouse } from '../../support/house.ts'

const folder = '../shared/data/germplasm/biobank/directory'
const isThere = existsSync(folder)
if (!isThere) console.warn(`SKIPPED: ${folder} is absent; no directory was stored`)

let house: TestHouse
beforeAll(async () => {
  house = await testHouse()
})
afterAll(async () => house[Symbol.asyncDispose]())

/** What the command says of the files of a directory. */
async function imported(part: string) {
  const [said, warned]: string[][] = [[], []]
  const io: CommandIo = {
    say: ({ en }) => void said?.push(en),
    warn: ({ en }) => void warned?.push(en),
    progress: () => {},
    openFile: async (path) =>
      Promise.resolve({
        sizeBytes: statSync(path).size,
        body: new Response(readFileSync(path)).body ?? new ReadableStream(),
      }),
    hasFile: async () => Promise.resolve(true),
    writeFile: async () => Promise.reject(new Error('nothing is written')),
  }
  const context = systemContext(house.services, 'import-directory')
  const positionals = readdirSync(join(folder, part)).map((name) => join(folder, part, name))
  const given = { positionals, options: { institution: house.own } }
  const outcome = await importDirectoryCommand.run(context, given, io)
  return { outcome, said: said?.at(-1), warned: warned ?? [] }
}

/** All that a directory may write. */
async function stored() {
  const { rows } = await sql<{ table: string; rows: unknown }>`
    select 'biobank' as table, jsonb_agg(biobank order by id) as rows from biobank
    union all select 'network', jsonb_agg(network order by id) from network
    union all select 'network_member', jsonb_agg(member order by member::text) from network_member member
    union all select 'record', jsonb_agg(record order by id) from record
    union all select 'collection', jsonb_agg(collection order by record_id) from collection
    union all select 'audit', to_jsonb(count(*)) from audit`.execute(house.db)
  return rows
}

describe.skipIf(!isThere).each([
  ['demo', { biobanks: 3, networks: 3, collections: 3 }],
  ['bbmri-nl', { biobanks: 108, networks: 0, collections: 278 }],
])('the directory %s', (part, counts) => {
  const count = async () => {
    const { rows } = await sql<typeof counts>`
      select (select count(*)::int from biobank) as biobanks, (select count(*)::int from network) as networks,
        (select count(*)::int from record where kind = 'collection' and visibility = 'draft') as collections
    `.execute(house.db)
    return rows[0] ?? { biobanks: 0, networks: 0, collections: 0 }
  }

  test('is stored whole, and a second time changes nothing', async () => {
    const before = await count()
    const first = await imported(part)
    const after = await count()
    const all = counts.biobanks + counts.networks + counts.collections
    expect({
      biobanks: after.biobanks - before.biobanks,
      networks: after.networks - before.networks,
      collections: after.collections - before.collections,
    }).toEqual(counts)
    expect([first.outcome, first.said]).toEqual(['done', `${all} added, 0 not added`])
    const kept = await stored()
    const second = await imported(part)
    expect(second.said).toMatch(/^0 added/)
    expect(await stored()).toEqual(kept)
  }, 120_000)
})

test.skipIf(!isThere)(
  'what somebody curated since stays as it is',
  async () => {
    const { id, version } = await house.db
      .selectFrom('biobank')
      .where('miabis_id', 'is not', null)
      .select(['id', 'version'])
      .orderBy('id')
      .executeTakeFirstOrThrow()
    const collection = await house.db
      .selectFrom('record')
      .where('source', 'like', 'directory:%')
      .select(['id', 'version'])
      .orderBy('id')
      .executeTakeFirstOrThrow()
    const curator = house.as('demo-curator')
    const changes: [string, number, object][] = [
      [`/api/v1/biobanks/${id}`, version, { name: { zh: '改过的名称', en: 'Mended by hand' } }],
      [
        `/api/v1/collections/${collection.id}`,
        collection.version,
        { title: { zh: '改过的样本集', en: 'Mended by hand' } },
      ],
    ]
    for (const [path, match, body] of changes)
      // oxlint-disable-next-line no-await-in-loop -- two
      expect((await curator.patch(path, body, { 'if-match': `"${match}"` })).status).toBe(200)
    const kept = await stored()
    await imported('demo')
    await imported('bbmri-nl')
    expect(await stored()).toEqual(kept)
  },
  120_000,
)
