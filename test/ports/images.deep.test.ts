import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { sharpImages } from '../../src/ports/images.sharp.ts'
import { objectionToDecoding } from '../../src/ports/picture-samples.ts'
import {
  adobeRgb,
  greyGamma,
  namedProfile,
  plainPng,
  plainTiff,
  ramp,
  tiffOf,
} from './images/deep.ts'
import { derived, landscape, pick, pixelAt } from './images/pictures.ts'

const images = sharpImages()
const profiles = {
  sRGB: await namedProfile('srgb'),
  'Display P3': await namedProfile('p3'),
  'Adobe RGB': adobeRgb(),
}

const shownColour = async (bytes: Uint8Array, format: string, at = 20) =>
  pixelAt(pick(await derived(images, bytes, ['small']), 'small', format), at, at)

/** The farthest that a channel is from what it should be. */
const distance = (one: readonly number[], other: readonly number[]) =>
  Math.max(...one.map((channel, at) => Math.abs(channel - (other[at] ?? 0))))

describe.each(Object.entries(profiles))('a colour in %s', (name, profile) => {
  test.each([
    ['a PNG', plainPng, [200, 60, 40]],
    ['a PNG with alpha', plainPng, [200, 60, 40, 255]],
    ['a TIFF', plainTiff, [200, 60, 40]],
    ['a TIFF with alpha', plainTiff, [200, 60, 40, 255]],
    ['a PNG, less strong', plainPng, [110, 140, 120]],
    ['a PNG, dark', plainPng, [20, 30, 45]],
  ])('is the same in 16 bits as in 8: %s', async (_, make, pixel) => {
    const deep = make(pixel, { depth: 16, profile })
    expect(await images.verify(deep)).toBe('sound')
    for (const format of ['jpeg', 'webp']) {
      const usual = await shownColour(make(pixel, { depth: 8, profile }), format)
      const shown = await shownColour(deep, format)
      const right = name === 'sRGB' ? pixel : usual
      expect(Math.max(distance(shown, usual), distance(shown, right))).toBeLessThanOrEqual(2)
    }
  })
})

test.each([40, 120, 200])('grey of 16 bits keeps what its profile says: %i', async (shade) => {
  const profile = greyGamma()
  for (const make of [plainPng, plainTiff]) {
    const usual = await shownColour(make([shade], { depth: 8, profile }), 'webp')
    const shown = await shownColour(make([shade], { depth: 16, profile }), 'webp')
    expect(distance(shown, usual)).toBeLessThanOrEqual(2)
    expect(distance(shown, [shade, shade, shade])).toBeGreaterThan(4)
  }
})

test('a photograph of 16 bits with a profile is as it is without one', async () => {
  const scene = await landscape(300, 200)
  const deep = await scene.clone().toColourspace('rgb16').withIccProfile('p3').png().toBuffer()
  const plain = await scene.clone().png().toBuffer()
  const [one, other] = await Promise.all(
    [deep, plain].map(async (bytes) => pick(await derived(images, bytes), 'large', 'webp')),
  )
  const input = Buffer.from(other ?? [])
  const difference = await sharp(one)
    .composite([{ input, blend: 'difference' }])
    .removeAlpha()
    .png()
    .toBuffer()
  for (const { mean } of (await sharp(difference).stats()).channels) expect(mean).toBeLessThan(3)
})

