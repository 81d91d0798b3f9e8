import type { Derivative, Images } from '../core/ports.ts'
import { Problem } from '../core/problem.ts'
import { childCalls, type Limits, programBeside } from './child.node.ts'
import { words } from './words.ts'

const usual: Limits = { idleMs: 5000, patienceMs: 120_000, maxCalls: 200 }

/**
 * Pictures made in a child process: decoding takes hundreds of megabytes. A child that crashes or hangs fails the calls
 * that it had (`unavailable`).
 */
export function childImages(changes: Partial<Limits> = {}): Images {
  const failure = unavailable
  const call = childCalls({ ...usual, ...changes, program: programBeside('images'), failure })
  const ask = (name: keyof Images, ...input: readonly unknown[]) => call(name, ...input)
  return {
    inspect: async (bytes) => one<'inspect'>(ask('inspect', bytes)),
    verify: async (bytes) => one<'verify'>(ask('verify', bytes)),
    impression: async (bytes) => one<'impression'>(ask('impression', bytes)),
    derive: (bytes, sizes) => derivatives(ask('derive', bytes, sizes)),
  }
}

type Single = Exclude<keyof Images, 'derive'>

/** The one result of a call; the child runs the port's own function of that name. */
async function one<Name extends Single>(results: ReadableStream<unknown>) {
  for await (const result of results)
    // oxlint-disable-next-line no-unsafe-type-assertion -- the child's function has this very type
    return result as Awaited<ReturnType<Images[Name]>>
  throw unavailable()
}

// oxlint-disable-next-line no-unsafe-type-assertion -- the child's function has this very type
const derivatives = (results: ReadableStream<unknown>) => results as ReadableStream<Derivative>

const unavailable = () => new Problem('unavailable', words.picturesFailed)
