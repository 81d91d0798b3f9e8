import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'

/** Between a program and its database: a wire that can be cut, frozen, or lead nowhere. */
export async function openProxy(to: { host: string; port: number }) {
  const pairs = new Set<readonly [near: Socket, far: Socket]>()
  let state: 'open' | 'frozen' | 'refusing' = 'open'
  const server = createServer((near) => {
    if (state === 'refusing') {
      near.destroy()
      return
    }
    const far = connect(to)
    const pair = [near, far] as const
    pairs.add(pair)
    const end = () => {
      pairs.delete(pair)
      for (const socket of pair) socket.destroy()
    }
    for (const socket of pair) socket.on('error', end).on('close', end)
    near.on('data', (bytes) => far.write(bytes))
    far.on('data', (bytes) => near.write(bytes))
    if (state === 'frozen') for (const socket of pair) socket.pause()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('Expected a port')
  const eachSocket = (act: (socket: Socket) => void) => {
    for (const pair of pairs) for (const socket of pair) act(socket)
  }
  return {
    port: address.port,
    /** Ends every connection, as a failover does. */
    cut: () => eachSocket((socket) => socket.destroy()),
    /** Nothing goes through, and nobody is told. */
    freeze: () => {
      state = 'frozen'
      eachSocket((socket) => socket.pause())
    },
    /** Ends every connection and takes no new one. */
    refuse: () => {
      state = 'refusing'
      eachSocket((socket) => socket.destroy())
    },
    mend: () => {
      state = 'open'
      eachSocket((socket) => socket.resume())
    },
    close: async () => {
      eachSocket((socket) => socket.destroy())
      server.close()
      await once(server, 'close')
    },
  }
}
