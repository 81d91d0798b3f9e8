import { z } from 'zod'
import type { PageCase } from './cases.ts'

/** What the demo's PI owes, and where it says so. */
export type FoundCharges = {
  lab: string
  /** The last one that was told. */
  month: string
  charge: string
  instrument: string
}

const Me = z.object({ labs: z.array(z.object({ lab: z.object({ id: z.string() }) })) })
const List = z.object({
  items: z.array(z.object({ id: z.string().nullable(), month: z.string() })),
})
const Told = z.object({
  statements: z.array(
    z.object({
      instruments: z.array(
        z.object({ id: z.string(), charges: z.array(z.object({ id: z.string() })) }),
      ),
    }),
  ),
})

export async function findCharges(origin: string): Promise<FoundCharges> {
  const read = async (path: string): Promise<unknown> => {
    const headers = { authorization: 'Bearer demo-pi' }
    return (await fetch(`${origin}/api/v1${path}`, { headers })).json()
  }
  const lab = Me.parse(await read('/me')).labs[0]?.lab.id
  const { items } = List.parse(await read(`/labs/${lab}/statements`))
  const month = items.find(({ id }) => id !== null)?.month
  const { statements } = Told.parse(await read(`/labs/${lab}/statements/${month}`))
  const instrument = statements[0]?.instruments[0]
  const charge = instrument?.charges[0]?.id
  if (!lab || !month || !instrument || !charge) throw new Error('the demo charges its PI nothing')
  return { lab, month, charge, instrument: instrument.id }
}

export const chargeCases = ({ lab, month, charge, instrument }: FoundCharges): PageCase[] => [
  { name: 'statements', path: `/labs/${lab}/statements`, as: 'demo-pi' },
  { name: 'statements-mine', path: '/statements', as: 'demo-pi' },
  { name: 'statements-staff', path: `/statements?month=${month}`, as: 'demo-admin' },
  { name: 'statements-nobody', path: '/statements?month=2001-01', as: 'demo-steward' },
  { name: 'statement', path: `/labs/${lab}/statements/${month}`, as: 'demo-pi' },
  { name: 'statement-own', path: `/labs/${lab}/statements/${month}`, as: 'demo-researcher' },
  { name: 'statement-none', path: `/labs/${lab}/statements/2001-01`, as: 'demo-admin' },
  { name: 'charge', path: `/charges/${charge}`, as: 'demo-pi' },
  { name: 'charge-staff', path: `/charges/${charge}`, as: 'demo-admin' },
  { name: 'rates', path: `/instruments/${instrument}/rates` },
  { name: 'rates-staff', path: `/instruments/${instrument}/rates`, as: 'demo-admin' },
  { name: 'vouchers', path: '/vouchers', as: 'demo-pi' },
  { name: 'vouchers-giver', path: '/vouchers', as: 'demo-curator' },
]
