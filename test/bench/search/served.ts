import { getRequestListener } from '@hono/node-server'
import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { Writable } from 'node:stream'

/** What answers requests. */
export type Answers = { fetch: (request: Request) => Response | Promise<Response> }
export type Served = { status: number; bytes: Buffer }

/**
 * Asks an app as its server does, with the requests and answers that Node makes of a connection, but over none. What
 * comes back is what a client reads, head and body.
 */
export function asServed(app: Answers, headers: Record<string, string> = {}) {
  const listener = getRequestListener(app.fetch)
  const sent = { host: 'localhost', ...headers }
  return (path: string): Promise<Served> =>
    new Promise((resolve, reject) => {
      const incoming = new IncomingMessage(new Socket())
      Object.assign(incoming, { method: 'GET', url: path })
      incoming.headers = sent
      incoming.rawHeaders = Object.entries(sent).flat()
      incoming.push(null)
      const outgoing = new ServerResponse(incoming)
      const parts: Buffer[] = []
      const wire = new Writable({
        write: (part: Buffer, _, done) => {
          parts.push(part)
          done()
        },
      })
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- of a socket it only writes
      outgoing.assignSocket(wire as unknown as Socket)
      outgoing.on('finish', () =>
        resolve({ status: outgoing.statusCode, bytes: Buffer.concat(parts) }),
      )
      Promise.resolve(listener(incoming, outgoing)).catch(reject)
    })
}
