import { afterAll, beforeAll, expect, test } from 'vitest'
import { interlacedBomb, ramp, tiffOf } from '../ports/images/deep.ts'
import { addRecord, curator, itemsIn, pictureHouse, type PictureHouse, pictureIn } from './scene.ts'

const floats = tiffOf(Float32Array.from(ramp(-0.5, 3.25)), { sampleFormat: 3 })
const doubles = tiffOf(Float64Array.from(ramp(0, 1)), { sampleFormat: 3 })

let house: PictureHouse
beforeAll(async () => {
  house = await pictureHouse()
})
afterAll(async () => house[Symbol.asyncDispose]())

test('a picture of floats is ready and says what is black and white in it, and its original is kept', async () => {
  const recordId = await addRecord(house)
  const levels = { black: -0.5, white: 3.25 }
  const added = await pictureIn(await house.upload(recordId, floats, { name: 'field.tif' }))
  expect(added).toMatchObject({ levels })
  await house.workOff()
  const [picture] = await itemsIn(await house.as().get(`/api/v1/records/${recordId}/images`))
  expect(picture).toMatchObject({ state: 'ready', levels })
  const original = await house.as(curator).get(`/api/v1/images/${added.id}/original`)
  expect(Buffer.from(await original.arrayBuffer()).equals(floats)).toBe(true)
  const [page, kept] = await Promise.all([
    house.as().get(`/records/${recordId}`, { cookie: 'hexi_lang=en' }),
    house.as(curator).get(`/records/${recordId}/pictures`, { cookie: 'hexi_lang=zh' }),
  ])
  expect(await page.text()).toContain('original value -0.5 is shown as black, 3.25 as white')
  expect(await kept.text()).toContain('原值 -0.5 显示为黑，3.25 显示为白')
})

test('what cannot be shown, or takes too much to decode, is refused with what to do', async () => {
  const recordId = await addRecord(house)
  const before = await house.leftovers()
  const refused = async (bytes: Uint8Array) => {
    const answer = await house.upload(recordId, bytes, { headers: { cookie: 'hexi_lang=en' } })
    const { code, issues } = await answer.json()
    return { status: answer.status, code, says: issues[0].message }
  }
  expect(await refused(doubles)).toMatchObject({
    status: 415,
    code: 'not_displayable',
    says: expect.stringContaining('32-bit float'),
  })
  expect(await refused(await interlacedBomb(6000, 6000))).toMatchObject({
    status: 422,
    code: 'too_much_memory',
    says: expect.stringContaining('non-interlaced'),
  })
  expect(await house.leftovers()).toEqual(before)
})
