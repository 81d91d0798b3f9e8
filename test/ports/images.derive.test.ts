import sharp from 'sharp'
import { expect, test } from 'vitest'
import { sharpImages } from '../../src/ports/images.sharp.ts'
import { derived, formatsOf, landscape, pick, pixelAt, plain } from './images/pictures.ts'

const images = sharpImages()
const scene = await landscape(1200, 900)
const formats = await formatsOf(scene)
const eachFormat = Object.entries(formats)

test.each(eachFormat)('a %s becomes four sizes in three formats', async (_, bytes) => {
  const all = await derived(images, bytes)
  const made = await Promise.all(
    all.map(async ({ size, format, width, height, bytes: each }) => {
      const header = await sharp(each).metadata()
      expect([header.width, header.height]).toEqual([width, height])
      return `${size} ${format === 'avif' ? header.compression : header.format} ${width}x${height}`
    }),
  )
  expect(made.toSorted()).toEqual(
    ['large 1200x900', 'medium 800x600', 'small 400x300', 'thumb 160x120']
      .flatMap((each) => ['av1', 'jpeg', 'webp'].map((format) => each.replace(' ', ` ${format} `)))
      .toSorted(),
  )
})

test('the longest side decides, lying or standing', async () => {
  const tall = await derived(images, await plain(1000, 2500, '#88aacc'))
  const sizes = new Set(tall.map(({ size, width, height }) => `${size} ${width}x${height}`))
  expect([...sizes]).toEqual(['thumb 64x160', 'small 160x400', 'medium 320x800', 'large 640x1600'])
})

test('a small picture is not enlarged', async () => {
  const all = await derived(images, await scene.clone().resize(200, 150).png().toBuffer())
  const sizes = new Set(all.map(({ size, width, height }) => `${size} ${width}x${height}`))
  expect([...sizes].toSorted()).toEqual([
    'large 200x150',
    'medium 200x150',
    'small 200x150',
    'thumb 160x120',
  ])
  expect(all).toHaveLength(12)
})

test('one pixel is enough', async () => {
  const dot = await scene.clone().resize(1, 1).png().toBuffer()
  expect(await derived(images, dot)).toHaveLength(12)
  expect((await images.impression(dot)).colour).toMatch(/^#[0-9a-f]{6}$/)
})

test('a picture lying on its side is shown upright', async () => {
  const halves = await sharp({
    create: { width: 600, height: 400, channels: 3, background: '#ff0000' },
  })
    .composite([{ input: await plain(300, 400, '#0000ff'), left: 300, top: 0 }])
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()
  expect(await images.inspect(halves)).toEqual({ format: 'jpeg', width: 400, height: 600 })
  const large = pick(await derived(images, halves), 'large', 'jpeg')
  const { width, height, orientation } = await sharp(large).metadata()
  expect([width, height, orientation]).toEqual([400, 600, undefined])
  expect((await pixelAt(large, 200, 50))[0]).toBeGreaterThan(240)
  expect((await pixelAt(large, 200, 550))[2]).toBeGreaterThan(240)
})

test('where a picture was taken, and by whom, is not passed on', async () => {
  const told = await scene
    .clone()
    .withExif({
      IFD0: { Artist: 'Li Lei', Copyright: 'Li Lei' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '36/1 3/1 0/1' },
    })
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/">Li Lei</x:xmpmeta>')
    .jpeg()
    .toBuffer()
  expect((await sharp(told).metadata()).exif).toBeDefined()
  for (const { bytes } of await derived(images, told)) {
    const { exif, xmp, iptc, icc } = await sharp(bytes).metadata()
    expect([exif, xmp, iptc, icc]).toEqual([undefined, undefined, undefined, undefined])
    expect(Buffer.from(bytes).includes('Li Lei')).toBe(false)
  }
})

test('of a film the first frame is shown, still', async () => {
  const frames = [await plain(300, 200, '#ff0000'), await plain(300, 200, '#0000ff')]
  const film = await sharp(frames, { join: { animated: true } })
    .gif()
    .toBuffer()
  const all = await derived(images, film)
  for (const { bytes } of all) expect((await sharp(bytes).metadata()).pages ?? 1).toBe(1)
  expect((await pixelAt(pick(all, 'small', 'jpeg'), 50, 50))[0]).toBeGreaterThan(240)
  expect((await images.impression(film)).colour).toMatch(/^#f[0-9a-f]0[0-9a-f]0[0-9a-f]$/)
})

test('glass is kept clear, and lies on white where a format has no glass', async () => {
  const glass = await sharp({
    create: { width: 500, height: 500, channels: 4, background: '#00000000' },
  })
    .png()
    .toBuffer()
  const all = await derived(images, glass)
  expect(await pixelAt(pick(all, 'small', 'jpeg'), 5, 5)).toEqual([255, 255, 255])
  for (const format of ['avif', 'webp']) {
    expect((await sharp(pick(all, 'small', format)).stats()).isOpaque).toBe(false)
  }
  expect((await images.impression(glass)).colour).toMatch(/^#f[0-9a-f]f[0-9a-f]f[0-9a-f]$/)
})

test.each([
  ['grey', async () => scene.clone().toColourspace('b-w').jpeg().toBuffer()],
  [
    'grey with alpha',
    async () => scene.clone().toColourspace('b-w').ensureAlpha(0.5).png().toBuffer(),
  ],
  ['CMYK', async () => scene.clone().toColourspace('cmyk').jpeg().toBuffer()],
  ['16 bits a channel', async () => scene.clone().toColourspace('rgb16').png().toBuffer()],
  ['a palette', async () => scene.clone().png({ palette: true, effort: 1 }).toBuffer()],
  ['a wide gamut', async () => scene.clone().withIccProfile('p3').jpeg().toBuffer()],
])('a picture in %s looks like itself in sRGB', async (_, make) => {
  const bytes = await make()
  expect(await images.verify(bytes)).toBe('sound')
  const all = await derived(images, bytes)
  expect(all).toHaveLength(12)
  for (const { bytes: each } of all) {
    const { space, depth, icc } = await sharp(each).metadata()
    expect([space === 'srgb' || space === 'b-w', depth, icc]).toEqual([true, 'uchar', undefined])
  }
  const { colour, thumbhash } = await images.impression(bytes)
  expect(colour).toMatch(/^#[0-9a-f]{6}$/)
  expect(Buffer.from(thumbhash, 'base64').length).toBeGreaterThan(10)
})

test('a colour stays itself through CMYK and a wide gamut', async () => {
  const green = sharp(await plain(400, 300, '#3c8c50'))
  for (const bytes of [
    await green.clone().toColourspace('cmyk').jpeg({ quality: 100 }).toBuffer(),
    await green.clone().withIccProfile('p3').jpeg({ quality: 100 }).toBuffer(),
  ]) {
    const shown = await pixelAt(pick(await derived(images, bytes), 'small', 'jpeg'), 100, 100)
    for (const [at, expected] of [0x3c, 0x8c, 0x50].entries()) {
      expect(Math.abs((shown[at] ?? 0) - expected)).toBeLessThan(14)
    }
  }
})

test('an impression is the same for the same picture, and small', async () => {
  const [one, two] = [await images.impression(formats.png), await images.impression(formats.png)]
  expect(one).toEqual(two)
  expect(one.thumbhash.length).toBeLessThan(40)
})
