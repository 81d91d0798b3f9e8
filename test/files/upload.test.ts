import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { imageFormats, imageSizes } from '../../src/core/ports.ts'
import { formatsOf, landscape, pixelAt } from '../ports/images/pictures.ts'
import { inEachStore } from '../support/stores.ts'
import { addRecord, curator, photo, pictureHouse, type PictureHouse, pictureIn } from './scene.ts'

const large = await (await landscape(1800, 1200)).jpeg().toBuffer()
const formats = await formatsOf(await landscape(600, 400))

inEachStore('pictures kept', (store) => {
  let house: PictureHouse
  beforeAll(async () => {
    house = await pictureHouse(store())
  })
  afterAll(async () => house[Symbol.asyncDispose]())

  const bytesOf = async (path: string, accept: string, as?: string) => {
    const answer = await house.as(as).get(path, { accept })
    return { answer, bytes: new Uint8Array(await answer.arrayBuffer()) }
  }

  test('a photograph becomes every size in every format', async () => {
    const recordId = await addRecord(house)
    const texts = { captionZh: '田间', captionEn: 'In the field', licence: 'CC-BY-4.0' }
    const added = await house.upload(recordId, large, { texts })
    expect(added.status).toBe(201)
    const picture = await pictureIn(added)
    expect(added.headers.get('location')).toBe(`/api/v1/images/${picture.id}`)
    expect(picture).toMatchObject({ recordId, width: 1800, height: 1200, state: 'deriving' })
    expect(picture).toMatchObject({ caption: { zh: '田间', en: 'In the field' }, main: true })

    await house.workOff()
    for (const format of imageFormats)
      for (const [size, longest] of Object.entries(imageSizes)) {
        const path = `/api/v1/images/${picture.id}/${size}`
        const { answer, bytes } = await bytesOf(path, `image/${format}`)
        expect(answer.status).toBe(200)
        expect(answer.headers.get('content-type')).toBe(`image/${format}`)
        const { width, height } = await sharp(bytes).metadata()
        expect(width).toBe(longest)
        // Each size is made from the next larger one, which may round it by a pixel.
        expect(Math.abs(height - longest / 1.5)).toBeLessThanOrEqual(1)
      }
    expect(await house.leftovers()).toMatchObject({ intents: 0 })
  })

  test.each(Object.entries(formats))('a %s is taken and shown', async (format, bytes) => {
    const recordId = await addRecord(house)
    const { id, original } = await pictureIn(await house.upload(recordId, bytes))
    expect(original?.format).toBe(format)
    await house.workOff()
    const { bytes: shown } = await bytesOf(`/api/v1/images/${id}/small`, 'image/webp')
    const { width, height } = await sharp(shown).metadata()
    expect([width, height]).toEqual([400, 267])
  })

  test('its camera and place stay with the original, which its curators alone may have', async () => {
    const recordId = await addRecord(house)
    const bytes = await sharp(await photo('#c0392b', 400, 200))
      .withExif({
        IFD0: { Make: 'Camera' },
        IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '36/1 3/1 0/1' },
      })
      .jpeg()
      .toBuffer()
    const { id } = await pictureIn(await house.upload(recordId, bytes))
    await house.workOff()
    for (const format of imageFormats) {
      const { bytes: served } = await bytesOf(`/api/v1/images/${id}/small`, `image/${format}`)
      const { exif, xmp, iptc } = await sharp(served).metadata()
      expect({ exif, xmp, iptc }).toEqual({ exif: undefined, xmp: undefined, iptc: undefined })
    }
    const original = await bytesOf(`/api/v1/images/${id}/original`, '*/*', curator)
    expect(original.answer.status).toBe(200)
    expect(original.answer.headers.get('cache-control')).toBe('private, no-store')
    expect(Buffer.from(original.bytes).equals(bytes)).toBe(true)
    expect((await bytesOf(`/api/v1/images/${id}/original`, '*/*')).answer.status).toBe(401)
    const researcher = await bytesOf(`/api/v1/images/${id}/original`, '*/*', 'demo-researcher')
    expect(researcher.answer.status).toBe(403)
  })

  test('a picture that a phone held sideways stands upright', async () => {
    const recordId = await addRecord(house)
    const left = await sharp(await photo('#ff0000', 100, 200)).toBuffer()
    const bytes = await sharp(await photo('#0000ff', 400, 200))
      .composite([{ input: left, left: 0, top: 0 }])
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer()
    const picture = await pictureIn(await house.upload(recordId, bytes))
    expect(picture).toMatchObject({ width: 200, height: 400 })
    await house.workOff()
    const { bytes: served } = await bytesOf(`/api/v1/images/${picture.id}/small`, 'image/webp')
    const [red = 0, , blue = 0] = await pixelAt(served, 100, 20)
    expect(red).toBeGreaterThan(blue)
  })

  test('a picture is never enlarged: a size beyond it is the picture itself', async () => {
    const recordId = await addRecord(house)
    const { id } = await pictureIn(await house.upload(recordId, await photo('#123456', 300, 200)))
    await house.workOff()
    const { bytes } = await bytesOf(`/api/v1/images/${id}/large`, 'image/jpeg')
    expect(await sharp(bytes).metadata()).toMatchObject({ width: 300, height: 200 })
  })
})
