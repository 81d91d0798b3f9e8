import { ServerResponse } from 'node:http'
import type { Http2ServerResponse } from 'node:http2'

type Bindings = { outgoing: ServerResponse | Http2ServerResponse }
type App = { fetch(request: Request, bindings: Bindings): Response | Promise<Response> }

/**
 * The app, whose answers are cut off where their stream fails on the way, so that nobody takes half a file for a whole
 * one. The adapter by itself ends such an answer properly, with the error's message as its last bytes, if the reader is
 * slower than the stream.
 */
export const cuttingOffBroken =
  ({ fetch }: App) =>
  (request: Request, bindings: Bindings): Response | Promise<Response> => {
    if (bindings.outgoing instanceof ServerResponse) refuseLateText(bindings.outgoing)
    return fetch(request, bindings)
  }

/** A text that is an answer comes at once with its head. Streams are ended without one: what comes later is an error. */
function refuseLateText(outgoing: ServerResponse): void {
  const { writeHead, end } = outgoing
  let isLate = false
  Object.assign(outgoing, {
    writeHead(...head: Parameters<typeof writeHead>) {
      queueMicrotask(() => {
        isLate = true
      })
      return Reflect.apply(writeHead, outgoing, head)
    },
    end(...last: Parameters<typeof end>) {
      const isError = isLate && typeof last[0] === 'string'
      return isError ? outgoing.destroy() : Reflect.apply(end, outgoing, last)
    },
  })
}
