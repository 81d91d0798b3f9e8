import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Context } from '../../src/core/context.ts'
import { Problem } from '../../src/core/problem.ts'
import { actorById } from '../../src/people/accounts/actions/actor.ts'
import { giveCommand } from '../../src/requests/requests/actions/command.ts'
import { shipItems } from '../../src/requests/fulfilment/actions/ship.ts'
import type { Side } from '../../src/requests/requests/model/events.ts'
import type { Asked, Of } from '../../src/requests/requests/rules/commands.ts'
import { type Command, commandsIn, mayGive } from '../../src/requests/requests/rules/lifecycle.ts'
import { houseContext } from '../support/people.ts'
import { type RequestScene, requestScene, type Shown } from './scene.ts'

let scene: RequestScene
beforeAll(async () => {
  scene = await requestScene()
})
afterAll(async () => scene[Symbol.asyncDispose]())

const agreement = '01900000-0000-7000-8000-000000000001'
const future = '2099-01-01T00:00:00Z'
const note = '…'

type Facts = { item: string; data: string; request: Shown; curator: string }

const decision = (itemId: string, agreementIds: string[] = []) => ({
  itemId,
  answer: 'approved' as const,
  quantity: 100,
  conditions: null,
  reason: null,
  until: null,
  agreementIds,
})

/** Every command as somebody would give it about the material. */
const given: { readonly [Name in Command]: (facts: Facts) => Omit<Of<Name>, 'command'> } = {
  submission: () => content([]),
  amendment: ({ request, data }) => content(request.items.filter(({ id }) => id === data)),
  consent: () => ({ isGiven: false, note }),
  return: () => ({ note }),
  decision: ({ data }) => ({ decisions: [{ ...decision(data), quantity: null }] }),
  review_request: ({ curator }) => ({ personId: curator, note }),
  review: () => ({ verdict: 'against', note }),
  claim: () => ({ until: future }),
  release: () => ({}),
  escalation: () => ({}),
  expiry: () => ({}),
  reassignment: ({ curator }) => ({ personId: curator, note }),
  conflict: () => ({ note }),
  withdrawal: () => ({ note }),
  closure: () => ({ note }),
  item_withdrawal: ({ item }) => ({ itemId: item }),
  access_end: ({ item }) => ({ itemId: item }),
  membership: () => ({ personId: scene.people['demo-pi'], isAdded: true }),
  handover: ({ curator }) => ({ personId: curator }),
  acceptance: () => ({ agreementId: agreement }),
  terms_refusal: () => ({ agreementId: agreement }),
  appeal: ({ item }) => ({ itemId: item, note }),
  shipment: () => ({ shipmentId: '', lines: [], isHandedOver: false }),
  receipt: () => ({ shipmentId: agreement }),
  loss: () => ({ shipmentId: agreement, note }),
  return_shipment: ({ item }) => ({ itemId: item, quantity: 1, condition: note }),
  order: ({ item }) => ({ itemId: item, orderId: agreement }),
  use_report: ({ item }) => ({ itemIds: [item] }),
  renewal_request: ({ item }) => ({ itemId: item, until: future, note }),
  renewal: ({ item }) => ({ itemId: item, until: future, note }),
  end_date: ({ item }) => ({ itemId: item, until: future }),
  revocation: ({ item }) => ({ itemId: item, reason: note }),
  message: () => ({ text: note }),
  note: () => ({ text: note }),
  labelling: () => ({ labels: [note] }),
}

const content = (items: Shown['items']) => ({
  items: items.map(({ id }) => ({
    id,
    recordId: scene.dataset,
    delivery: 'download' as const,
    quantity: null,
    unit: null,
    isLoan: false,
    target: {},
  })),
  purpose: {},
  answers: {},
  supervisorId: null,
  isPreauthorised: false,
})

