import { type Arbitrary, assert, asyncProperty, constantFrom, record } from 'fast-check'
import { randomInt } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newWord } from '../catalog/visibility/scene.ts'
import { type Door, wrongAtDoors } from './door.ts'
import { bothTitles, leadOrder } from './order-steps.ts'
import {
  type Instrument,
  isReportedBy,
  isStaff,
  leadsLab,
  type Owned,
  reads,
  seesBooking,
  seesCharge,
  sightOfInstrument,
  staffsInstitution,
} from './oracle.ts'
import {
  addInstrument,
  addLab,
  among,
  everyViewer,
  instrumentFacts,
  ofLab,
  ownedFacts,
  settleInstrument,
  someViewers,
  visibleWorld,
  type World,
} from './scene.ts'
import { names, type Viewer } from './viewers.ts'

type Facts = Owned &
  Instrument & { cause: 'use' | 'order'; state: 'open' | 'corrected' | 'issued' | 'paid' }

const facts: Arbitrary<Facts> = record({
  ...instrumentFacts,
  ...ownedFacts,
  forLab: constantFrom(true, true, false),
  cause: constantFrom('use', 'order'),
  state: constantFrom('open', 'corrected', 'issued', 'paid'),
}).map(ofLab)

const usual = {
  place: 'other',
  audience: 'public',
  inCollection: true,
  isWithdrawn: false,
  person: names.researcher,
  forLab: true,
  labPlace: 'own',
  cause: 'use',
  state: 'paid',
} satisfies Facts

/** Those that tell each sentence of the oracle from the others; everybody looks. */
const examples: [Facts, number[]][] = [
  [usual, everyViewer],
  [{ ...usual, labPlace: 'other', place: 'own', cause: 'order', state: 'issued' }, everyViewer],
]

let world: World
beforeAll(async () => {
  world = await visibleWorld()
})
afterAll(async () => world[Symbol.asyncDispose]())

test('a charge shows to those who may see it, and counts into no sum of anybody else', async () => {
  const property = asyncProperty(facts, someViewers, async (chosen, numbers) => {
    const charge = await addCharge(chosen)
    const wrong = among(world, numbers).map(async (viewer) =>
      wrongAtDoors(world, doorsTo(charge, viewer, chosen), viewer),
    )
    expect((await Promise.all(wrong)).flat()).toEqual([])
  })
  await assert(property, { numRuns: 8, endOnFailure: true, examples })
}, 600_000)

type Charge = {
  id: string
  /** Empty where an order was charged. */
  booking: string
  instrument: string
  lab: string
  fen: number
  count: number
  /** Of the voucher that paid a part of it; empty where none did. */
  voucher: string
}

/** So much a voucher pays. */
const voucherFen = 300

/** A use or an order of March, charged; corrected, told in a statement or paid in part as the facts say. */
async function addCharge(chosen: Facts): Promise<Charge> {
  const { person, cause, state } = chosen
  world.turnTo('02 08:00')
  const instrument = await addInstrument(world, chosen)
  const lab = await addLab(world, chosen.labPlace)
  const as = world.viewers.find(({ name }) => name === person)?.token
  const fen = 3 * randomInt(1_000_000, 3_000_000)
  const asked = { instrument, lab: chosen.forLab ? lab : null, fen, as }
  const made = {
    ...(await (cause === 'use' ? chargeUse(asked) : chargeOrder(asked))),
    instrument,
    lab,
    fen,
    count: 1,
    voucher: '',
  }
  if (state === 'corrected') {
    await world.post(`/charges/${made.id}/corrections`, { amountFen: -500_000, reason: '漂移' })
    Object.assign(made, { fen: fen - 500_000, count: 2 })
  }
  if (chosen.forLab) made.voucher = await settleStatement(lab, chosen)
  await settleInstrument(world, instrument, chosen)
  return made
}

type Asked = { instrument: string; lab: string | null; fen: number; as: string | undefined }

/** A use of an hour on 3 March. */
async function chargeUse({ instrument, lab, fen, as }: Asked) {
  await world.put(`/instruments/${instrument}/rates`, { rates: { external: { hourFen: fen } } })
  const asked = { start: '2026-03-03T09:00Z', end: '2026-03-03T10:00Z', purpose: newWord() }
  const booking = await world.post(
    `/instruments/${instrument}/bookings`,
    { ...asked, ...(lab !== null && { lab }) },
    as,
  )
  world.turnTo('03 09:00')
  await world.post(`/bookings/${booking}/start`, {}, as)
  world.turnTo('03 10:00')
  await world.post(`/bookings/${booking}/finish`, {}, as)
  await world.followUp()
  const [charge] = await world.chargesOf(booking, 'demo-admin')
  return { id: charge?.id ?? '', booking }
}

/** An order that was delivered on 3 March. */
async function chargeOrder({ instrument, lab, fen, as }: Asked) {
  const services = `/instruments/${instrument}/services`
  const service = await world.post(services, {
    title: bothTitles(`Service ${newWord()}`),
    unit: 'sample',
    turnaroundDays: 7,
    prices: { external: fen / 3 },
    fields: [],
  })
  const form = new FormData()
  form.set('order', JSON.stringify({ answers: {}, lab }))
  const order = await world.post(`${services}/${service}/orders`, form, as)
  world.turnTo('03 10:00')
  await leadOrder(world, order, { state: 'delivered', as, priceFen: fen / 3, rating: '' })
  const { id } = await world.db
    .selectFrom('charge')
    .where('order_id', '=', order)
    .select('id')
    .executeTakeFirstOrThrow()
  return { id, booking: '' }
}

