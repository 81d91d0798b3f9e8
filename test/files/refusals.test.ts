import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { maxPictureBytes } from '../../src/files/pictures/model.ts'
import { brands, cut, damagedAt, formatsOf, landscape, pngBomb } from '../ports/images/pictures.ts'
import { served } from '../support/served.ts'
import { inEachStore } from '../support/stores.ts'
import { addRecord, curator, photo, pictureHouse, type PictureHouse } from './scene.ts'

const formats = await formatsOf(await landscape(900, 600))
const text = (words: string) => new TextEncoder().encode(words)

/** A sound picture with something behind it, as large as it takes. */
const oversized = async () => {
  const bytes = Buffer.alloc(maxPictureBytes + 1)
  bytes.set(await photo())
  return bytes
}

inEachStore('what is no picture', (store) => {
  let house: PictureHouse
  let recordId: string
  let before: Awaited<ReturnType<PictureHouse['leftovers']>>
  beforeAll(async () => {
    house = await pictureHouse(store())
    recordId = await addRecord(house)
  })
  afterAll(async () => house[Symbol.asyncDispose]())
  beforeEach(async () => {
    before = await house.leftovers()
  })
  // oxlint-disable-next-line vitest/no-standalone-expect -- of every refusal: no row, no intent, no object is left
  afterEach(async () => expect(await house.leftovers()).toEqual(before))

  const refusalOf = async (bytes: Uint8Array, name = 'photo.jpg') => {
    const answer = await house.upload(recordId, bytes, {
      name,
      headers: { cookie: 'hexi_lang=en' },
    })
    const { code, issues } = await answer.json()
    return { status: answer.status, code, path: issues?.[0]?.path, says: issues?.[0]?.message }
  }

  test.each([
    ['an SVG named .png', text('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'svg_or_html'],
    ['an HTML page named .jpg', text('<!doctype html><script>1</script>'), 'svg_or_html'],
    ['a program', text('MZ\u0090 not a picture'), 'unknown_format'],
    ['HEIC', brands('heic', 'mif1', 'heic'), 'heic'],
  ])('%s is refused as a format', async (_, bytes, code) => {
    expect(await refusalOf(bytes)).toMatchObject({ status: 415, code, path: 'file' })
  })

  test('HEIC is refused with what to do', async () => {
    const { says } = await refusalOf(brands('heic', 'mif1', 'heic'), 'IMG_0001.HEIC')
    expect(says).toContain('Save the picture as JPEG')
  })

  test('an empty file is refused', async () => {
    expect(await refusalOf(new Uint8Array())).toMatchObject({ status: 422, code: 'empty' })
  })

  test.each(Object.entries(formats))('a %s that broke off is refused', async (_, bytes) => {
    expect(await refusalOf(cut(bytes, 0.7))).toMatchObject({ status: 422, code: 'damaged' })
  })

  test('a damaged JPEG is refused', async () => {
    const damaged = damagedAt(formats.jpeg, 0.5)
    expect(await refusalOf(damaged)).toMatchObject({ status: 422, code: 'damaged' })
  })

  test('a PNG of 300 megapixels is refused in under a second', async () => {
    const bomb = pngBomb(20_000, 15_000)
    const started = performance.now()
    expect(await refusalOf(bomb)).toMatchObject({ status: 422, code: 'too_many_pixels' })
    expect(performance.now() - started).toBeLessThan(1000)
  })

  test('a file of more than 50 MB is refused, also when nobody says how large it is', async () => {
    expect(await refusalOf(await oversized())).toMatchObject({ status: 413, path: 'file' })
    const { origin, stop } = await served(house.app)
    const head = '--b\r\ncontent-disposition: form-data; name="file"; filename="a.jpg"\r\n\r\n'
    let sent = 0
    const chunks = new ReadableStream<Uint8Array>({
      pull(controller) {
        controller.enqueue(sent === 0 ? text(head) : new Uint8Array(1_000_000))
        sent += 1
        if (sent === 120) controller.close()
      },
    })
    const init = { method: 'POST', body: chunks, duplex: 'half' }
    const answer = await fetch(`${origin}/api/v1/records/${recordId}/images`, {
      ...init,
      headers: {
        authorization: `Bearer ${curator}`,
        'content-type': 'multipart/form-data; boundary=b',
      },
    })
    expect(answer.status).toBe(413)
    expect(sent).toBeLessThan(80)
    await stop()
  })

  const post = async (body: BodyInit, type?: string) =>
    house.app.request(`/api/v1/records/${recordId}/images`, {
      method: 'POST',
      headers: { authorization: `Bearer ${curator}`, ...(type && { 'content-type': type }) },
      body,
    })

  test('a form without a file, cut off, or not a form at all is refused', async () => {
    const form = new FormData()
    form.set('captionZh', '无图')
    const without = await post(form)
    expect(without.status).toBe(422)
    expect((await without.json()).issues[0].path).toBe('file')
    const type = 'multipart/form-data; boundary=b'
    const start =
      '--b\r\ncontent-disposition: form-data; name="file"; filename="a.jpg"\r\n\r\nbytes'
    expect((await post(start, type)).status).toBe(400)
    expect((await post('{}', 'application/json')).status).toBe(415)
  })

  test('wrong words beside a good picture are refused, each by its path', async () => {
    const texts = { captionZh: '长'.repeat(501), credit: 'x'.repeat(201) }
    const answer = await house.upload(recordId, await photo(), { texts })
    expect(answer.status).toBe(422)
    const paths = (await answer.json()).issues.map(({ path }: { path: string }) => path)
    expect(paths).toEqual(['caption.zh', 'credit'])
    const unknown = await house.upload(recordId, await photo(), { texts: { licence: 'MINE' } })
    expect(unknown.status).toBe(422)
    expect((await unknown.json()).issues[0].path).toBe('licence')
  })

  test('nobody but the record’s curators adds one', async () => {
    const bytes = await photo()
    const tried = async (as: string) => (await house.upload(recordId, bytes, { as })).status
    expect(await tried('')).toBe(401)
    expect(await tried('demo-researcher')).toBe(403)
    expect(await tried('demo-outsider')).toBe(403)
    const nowhere = await house.upload('01890000-0000-7000-8000-000000000000', bytes)
    expect(nowhere.status).toBe(404)
  })
})

describe('the limits of a record', () => {
  let house: PictureHouse
  beforeAll(async () => {
    house = await pictureHouse()
  })
  afterAll(async () => house[Symbol.asyncDispose]())

  test('fifty pictures are enough', async () => {
    const recordId = await addRecord(house)
    const first = await house.upload(recordId, await photo())
    expect(first.status).toBe(201)
    const row = await house.db.selectFrom('image').selectAll().executeTakeFirstOrThrow()
    await house.db
      .insertInto('image')
      .values(
        Array.from({ length: 49 }, (_, index) => {
          const { id: _id, ...rest } = row
          return { ...rest, position: index + 1, original_key: `originals/2026/${index}` }
        }),
      )
      .execute()
    const one = await house.upload(recordId, await photo())
    expect(one.status).toBe(409)
    expect((await one.json()).detail).toContain('50')
  })

  test('a withdrawn record takes no more', async () => {
    const recordId = await addRecord(house)
    const reason = { reason: 'Entered twice by mistake' }
    await house.as(curator).post(`/api/v1/accessions/${recordId}/withdrawal`, reason)
    expect((await house.upload(recordId, await photo())).status).toBe(409)
  })

  test('a picture that turns out to be of another kind than its name is what its bytes are', async () => {
    const recordId = await addRecord(house)
    const png = await sharp(await photo())
      .png()
      .toBuffer()
    const answer = await house.upload(recordId, png, { name: 'photo.heic' })
    expect(answer.status).toBe(201)
    expect((await answer.json()).original.format).toBe('png')
  })
})
