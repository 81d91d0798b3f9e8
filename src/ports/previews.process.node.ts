import { readSync, writeSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import { answerCalls } from './child.program.node.ts'
import { readPreview } from './previews/read.node.ts'
import { sourceOf } from './previews/source.ts'
import { rangeHeaderBytes, rangesPipe } from './previews.calls.ts'

/**
 * The program of the child that `previews.child.node.ts` starts for one file. It has no credentials and no network of its
 * own to ask: bytes come from the parent over a pipe, and it waits for them, so that every library may read as from a
 * file.
 */
answerCalls({
  read: async (file: { name: string; sizeBytes: number }, mostMemoryBytes: number) => {
    watchMemory(mostMemoryBytes)
    return readPreview(sourceOf(file, rangeOf))
  },
})

function rangeOf(first: number, length: number): Uint8Array {
  const request = Buffer.alloc(16)
  request.writeBigUInt64LE(BigInt(first), 0)
  request.writeBigUInt64LE(BigInt(length), 8)
  writeSync(rangesPipe, request)
  const header = readWhole(rangeHeaderBytes)
  return readWhole(Number(header.readBigUInt64LE(0)))
}

function readWhole(length: number): Buffer {
  const bytes = Buffer.alloc(length)
  for (let done = 0; done < length;) {
    const count = readSync(rangesPipe, bytes, done, length - done, null)
    // The parent is gone, or has no more to give.
    if (count === 0) process.exit()
    done += count
  }
  return bytes
}

/** Memory outside of V8's heap has no bound of its own: this ends the process, also while it computes. */
function watchMemory(mostBytes: number): void {
  const watch = `
    setInterval(() => {
      if (process.memoryUsage.rss() > ${mostBytes}) process.kill(process.pid, 'SIGKILL')
    }, 50)`
  new Worker(watch, { eval: true }).unref()
}
