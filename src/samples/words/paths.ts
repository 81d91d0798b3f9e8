import type { MenuLink, NavLink } from '../../core/navigation.ts'

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
  /** The request that samples are held for. */
  request: (id: string) => `/requests/${part(id)}`,
  /** Freezers and tanks, and how full they are. */
  storage: '/storage',
  /** One of them, rack by rack. */
  store: (placeId: string) => `/places/${part(placeId)}/storage`,
  storageReport: '/storage-report',
  freeWells: '/free-wells',
  boxMoves: '/box-moves',
  /** The wells of a box. */
  box: (placeId: string) => `/places/${part(placeId)}/box`,
  /** Tables of samples are imported there. */
  importsOf: (recordId: string) => `/collections/${part(recordId)}/sample-imports`,
  biobanks: '/biobanks',
  biobank: (id: string) => `/biobanks/${part(id)}`,
  networks: '/networks',
  network: (id: string) => `/networks/${part(id)}`,
  resources: '/research-resources',
  resource: (id: string) => `/research-resources/${part(id)}`,
  /** A rack scanner's file is read into it. */
  scan: (placeId: string) => `/places/${part(placeId)}/scan`,
  /** A sample with this code is made, which was scanned at a box. */
  registration: (placeId: string, code: string) =>
    `/places/${part(placeId)}/new-tube?code=${part(code)}`,
  registrationIn: (placeId: string, recordId: string) =>
    `/places/${part(placeId)}/collections/${part(recordId)}/new-tube`,
} as const

/** What leads here from every page. */
/** Where each kind of entry of the directory is. */
export const directoryPaths = {
  biobank: samplePaths.biobanks,
  network: samplePaths.networks,
  research_resource: samplePaths.resources,
} as const

export const sampleLinks = {
  samples: { href: samplePaths.samples, text: { zh: '样本管理', en: 'Samples' }, for: 'curators' },
} as const satisfies Record<string, MenuLink>

/** The directory, for everybody. */
export const directoryLinks = {
  biobanks: { href: samplePaths.biobanks, text: { zh: '样本库', en: 'Biobanks' } },
  networks: { href: samplePaths.networks, text: { zh: '样本库网络', en: 'Biobank networks' } },
  resources: { href: samplePaths.resources, text: { zh: '研究资源', en: 'Research resources' } },
  locator: { href: samplePaths.locator, text: { zh: '查找样本', en: 'Find samples' } },
} as const satisfies Record<string, NavLink>
