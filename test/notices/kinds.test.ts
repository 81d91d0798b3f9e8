import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { transact } from '../../src/core/context.ts'
import { Temporal } from '../../src/core/time.ts'
import { type LetterFacts, letterKinds, letterNames, type LetterName } from '../../src/letters.ts'
import { tell } from '../../src/notices/telling/actions.ts'
import { noticeScene } from './scene.ts'

const instrument = { zh: '质谱仪', en: 'Mass spectrometer' }
const instrumentId = '019c0000-0000-7000-8000-000000000001'
const bookingId = '019c0000-0000-7000-8000-000000000002'
const moment = { at: '2026-03-02T01:00:00Z', zone: 'Asia/Shanghai' }
const start = Temporal.Instant.from(moment.at)
const booking: LetterFacts['changed']['bookings'][number] = {
  id: bookingId,
  instrumentId,
  instrumentZh: instrument.zh,
  instrumentEn: instrument.en,
  placeZh: '资源库',
  placeEn: 'Genebank',
  address: null,
  zone: moment.zone,
  start,
  end: start.add({ hours: 2 }),
  startNow: start,
  endNow: start.add({ hours: 2 }),
  startBefore: '2026-03-01T01:00:00Z',
  endBefore: '2026-03-02T03:00:00Z',
  state: 'pending',
  sequence: 1,
  personId: '019c0000-0000-7000-8000-000000000003',
  personName: 'Ada',
  labZh: null,
  labEn: null,
  purpose: '切片',
  decisionNote: null,
  cancelReason: null,
  createdAt: start,
  changedAt: start,
}
const slot = { start: start.add({ hours: 24 }), end: start.add({ hours: 50 }) }
const once = { bookings: [booking], slots: [] }
const order = {
  orderId: bookingId,
  number: '2026-0001',
  service: { zh: '元素分析', en: 'Elemental analysis' },
  instrument,
  event: 'quote',
  by: 'Ada',
  note: '',
} as const

const deposit = { depositId: bookingId, title: { zh: '气象', en: 'Weather' }, award: '2023YFF1' }

const waiting = {
  requestId: bookingId,
  number: 'R2026-0001',
  provider: instrument,
  title: instrument,
  until: moment,
}

const recalled = {
  requestId: bookingId,
  number: 'R2026-0001',
  collection: instrument,
  codes: ['P-1', 'P-2'],
  more: 0,
}

/** Facts of every kind of letter: a kind without does not compile. */
const samples: LetterFacts = {
  pending: once,
  confirmed: once,
  changed: once,
  cancelled: { bookings: [booking, { ...booking, end: slot.end }], slots: [] },
  declined: once,
  displaced: { bookings: [booking], slots: [slot] },
  promoted: once,
  missed: once,
  reminder: once,
  approval_asked: once,
  use_overrun: { bookingId, instrument, end: moment },
  use_delayed: { bookingId, instrument, start: moment },
  qualification_expiring: { instrument, kinds: instrument, expires: moment },
  qualification_revoked: { instrument, kinds: instrument, reason: '超期' },
  training_cancelled: { title: '上机培训', start: moment, reason: '' },
  training_passed: { instrumentId, instrument, kinds: instrument, expires: moment },
  problem_reported: {
    instrumentId,
    instrument,
    severity: instrument,
    description: '漏油',
    by: 'Ada',
  },
  plan_due: { instrumentId, instrument, plan: '换泵油', due: { zh: '今天到期', en: 'is due' } },
  order_moved: order,
  order_received: order,
  file_damaged: { dataset: instrumentId, title: instrument, file: 'stations/day.csv' },
  store_alarm: {
    placeId: instrumentId,
    place: 'A/2',
    celsius: '-9.5',
    humidity: null,
    began: moment,
  },
  deposit_to_check: { ...deposit, by: 'Ada', until: moment },
  deposit_moved: { ...deposit, command: 'return', by: 'Ada', note: '缺少单位' },
  deposit_due: { ...deposit, dueOn: '2026-12-31', isLate: true },
  deposit_overrun: { ...deposit, until: moment },
  membership_asked: { institutionId: instrumentId, institution: instrument, person: 'Ada' },
  membership_approved: { institutionId: instrumentId, institution: instrument },
  access_granted: { recordId: instrumentId, dataset: instrument, ends: moment },
  request_moved: {
    requestId: bookingId,
    number: 'R2026-0001',
    provider: instrument,
    events: ['items_decided'],
    by: 'Ada',
  },
  request_reminder: { ...waiting, what: 'turn', isLate: false },
  received_reminder: { ...waiting, what: 'loan', isLate: true },
  request_overdue: waiting,
  requests_waiting: { count: 3 },
  stand_in_asked: {
    person: 'Ada',
    institution: instrument,
    from: '2026-12-01',
    until: '2026-12-05',
    count: 2,
  },
  requests_handed_over: { count: 3, by: 'Ada', reason: '出差' },
  consent_asked: {
    requestId: bookingId,
    number: 'R2026-0001',
    provider: instrument,
    requester: 'Ada',
    titles: [instrument],
    more: 2,
    secret: 'secret',
    until: moment,
  },
  request_received: {
    requestId: bookingId,
    number: 'R2026-0001',
    provider: instrument,
    events: ['submitted', 'consent_given'],
    by: 'Ada',
  },
  access_revoked: { recordId: instrumentId, dataset: instrument, reason: '用途与申请不符' },
  samples_blocked: recalled,
  samples_recalled: { ...recalled, more: 2 },
  samples_unblocked: recalled,
  samples_not_recalled: { ...recalled, more: 2 },
}

