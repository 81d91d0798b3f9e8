import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Problem } from '../../src/core/problem.ts'
import { problemResponse } from '../../src/web/problem.ts'
import { signedObjects } from '../../src/web/signed-objects.ts'
import { startBucket } from '../support/bucket.ts'
import { served } from '../support/served.ts'
import { testSecret } from '../support/services.ts'
import { inEachStore, type Store, storeIn } from '../support/stores.ts'
import { objectsContract } from './objects.contract.ts'
import { signedAddresses } from './objects/addresses.ts'

describe.concurrent('object stores', () => {
  inEachStore('objects', (store) => {
    let app: Awaited<ReturnType<typeof served>> | undefined
    beforeAll(async () => {
      app = store().servesObjects ? await servedFrom(store()) : undefined
    })
    afterAll(async () => app?.stop())
    objectsContract('it', () => ({
      ...store(),
      fetch: async (address, init) => fetch(app ? new URL(address, app.origin) : address, init),
    }))
  })

  describe('a bucket whose addresses bind content types', () => {
    let bucket: Awaited<ReturnType<typeof startBucket>>
    beforeAll(async () => {
      bucket = await startBucket()
    })
    afterAll(async () => bucket.stop())
    signedAddresses(() => ({ ...storeIn({ ...bucket, signsContentType: true }), fetch }))
  })
})

test.each([405, 501])(
  'a store that answers %i when it is asked for parts is one that cannot be asked',
  async (status) => {
    const { origin, stop } = await served(new Hono().all('*', () => new Response(null, { status })))
    const keys = { accessKeyId: 'none', secretAccessKey: 'none' }
    const { objects } = storeIn({ endpoint: origin, bucket: 'none', region: 'auto', ...keys })
    expect(await objects.findParts('none', 'none.none')).toBeUndefined()
    await stop()
  },
)

/** The filesystem store, whose addresses the app answers. */
async function servedFrom({ objects }: Store) {
  const app = new Hono().route('/', signedObjects({ objects, secret: testSecret }))
  app.onError((error) => {
    if (error instanceof Problem) return problemResponse(error, 'zh')
    throw error
  })
  return served(app)
}
