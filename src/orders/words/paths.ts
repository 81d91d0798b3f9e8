import type { MenuLink } from '../../core/navigation.ts'

const part = encodeURIComponent

/** Addresses of these pages. */
export const orderPaths = {
  orders: '/orders',
  orderQueue: '/orders/queue',
  services: (instrumentId: string) => `/instruments/${part(instrumentId)}/services`,
  newService: (instrumentId: string) => `/instruments/${part(instrumentId)}/services/new`,
  editService: (instrumentId: string, id: string) =>
    `/instruments/${part(instrumentId)}/services/${part(id)}/edit`,
  order: (instrumentId: string, id: string) =>
    `/instruments/${part(instrumentId)}/services/${part(id)}/order`,
  /** The sharing request that an order follows from. */
  request: (id: string) => `/requests/${part(id)}`,
  one: (id: string) => `/orders/${part(id)}`,
  file: (id: string, file: string) => `/api/v1/orders/${part(id)}/files/${part(file)}/content`,
} as const

/** From an instrument's page to the services offered with it. */
export const servicesLink = {
  text: { zh: '委托服务', en: 'Services' },
  href: orderPaths.services,
}

/** What leads here from every page. */
export const orderLinks = {
  mine: { href: orderPaths.orders, text: { zh: '我的委托', en: 'My orders' } },
  queue: {
    href: orderPaths.orderQueue,
    text: { zh: '收到的委托', en: 'Orders received' },
    for: 'staff',
  },
} as const satisfies Record<string, MenuLink>
