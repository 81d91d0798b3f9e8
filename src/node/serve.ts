import { once } from 'node:events'
import { Server } from 'node:http'
import { serve as listen } from '@hono/node-server'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { createApp } from '../app.ts'
import { addressOf, type Config } from '../core/config.ts'
import { Problem } from '../core/problem.ts'
import type { Text } from '../core/text.ts'
import type { Services } from '../web/services.ts'
import { publicFolder } from './assets.ts'
import { cuttingOffBroken } from './broken-answers.ts'

export type Serving = { address: string; baseUrl: string; stop(): Promise<void> }

const words = {
  portTaken: (port: number, host: string): Text => ({
    zh: `${host} 的端口 ${port} 已被占用：请停止占用它的程序，或用 PORT 指定其他端口。`,
    en: `Port ${port} on ${host} is in use. Stop the program using it, or set PORT to another port.`,
  }),
}

/** Ten database connections do the work: more at once is not faster, and would keep everybody waiting. */
const load = { atOnce: 16, waiting: 100 }
const portsTried = 50
const patienceMs = 15_000

/**
 * Serves the app. A given port is taken or refused; the default one gives way to the next free one.
 * Stopping ends keep-alive connections and answers that stay open, waits for running requests (15 s at most), then
 * closes.
 */
export async function serveApp(
  services: Services,
  config: Pick<Config, 'host' | 'port' | 'portIsGiven' | 'baseUrl'>,
): Promise<Serving> {
  const { host, port, portIsGiven } = config
  for (let tried = 0; ; tried += 1) {
    const address = addressOf(host, port + tried)
    const baseUrl = config.baseUrl ?? address
    // oxlint-disable-next-line no-await-in-loop -- one port after the other, by intent
    const server = await listenOn(withAssets({ ...services, baseUrl }), host, port + tried)
    if (server) return { address, baseUrl, stop: async () => stop(server, services) }
    if (portIsGiven || tried >= portsTried)
      throw new Problem('unavailable', words.portTaken(port, host))
  }
}

function withAssets(services: Services): Hono {
  const pages = createApp(services, load)
  return (
    new Hono()
      .use(
        '/assets/*',
        serveStatic({ root: publicFolder, precompressed: true, onFound: cacheForEver }),
      )
      // Handed over whole: mounted as a route, it would lose its own answer to what is not there.
      .all('*', (c) => pages.fetch(c.req.raw, c.env))
  )
}

const cacheForEver = (_path: string, c: { header(name: string, value: string): void }) =>
  c.header('cache-control', 'public, max-age=31536000, immutable')

async function listenOn(app: Hono, hostname: string, port: number): Promise<Server | undefined> {
  const server = listen({ fetch: cuttingOffBroken(app), hostname, port })
  if (!(server instanceof Server)) throw new Error('The adapter made no plain HTTP server.')
  try {
    await once(server, 'listening')
    return server
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') return undefined
    throw error
  }
}

async function stop(server: Server, { signals }: Services): Promise<void> {
  const closed = once(server, 'close')
  server.close()
  await signals?.end()
  server.closeIdleConnections()
  const impatience = setTimeout(() => server.closeAllConnections(), patienceMs)
  await closed
  clearTimeout(impatience)
}
