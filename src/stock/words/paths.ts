import type { MenuLink } from '../../core/navigation.ts'

const part = encodeURIComponent

/** Addresses of these pages. */
export const stockPaths = {
  lots: '/lots',
  lot: (id: string) => `/lots/${part(id)}`,
  /** What a scanner or a phone opens: straight to the lot. */
  scanned: (code: string) => `/lots?code=${part(code)}`,
  lotsAt: (placeId: string) => `/lots?place=${part(placeId)}`,
  /** Those in use of which so much is left. */
  lotsOn: (level: string) => `/lots?level=${part(level)}&show=used`,
  labels: (id: string) => `/lots/${part(id)}/labels`,
  lotsOf: (recordId: string) => `/records/${part(recordId)}/lots`,
  duplicatesOf: (id: string) => `/lots/${part(id)}/safety-duplicates`,
  /** What is to be picked; a label is scanned there. */
  picks: '/picks',
  /** What is held back for a request is picked there. */
  pickingOf: (requestId: string) => `/requests/${part(requestId)}/picking`,
  coverage: '/safety-coverage',
  places: '/places',
  climate: (placeId: string) => `/places/${part(placeId)}/climate`,
  alarms: '/climate-alarms',
  /** How full freezers and tanks are; one of them; a box well by well. */
  storage: '/storage',
  store: (placeId: string) => `/places/${part(placeId)}/storage`,
  box: (placeId: string) => `/places/${part(placeId)}/box`,
  place: (id: string) => `/places/${part(id)}`,
} as const

/** What leads here from every page. */
export const stockLinks = {
  lots: { href: stockPaths.lots, text: { zh: '库存批次', en: 'Stock' }, for: 'staff' },
} as const satisfies Record<string, MenuLink>
