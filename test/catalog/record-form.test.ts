import { afterAll, beforeAll, expect, test } from 'vitest'
import { testNow } from '../support/clock.ts'
import { type TestHouse, testHouse } from '../support/house.ts'

let house: TestHouse
beforeAll(async () => {
  house = await testHouse()
  const grant = { role: 'curator', created_at: testNow() } as const
  await house.db
    .insertInto('role_grant')
    .values(
      [house.own, house.other].map((institution_id) => ({
        ...grant,
        person_id: house.people['demo-pi'],
        institution_id,
      })),
    )
    .execute()
})
afterAll(() => house[Symbol.asyncDispose]())

/** Keeps two institutions; `demo-curator` keeps one. */
const ofTwo = 'demo-pi'
const form = '/desk/new?kind=instrument'

type Sending = { as?: string; lang?: string; button?: 'save' | 'publish' }

async function send(
  path: string,
  typed: Record<string, string>,
  { as = ofTwo, lang = 'en', button = 'save' }: Sending = {},
) {
  const body = new URLSearchParams(typed)
  if (button === 'publish') body.set('then', button)
  const answer = await house.app.request(path, {
    method: 'POST',
    headers: { authorization: `Bearer ${as}`, cookie: `hexi_lang=${lang}` },
    body,
  })
  return { status: answer.status, to: answer.headers.get('location'), text: await answer.text() }
}

const recordsCalled = (title: string) =>
  house.db
    .selectFrom('record')
    .where('title_en', '=', title)
    .select(['id', 'published_at', 'version', 'institution_id as institution'])
    .execute()

const selectOfInstitution = (text: string) =>
  /<select[^>]*name="institution"[^>]*>.*?<\/select>/s.exec(text)?.[0] ?? ''

test('the form of who keeps several institutions opens with none of them chosen', async () => {
  const answer = await house.as(ofTwo).get(form, { cookie: 'hexi_lang=en' })
  const select = selectOfInstitution(await answer.text())
  expect(select).toMatch(/<option value="">/)
  expect(select).not.toContain('selected')
})

test.each([
  ['save', 'en', 'Choose the institution.'],
  ['save', 'zh', '请选择所属单位。'],
  ['publish', 'en', 'Choose the institution.'],
  ['publish', 'zh', '请选择所属单位。'],
] as const)(
  'to %s without an institution is refused at its field (%s)',
  async (button, lang, message) => {
    const typed = { 'title.en': 'No owner', institution: '' }
    const { status, text } = await send(form, typed, { lang, button })
    expect(status).toBe(422)
    expect(selectOfInstitution(text)).toContain('aria-invalid="true"')
    expect(text).toContain(message)
    expect(text).toContain('value="No owner"')
    expect(await recordsCalled('No owner')).toEqual([])
  },
)

test.each([ofTwo, 'demo-admin'] as const)(
  'programs of %s, who keeps several institutions, may leave it to their first',
  async (who) => {
    const title = `Of the first of ${who}`
    const made = await house.as(who).post('/api/v1/instruments', { title: { en: title } })
    expect(made.status).toBe(201)
    expect(await recordsCalled(title)).toMatchObject([{ institution: house.own }])
  },
)

test('who keeps one institution is not asked for it', async () => {
  const { status } = await send(form, { 'title.en': 'Of the only one' }, { as: 'demo-curator' })
  expect(status).toBe(303)
  expect(await recordsCalled('Of the only one')).toMatchObject([{ institution: house.own }])
})

test('everything that a new record lacks to be published is named at once', async () => {
  const { text } = await send(form, {}, { button: 'publish' })
  for (const name of ['institution', 'instrCategory', 'function'])
    expect(text).toMatch(
      new RegExp(`<(?:select|input|textarea)[^>]*name="${name}"[^>]*aria-invalid`),
    )
  expect(text).toContain('id="field-title"')
})

const whole = { instrCategory: '010200', function: '测定元素的稳定同位素比值。' }

