import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { createApp } from '../../src/app.ts'
import type { Objects } from '../../src/core/ports.ts'
import { filesIn } from '../../src/ports/archive.ts'
import { testNow } from '../support/clock.ts'
import { asCaller, testHouse } from '../support/house.ts'
import { served } from '../support/served.ts'
import { inEachBucket, inEachStore } from '../support/stores.ts'
import { addDataset, addVersion } from './scene.ts'

const mebibyte = 1024 ** 2
const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex')
const patterned = (size: number) => new Uint8Array(size).map((_, index) => (index * 31) % 253)

inEachStore('files of versions', (store) => {
  const open = async () => testHouse({ objects: store().objects })

  test('a file comes whole, in parts, and as its head alone, and is known again by its hash', async () => {
    await using house = await open()
    const text = 'day,value\n2024-01-01,1.5\n'
    const d = await addDataset(house, {
      input: { access: 'open' },
      files: { '数据/day.csv': text },
    })
    const path = await pathOf(house, d)
    const get = (headers = {}) => house.as().get(path, { 'accept-encoding': 'gzip', ...headers })
    const whole = await get()
    expect([whole.status, await whole.text()]).toEqual([200, text])
    expect(Object.fromEntries(whole.headers)).toMatchObject({
      'accept-ranges': 'bytes',
      'content-length': String(text.length),
      'content-type': 'text/csv',
      'content-disposition': `attachment; filename="day.csv"; filename*=UTF-8''day.csv`,
      etag: `"${sha256(text)}"`,
      'x-content-type-options': 'nosniff',
    })
    expect(whole.headers.get('content-encoding')).toBeNull()
    const part = await get({ range: 'bytes=4-8' })
    expect([part.status, await part.text()]).toEqual([206, 'value'])
    expect(part.headers.get('content-range')).toBe(`bytes 4-8/${text.length}`)
    const rest = await get({ range: 'bytes=20-', 'if-range': `"${sha256(text)}"` })
    expect([rest.status, await rest.text()]).toEqual([206, text.slice(20)])
    const other = await get({ range: 'bytes=20-', 'if-range': '"of another time"' })
    expect(other.status).toBe(200)
    await other.text()
    expect((await get({ range: 'bytes=900-' })).status).toBe(416)
    expect((await get({ 'if-none-match': `"${sha256(text)}"` })).status).toBe(304)
    const head = await house.app.request(path, { method: 'HEAD' })
    expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([
      200,
      String(text.length),
      '',
    ])
  })

  test('five mebibytes, one byte more and one less, and nothing at all, come as they are', async () => {
    await using house = await open()
    const files = Object.fromEntries(
      [0, 1, 5 * mebibyte - 1, 5 * mebibyte, 5 * mebibyte + 1].map((size) => [
        `${size}.bin`,
        patterned(size),
      ]),
    )
    const d = await addDataset(house, { input: { access: 'open' }, files })
    for (const [name, bytes] of Object.entries(files)) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      const answer = await house.as().get(await pathOf(house, d, name))
      // oxlint-disable-next-line no-await-in-loop
      const got = new Uint8Array(await answer.arrayBuffer())
      expect([name, got.length, sha256(got)]).toEqual([name, bytes.length, sha256(bytes)])
    }
  })

  test('a version, a folder of it, and some of its files come as one archive of the length said', async () => {
    await using house = await open()
    const files = {
      'a.txt': 'first',
      'stations/2024/day.csv': 'day\n',
      'stations-old/day.csv': 'old\n',
      '空.txt': '',
    }
    const d = await addDataset(house, {
      input: { access: 'open', title: { zh: '冰芯: 记录/一' } },
      files,
    })
    const archive = `/api/v1/datasets/${d.id}/versions/1/archive.zip`
    const whole = await house.as().get(archive)
    expect(whole.headers.get('content-type')).toBe('application/zip')
    expect(whole.headers.get('content-disposition')).toContain(
      encodeURIComponent('冰芯-记录-一-v1.zip'),
    )
    expect(await contentsOf(whole)).toEqual(files)
    expect(await contentsOf(await house.as().get(`${archive}?folder=stations`))).toEqual({
      'stations/2024/day.csv': 'day\n',
    })
    const ids = await idsOf(house, d)
    expect(await contentsOf(await house.as().get(`${archive}?files=${ids[0]},nonsense`))).toEqual({
      'a.txt': 'first',
    })
    expect((await house.as().get(`${archive}?folder=none`)).status).toBe(404)
    const head = await house.app.request(archive, { method: 'HEAD' })
    expect(head.headers.get('content-length')).toBe(whole.headers.get('content-length'))
  })

  test('what is gone from the store is refused before a byte is sent, by name', async () => {
    await using house = await open()
    const d = await addDataset(house, {
      input: { access: 'open' },
      files: { 'a.txt': 'a', 'lost/b.txt': 'b' },
    })
    const { key } = await house.db
      .selectFrom('dataset_file')
      .innerJoin('dataset_object', 'dataset_object.id', 'dataset_file.object_id')
      .where('path', '=', 'lost/b.txt')
      .select('key')
      .executeTakeFirstOrThrow()
    await house.services.objects.remove(key)
    const archive = await house.as().get(`/api/v1/datasets/${d.id}/versions/1/archive.zip`)
    expect([archive.status, await archive.json()]).toMatchObject([
      409,
      { code: 'damaged', files: ['lost/b.txt'] },
    ])
    const file = await house.as().get(await pathOf(house, d, 'lost/b.txt'))
    expect([file.status, await file.json()]).toMatchObject([409, { code: 'damaged' }])
  })
})

