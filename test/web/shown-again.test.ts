import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FullHouse, fullHouse, idIn } from '../hostile/scene.ts'
import { fieldsIn, formActionOf, formsIn, type PageForm } from './forms-in.ts'

const faults: unknown[] = []
let house: FullHouse
beforeAll(async () => {
  house = await fullHouse(faults)
  await addPicture()
  await sent(addressOf('/instruments/:id/label'), 'demo-admin', { body: new URLSearchParams() })
  const { code } = await house.db.selectFrom('kiosk').select('code').executeTakeFirstOrThrow()
  house.add('codes', code)
})
afterAll(() => house[Symbol.asyncDispose]())

async function addPicture(): Promise<void> {
  const create = { width: 400, height: 300, channels: 3, background: '#7a5' } as const
  const bytes = await sharp({ create }).png().toBuffer()
  const body = new FormData()
  body.set('file', new File([Uint8Array.from(bytes)], 'a.png'))
  const record = house.ids.get('records')?.[0] ?? ''
  const answer = await house.as('demo-curator').post(`/api/v1/records/${record}/images`, body)
  house.add('images', idIn(await answer.text()) ?? '')
}

type Page = { status: number; lang: string | null; text: string; to: string | null }
type Sending = { body?: FormData | URLSearchParams; cookie?: string }

async function sent(path: string, as: string, { body, cookie }: Sending = {}): Promise<Page> {
  const answer = await house.app.request(path, {
    method: body ? 'POST' : 'GET',
    headers: {
      authorization: `Bearer ${as}`,
      cookie: cookie ?? 'hexi_lang=zh; hexi_theme=light',
    },
    ...(body && { body }),
  })
  const { status, headers } = answer
  const [lang, to] = [headers.get('content-language'), headers.get('location')]
  return { status, lang, to, text: await answer.text() }
}

