import { ServerResponse } from 'node:http'
import type { Http2ServerResponse } from 'node:http2'

type Bindings = { outgoing: ServerResponse | Http2ServerResponse }
type App = { fetch: (request: Request, bindings: Bindings) => Response | Promise<Response> }

/**
 * The app, whose answers are cut off where their stream fails on the way, so that nobody takes half a file for a whole
 * one. The adapter by itself ends such an answer properly, with the error's message as its last bytes, if the reader is
 * slower than the stream.
 */
export const cuttingOffBroken =
  ({ fetch }: App): App['fetch'] =>
  (request, bindings) => {
    if (bindings.outgoing instanceof ServerResponse) refuseLateText(bindings.outgoing)
    return fetch(request, bindings)
  }

/** A text that is an answer comes at once with its head. Streams are ended without one: what comes later is an error. */
function refuseLateText(outgoing: ServerResponse): void {
  const writeHead = outgoing.writeHead.bind(outgoing)
  const end = outgoing.end.bind(outgoing)
  let isLate = false
  Object.assign(outgoing, {
    writeHead(...head: Parameters<typeof writeHead>) {
      queueMicrotask(() => {
        isLate = true
      })
      return writeHead(...head)
    },
    end(...last: Parameters<typeof end>) {
      return isLate && typeof last[0] === 'string' ? outgoing.destroy() : end(...last)
    },
  })
}
