import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { germplasmScene, type GermplasmScene } from './scene.ts'

let house: GermplasmScene
beforeAll(async () => {
  house = await germplasmScene()
})
afterAll(async () => house[Symbol.asyncDispose]())

const taxon = (name: string) => `/api/v1/taxa/${house.ids[name]}`
const change = async (
  name: string,
  body: object,
  as: 'demo-curator' | 'demo-outsider' | 'demo-admin' = 'demo-curator',
) => {
  const { version } = await (await house.as().get(taxon(name))).json()
  return house.as(as).patch(taxon(name), body, { 'if-match': `"${version}"` })
}
const found = async (query: string) => {
  const answer = await house.as().get(`/api/v1/records?${query}`)
  const { items } = await answer.json()
  return items.map(({ id }: { id: string }) => id)
}

test('names are public; curators and administrators keep them', async () => {
  const body = { scientificName: 'Nitraria', rank: 'genus' }
  const statuses = []
  for (const who of [undefined, 'demo-researcher', 'demo-outsider', 'demo-steward'] as const)
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    statuses.push((await house.as(who).post('/api/v1/taxa', body)).status)
  expect(statuses).toEqual([401, 403, 403, 403])
  expect((await house.as('demo-admin').post('/api/v1/taxa', body)).status).toBe(201)
  expect((await house.as('demo-curator').post('/api/v1/taxa', body)).status).toBe(409)
  const listed = await (await house.as().get('/api/v1/taxa?q=nitr')).json()
  expect(listed.items).toMatchObject([
    { scientificName: 'Nitraria', rank: 'genus', accepted: null },
  ])
  expect((await (await house.as().get('/api/v1/taxa?q=木地肤')).json()).total.value).toBe(1)
})

test('what cannot stand is refused with every reason, and what has others stays', async () => {
  const wrong = await house.as('demo-curator').post('/api/v1/taxa', {
    scientificName: 'Bassia scoparia',
    rank: 'species',
    parent: 'Kochia prostrata',
  })
  expect(wrong.status).toBe(422)
  expect((await change('Bassia', { accepted: 'Amaranthaceae' })).status).toBe(422)
  expect((await change('Bassia prostrata', { accepted: 'Bassia' })).status).toBe(422)
  expect((await change('Bassia', { rank: 'species' })).status).toBe(422)
  const both = await (await change('Bassia', { accepted: 'Nowhere', rank: 'species' })).json()
  expect(both.issues.map(({ path }: { path: string }) => path)).toEqual(['accepted', 'rank'])
})

test('a change names the version that it was made to', async () => {
  const stale = await house
    .as('demo-curator')
    .patch(taxon('Bassia'), { source: 'x' }, { 'if-match': '"77"' })
  expect(stale.status).toBe(412)
  const changed = await (await change('Bassia', { source: 'Flora of China' })).json()
  expect(changed).toMatchObject({ source: 'Flora of China', parent: 'Amaranthaceae', version: 2 })
})

test('a record points to the taxon of its name, and is found by its other names and by what stands above', async () => {
  const accepted = await house.accession()
  const synonym = await house.accession({ genus: 'Kochia' })
  const unknown = await house.accession({ species: 'scoparia' })
  const { rows } = await sql<{ id: string; name: string }>`
    select record.id, taxon.scientific_name as name
    from record join taxon on taxon.id = record.taxon_id
  `.execute(house.db)
  const placedAt = new Map(rows.map(({ id, name }) => [id, name]))
  expect([accepted, synonym, unknown].map((id) => placedAt.get(id))).toEqual([
    'Bassia prostrata',
    'Kochia prostrata',
    'Bassia',
  ])
  const all = [unknown, synonym, accepted]
  expect(await found('taxon=Amaranthaceae')).toEqual(all)
  expect(await found('taxon=Bassia+prostrata')).toEqual([synonym, accepted])
  expect(await found('taxon=Kochia+prostrata')).toEqual([synonym])
  expect((await found('q=Kochia+prostrata')).toSorted()).toEqual([synonym, accepted].toSorted())
  expect((await found('q=苋科')).toSorted()).toEqual(all.toSorted())
})

test('a name that becomes a synonym moves its records, and back', async () => {
  await house.addTaxon({ scientificName: 'Nitraria sibirica', rank: 'species' })
  await house.addTaxon({ scientificName: 'Nitraria tangutorum', rank: 'species' })
  const id = await house.accession({ genus: 'Nitraria', species: 'sibirica' })
  expect(await found('taxon=Nitraria+tangutorum')).toEqual([])
  const move = async (accepted: string | null) => {
    expect((await change('Nitraria sibirica', { accepted })).status).toBe(200)
    await house.place(house.ids['Nitraria sibirica'] ?? '', ['nitraria sibirica'])
  }
  await move('Nitraria tangutorum')
  expect(await found('taxon=Nitraria+tangutorum')).toEqual([id])
  await move(null)
  expect(await found('taxon=Nitraria+tangutorum')).toEqual([])
})