describe('samples that are measurements', () => {
  const count = 40 * 40
  test.each([
    ['floats from 0 to 1', tiffOf(Float32Array.from(ramp(0, 1)), { sampleFormat: 3 }), [0, 1]],
    [
      'floats to 4000',
      tiffOf(Float32Array.from(ramp(100, 4000)), { sampleFormat: 3 }),
      [100, 4000],
    ],
    [
      'floats below zero',
      tiffOf(Float32Array.from(ramp(-0.25, 0.5)), { sampleFormat: 3 }),
      [-0.25, 0.5],
    ],
    [
      'floats in three channels',
      tiffOf(Float32Array.from(ramp(5, 9, count * 3)), { channels: 3, sampleFormat: 3 }),
      [5, 9],
    ],
    ['unsigned, 32 bits', tiffOf(Uint32Array.from(ramp(0, 4_000_000_000))), [0, 4_000_000_000]],
    [
      'signed, 32 bits',
      tiffOf(Int32Array.from(ramp(-2_000_000, 1_000_000)), { sampleFormat: 2 }),
      [-2_000_000, 1_000_000],
    ],
    [
      'signed, 16 bits',
      tiffOf(Int16Array.from(ramp(-1024, 3071)), { sampleFormat: 2 }),
      [-1024, 3071],
    ],
    ['signed, 8 bits', tiffOf(Int8Array.from(ramp(-100, 100)), { sampleFormat: 2 }), [-100, 100]],
    ['12 bits in 16', tiffOf(Uint16Array.from(ramp(0, 4095))), [0, 4095]],
    [
      '12 bits in 16, in colour',
      tiffOf(Uint16Array.from(ramp(30, 3000, count * 3)), { channels: 3 }),
      [30, 3000],
    ],
  ])('are shown from the least to the greatest: %s', async (_, bytes, [black, white]) => {
    expect(await images.inspect(bytes)).toEqual({ format: 'tiff', width: 40, height: 40 })
    expect(await images.verify(bytes)).toBe('sound')
    expect((await images.impression(bytes)).levels).toEqual({ black, white })
    const shown = sharp(pick(await derived(images, bytes), 'large', 'webp'))
    const [first] = (await shown.stats()).channels
    expect(first?.min).toBeLessThan(12)
    expect(first?.max).toBeGreaterThan(243)
    expect(first?.mean).toBeGreaterThan(115)
    expect(first?.mean).toBeLessThan(140)
  })

  test('and are no numbers here and there are black there, and spoil nothing else', async () => {
    const holed = ramp(2, 4).map((value, at) => (at % 40 < 4 ? NaN : value))
    const bytes = tiffOf(Float32Array.from(holed), { sampleFormat: 3 })
    const { levels } = await images.impression(bytes)
    expect(levels?.black).toBeCloseTo(2, 1)
    expect(levels?.white).toBe(4)
    expect(
      (await pixelAt(pick(await derived(images, bytes), 'small', 'webp'), 20, 38))[0],
    ).toBeGreaterThan(230)
  })

  test('and are the same everywhere are grey', async () => {
    const bytes = tiffOf(new Float32Array(count).fill(7.5), { sampleFormat: 3 })
    expect((await images.impression(bytes)).levels).toEqual({ black: 7.5, white: 7.5 })
    expect(distance(await shownColour(bytes, 'webp'), [128, 128, 128])).toBeLessThanOrEqual(2)
  })

  test.each([
    ['doubles', tiffOf(Float64Array.from(ramp(0, 1)), { sampleFormat: 3 })],
    ['half precision', tiffOf(Uint16Array.from(ramp(0, 15_000)), { sampleFormat: 3 })],
  ])('and cannot be read are refused as such: %s', async (_, bytes) => {
    expect(await images.inspect(bytes)).toEqual({ refused: 'not_displayable' })
  })
})

describe('an ordinary picture of 16 bits is shown as it is', () => {
  const dark = ramp(0, 4096).map(Math.round)
  test.each([
    ['brighter than 12 bits anywhere', tiffOf(Uint16Array.from(dark)), 16],
    ['black', tiffOf(new Uint16Array(1600)), 0],
    [
      'dark, with a profile',
      tiffOf(Uint16Array.from(ramp(0, 4095, 4800)), { channels: 3, profile: profiles.sRGB }),
      16,
    ],
  ])('%s', async (_, bytes, most) => {
    expect((await images.impression(bytes)).levels).toBeUndefined()
    const [first] = (await sharp(pick(await derived(images, bytes), 'large', 'webp')).stats())
      .channels
    expect(first?.max).toBeLessThanOrEqual(most + 3)
  })
})

describe('what decoding would hold at once decides, by the header alone', () => {
  const rgb = { channels: 3, depth: 'uchar', space: 'srgb' }
  const png = { ...rgb, format: 'png', isProgressive: true }
  const jpeg = { ...rgb, format: 'jpeg', isProgressive: true }
  test.each([
    ['an interlaced PNG of 33 megapixels', png, 33, undefined],
    ['an interlaced PNG of 34 megapixels', png, 34, 'too_much_memory'],
    ['an interlaced PNG of 16 bits and 17', { ...png, depth: 'ushort' }, 17, 'too_much_memory'],
    ['any other PNG', { ...png, isProgressive: false, depth: 'ushort' }, 100, undefined],
    ['a JPEG', { ...jpeg, isProgressive: false }, 100, undefined],
    ['a progressive JPEG', { ...jpeg, chromaSubsampling: '4:2:0' }, 100, undefined],
    ['a progressive JPEG of full colour', { ...jpeg, chromaSubsampling: '4:4:4' }, 75, undefined],
    ['a larger one', { ...jpeg, chromaSubsampling: '4:4:4' }, 76, 'too_much_memory'],
    ['a WebP', { ...rgb, format: 'webp' }, 64, undefined],
    ['a larger WebP', { ...rgb, format: 'webp' }, 65, 'too_much_memory'],
    ['an AVIF', { ...rgb, format: 'heif' }, 25, undefined],
    ['a larger AVIF', { ...rgb, format: 'heif' }, 26, 'too_much_memory'],
    ['a GIF', { ...rgb, format: 'gif' }, 20, undefined],
    ['a TIFF of 16 bits', { ...rgb, format: 'tiff', depth: 'ushort' }, 100, undefined],
    ['a TIFF of floats', { ...rgb, format: 'tiff', depth: 'float' }, 9, 'too_much_memory'],
  ])('%s', (_, header, megapixels, refused) => {
    expect(objectionToDecoding({ ...header, width: 1000, height: megapixels * 1000 })).toBe(refused)
  })
})