function written<Name extends LetterName>(name: Name, facts: LetterFacts[Name]) {
  const { path, letter } = letterKinds[name]
  const link = `http://hexi.test${path(facts)}`
  const reader = { id: bookingId, name: 'Bo', email: 'bo@hexi.example', lang: 'zh' } as const
  return { link, ...letter(facts, { link, baseUrl: 'http://hexi.test', reader }) }
}

/** Kinds that tell no time of day: the others have to. */
const timeless: ReadonlySet<LetterName> = new Set([
  'file_damaged',
  'qualification_revoked',
  'problem_reported',
  'plan_due',
  'order_moved',
  'order_received',
  'request_moved',
  'request_received',
  'requests_waiting',
  'stand_in_asked',
  'requests_handed_over',
  'deposit_moved',
  'deposit_due',
  'membership_asked',
  'membership_approved',
  'access_revoked',
  'samples_blocked',
  'samples_recalled',
  'samples_unblocked',
  'samples_not_recalled',
])

/** `09:00–11:00（Asia/Shanghai）`, `… 09:00 – … 11:00 (Asia/Shanghai)`. */
const withZone =
  /\d\d:\d\d(?: ?– ?(?:\d+月\d+日 |\d+ \w+, )?\d\d:\d\d)?(?:（Asia\/Shanghai）| \(Asia\/Shanghai\))/g
const unzoned = (text: string) =>
  text
    .replaceAll(/http\S+/g, '')
    .replaceAll(withZone, '')
    .match(/\d\d:\d\d/g) ?? []

test.each(letterNames)('each time in a letter of the kind %s names its zone', (name) => {
  const { subject, body, link } = written(name, samples[name])
  for (const lang of ['zh', 'en'] as const)
    expect([subject[lang], body[lang]].flatMap(unzoned)).toEqual([])
  expect(body.zh.includes('（Asia/Shanghai）')).toBe(!timeless.has(name))
  expect(body.zh).toContain(link)
})

test('every kind of letter has a switch: off, it is in the inbox only', async () => {
  await using s = await noticeScene()
  const me = s.as('demo-steward')
  const page = await (await me.get('/account/notices')).text()
  expect(letterNames.filter((name) => !page.includes(`name="${name}"`))).toEqual([])
  const tellMe = async (letter: LetterName) => {
    const people = [s.people['demo-steward']]
    const told = { letter, facts: samples[letter], people, occurredAt: start }
    await transact(s.house(), (trx) =>
      tell<LetterName>(trx, s.house(), { ...told, factId: crypto.randomUUID() }),
    )
    return (await s.letters()).map(({ body }) => body)
  }
  for (const name of letterNames) {
    expect((await me.put('/api/v1/me/notices', { letters: { [name]: false } })).status).toBe(200)
    expect([name, await tellMe(name)]).toEqual([name, []])
    await me.put('/api/v1/me/notices', { letters: {} })
    expect([name, await tellMe(name)]).toEqual([
      name,
      [expect.stringContaining('http://hexi.test/account/notices')],
    ])
  }
  const { items } = await (await me.get('/api/v1/notifications?limit=200')).json()
  expect(items).toHaveLength(letterNames.length * 2)
})

test('letters without a switch are those about the account itself', () => {
  const writing = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .filter((file) => readFileSync(`src/${file}`, 'utf8').includes('enqueueLetter('))
  expect(writing.map((file) => file.replaceAll('\\', '/')).toSorted()).toEqual([
    'mail/actions.ts',
    'notices/telling/actions.ts',
    'people/accounts/actions/invitations.ts',
    'people/accounts/actions/passwords.ts',
    'people/accounts/actions/registration.ts',
    // To the mailbox of an institution where nobody has an account that decides.
    'requests/clock/actions.ts',
  ])
})

test('the inbox is in the order in which things happened, also where they were told late', async () => {
  await using s = await noticeScene()
  const { 'demo-steward': steward } = s.people
  const hours = [3, 1, 2]
  for (const hour of hours) {
    const fact = { letter: 'order_moved', facts: samples.order_moved, people: [steward] } as const
    const occurredAt = start.add({ hours: hour })
    // oxlint-disable-next-line no-await-in-loop -- told one after the other
    await transact(s.house(), (trx) =>
      tell(trx, s.house(), { ...fact, occurredAt, factId: crypto.randomUUID() }),
    )
  }
  const moments = [3, 2, 1].map((hour) => start.add({ hours: hour }).toString())
  const first = await (await s.as('demo-steward').get('/api/v1/notifications?limit=2')).json()
  const rest = await (
    await s.as('demo-steward').get(`/api/v1/notifications?limit=2&after=${first.next}`)
  ).json()
  expect(
    [...first.items, ...rest.items].map(({ occurredAt }: { occurredAt: string }) => occurredAt),
  ).toEqual(moments)
})
