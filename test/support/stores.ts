import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe } from 'vitest'
import { readConfig } from '../../src/core/config.ts'
import type { Objects } from '../../src/core/ports.ts'
import { fsObjects } from '../../src/ports/objects.fs.node.ts'
import type { BucketSettings } from '../../src/ports/objects.s3.ts'
import { nodeBucket } from '../../src/ports/objects.s3.node.ts'
import { localR2, startBucket } from './bucket.ts'
import { testSecret } from './services.ts'

/** Where the bytes of a test go. */
export type Store = {
  objects: Objects
  /** Whether the app answers its signed addresses. */
  servesObjects: boolean
  bindsContentType: boolean
  /** The local R2 takes the name of a download and does not answer it, unlike R2 itself. */
  namesDownloads: boolean
}

type Opened = Store & { stop: () => Promise<void> }
type Place = { name: string; open: (() => Promise<Opened>) | undefined }

/** A folder of its own, gone when it is stopped. */
export async function openFolder(): Promise<Opened> {
  const folder = await mkdtemp(join(tmpdir(), '河西 objects '))
  return {
    objects: fsObjects({ folder, secret: testSecret }),
    servesObjects: true,
    bindsContentType: true,
    namesDownloads: true,
    stop: async () => rm(folder, { recursive: true }),
  }
}

const folder: Place = { name: 'a folder', open: openFolder }

const local: Place = {
  name: 'an S3 bucket',
  open: async () => {
    const { stop, ...settings } = await startBucket()
    return { ...storeIn(settings), stop }
  },
}

/** The bucket named in the environment, as the program itself reads it. */
const { s3 } = readConfig(
  Object.fromEntries(Object.entries(process.env).filter(([name]) => name.startsWith('S3_'))),
)
const given: Place = {
  name: s3
    ? `the bucket ${s3.bucket} at ${s3.endpoint}`
    : 'the bucket of S3_ENDPOINT, which is not set',
  open: s3 && (async () => ({ ...storeIn(s3), stop: async () => {} })),
}

/** A bucket as a store of tests; content types are signed where the settings say so, by default not. */
export function storeIn(settings: BucketSettings): Store {
  const { endpoint, signsContentType = false } = settings
  return {
    objects: nodeBucket({ ...settings, signsContentType }),
    servesObjects: false,
    bindsContentType: signsContentType,
    namesDownloads: !endpoint.includes(localR2),
  }
}

type Suite = (store: () => Store) => void

/**
 * The same tests in each store: a folder, the local R2, and the bucket of `S3_ENDPOINT`, which is reported as skipped
 * where the environment names none.
 */
export const inEachStore = (title: string, suite: Suite) => {
  inEach([folder, local, given], title, suite)
}

/** The same in those that are buckets. */
export const inEachBucket = (title: string, suite: Suite) => {
  inEach([local, given], title, suite)
}

function inEach(places: readonly Place[], title: string, suite: Suite): void {
  for (const { name, open } of places)
    describe.skipIf(!open)(`${title} in ${name}`, () => {
      let store: Opened | undefined
      beforeAll(async () => {
        store = await open?.()
      })
      afterAll(async () => store?.stop())
      suite(() => {
        if (!store) throw new Error(`${name} is opened before the tests in it`)
        return store
      })
    })
}
