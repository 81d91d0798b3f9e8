import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Derivative, Images } from '../core/ports.ts'
import { Problem } from '../core/problem.ts'
import type { ImagesAnswer, ImagesCall } from './images.calls.ts'
import { words } from './words.ts'

type Limits = {
  /** How long a child waits for more to do. */
  idleMs: number
  /** How long one call may take before its child is ended. */
  patienceMs: number
  /** After so many calls another child is started: memory that decoders keep is given back. */
  maxCalls: number
}

const usual: Limits = { idleMs: 5000, patienceMs: 120_000, maxCalls: 200 }

/** Where the child's program is: beside the bundle, or this source's neighbour. */
const program = fileURLToPath(
  new URL(
    import.meta.url.endsWith('.ts') ? './images.process.node.ts' : './images.js',
    import.meta.url,
  ),
)

/**
 * Pictures made in a child process, started when one is asked for and ended when nothing is: decoding takes hundreds
 * of megabytes, which a serving process would never give back. A child that crashes or hangs fails the calls
 * that it had (`unavailable`); the next call has another one. One child at a time, and one that finishes its last calls.
 * It ends with its parent.
 */
export function childImages(changes: Partial<Limits> = {}): Images {
  const limits = { ...usual, ...changes }
  let child: Child | undefined
  const ask = (name: keyof Images, ...input: readonly unknown[]) => {
    if (!child?.takesMore()) child = startChild(limits)
    return child.ask(name, input)
  }
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

type Child = ReturnType<typeof startChild>

function startChild({ idleMs, patienceMs, maxCalls }: Limits) {
  const child = forked()
  const open: OpenCalls = new Map()
  let calls = 0
  let isOver = false
  let idle: NodeJS.Timeout | undefined

  const end = () => {
    isOver = true
    child.kill('SIGKILL')
    for (const [id, { results }] of open) {
      results.error(unavailable())
      close(id)
    }
  }
  const close = (id: number) => {
    clearTimeout(open.get(id)?.patience)
    open.delete(id)
    if (open.size > 0 || isOver) return
    hold(child, false)
    if (calls >= maxCalls) end()
    else idle = setTimeout(end, idleMs).unref()
  }
  child.on('error', end).on('exit', end)
  child.on('message', (message) => handOver(answerIn(message), open, close))

  const ask = (name: keyof Images, input: readonly unknown[]): ReadableStream<unknown> => {
    const id = (calls += 1)
    clearTimeout(idle)
    hold(child, true)
    return new ReadableStream({
      start(results) {
        open.set(id, { results, patience: setTimeout(end, patienceMs) })
        send(child, { id, name, input }, end)
      },
      cancel: () => close(id),
    })
  }
  return { ask, takesMore: () => !isOver && calls < maxCalls }
}

const forked = () =>
  fork(program, {
    serialization: 'advanced',
    execArgv: [],
    // Each arena of glibc's allocator keeps what was freed in it: two are enough.
    env: { ...process.env, MALLOC_ARENA_MAX: '2' },
  })

type OpenCalls = Map<
  number,
  { results: ReadableStreamDefaultController<unknown>; patience: NodeJS.Timeout }
>

/** Gives what the child answered to whoever asked; what nobody waits for any more is let go. */
function handOver(answer: ImagesAnswer, open: OpenCalls, close: (id: number) => void): void {
  const results = open.get(answer.id)?.results
  if (!results) return
  if ('result' in answer) {
    results.enqueue(answer.result)
    return
  }
  if ('failed' in answer) results.error(new Error(answer.failed))
  else results.close()
  close(answer.id)
}

const unavailable = () => new Problem('unavailable', words.picturesFailed)

const send = (child: ChildProcess, call: ImagesCall, onFailure: () => void) =>
  child.send(call, (error) => error && onFailure())

/** A child with nothing to do keeps no process from ending. */
function hold(child: ChildProcess, isHeld: boolean): void {
  const change = isHeld ? 'ref' : 'unref'
  child[change]()
  child.channel?.[change]()
}

/** Nobody but the child holds the other end. */
// oxlint-disable-next-line no-unsafe-type-assertion -- what the child sends is typed where it is sent
const answerIn = (message: unknown) => message as ImagesAnswer
