import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { noImages } from '../../src/ports/images.none.ts'
import { sharpImages } from '../../src/ports/images.sharp.ts'
import {
  brands,
  cut,
  damagedAt,
  derived,
  formatsOf,
  landscape,
  pngBomb,
} from './images/pictures.ts'

const images = sharpImages()
const scene = await landscape(1200, 900)
const formats = await formatsOf(scene)
const eachFormat = Object.entries(formats)

describe('what a file is', () => {
  test.each(eachFormat)('a %s is known by its bytes, with its size', async (format, bytes) => {
    expect(await images.inspect(bytes)).toEqual({ format, width: 1200, height: 900 })
    expect(await images.verify(bytes)).toBe('sound')
  })

  test.each([
    ['nothing', '', 'empty'],
    ['an SVG', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'svg_or_html'],
    [
      'an SVG after a byte order mark and blanks',
      '\uFEFF \n<?xml version="1.0"?><svg/>',
      'svg_or_html',
    ],
    ['an HTML page named photo.png', '<!doctype html><script>alert(1)</script>', 'svg_or_html'],
    ['a PDF', '%PDF-1.7\n', 'unknown_format'],
    ['words', 'GIF, I am not', 'unknown_format'],
    ['a lone byte', '\u0001', 'unknown_format'],
  ])('%s is refused', async (_, words, refused) => {
    expect(await images.inspect(new TextEncoder().encode(words))).toEqual({ refused })
  })

  test('an SVG in UTF-16 is refused', async () => {
    const bytes = Buffer.from('\uFEFF<svg xmlns="http://www.w3.org/2000/svg"/>', 'utf16le')
    expect(await images.inspect(bytes)).toEqual({ refused: 'svg_or_html' })
  })

  test.each([
    [brands('heic', 'mif1', 'heic'), 'heic'],
    [brands('heix', 'mif1'), 'heic'],
    [brands('mif1', 'mif1', 'heic', 'miaf'), 'heic'],
    [brands('mif1', 'miaf'), 'heic'],
    [brands('avif', 'mif1', 'miaf'), 'damaged'],
    [brands('mif1', 'avif', 'miaf'), 'damaged'],
    [brands('mp42', 'isom'), 'unknown_format'],
    [brands('crx ', 'isom'), 'unknown_format'],
  ])('brands tell HEIC from AVIF and from films (%#)', async (bytes, refused) => {
    expect(await images.inspect(bytes)).toEqual({ refused })
  })

  test('a picture of more than 100 megapixels is refused at once, without decoding', async () => {
    const bomb = pngBomb(20_000, 15_000)
    const before = performance.now()
    expect(await images.inspect(bomb)).toEqual({ refused: 'too_many_pixels' })
    expect(await images.verify(bomb)).toBe('damaged')
    await expect(derived(images, bomb)).rejects.toThrow('exceeds pixel limit')
    expect(performance.now() - before).toBeLessThan(1_000)
    expect(await images.inspect(pngBomb(10_000, 10_000))).toMatchObject({ format: 'png' })
    expect(await images.inspect(pngBomb(10_001, 10_000))).toEqual({ refused: 'too_many_pixels' })
  })

  test('a bomb of 100 megapixels that holds one is found damaged', async () => {
    expect(await images.verify(pngBomb(10_000, 10_000))).toBe('damaged')
  })
})

describe('whether it is whole', () => {
  test.each(eachFormat)('a %s that breaks off is not sound', async (_, bytes) => {
    for (const share of [0.3, 0.6, 0.99])
      expect(await images.verify(cut(bytes, share))).toBe('damaged')
    expect(await images.verify(bytes.subarray(0, -2))).toBe('damaged')
  })

  // A decoder reads ahead: whether it meets the missing end depends on where the last pixel's bits happen to end.
  test('a jpeg without its last marker is not sound, wherever its last pixel ends', async () => {
    for (let width = 40; width < 100; width += 1) {
      const whole = await scene.clone().resize(width, 40).jpeg().toBuffer()
      expect(await images.verify(whole)).toBe('sound')
      expect(await images.verify(whole.subarray(0, -2))).toBe('damaged')
    }
  })

  test('what a camera appends to a jpeg does not make it damaged', async () => {
    const film = Buffer.from([0xff, 0xda, 0, 0, 0xff, 0xd8, 0xff, 0xff])
    expect(await images.verify(Buffer.concat([formats.jpeg, film]))).toBe('sound')
  })

  test.each(eachFormat)('a %s of which only the first bytes came is refused', async (_, bytes) => {
    const inspected = await images.inspect(bytes.subarray(0, 14))
    expect(inspected).toEqual({ refused: 'damaged' })
  })

  // WebP keeps no checksum of its pixels: what was changed inside decodes to other pixels.
  test.each(eachFormat.filter(([format]) => format !== 'webp'))(
    'a %s with a hole in the middle is not sound',
    async (_, bytes) => {
      expect(await images.verify(damagedAt(bytes, 0.6))).toBe('damaged')
    },
  )

  test.each(['gif', 'webp'] as const)(
    'a film in %s is sound only to its last frame',
    async (format) => {
      const frames = await Promise.all(
        [0, 90, 180, 270].map(async (hue) =>
          scene.clone().resize(300).modulate({ hue }).png().toBuffer(),
        ),
      )
      const film = await sharp(frames, { join: { animated: true } })
        .toFormat(format)
        .toBuffer()
      expect(await images.inspect(film)).toEqual({ format, width: 300, height: 225 })
      expect(await images.verify(film)).toBe('sound')
      expect(await images.verify(cut(film, 0.55))).toBe('damaged')
    },
  )
})

test('a Worker says that pictures are handled elsewhere', async () => {
  const unavailable = { kind: 'unavailable' }
  await expect(noImages.inspect(formats.png)).rejects.toMatchObject(unavailable)
  await expect(noImages.verify(formats.png)).rejects.toMatchObject(unavailable)
  await expect(noImages.impression(formats.png)).rejects.toMatchObject(unavailable)
  expect(() => noImages.derive(formats.png)).toThrow('Pictures are not processed on this node')
})
