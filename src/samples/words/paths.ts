import type { MenuLink } from '../../core/navigation.ts'

const part = encodeURIComponent

/** Addresses of these pages. */
export const samplePaths = {
  samplesOf: (recordId: string) => `/collections/${part(recordId)}/samples`,
  sample: (id: string) => `/samples/${part(id)}`,
  donorsOf: (recordId: string) => `/collections/${part(recordId)}/donors`,
  donor: (id: string) => `/donors/${part(id)}`,
  withdrawal: (id: string) => `/donors/${part(id)}/withdrawal`,
  sourcesOf: (recordId: string) => `/collections/${part(recordId)}/sources`,
  source: (id: string) => `/sample-sources/${part(id)}`,
  kitsOf: (recordId: string) => `/collections/${part(recordId)}/kits`,
  samples: '/samples',
  /** What a scanned code leads to. */
  scanned: (code: string) => `/samples?code=${part(code)}`,
  factsOf: (recordId: string) => `/collections/${part(recordId)}/facts`,
  settingsOf: (recordId: string) => `/collections/${part(recordId)}/sample-settings`,
  locator: '/collections/locator',
  /** The wells of a box. */
  box: (placeId: string) => `/places/${part(placeId)}/box`,
  biobanks: '/biobanks',
  biobank: (id: string) => `/biobanks/${part(id)}`,
  networks: '/networks',
  network: (id: string) => `/networks/${part(id)}`,
  resources: '/research-resources',
  resource: (id: string) => `/research-resources/${part(id)}`,
} as const

/** What leads here from every page. */
export const sampleLinks = {
  locator: { href: samplePaths.locator, text: { zh: '查找样本', en: 'Find samples' } },
} as const satisfies Record<string, MenuLink>
