import { once } from 'node:events'
import { createAdaptorServer } from '@hono/node-server'
import type { Hono } from 'hono'
import { cuttingOffBroken } from '../../src/node/broken-answers.ts'

/** Serves an app on a port of its own, so that a test's bytes go over a real connection. */
export async function served(app: Pick<Hono, 'fetch'>) {
  const server = createAdaptorServer({ fetch: cuttingOffBroken(app) })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('Expected a port')
  return {
    origin: `http://127.0.0.1:${address.port}`,
    stop: async () => {
      server.close()
      if ('closeAllConnections' in server) server.closeAllConnections()
      await once(server, 'close')
    },
  }
}
