import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { clearUploads, reapUploads } from '../../src/datasets/uploads/actions/clear.ts'
import { testNow } from '../support/clock.ts'
import { houseContext } from '../support/people.ts'
import { inEachStore } from '../support/stores.ts'
import { bytesOf, first, mebibyte, uploadHouse } from './upload-scene.ts'

inEachStore('a version with uploads under way', (store) => {
  test('is not published while a file is on its way, and the refusal names it', async () => {
    await using house = await uploadHouse(store())
    await house.send('a.csv', bytesOf(10))
    const upload = await house.begin('b.csv', 10)
    const publish = async () =>
      house.curator.post(`/api/v1/datasets/${house.draft.id}/publication`, {})
    const refused = await publish()
    expect(refused.status).toBe(409)
    expect(await refused.text()).toContain('b.csv')
    await house.curator.delete(`${house.at}/uploads/${upload.id}`)
    expect((await publish()).status).toBe(200)
    expect((await house.post('uploads', { name: 'c.csv', sizeBytes: 1 })).status).toBe(409)
  })

  test('is deleted with them, and so is its record: nothing of them stays', async () => {
    await using house = await uploadHouse(store())
    const sent = bytesOf(10)
    const begun = await house.begin('a.csv', 10)
    await house.sendParts(begun, sent)
    const large = await house.begin('b.bin', 9 * mebibyte)
    await house.sendParts({ ...large, parts: large.parts.slice(1) }, bytesOf(9 * mebibyte))
    await house.post(`uploads/${begun.id}/completion`, {})
    expect((await house.curator.delete(house.at)).status).toBe(204)
    await house.workOff()
    expect(await house.orphans()).toEqual([])
    const states = await house.db
      .selectFrom('dataset_upload')
      .select(['state', 'version_id'])
      .execute()
    expect(states).toEqual([1, 2].map(() => ({ state: 'cancelled', version_id: null })))
  })

  test('that nobody goes on with end after a week, are cleared, and forgotten months later', async () => {
    let now = testNow()
    await using house = await uploadHouse(store(), { now: () => now })
    const upload = await house.begin('late.bin', 9 * mebibyte)
    await house.sendParts(upload, bytesOf(9 * mebibyte))
    const done = await house.begin('done.csv', 3)
    await house.sendParts(done, bytesOf(3))
    const reap = async () => reapUploads(houseContext(house.services))
    expect(await reap()).toMatchObject({ expired: 0 })
    now = now.add({ hours: 24 * 7 + 1 })
    expect(await reap()).toMatchObject({ expired: 2 })
    expect(await house.uploadOf(upload.id)).toMatchObject({ state: 'expired' })
    // Whoever still has an address may put there until it ends.
    await house.put(first(done), bytesOf(3))
    now = now.add({ hours: 3 })
    expect(await reap()).toMatchObject({ cleared: 2 })
    expect(await house.orphans()).toEqual([])
    now = now.add({ hours: 24 * 91 })
    await reap()
    expect(await house.db.selectFrom('dataset_upload').select('id').execute()).toEqual([])
  })

  test('of which one is stuck is asked for again, and can be cancelled meanwhile', async () => {
    let now = testNow()
    await using house = await uploadHouse(store(), { now: () => now })
    const upload = await house.begin('stuck.csv', 3)
    await house.sendParts(upload, bytesOf(3))
    await house.post(`uploads/${upload.id}/completion`, {})
    await sql`select graphile_worker.complete_jobs(array(select id from graphile_worker._private_jobs))`.execute(
      house.db,
    )
    now = now.add({ hours: 2 })
    expect(await reapUploads(houseContext(house.services))).toMatchObject({ resumed: 1 })
    await house.workOff()
    expect(await house.uploadOf(upload.id)).toMatchObject({ state: 'attached' })
  })

  test('an abort that fails undoes nothing in the database, and is done again', async () => {
    await using house = await uploadHouse(store())
    const upload = await house.begin('aborted.bin', 9 * mebibyte)
    const broken = {
      ...houseContext(house.services),
      objects: {
        ...house.objects,
        abortMultipart: async () => {
          throw new Error('the store is away')
        },
      },
    }
    await house.curator.delete(`${house.at}/uploads/${upload.id}`)
    await expect(clearUploads(broken, [upload.id])).rejects.toThrow('away')
    expect(await house.uploadOf(upload.id)).toMatchObject({ state: 'cancelled' })
    await house.workOff()
    await house.begin('aborted.bin', 9 * mebibyte)
  })
})
