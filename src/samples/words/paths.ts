const part = encodeURIComponent

/** Addresses of these pages. */
export const samplePaths = {
  samplesOf: (recordId: string) => `/collections/${part(recordId)}/samples`,
  sample: (id: string) => `/samples/${part(id)}`,
  donorsOf: (recordId: string) => `/collections/${part(recordId)}/donors`,
  donor: (id: string) => `/donors/${part(id)}`,
  withdrawal: (id: string) => `/donors/${part(id)}/withdrawal`,
  factsOf: (recordId: string) => `/collections/${part(recordId)}/facts`,
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
  /** A rack scanner's file is read into it. */
  scan: (placeId: string) => `/places/${part(placeId)}/scan`,
} as const