test.each([
  ['en', 'Not published or saved'],
  ['zh', '尚未发布，也未保存'],
])(
  'a new record whose publication is refused is not saved, and says so (%s)',
  async (lang, said) => {
    const title = `Pressed twice ${lang}`
    const typed = { 'title.en': title, institution: house.own, function: whole.function }
    for (const _ of [1, 2]) {
      // oxlint-disable-next-line no-await-in-loop -- pressed again after the answer
      const { status, text } = await send(form, typed, { lang, button: 'publish' })
      expect(status).toBe(422)
      expect(text).toContain(said)
      expect(text).toContain(whole.function)
      expect(text).toMatch(/name="instrCategory"[^>]*aria-invalid="true"/)
    }
    expect(await recordsCalled(title)).toEqual([])
    const done = await send(form, { ...typed, ...whole }, { button: 'publish' })
    const [record, ...others] = await recordsCalled(title)
    expect(others).toEqual([])
    expect(record?.published_at).not.toBeNull()
    expect(done).toMatchObject({ status: 303, to: `/records/${record?.id}` })
  },
)

test('a draft whose publication is refused stays as it was, and keeps what was typed', async () => {
  await send(form, { 'title.en': 'A draft', institution: house.own })
  const [draft] = await recordsCalled('A draft')
  const path = `/records/${draft?.id}/edit`
  const version = String(draft?.version)
  const typed = { 'title.en': 'A draft', function: whole.function, version }
  const refused = await send(path, typed, { button: 'publish' })
  expect(refused.status).toBe(422)
  expect(refused.text).toContain('Not published or saved')
  expect(refused.text).toContain(whole.function)
  expect(await recordsCalled('A draft')).toEqual([draft])
  const done = await send(path, { ...typed, ...whole }, { button: 'publish' })
  expect(done.status).toBe(303)
  expect((await recordsCalled('A draft'))[0]?.published_at).not.toBeNull()
})

test('a form refused for another reason keeps the version that it was filled in from', async () => {
  await send(form, { 'title.en': 'Read once', institution: house.own })
  const [record] = await recordsCalled('Read once')
  const path = `/records/${record?.id}/edit`
  const version = String(record?.version)
  await send(path, { 'title.en': 'Read once', keywords: 'another', version })
  const bad = await send(path, { 'title.en': 'Read once', audience: 'nobody', version })
  expect(bad.status).toBe(422)
  expect(bad.text).toContain(`name="version" value="${version}"`)
  const stale = await send(path, { 'title.en': 'Read once', version })
  expect(stale.status).toBe(412)
  expect(stale.text).not.toContain(`name="version" value="${version}"`)
})

test('who keeps one institution sees which it is, and has nothing to choose', async () => {
  const text = await (await house.as('demo-curator').get(form, { cookie: 'hexi_lang=en' })).text()
  expect(selectOfInstitution(text)).toBe('')
  expect(text).toContain(`<input type="hidden" name="institution" value="${house.own}"`)
  const { zh, en } = await house.db
    .selectFrom('institution')
    .where('id', '=', house.own)
    .select(['name_zh as zh', 'name_en as en'])
    .executeTakeFirstOrThrow()
  expect(text).toContain(en ?? zh)
})

test('a saved draft has an address, and its page says that it is not public yet', async () => {
  const body = new URLSearchParams({ 'title.en': 'Only a draft', institution: house.own })
  const headers = { authorization: `Bearer ${ofTwo}`, cookie: 'hexi_lang=en' }
  const saved = await house.app.request(form, { method: 'POST', headers, body })
  const [{ id } = { id: '' }] = await recordsCalled('Only a draft')
  expect(saved.headers.get('location')).toBe(`/records/${id}`)
  const flash = saved.headers.get('set-cookie')?.split(';')[0] ?? ''
  const shown = await house.as(ofTwo).get(`/records/${id}`, { cookie: `hexi_lang=en; ${flash}` })
  expect(await shown.text()).toContain('Draft “Only a draft” saved. It is not public yet.')
})

