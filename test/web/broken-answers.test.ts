import { once } from 'node:events'
import { connect } from 'node:net'
import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { served } from '../support/served.ts'

const piece = new Uint8Array(64 * 1024).fill(120)

/** A body that fails while its first piece, larger than what is kept for a reader, is on its way. */
const failing = () => {
  let isFirst = true
  return new ReadableStream({
    async pull(controller) {
      if (isFirst) controller.enqueue(piece)
      else controller.error(new Error('secret'))
      isFirst = false
    },
  })
}

const app = new Hono()
  .get('/sized', (c) => c.body(failing(), 200, { 'content-length': String(piece.length + 13) }))
  .get('/chunked', (c) => c.body(failing()))
  .get('/text', (c) => c.text('whole'))
  .get('/sound', (c) => c.body(new Blob([piece]).stream()))

/** All that comes, from the head to when the connection closes. */
async function received(origin: string, path: string): Promise<string> {
  const socket = connect(Number(new URL(origin).port), '127.0.0.1')
  const pieces: Buffer[] = []
  socket.on('error', () => {})
  socket.on('data', (bytes) => pieces.push(bytes))
  socket.write(`GET ${path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`)
  await once(socket, 'close')
  return Buffer.concat(pieces).toString('latin1')
}

test.each(['/sized', '/chunked'])('a stream that fails cuts off its answer: %s', async (path) => {
  const { origin, stop } = await served(app)
  const got = await received(origin, path)
  expect(got).toMatch(/^HTTP\/1\.1 200 /)
  expect(got).not.toContain('secret')
  expect(got.endsWith('0\r\n\r\n')).toBe(false)
  await stop()
})

test('what does not fail comes whole', async () => {
  const { origin, stop } = await served(app)
  expect(await (await fetch(`${origin}/text`)).text()).toBe('whole')
  expect((await (await fetch(`${origin}/sound`)).bytes()).length).toBe(piece.length)
  await stop()
})
