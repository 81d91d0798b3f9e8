const part = encodeURIComponent

/** Addresses of these pages. */
export const orderPaths = {
  services: (instrumentId: string) => `/instruments/${part(instrumentId)}/services`,
  newService: (instrumentId: string) => `/instruments/${part(instrumentId)}/services/new`,
  editService: (instrumentId: string, id: string) =>
    `/instruments/${part(instrumentId)}/services/${part(id)}/edit`,
  order: (instrumentId: string, id: string) =>
    `/instruments/${part(instrumentId)}/services/${part(id)}/order`,
  one: (id: string) => `/orders/${part(id)}`,
  file: (id: string, file: string) => `/api/v1/orders/${part(id)}/files/${part(file)}/content`,
} as const

/** From an instrument's page to the services offered with it. */
export const servicesLink = {
  text: { zh: '委托服务', en: 'Services' },
  href: orderPaths.services,
}
