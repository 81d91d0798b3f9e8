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
