import type { ChildProcess } from 'node:child_process'
import { Duplex } from 'node:stream'
import type { Previews, ReadRange } from '../core/ports.ts'
import type { PreviewReason } from '../core/preview.ts'
import { childCalls, programBeside } from './child.node.ts'
import { rangeHeaderBytes, rangesPipe } from './previews.calls.ts'
import type { ReadAnswer } from './previews/read.node.ts'

type Limits = { patienceMs: number; mostMemoryBytes: number; mostHeapMegabytes: number }

const usual: Limits = { patienceMs: 60_000, mostMemoryBytes: 900_000_000, mostHeapMegabytes: 384 }

/**
 * Files read in a child process, one for each: what they hold is anybody's, and libraries that read it may crash, hang or
 * take all memory. Then the child is ended, and the answer says so.
 */
export function childPreviews(changes: Partial<Limits> = {}): Previews {
  const { patienceMs, mostMemoryBytes, mostHeapMegabytes } = { ...usual, ...changes }
  const readOnce: Previews['read'] = async (file, readRange) => {
    const ranges = { failure: undefined as unknown }
    const ask = childCalls({
      program: programBeside('previews'),
      execArgv: [`--max-old-space-size=${mostHeapMegabytes}`],
      idleMs: 0,
      patienceMs,
      maxCalls: 1,
      failure: (why) => new Ended(why === 'slow' ? 'too_slow' : 'stopped'),
      serve: (child) => serveRanges(child, readRange, (error) => (ranges.failure = error)),
    })
    try {
      for await (const answer of ask('read', file, mostMemoryBytes)) return answerIn(answer)
      return { refused: 'stopped' }
    } catch (error) {
      // A store that does not answer says nothing of the file.
      if (ranges.failure !== undefined) throw ranges.failure
      if (error instanceof Ended) return { refused: error.reason }
      return { refused: 'damaged' }
    }
  }
  return {
    // Once more before it is said of the file: the child may have been ended from outside.
    read: async (file, readRange) => {
      const read = await readOnce(file, readRange)
      return 'refused' in read && read.refused === 'stopped' ? readOnce(file, readRange) : read
    },
  }
}

class Ended extends Error {
  readonly reason: PreviewReason
  constructor(reason: PreviewReason) {
    super(reason)
    this.reason = reason
  }
}

/** Answers the child's requests, one after the other. A range that cannot be read ends the child. */
function serveRanges(child: ChildProcess, read: ReadRange, onFailure: (error: unknown) => void) {
  const pipe = child.stdio[rangesPipe]
  if (!(pipe instanceof Duplex)) throw new Error('The child has no pipe')
  let held = Buffer.alloc(0)
  pipe.on('error', () => {})
  pipe.on('data', (bytes: Buffer) => {
    held = Buffer.concat([held, bytes])
    if (held.length < 16) return
    const [first, length] = [Number(held.readBigUInt64LE(0)), Number(held.readBigUInt64LE(8))]
    held = held.subarray(16)
    read({ first, last: first + length - 1 }).then(
      (answer) => {
        const header = Buffer.alloc(rangeHeaderBytes)
        header.writeBigUInt64LE(BigInt(answer.length))
        pipe.write(header)
        pipe.write(answer)
      },
      (error: unknown) => {
        onFailure(error)
        child.kill('SIGKILL')
      },
    )
  })
}

/** Nobody but the child holds the other end. */
// oxlint-disable-next-line no-unsafe-type-assertion -- what the child sends is typed where it is sent
const answerIn = (message: unknown) => message as ReadAnswer
