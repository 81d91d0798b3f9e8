const part = encodeURIComponent

/** What somebody means to ask for. */
export const basketPaths = {
  basket: '/basket',
  items: '/basket/items',
  quantity: (id: string) => `/basket/items/${part(id)}`,
  removal: (id: string) => `/basket/items/${part(id)}/removal`,
  back: (id: string) => `/basket/items/${part(id)}/return`,
  checkout: '/basket/checkout',
  purpose: '/basket/checkout/purpose',
  sending: '/basket/checkout/sending',
  api: '/api/v1/basket/items',
} as const
