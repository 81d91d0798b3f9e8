import { once } from 'node:events'
import { createServer } from 'node:net'

const lastPort = 65_535

/** The first free TCP port at or after `from`. Between this answer and its use another may take it: be ready for that. */
export async function findFreePort(from: number, host = '127.0.0.1'): Promise<number> {
  for (let port = from; port <= lastPort; port += 1) {
    // oxlint-disable-next-line no-await-in-loop -- one port after the other, by intent
    if (await isFree(port, host)) return port
  }
  throw new Error(`No port from ${from} to ${lastPort} is free on ${host}.`)
}

const taken = new Set(['EADDRINUSE', 'EACCES'])

async function isFree(port: number, host: string): Promise<boolean> {
  const server = createServer().unref()
  try {
    server.listen({ port, host, exclusive: true })
    await once(server, 'listening')
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && taken.has(String(error.code))) return false
    throw error
  } finally {
    server.close()
  }
}
