import type { ImagesAnswer, ImagesCall } from './images.calls.ts'
import { sharpImages } from './images.sharp.ts'

/** The program of the child that `images.child.node.ts` starts: sharp and its memory live here, and end with it. */
const images = sharpImages()

process.on('message', (message) => void answer(callIn(message)))
process.on('disconnect', () => process.exit())
// Ctrl-C reaches the whole group: the parent finishes what it has begun, and ends this process itself.
for (const signal of ['SIGHUP', 'SIGINT', 'SIGTERM'] as const) process.on(signal, () => {})

async function answer({ id, name, input }: ImagesCall): Promise<void> {
  try {
    for await (const result of resultsOf(name, input)) send({ id, result })
    send({ id, ended: true })
  } catch (error) {
    send({ id, failed: error instanceof Error ? error.message : String(error) })
  }
}

/** The parent's `call` was typed by the port, whose functions answer once or several times. */
async function* resultsOf(name: ImagesCall['name'], input: ImagesCall['input']) {
  // oxlint-disable-next-line no-unsafe-type-assertion -- a name and its arguments are one message; no type can follow them through a pipe
  const work = images[name] as (...args: readonly unknown[]) => Results
  const results = work(...input)
  if (Symbol.asyncIterator in results) yield* results
  else yield await results
}

type Results = Promise<unknown> | AsyncIterable<unknown>

const send = (answered: ImagesAnswer) => process.send?.(answered)

/** Nobody but the parent holds the other end. */
// oxlint-disable-next-line no-unsafe-type-assertion -- what the parent sends is typed where it is sent
const callIn = (message: unknown) => message as ImagesCall