/** In April, issues what the lab owes for March, and pays a part of it; the voucher’s code where one pays. */
async function settleStatement(lab: string, { place, state }: Facts): Promise<string> {
  world.turnTo('2026-04-02T08:00Z')
  if (state !== 'issued' && state !== 'paid') return ''
  const institution = world[place]
  await world.post(`/labs/${lab}/statements`, { month: '2026-03', institution })
  if (state === 'issued') return ''
  const code = newWord().toUpperCase()
  const voucher = await world.post('/vouchers', {
    code,
    title: bothTitles(code),
    institution,
    lab,
    faceFen: voucherFen,
    coverFen: voucherFen,
    validFrom: '2026-01-01',
    validTo: '2026-12-31',
  })
  const { id } = await world.db
    .selectFrom('statement')
    .where('lab_id', '=', lab)
    .select('id')
    .executeTakeFirstOrThrow()
  await world.post(`/statements/${id}/tenders`, { voucher })
  return code
}

const march = 'from=2026-03-01&to=2026-03-31'

const doorsTo = (charge: Charge, viewer: Viewer, chosen: Facts): Door[] => [
  ...ownDoors(charge, viewer, chosen),
  ...statementDoors(charge, viewer, chosen),
  ...reportDoors(charge, viewer, chosen),
]

function ownDoors({ id, booking, count }: Charge, viewer: Viewer, chosen: Facts): Door[] {
  const seen = seesCharge(viewer, chosen)
  // Who leads the lab sees what it owes also where another institution’s booking is not theirs to see.
  const beside = seen && seesBooking(viewer, { ...chosen, booker: '' })
  const audited = reads(viewer, chosen.place)
  const ofBooking: Door[] = [
    {
      name: 'charges of the booking',
      path: `/api/v1/bookings/${booking}/charges`,
      shows: { [id]: beside },
      total: beside ? count : 0,
    },
    { name: 'the booking’s page', path: `/bookings/${booking}`, shows: { [id]: beside } },
  ]
  return [
    ...(booking === '' ? [] : ofBooking),
    { name: 'charge', path: `/api/v1/charges/${id}`, shows: { [id]: seen }, found: seen },
    { name: 'its page', path: `/charges/${id}`, found: seen },
    {
      name: 'audit',
      path: `/api/v1/audit?entity=charge&entityId=${id}`,
      shows: { [id]: audited },
      total: audited ? 1 : 0,
    },
  ]
}

/** What a lab owes is there for who sees some of it, and comes to what they see of it. */
function statementDoors(charge: Charge, viewer: Viewer, chosen: Facts): Door[] {
  const { id, lab, fen, count, voucher } = charge
  const seen = chosen.forLab && seesCharge(viewer, chosen)
  const whole = seen && (leadsLab(viewer, chosen) || staffsInstitution(viewer, chosen.place))
  const month = `/api/v1/labs/${lab}/statements/2026-03`
  const sum = `"totalFen":${fen}`
  const due = `"dueFen":${fen - (voucher === '' ? 0 : voucherFen)}`
  // A statement that is seen in part names no payments: what they leave due would tell the rest.
  const paid = voucher === '' ? {} : { [voucher]: whole }
  return [
    {
      name: 'statements',
      path: `/api/v1/labs/${lab}/statements`,
      shows: { [sum]: seen, [due]: whole, [`"charges":${count}`]: seen },
      total: seen ? 1 : 0,
    },
    { name: 'statement', path: month, shows: { [id]: seen, [sum]: seen, [due]: whole, ...paid } },
    ...['csv', 'xlsx'].map((format) => ({
      name: `statement as ${format}`,
      path: `${month}?format=${format}`,
      shows: { [id]: seen },
    })),
    {
      name: 'statement page',
      path: `/labs/${lab}/statements/2026-03`,
      shows: { [id]: seen, ...paid },
    },
    {
      name: 'statements of all',
      path: '/statements?month=2026-03',
      shows: { [`/labs/${lab}/statements`]: seen },
    },
  ]
}

/** Income is for the staff of the instruments, and for a lab as far as its charges are. */
function reportDoors({ instrument, lab, fen, id }: Charge, viewer: Viewer, chosen: Facts): Door[] {
  const { page } = sightOfInstrument(viewer, chosen)
  const staff = page && isStaff(viewer, chosen)
  const report = `/api/v1/reports/instrument-use?instrument=${instrument}&${march}`
  const rows = `/reports/use/rows?instrument=${instrument}&${march}&what=income`
  const ofLabSeen = chosen.forLab && (staff || (page && viewer.inLab === 'pi'))
  const income = `"incomeFen":${fen}`
  const sum = yuan.format(fen / 100)
  return [
    { name: 'income', path: report, shows: { [income]: staff } },
    { name: 'income by lab', path: `${report}&by=lab`, shows: { [income]: staff } },
    { name: 'income of the lab', path: `${report}&lab=${lab}`, shows: { [income]: ofLabSeen } },
    { name: 'rows of income', path: rows, shows: { [sum]: staff, [id]: false } },
    { name: 'rows of income of the lab', path: `${rows}&lab=${lab}`, shows: { [sum]: ofLabSeen } },
    {
      name: 'use page',
      path: `/reports/use?instrument=${instrument}&${march}`,
      shows: { ...(!staff && { [sum]: false }) },
    },
    {
      name: 'national report',
      path: `/api/v1/reports/nrii/service-records?threshold=none&${march}`,
      shows: { [String(fen / 100)]: isReportedBy(viewer, chosen) },
    },
  ]
}

const yuan = new Intl.NumberFormat('en', { maximumFractionDigits: 2 })