/** The addresses of people's pages, as the app lists them. */
const routes = (wanted: 'GET' | 'POST') => [
  ...new Set(
    house.app.routes
      .filter(({ method, path }) => method === wanted && !/^\/(?:api|brapi)\//.test(path))
      .map(({ path }) => path),
  ),
]

const collections: Readonly<Record<string, string>> = {
  plan: 'maintenance-plans',
  person: 'people',
  dataset: 'versioned',
}
const known: Readonly<Record<string, string>> = { month: '2026-11', part: 'instruments' }
/** Only accessions have lots. */
const ofAccessions = /^\/records\/:id\/lots/
/** What ends a record must not take it from the forms that follow. */
const ending = /^\/records\/:id\/(publication|withdrawal|deletion)$/

/** The address of something that is there, where the scene has it; else with `x`. */
function addressOf(route: string): string {
  const parts = route.split('/')
  const own = ending.test(route) ? 'datasets' : ofAccessions.test(route) ? 'accessions' : undefined
  const real = parts.map((part, at) => {
    if (!part.startsWith(':')) return part
    const name = part.slice(1)
    const among = [own, collections[name], `${name}s`, parts[at - 1]]
    return known[name] ?? among.flatMap((one) => house.ids.get(one ?? '')?.[0] ?? [])[0] ?? 'x'
  })
  return real.join('/')
}

const formTo = (page: Page, path: string): PageForm | undefined =>
  formsIn(page.text).find(({ id, action }) => id === undefined && action.split(/[?#]/)[0] === path)

const texts = /^(text|textarea|email|url|search|date|number|datetime-local)$/
const marker = '已输入'

/** The form with something in every field that can be typed into: longer than most may be, and no number or date. */
function filledIn({ fields, hasFile }: PageForm): FormData | URLSearchParams {
  const body = hasFile ? new FormData() : new URLSearchParams()
  for (const { name, type, value } of fields)
    if (type !== 'file')
      body.append(name, texts.test(type) ? `${marker} <b> & ${name}${'x'.repeat(2100)}` : value)
  return body
}

/** Forms into which something can be typed, and those that were refused with it. */
const textForms = new Set<string>()
const typedForms = new Set<string>()
const refusedForms = new Set<string>()

/** A page on which the form of this route is refused, with as much typed into it as is refused; or none. */
async function refusedAt(route: string, as: string): Promise<Page | undefined> {
  const path = addressOf(route)
  const shown = await sent(path, as)
  const form = formTo(shown.to ? await sent(shown.to, as) : shown, path)
  if (form?.fields.some(({ type }) => texts.test(type))) textForms.add(route)
  const full = form && (await sent(path, as, { body: filledIn(form) }))
  const refused =
    full && full.status >= 400 ? full : await sent(path, as, { body: new URLSearchParams() })
  if (refused.status < 400) return undefined
  refusedForms.add(route)
  if (main(refused).includes(marker)) typedForms.add(route)
  return refused
}

/** What the browser sends when one of the switches is pressed. */
function pressed(page: Page, as: string, { text, cookie }: { text: string; cookie?: string }) {
  const again = formsIn(page.text).find(({ id }) => id === 'shown-again')
  const body = new URLSearchParams(again?.fields.map(({ name, value }) => [name, value]))
  return sent(formActionOf(page.text, text) ?? '/no-switch', as, {
    body,
    ...(cookie && { cookie }),
  })
}

const main = ({ text }: Page) => text.slice(text.indexOf('<main'))
const typedOf = (page: Page) => fieldsIn(main(page)).map(({ name, value }) => `${name}: ${value}`)

const countOfChanges = async () =>
  (await house.db.selectFrom('audit').select('id').execute()).length

/** What is lost or done when the page is asked for in the other language, then in the dark, then as it was. */
async function lossesAt(refused: Page, as: string): Promise<string[]> {
  const before = await countOfChanges()
  const english = await pressed(refused, as, { text: 'English' })
  const dark = await pressed(english, as, { text: 'Dark', cookie: 'hexi_lang=en' })
  const chinese = await pressed(dark, as, { text: '中文', cookie: 'hexi_lang=en' })
  const pages = Object.entries({ english, dark, chinese })
  const wrong = {
    'something was done': (await countOfChanges()) !== before,
    'not in English': english.lang !== 'en',
    'not dark': !dark.text.includes('data-theme="dark"'),
    'not the same page': main(chinese) !== main(refused),
  }
  return [
    ...Object.entries(wrong).flatMap(([what, is]) => (is ? what : [])),
    ...pages.flatMap(([name, { status }]) =>
      status === refused.status ? [] : `${name}: ${status} instead of ${refused.status}`,
    ),
    ...pages.flatMap(([name, page]) => {
      const now = new Set(typedOf(page))
      return typedOf(refused).flatMap((one) => (now.has(one) ? [] : `${name} lost ${one}`))
    }),
  ]
}

test('whoever opens the address of a form finds the page above it', async () => {
  const shown = new Set(routes('GET'))
  const lost: string[] = []
  for (const route of routes('POST').filter((one) => !shown.has(one))) {
    const path = addressOf(route)
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    const { status, to } = await sent(path, 'demo-admin')
    // oxlint-disable-next-line no-await-in-loop -- the same
    const above = await sent(to ?? '/', 'demo-admin')
    const isLost = above.status === 404 && !path.includes('/x')
    if (status !== 303 || isLost) lost.push(`${path}: ${status} ${to} ${above.status}`)
  }
  expect(lost).toEqual([])
})

/** Outsiders see pages of refusal, administrators see forms again. */
test.each(['demo-outsider', 'demo-researcher', 'demo-curator', 'demo-admin'])(
  'whatever form of %s is refused is shown whole in the other language, and nothing is done',
  async (as) => {
    const losses: Record<string, string[]> = {}
    for (const route of routes('POST')) {
      // oxlint-disable-next-line no-await-in-loop -- one form after the other
      const refused = await refusedAt(route, as)
      if (!refused) continue
      // oxlint-disable-next-line no-await-in-loop -- the same
      const lost = await lossesAt(refused, as)
      if (lost.length > 0) losses[`${refused.status} ${route}`] = lost
    }
    expect(losses).toEqual({})
    expect(faults).toEqual([])
  },
  120_000,
)

test('every form was among them but those that take anything from anybody', () => {
  const missing = routes('POST').filter((route) => !refusedForms.has(route))
  expect(missing).toEqual([
    '/oai',
    // It says what a form lacks, and saves nothing.
    '/desk/checks',
    '/instruments/:id/trainings/:training/enrolment',
    '/instruments/:id/trainings/:training/departure',
    // Its basket is empty: there is nothing to send.
    '/basket/checkout/sending',
    '/account/notices',
    '/sign-out',
    '/account/security/sessions/end',
    '/preferences/theme',
  ])
  expect([...textForms].filter((route) => !typedForms.has(route))).toEqual([])
  expect(typedForms.size).toBeGreaterThan(40)
})

test('a form that comes back with a preview or another time keeps what was typed too', async () => {
  const path = addressOf('/instruments/:id/book')
  const day = '2026-12-03'
  const typed = { start: `${day}T10:00`, end: `${day}T11:00`, purpose: `${marker} & so on` }
  const slot = `${day}T06:00:00Z ${day}T07:00:00Z`
  for (const more of [{ preview: '1' }, { take: slot }]) {
    const body = new URLSearchParams({ ...typed, ...more })
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    const back = await sent(path, 'demo-researcher', { body })
    // oxlint-disable-next-line no-await-in-loop -- the same
    const english = await pressed(back, 'demo-researcher', { text: 'English' })
    expect([back.status, english.status, english.lang]).toEqual([200, 200, 'en'])
    expect(main(english)).toContain(marker)
    expect(typedOf(english)).toEqual(typedOf(back))
  }
})
