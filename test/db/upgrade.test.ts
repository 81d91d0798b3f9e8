import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { migrateToLatest } from '../../db/migrate.ts'
import { createApp } from '../../src/app.ts'
import { importRecords } from '../../src/exchange/imports/actions/here.ts'
import { createJobs, systemContext } from '../../src/jobs.ts'
import { testDatabase } from '../support/database.ts'
import { testServices } from '../support/services.ts'

/** The last migration before germplasm had stock, a taxonomy and imports. */
const until = '0017_picture_levels.sql'

/** As an import of that program left them: known by their number alone, whatever institute they are of. */
const imported = [
  { number: 'OWN1', instcode: 'CHN999', genus: 'Medicago' },
  { number: 'NONE1', instcode: null, genus: 'Medicago' },
  { number: 'BGE1', instcode: 'ESP004', genus: 'Zea' },
]
const file = [
  'ACCENUMB,INSTCODE,GENUS',
  ...imported.map(({ number, instcode, genus }) => [number, instcode, genus].join()),
].join('\n')

test('a database of an older program is brought on, and what it imported is known again', async () => {
  await using database = await testDatabase({ template: 'template0' })
  const { db, url } = database
  await migrateToLatest(url, { until })
  const { rows } = await sql<{ id: string }>`
    insert into institution (name_zh, wiews, created_at)
    values ('甘肃省种质资源库', 'CHN999', '2026-01-01T00:00Z')
    returning id
  `.execute(db)
  const institutionId = rows[0]?.id ?? ''
  for (const [at, { number, instcode, genus }] of imported.entries())
    // oxlint-disable-next-line no-await-in-loop -- each has its place in the order
    await sql`
      with made as (
        insert into record (
          kind, profile, institution_id, title_en, library, source, source_key,
          published_at, listed_at, created_at, updated_at
        )
        values (
          'accession', 'plant', ${institutionId}, ${`${genus} ${number}`}, ${at === 0 ? 'forage' : null},
          ${`import:${institutionId}:accession`}, ${number},
          '2026-01-01T00:00Z', '2026-01-01T00:00Z', '2026-01-01T00:00Z', '2026-01-01T00:00Z'
        )
        returning id
      ), profile as (
        insert into plant_profile (record_id) select id from made
      )
      insert into accession (record_id, accenumb, instcode, genus)
      select id, ${number}, ${instcode}, ${genus} from made
    `.execute(db)

  expect((await migrateToLatest(url)).applied.length).toBeGreaterThan(0)
  expect((await migrateToLatest(url)).applied).toEqual([])

  const services = await testServices(database)
  const keys = await db.selectFrom('record').select('source_key').orderBy('listed_no').execute()
  expect(keys.map((row) => row.source_key)).toEqual(['OWN1', 'NONE1', 'ESP004:BGE1'])
  await createJobs(services).reindex_records({})
  await createJobs(services).judge_records({})
  const { rows: counts } = await importRecords(systemContext(services, 'import'), {
    kind: 'accession',
    bytes: new TextEncoder().encode(file),
    institutionId,
    publish: true,
  })
  expect(counts).toEqual({ total: 3, accepted: 0, unchanged: 3, rejected: 0 })

  const app = createApp(services)
  const found = await (await app.request('/api/v1/records?q=BGE1')).json()
  expect(found.items).toMatchObject([{ title: { en: 'Zea BGE1' } }])
  const record = `/records/${found.items[0].id}`
  for (const path of ['/', '/records', '/libraries/forage', '/taxa', record])
    // oxlint-disable-next-line no-await-in-loop -- one page after the other
    expect([path, (await app.request(path)).status]).toEqual([path, 200])
})
