import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Hono } from 'hono'
import { afterAll, beforeAll, describe } from 'vitest'
import { Problem } from '../../src/core/problem.ts'
import { fsObjects } from '../../src/ports/objects.fs.node.ts'
import { s3Objects } from '../../src/ports/objects.s3.ts'
import { problemResponse } from '../../src/web/problem.ts'
import { signedObjects } from '../../src/web/signed-objects.ts'
import { startBucket } from '../support/bucket.ts'
import { served } from '../support/served.ts'
import { objectsContract } from './objects.contract.ts'
import { bucketGiven } from './objects/given.ts'
import type { StoreUnderTest } from './objects/store.ts'

describe.concurrent('object stores', () => {
  underContract('the filesystem store, served by the app', async () => {
    const folder = await mkdtemp(join(tmpdir(), '河西 objects '))
    const secret = 'of the test'
    const objects = fsObjects({ folder, secret })
    const app = new Hono().route('/', signedObjects({ objects, secret }))
    app.onError((error) => {
      if (error instanceof Problem) return problemResponse(error, 'zh')
      throw error
    })
    const { origin, stop } = await served(app)
    return {
      objects,
      fetch: async (address, init) => fetch(new URL(address, origin), init),
      stop: async () => {
        await stop()
        await rm(folder, { recursive: true })
      },
    }
  })

  underContract('an S3 bucket', async () => {
    const { stop, ...settings } = await startBucket()
    return { objects: s3Objects(settings), fetch, stop, namesDownloads: false }
  })

  const given = bucketGiven(process.env)
  if (given) {
    underContract(`the bucket ${given.bucket} at ${given.endpoint}`, async () => ({
      objects: s3Objects(given),
      fetch,
      stop: async () => {},
    }))
  }
})

function underContract(
  name: string,
  start: () => Promise<StoreUnderTest & { stop: () => Promise<void> }>,
): void {
  describe(`objects in ${name}`, () => {
    let store: Awaited<ReturnType<typeof start>>
    beforeAll(async () => {
      store = await start()
    })
    afterAll(async () => store.stop())
    objectsContract('it', () => store)
  })
}