test('a file that is known to be damaged is refused with words; so is an archive that would have it', async () => {
  await using house = await testHouse()
  const d = await addDataset(house, {
    input: { access: 'open' },
    files: { 'a.txt': 'a', 'b.txt': 'b' },
  })
  const path = await pathOf(house, d, 'a.txt')
  await house.db
    .updateTable('dataset_object')
    .set({ damaged_at: house.services.now() })
    .where('size_bytes', '=', 1)
    .where('sha256', '=', createHash('sha256').update('a').digest())
    .execute()
  const answer = await house.as().get(path)
  expect([answer.status, await answer.json()]).toMatchObject([409, { code: 'damaged' }])
  expect((await house.as().get(`/api/v1/datasets/${d.id}/versions/1/archive.zip`)).status).toBe(409)
  expect((await house.as().get(await pathOf(house, d, 'b.txt'))).status).toBe(200)
})

test('stored bytes that are other or fewer than those verified end in an error, never in a whole answer', async () => {
  await using house = await testHouse()
  const d = await addDataset(house, {
    input: { access: 'open' },
    files: { 'a.bin': patterned(3 * mebibyte), 'b.bin': patterned(100) },
  })
  const wrong = (change: (bytes: Uint8Array) => Uint8Array) => {
    const { objects } = house.services
    const changed: Objects = {
      ...objects,
      find: async (key, range) => {
        const found = await objects.find(key, range)
        return found && { ...found, body: found.body.pipeThrough(changing(change)) }
      },
    }
    return asCaller(createApp({ ...house.services, objects: changed }))
  }
  const flipped = wrong((bytes) => bytes.map((byte, index) => (index === 7 ? byte ^ 1 : byte)))
  const shorter = wrong((bytes) => bytes.subarray(1))
  for (const name of ['a.bin', 'b.bin']) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    const path = await pathOf(house, d, name)
    for (const broken of [flipped, shorter]) {
      // oxlint-disable-next-line no-await-in-loop
      const answer = await broken.get(path)
      // oxlint-disable-next-line no-await-in-loop
      await expect(answer.arrayBuffer()).rejects.toThrow(/bytes/)
    }
  }
  const archive = `/api/v1/datasets/${d.id}/versions/1/archive.zip`
  await expect((await shorter.get(archive)).arrayBuffer()).rejects.toThrow('bytes any more')
})

