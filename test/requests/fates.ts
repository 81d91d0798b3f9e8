import { publishedAgreement } from './agreement-scene.ts'
import type { Shown } from './scene.ts'
import type { Years } from './years.ts'

/** Days that are not worked in 2027 and 2028 against the rule, beside those that come with the program. */
const holidays = ['2027-01-01', '2027-02-08', '2027-02-09', '2027-02-10', '2027-05-03']

const one = (request: Shown) => request.items[0]?.id ?? ''

/** A dozen requests of different fates, all sent on the first day, and what people do with them on their days. */
export async function fates(scene: Years) {
  const { draft, sent, give, decided, command, seeds, dataset, db } = scene
  await db
    .insertInto('deposit_holiday')
    .values(holidays.map((day) => ({ day, name: '假日', works: false })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await scene.lot({ code: 'YEARS', quantity: 10_000 })
  const files = [{ record: dataset }]
  const named = (name: string, request: Shown | undefined): Shown => {
    if (!request) throw new Error('No request was made.')
    scene.name(request.id, name)
    return request
  }
  const [first] = await draft([seeds(5)])
  const [dropped] = await draft([seeds(5)])
  named('draft', first)
  const withdrawn = named('withdrawn draft', dropped)
  named('silent', await sent(files))
  const returned = named('returned', await sent(files))
  const rejected = named('rejected', await sent(files))
  const claimed = named('claimed', await sent(files))
  const later = named('later', await sent(files))
  const ends = named('ends', await sent(files))
  const renewed = named('renewed', await sent(files))
  const renewedLate = named('renewed late', await sent(files))
  const loan = named('loan', await sent([{ ...seeds(20), loan: true }]))
  const reported = named('reported', await sent(files))
  const reviewed = named('reviewed', await sent(files))
  const terms = named('terms', await sent(files))

  const curator = 'demo-curator'
  const shipmentId = crypto.randomUUID()
  const script: Record<string, () => Promise<unknown>> = {
    '2026-01-06': async () => {
      await give(withdrawn.id, 'withdrawal', {})
      await give(returned.id, 'return', { note: '请补充用途' }, curator)
      await decided(rejected, 'rejected', { reason: '不符合条件' })
      await give(claimed.id, 'claim', {}, curator)
      await decided(later, 'later', { until: '2026-05-20' })
      await decided(ends, 'approved', { until: '2026-06-30' })
      await decided(renewed, 'approved', { until: '2026-06-30' })
      await decided(renewedLate, 'approved', { until: '2026-04-10' })
      await decided(loan, 'approved', { until: '2026-09-30' })
      await decided(reported, 'approved')
      await give(reviewed.id, 'review-request', { person: scene.people['demo-pi'] }, curator)
    },
    '2026-01-07': async () => {
      await publishedAgreement(scene)
      await decided(terms, 'approved')
      await command(loan.id, curator, {
        command: 'shipment',
        shipmentId,
        lines: [{ itemId: one(loan), quantity: 20 }],
        isHandedOver: false,
      })
    },
    '2026-01-12': async () => {
      await command(loan.id, 'demo-outsider', { command: 'receipt', shipmentId })
      await decided(claimed, 'rejected', { reason: '不符合条件' })
    },
    '2026-02-25': async () =>
      decided(reviewed, 'rejected', { reason: '评审未回复' }).catch(() => null),
    '2026-06-10': async () =>
      give(renewed.id, 'renewal-request', { item: one(renewed), until: '2026-12-31' }),
    '2026-06-11': async () =>
      give(renewed.id, 'renewal', { item: one(renewed), until: '2026-12-31' }, curator),
    '2026-04-20': async () =>
      give(renewedLate.id, 'renewal-request', { item: one(renewedLate), until: '2026-08-31' }),
    '2026-04-21': async () =>
      give(renewedLate.id, 'renewal', { item: one(renewedLate), until: '2026-08-31' }, curator),
    '2026-10-20': async () =>
      command(loan.id, curator, {
        command: 'return_shipment',
        itemId: one(loan),
        quantity: 20,
        condition: '完好',
      }),
    '2026-11-10': async () => give(reported.id, 'use-report', { results: '已用于建模' }),
  }
  return script
}
