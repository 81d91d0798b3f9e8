import { z } from 'zod'
import type { PageCase } from './cases.ts'

/** A service of an instrument, and orders of it in the hands of either side. */
export type FoundOrders = { instrument: string; service: string; order: string; quoted: string }

const Orders = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      instrument: z.object({ id: z.string() }),
      service: z.object({ id: z.string() }),
    }),
  ),
})

export async function findOrders(origin: string): Promise<FoundOrders> {
  const first = async (state: string) => {
    const headers = { authorization: 'Bearer demo-admin' }
    const path = `${origin}/api/v1/orders?role=staff&state=${state}`
    const [found] = Orders.parse(await (await fetch(path, { headers })).json()).items
    if (!found) throw new Error(`the demo has no order that is ${state}`)
    return found
  }
  const [closed, quoted] = [await first('closed'), await first('quoted')]
  return {
    instrument: closed.instrument.id,
    service: closed.service.id,
    order: closed.id,
    quoted: quoted.id,
  }
}

export const orderCases = (found: FoundOrders): PageCase[] => {
  const services = `/instruments/${found.instrument}/services`
  const one = `${services}/${found.service}`
  return [
    { name: 'services', path: services },
    { name: 'services-staff', path: services, as: 'demo-steward' },
    { name: 'service-new', path: `${services}/new`, as: 'demo-admin' },
    { name: 'service-edit', path: `${one}/edit`, as: 'demo-admin' },
    { name: 'order-form', path: `${one}/order`, as: 'demo-researcher' },
    { name: 'orders', path: '/orders', as: 'demo-researcher' },
    { name: 'orders-none', path: '/orders', as: 'demo-admin' },
    { name: 'orders-queue', path: '/orders/queue', as: 'demo-steward' },
    { name: 'orders-over', path: '/orders/queue?show=over', as: 'demo-steward' },
    { name: 'order-closed', path: `/orders/${found.order}`, as: 'demo-admin' },
    { name: 'order-quoted', path: `/orders/${found.quoted}`, as: 'demo-outsider' },
    { name: 'order-staff', path: `/orders/${found.quoted}`, as: 'demo-steward' },
  ]
}
