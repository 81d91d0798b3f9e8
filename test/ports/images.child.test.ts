import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Derivative } from '../../src/core/ports.ts'
import { childImages } from '../../src/ports/images.child.node.ts'
import { sharpImages } from '../../src/ports/images.sharp.ts'
import { interlacedBomb } from './images/deep.ts'
import { cut, derived, formatsOf, landscape } from './images/pictures.ts'

/** The child answers as sharp does; what else there is to say of pictures, the tests of sharp say. */
const sharpHere = sharpImages()
const scene = await landscape(600, 450)
const formats = await formatsOf(scene)
const photo = await scene.clone().jpeg().toBuffer()
const texts = (...all: string[]) => all.map((text) => new TextEncoder().encode(text))

/** The children of this process that make pictures. */
function childrenNow(): number[] {
  const listed = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' })
  return listed.split('\n').flatMap((line) => {
    const [pid, parent] = line.trim().split(/\s+/)
    return Number(parent) === process.pid && line.includes('images.process') ? [Number(pid)] : []
  })
}

/** AVIF made twice differs by some bytes: its encoder's threads decide. */
const factsOf = ({ bytes, ...about }: Derivative) => ({
  ...about,
  ...(about.format !== 'avif' && { sizeBytes: bytes.length }),
})

test.each(Object.entries(formats))('a %s is read and made as without a child', async (_, bytes) => {
  const images = childImages()
  expect(await images.inspect(bytes)).toEqual(await sharpHere.inspect(bytes))
  expect(await images.verify(bytes)).toBe('sound')
  expect(await images.impression(bytes)).toEqual(await sharpHere.impression(bytes))
  const [theirs, ours] = [await derived(images, bytes), await derived(sharpHere, bytes)]
  expect(theirs.map(factsOf)).toEqual(ours.map(factsOf))
})

test('what is refused or fails without a child does so with one', async () => {
  const images = childImages()
  for (const bytes of [...texts('', '<svg/>', 'GIF, I am not'), cut(photo, 0.6)]) {
    expect(await images.inspect(bytes)).toEqual(await sharpHere.inspect(bytes))
    expect(await images.verify(bytes)).toBe('damaged')
  }
  await expect(images.impression(cut(photo, 0.6))).rejects.toThrow(Error)
  await expect(derived(images, cut(photo, 0.6))).rejects.toThrow(Error)
  expect(await images.verify(photo)).toBe('sound')
})

test('sizes may be asked for one by one', async () => {
  const made = await derived(childImages(), photo, ['small'])
  expect(made.map(({ size }) => size)).toEqual(['small', 'small', 'small'])
})

describe('the child', () => {
  test('is one for everything at once, and ends when nothing is asked of it', async () => {
    await expect.poll(childrenNow, { timeout: 20_000 }).toEqual([])
    const images = childImages({ idleMs: 300 })
    expect(childrenNow()).toEqual([])
    const all = Promise.all([photo, photo, photo].map(async (bytes) => images.verify(bytes)))
    expect(childrenNow()).toHaveLength(1)
    await all
    await expect.poll(childrenNow, { timeout: 10_000 }).toEqual([])
    expect(await images.verify(photo)).toBe('sound')
  })

  test('that is killed fails what it was doing, and the next call has another one', async () => {
    const images = childImages()
    await images.inspect(photo)
    const [pid = 0] = childrenNow().slice(-1)
    const making = derived(images, photo)
    const checking = images.verify(photo)
    process.kill(pid, 'SIGKILL')
    await expect(making).rejects.toMatchObject({ kind: 'unavailable' })
    await expect(checking).rejects.toMatchObject({ kind: 'unavailable' })
    expect(await derived(images, photo)).toHaveLength(12)
  })

  test('that takes too long is ended', async () => {
    const images = childImages({ patienceMs: 1 })
    await expect(images.verify(photo)).rejects.toMatchObject({ kind: 'unavailable' })
  })

  test('gives way to another one after so many calls', async () => {
    const images = childImages({ maxCalls: 2 })
    const four = [photo, photo, photo, photo].map(async (bytes) => images.verify(bytes))
    expect(await Promise.all(four)).toEqual(['sound', 'sound', 'sound', 'sound'])
  })
})

/** What a child has taken since it began: its peak of memory, and seconds of processors. */
function takenBy(pid: number) {
  const kilobytes = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  const [user = 0, system = 0] = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ')
    .slice(11, 13)
    .map(Number)
  return { megabytes: Number(kilobytes) / 1024, seconds: (user + system) / 100 }
}

describe.skipIf(!existsSync('/proc/self/status'))('an interlaced PNG of 16 bits', () => {
  test('of 100 megapixels in 744 kB takes neither time nor memory: its header is enough', async () => {
    const bomb = await interlacedBomb(10_000, 10_000)
    expect(bomb.length).toBeLessThan(750_000)
    const images = childImages()
    expect(await images.inspect(bomb)).toEqual({ refused: 'too_much_memory' })
    const [pid = 0] = childrenNow().slice(-1)
    expect(await images.verify(bomb)).toBe('damaged')
    await expect(images.impression(bomb)).rejects.toThrow('too_much_memory')
    await expect(derived(images, bomb)).rejects.toThrow('too_much_memory')
    const { megabytes, seconds } = takenBy(pid)
    expect(megabytes).toBeLessThan(200)
    expect(seconds).toBeLessThan(2)
  })

  test('that is as large as it may be takes little more', async () => {
    const largest = await interlacedBomb(4080, 4080)
    const images = childImages()
    expect(await images.inspect(largest)).toEqual({ format: 'png', width: 4080, height: 4080 })
    const [pid = 0] = childrenNow().slice(-1)
    expect(await images.verify(largest)).toBe('sound')
    const { megabytes, seconds } = takenBy(pid)
    expect(megabytes).toBeLessThan(250)
    expect(seconds).toBeLessThan(2)
  })
})