async function contextOf(side: Side): Promise<Context | undefined> {
  const ctx = houseContext(scene.services)
  if (side === 'clock') return ctx
  const who = { requester: 'demo-outsider', steward: 'demo-curator' } as const
  if (side !== 'requester' && side !== 'steward') return undefined
  const id = scene.people[who[side]] ?? ''
  const actor = await actorById(scene.db, id, { type: 'token', scopes: ['write'] })
  return actor && { ...ctx, actor }
}

const states = ['submitted', 'decided', 'fulfilling'] as const
type Holding = (typeof states)[number]

let numbers = 0
/** A request in a state in which a hundred seeds of a lot are held back for it. */
async function holding(state: Holding): Promise<Facts & { lot: string }> {
  numbers += 1
  const lot = await scene.lot({ code: `REL-${numbers}`, quantity: 1000 })
  const seeds = { ...scene.seeds(100), target: { lotId: lot } }
  const request = await scene.sent([seeds, { record: scene.dataset }])
  const [item = '', data = ''] = request.items.map(({ id }) => id)
  const steward = await contextOf('steward')
  if (!steward) throw new Error('There is a curator.')
  await giveCommand(
    steward,
    { id: request.id },
    {
      command: 'decision',
      decisions: [
        decision(item, state === 'decided' ? [agreement] : []),
        ...(state === 'submitted' ? [] : [{ ...decision(data), quantity: null }]),
      ],
    },
  )
  const now = await scene.read(request.id)
  expect(now.state).toBe(state)
  return { lot, item, data, request: now, curator: scene.people['demo-curator'] ?? '' }
}

const sides: readonly Side[] = ['requester', 'steward', 'clock']

test.each(states)(
  'whatever is commanded while something is held back of a %s request, the ledger holds what still has to leave',
  async (state) => {
    const released: string[] = []
    for (const command of commandsIn(state, sides)) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      const { lot, ...facts } = await holding(state)
      const side = sides.find((one) => mayGive(state, command, [one]) === 'yes')
      // oxlint-disable-next-line no-await-in-loop
      const ctx = side && (await contextOf(side))
      if (!ctx) continue
      // oxlint-disable-next-line no-await-in-loop
      await attempt(ctx, command, facts)
      // oxlint-disable-next-line no-await-in-loop
      const left = await scene.read(facts.request.id)
      // oxlint-disable-next-line no-await-in-loop
      const { reserved, balance } = await lotNow(lot)
      const wanted = leftToShip(left, facts.item)
      expect([command, reserved]).toEqual([command, wanted])
      expect([command, balance]).toEqual([command, command === 'shipment' ? 960 : 1000])
      if (wanted === 0) released.push(command)
    }
    expect(released.toSorted()).toEqual(ending[state])
  },
  120_000,
)

/** What lets go of everything; a new way to end a request has to be named here. */
const ending: Record<Holding, string[]> = {
  submitted: ['amendment', 'item_withdrawal', 'withdrawal'],
  decided: [
    'amendment',
    'closure',
    'expiry',
    'item_withdrawal',
    'revocation',
    'terms_refusal',
    'withdrawal',
  ],
  fulfilling: ['closure', 'item_withdrawal', 'revocation', 'withdrawal'],
}

async function attempt(ctx: Context, command: Command, facts: Facts): Promise<void> {
  const key = { id: facts.request.id }
  try {
    await (command === 'shipment'
      ? shipItems(ctx, { way: 'carrier', lines: [{ item: facts.item, quantity: 40 }] }, key)
      : // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- `given` has what belongs to the command
        giveCommand(ctx, key, { command, ...given[command](facts) } as Asked))
  } catch (error) {
    if (!(error instanceof Problem)) throw error
  }
}

const lotNow = async (id: string) =>
  (await scene.as('demo-curator').get(`/api/v1/lots/${id}`)).json()

function leftToShip({ state, items }: Shown, item: string): number {
  const one = items.find(({ id }) => id === item)
  const isOver = ['draft', 'withdrawn', 'closed', 'expired'].includes(state)
  if (isOver || !one || one.ended || one.decision?.answer !== 'approved') return 0
  return (one.decision.quantity ?? 0) - one.shipped
}