inEachBucket('large files', (store) => {
  const open = async (changes = {}) => testHouse({ objects: store().objects, ...changes })
  const size = 6 * mebibyte + 7
  const half = 2 * mebibyte + 1

  /** Reads a file over a connection, breaks off, and goes on where it ended; answers all bytes and where they came from. */
  const inTwoGoes = async (house: House, path: string) => {
    const { origin, stop } = await served(house.app)
    try {
      const begun = await fetch(origin + path)
      const reader = begun.body?.getReader()
      const pieces: Uint8Array[] = []
      for (let got = 0; got < half; got += pieces.at(-1)?.length ?? 0) {
        // oxlint-disable-next-line no-await-in-loop -- one piece after the other
        pieces.push((await reader?.read())?.value ?? new Uint8Array())
      }
      await reader?.cancel()
      const first = Buffer.concat(pieces)
      const etag = begun.headers.get('etag') ?? ''
      const range = { range: `bytes=${first.length}-`, 'if-range': etag }
      const rest = await fetch(origin + path, { headers: range })
      const second = new Uint8Array(await rest.arrayBuffer())
      return {
        statuses: [begun.status, rest.status],
        from: new Set([begun.url, rest.url].map((url) => new URL(url).origin)),
        said: [begun, rest].map(({ headers }) => Number(headers.get('content-length'))),
        sizes: [size, second.length],
        origin,
        bytes: Buffer.concat([first, second]),
      }
    } finally {
      await stop()
    }
  }

  test('are read at the bucket where readers reach it, small ones and heads from here', async () => {
    await using house = await open({ redirectsFromBytes: 1000 })
    const d = await addDataset(house, {
      input: { access: 'open' },
      files: { '大 file.bin': patterned(1000), 'small.bin': patterned(999) },
    })
    const path = await pathOf(house, d, '大 file.bin')
    const answer = await house.as().get(path)
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([302, 'no-cache'])
    const location = new URL(answer.headers.get('location') ?? '')
    expect(location.searchParams.get('response-content-disposition')).toMatch(/^attachment/)
    expect(location.searchParams.get('X-Amz-SignedHeaders')).toBe('host')
    expect(location.search).not.toMatch(/x-amz-checksum/i)
    expect((await house.app.request(path, { method: 'HEAD' })).status).toBe(200)
    expect((await house.as().get(await pathOf(house, d, 'small.bin'))).status).toBe(200)
  })

  test('go on there after a lost connection, and are the bytes that were stored', async () => {
    await using house = await open({ redirectsFromBytes: mebibyte })
    const big = patterned(size)
    const d = await addDataset(house, { input: { access: 'open' }, files: { 'big.bin': big } })
    const got = await inTwoGoes(house, await pathOf(house, d, 'big.bin'))
    expect(got.statuses).toEqual([200, 206])
    expect(got.from.has(got.origin)).toBe(false)
    expect(got.said).toEqual(got.sizes)
    expect(sha256(got.bytes)).toBe(sha256(big))
  })

  test('come through the service from a bucket that readers do not reach, and go on there too', async () => {
    await using house = await open()
    const big = patterned(size)
    const d = await addDataset(house, { input: { access: 'open' }, files: { 'big.bin': big } })
    const got = await inTwoGoes(house, await pathOf(house, d, 'big.bin'))
    expect(got.statuses).toEqual([200, 206])
    expect([...got.from]).toEqual([got.origin])
    expect(got.said).toEqual(got.sizes)
    expect(sha256(got.bytes)).toBe(sha256(big))
  })

  test.each([
    [
      'other bytes',
      patterned(size).map((byte, at) => (at === size - 1 ? byte ^ 1 : byte)),
      [200, 'terminated'],
    ],
    ['fewer bytes', patterned(size - 1), [409, 'refused whole']],
    ['more bytes', patterned(size + 1), [409, 'refused whole']],
  ])('are never whole where the bucket has %s than those verified', async (_, bytes, end) => {
    await using house = await open()
    const d = await addDataset(house, {
      input: { access: 'open' },
      files: { 'big.bin': patterned(size) },
    })
    const { key } = await house.db
      .selectFrom('dataset_object')
      .where('size_bytes', '=', size)
      .select('key')
      .executeTakeFirstOrThrow()
    await store().objects.remove(key)
    await store().objects.put(key, bytes, { contentType: 'text/csv', sizeBytes: bytes.length })
    const { origin, stop } = await served(house.app)
    const answer = await fetch(origin + (await pathOf(house, d, 'big.bin')))
    const read = await answer.text().then(
      (text) => (answer.ok ? `whole, ending in ${text.slice(-9)}` : 'refused whole'),
      (error: Error) => error.message,
    )
    expect([answer.status, read]).toEqual(end)
    await stop()
  })
})