const accession = '/desk/new?kind=accession&profile=plant'

test('what cannot be read and what is missing are named together, and the first has the focus', async () => {
  const typed = { elevation: 'high up', declatitude: '400', institution: '' }
  const { status, text } = await send(accession, typed, { button: 'publish' })
  expect(status).toBe(422)
  const listed = [...text.matchAll(/href="#field-([\w.]+)"/g)].map(([, name]) => name)
  expect(listed.slice(0, 5)).toEqual([
    'title',
    'institution',
    'accenumb',
    'declatitude',
    'elevation',
  ])
  expect(text).toMatch(/<input[^>]*name="elevation"|value="high up"/)
  expect(text.match(/<(?:input|select|textarea|fieldset)[^>]* autofocus/g)).toEqual([
    expect.stringContaining('field-title.zh'),
  ])
})

const checks = '/desk/checks?kind=accession&profile=plant&draft=true'

test('while a form is filled in, what is implausible is pointed out and nothing is saved', async () => {
  const typed = {
    'title.zh': '地方品种',
    institution: house.own,
    genus: 'triticum',
    colldate: '一九八五年',
    origcty: 'CHN',
    declatitude: '48.85',
    declongitude: '2.35',
    elevation: '很高',
  }
  const before = await house.db.selectFrom('record').select('id').execute()
  const { status, text } = await send(checks, typed, { lang: 'zh' })
  expect(status).toBe(200)
  for (const field of ['genus', 'colldate', 'declatitude', 'elevation'])
    expect(text).toContain(`data-field="${field}"`)
  expect(text).toContain('1985----')
  expect(text).toContain('Triticum')
  expect(text).toContain('href="#field-accenumb"')
  expect(text).toMatch(/\d\.\d\d \/ 10/)
  expect(await house.db.selectFrom('record').select('id').execute()).toEqual(before)
  const kept = await send(accession, { ...typed, elevation: '' })
  expect(kept.status).toBe(303)
  const { colldate, genus } = await house.db
    .selectFrom('accession')
    .where('record_id', '=', kept.to?.split('/').at(-1) ?? '')
    .select(['colldate', 'genus'])
    .executeTakeFirstOrThrow()
  expect({ colldate, genus }).toEqual({ colldate: '一九八五年', genus: 'triticum' })
})

test('a form that was not touched has nothing wrong in it', async () => {
  const text = await (await house.as(ofTwo).get(accession, { cookie: 'hexi_lang=en' })).text()
  expect(text).not.toContain('data-field')
  expect(text).not.toContain('aria-invalid')
  expect(text).toContain('1 more required to publish')
})

test('guests and tokens that only read are not answered what a form lacks', async () => {
  const answer = await house.app.request(checks, { method: 'POST', body: new URLSearchParams() })
  expect(answer.status).toBe(401)
})

test('a copy begins with everything but the numbers of the one, and is saved as another record', async () => {
  const typed = {
    'title.en': 'Copied from',
    institution: house.own,
    accenumb: 'GS-COPY-1',
    genus: 'Medicago',
    'identifiers.0.scheme': 'local',
    'identifiers.0.value': 'K-77',
  }
  const made = await send(accession, typed)
  const from = `/desk/new?from=${made.to?.split('/').at(-1)}`
  const text = await (await house.as(ofTwo).get(from, { cookie: 'hexi_lang=en' })).text()
  expect(text).toContain('value="Copied from"')
  expect(text).toContain('value="Medicago"')
  expect(text).toContain('Taken from “Copied from”')
  expect(text).not.toContain('GS-COPY-1')
  expect(text).not.toContain('K-77')
  expect(text).toContain('action="/desk/new?kind=accession&amp;profile=plant"')
  expect(await (await house.as(ofTwo).get(made.to ?? '')).text()).toContain(from)
  for (const who of ['demo-outsider', 'demo-researcher'])
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    expect([403, 404]).toContain((await house.as(who).get(from)).status)
})
