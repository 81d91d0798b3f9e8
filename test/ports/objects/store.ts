import { createHash, randomBytes } from 'node:crypto'
import type { Bytes, Objects } from '../../../src/core/ports.ts'
import { Problem } from '../../../src/core/problem.ts'
import type { Store } from '../../support/stores.ts'

/** A store under test, and how a client without any rights reaches the addresses that it signs. */
export type StoreUnderTest = Store & {
  fetch: (address: string, init?: RequestInit) => Promise<Response>
}

export const mebibyte = 1024 * 1024
export const text = { contentType: 'text/plain' }

export const newKey = () => `test/${randomBytes(16).toString('hex')}`
export const bytesOf = (words: string) => new TextEncoder().encode(words)
export const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
export const read = async (body: Bytes | undefined) =>
  new Uint8Array(await new Response(body).arrayBuffer())
export const readText = async (body: Bytes | undefined) => new Response(body).text()

export async function putText(objects: Objects, words: string): Promise<string> {
  const key = newKey()
  const bytes = bytesOf(words)
  await objects.put(key, bytes, { ...text, sizeBytes: bytes.length })
  return key
}

/** Pseudo-random bytes on their way: never in memory as a whole. */
export function flow(sizeBytes: number, seed = 1): { body: Bytes; sha256: () => string } {
  const hash = createHash('sha256')
  const chunk = randomBytes(64 * 1024)
  let [sent, turn] = [0, seed]
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (sent >= sizeBytes) return controller.close()
      const next = Uint8Array.from(chunk.subarray(0, Math.min(chunk.length, sizeBytes - sent)))
      next[0] = turn++ % 256
      hash.update(next)
      sent += next.length
      controller.enqueue(next)
    },
  })
  return { body, sha256: () => hash.digest('hex') }
}

export async function refusalOf(work: Promise<unknown>): Promise<Problem> {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  if (error instanceof Problem) return error
  throw new Error('Expected a refusal', { cause: error })
}

export const flowOf = (bytes: Uint8Array): Bytes =>
  new ReadableStream({
    start(controller) {
      for (let at = 0; at < bytes.length; at += 65_536) {
        controller.enqueue(Uint8Array.from(bytes.subarray(at, at + 65_536)))
      }
      controller.close()
    },
  })