test('lists of checksums are those that sha256sum and BagIt read', async () => {
  await using house = await testHouse()
  const files = { '100%.txt': 'x', 'a/b.txt': 'y' }
  const d = await addDataset(house, { input: { access: 'open' }, files })
  const get = async (name: string) =>
    (await house.as().get(`/api/v1/datasets/${d.id}/versions/1/${name}`)).text()
  expect(await get('checksums.sha256')).toBe(`${sha256('x')}  100%.txt\n${sha256('y')}  a/b.txt\n`)
  expect(await get('manifest-sha256.txt')).toBe(
    `${sha256('x')}  data/100%25.txt\n${sha256('y')}  data/a/b.txt\n`,
  )
})

test('a list of addresses works without a token for its person, until it expires or they may not any more', async () => {
  let now = testNow()
  await using house = await testHouse({ now: () => now })
  const d = await addDataset(house, { input: { access: 'registered' }, files: { 'a.txt': 'x' } })
  const list = `/api/v1/datasets/${d.id}/versions/1/urls.txt`
  expect((await house.as().get(list)).status).toBe(401)
  const text = await (await house.as('demo-outsider').get(list)).text()
  const address = text.trim().replace('http://hexi.test', '')
  expect((await house.as().get(address)).status).toBe(200)
  const aria2 = await (await house.as('demo-outsider').get(`${list}?for=aria2`)).text()
  expect(aria2).toContain(`\n  out=a.txt\n  checksum=sha-256=${sha256('x')}\n`)
  for (const forged of [
    address.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')),
    address.replace(/ticket=[^.]+/, `ticket=${house.people['demo-admin']}`),
    `${address.split('?')[0]}?ticket=`,
  ])
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    expect((await house.as().get(forged)).status).toBe(403)
  // The ticket is of this version alone.
  const second = await addVersion(house, d.id, { files: { 'b.txt': 'z' } })
  const ofSecond = await pathOf(house, second, 'a.txt', 'demo-curator')
  expect((await house.as().get(`${ofSecond}?${address.split('?')[1]}`)).status).toBe(404)
  await house
    .as('demo-curator')
    .patch(`/api/v1/datasets/${d.id}`, { access: 'closed' }, { 'if-match': '*' })
  expect((await house.as().get(address)).status).toBe(403)
  await house
    .as('demo-curator')
    .patch(`/api/v1/datasets/${d.id}`, { access: 'registered' }, { 'if-match': '*' })
  expect((await house.as().get(address)).status).toBe(200)
  now = now.add({ hours: 73 })
  expect((await house.as().get(address)).status).toBe(403)
})

type House = Awaited<ReturnType<typeof testHouse>>

async function pathOf(
  house: House,
  { id, number }: { id: string; number: number },
  name?: string,
  as = 'demo-curator',
) {
  const files = `/api/v1/datasets/${id}/versions/${number}/files`
  const { items } = await (await house.as(as).get(files)).json()
  const file = items.find((item: { name: string }) => name === undefined || item.name === name)
  return `${files}/${file.id}/content`
}

async function idsOf(house: House, { id, number }: { id: string; number: number }) {
  const answer = await house
    .as('demo-curator')
    .get(`/api/v1/datasets/${id}/versions/${number}/files`)
  return (await answer.json()).items.map((item: { id: string }) => item.id)
}

async function contentsOf(answer: Response) {
  const bytes = new Uint8Array(await answer.arrayBuffer())
  expect(String(bytes.length)).toBe(answer.headers.get('content-length'))
  const files = filesIn(bytes) ?? []
  const read = files.map(async (file) => [file.name, new TextDecoder().decode(await file.read())])
  return Object.fromEntries(await Promise.all(read))
}

/** Changes the first piece. */
function changing(
  change: (bytes: Uint8Array) => Uint8Array,
): TransformStream<Uint8Array, Uint8Array> {
  let isFirst = true
  return new TransformStream({
    transform(piece, controller) {
      controller.enqueue(isFirst ? change(piece) : piece)
      isFirst = false
    },
  })
}