test('a name given by hand places a record', async () => {
  const id = await house.accession({
    genus: 'Salsola',
    species: 'prostrata',
    placedAs: 'Bassia prostrata',
  })
  expect(await found('taxon=Bassia+prostrata')).toContain(id)
})

test('two names that become each other’s synonyms at once: one does', async () => {
  for (const [one, other] of [
    ['Alpha', 'Beta'],
    ['Gamma', 'Delta'],
    ['Epsilon', 'Zeta'],
  ] as const) {
    // oxlint-disable-next-line no-await-in-loop -- one pair after the other
    await house.addTaxon({ scientificName: one, rank: 'genus' })
    // oxlint-disable-next-line no-await-in-loop -- the same
    await house.addTaxon({ scientificName: other, rank: 'genus' })
    // oxlint-disable-next-line no-await-in-loop -- the same
    const answers = await Promise.all([
      change(one, { accepted: other }),
      change(other, { accepted: one }),
    ])
    const statuses = answers.map(({ status }) => status).toSorted((a, b) => a - b)
    expect(statuses[0]).toBe(200)
    expect([409, 422]).toContain(statuses[1])
  }
  const { rows } = await sql`
    select from taxon join taxon as kept on kept.id = taxon.accepted_id where kept.accepted_id is not null
  `.execute(house.db)
  expect(rows).toEqual([])
})

test('the database itself closes no circle', async () => {
  const { db, ids } = house
  const under = (id = '', parent = '', level = 0) =>
    db
      .updateTable('taxon')
      .set({ parent_id: parent, parent_level: level })
      .where('id', '=', id)
      .execute()
  const { Bassia: genus, Amaranthaceae: family } = ids
  await expect(under(family, genus, 7)).rejects.toThrow('taxon_parent_above')
  await expect(under(family, genus, 1)).rejects.toThrow('taxon_parent_stands')
  await expect(under(genus, genus, 7)).rejects.toThrow('taxon_parent_above')
})

test('the page of a taxon has its names, its place and its germplasm, in both languages', async () => {
  const id = await house.accession({
    title: { zh: '异名下的种质', en: 'Under a synonym' },
    genus: 'Kochia',
  })
  const page = await (await house.as().get(`/taxa/${house.ids['Bassia prostrata']}`)).text()
  for (const text of ['木地肤', '苋科', 'Kochia prostrata', '异名', `/records/${id}`])
    expect(page).toContain(text)
  expect(page).not.toContain('/edit"')
  const english = await house.as('demo-curator').get(`/taxa/${house.ids['Amaranthaceae']}?lang=en`)
  const text = await english.text()
  for (const one of ['Lower taxa', 'Bassia', '/edit"']) expect(text).toContain(one)
  const record = await (await house.as().get(`/records/${id}?lang=en`)).text()
  expect(record).toContain('Synonym of')
})

test('a draft is in no count of a taxon, and its name is not a hint of it', async () => {
  await house.addTaxon({ scientificName: 'Suaeda glauca', rank: 'species' })
  await house.accession({ genus: 'Suaeda', species: 'glauca' }, { publish: false })
  const path = `/taxa/${house.ids['Suaeda glauca']}`
  expect(await (await house.as('demo-outsider').get(path)).text()).toContain(
    '还没有该分类单元的公开种质',
  )
  expect(await (await house.as('demo-curator').get(path)).text()).not.toContain(
    '还没有该分类单元的公开种质',
  )
})

test('a curator is told what to look at once a record is saved; others are not', async () => {
  const first = await house.accession({ accenumb: 'CGN 00254', title: { zh: '来自荷兰' } })
  const second = await house.accession({ genus: 'Kochia', othernumb: ['NLD037:CGN00254'] })
  const remarks = async (id: string) =>
    (await (await house.as('demo-curator').get(`/api/v1/accessions/${id}/remarks`)).json()).remarks
  expect(await remarks(second)).toMatchObject([
    { field: 'species', taxonId: house.ids['Bassia prostrata'] },
    { field: 'othernumb', recordId: first },
  ])
  expect(await remarks(first)).toMatchObject([{ field: 'accenumb', recordId: second }])
  const page = await (await house.as('demo-curator').get(`/records/${second}`)).text()
  for (const text of ['请核对', '来自荷兰', '异名']) expect(page).toContain(text)
  expect(await (await house.as().get(`/records/${second}`)).text()).not.toContain('请核对')
})

test('a remark names no record that the reader may not know of', async () => {
  const draft = await house.accession(
    { accenumb: 'DSM 485', title: { zh: '未公开' } },
    { publish: false },
  )
  const open = await house.accession({ othernumb: ['DSM 485'] })
  const asked = async (as?: 'demo-curator' | 'demo-outsider') =>
    (await house.as(as).get(`/api/v1/accessions/${open}/remarks`)).text()
  expect(await asked('demo-curator')).toContain(draft)
  expect(await asked('demo-outsider')).not.toContain(draft)
  expect(await asked()).toBe('{"remarks":[]}')
})
