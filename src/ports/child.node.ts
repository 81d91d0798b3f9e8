import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { ChildAnswer, ChildCall } from './child.calls.ts'

export type Limits = {
  /** How long a child waits for more to do. */
  idleMs: number
  /** How long one call may take before its child is ended. */
  patienceMs: number
  /** After so many calls another child is started: memory that libraries keep is given back. */
  maxCalls: number
}

export type ChildSettings = Limits & {
  /** Its file, as {@link programBeside} finds it. */
  program: string
  /** For Node itself, as a bound on its memory. */
  execArgv?: readonly string[]
  /** What a call fails with when its child took too long, or is gone. */
  failure: (why: 'slow' | 'gone') => Error
  /** Serves what the child asks for over its fourth pipe; what its libraries print is nobody's to read then. */
  serve?: (child: ChildProcess) => void
}

/** Where a child's program is: beside the bundle, or this source's neighbour. */
export const programBeside = (name: string) =>
  fileURLToPath(
    new URL(
      import.meta.url.endsWith('.ts') ? `./${name}.process.node.ts` : `./${name}.js`,
      import.meta.url,
    ),
  )

export type Ask = (name: string, ...input: readonly unknown[]) => ReadableStream<unknown>

/**
 * Calls of functions in a child process, started when something is asked and ended when nothing is: what libraries take
 * of memory a serving process would never give back. A child that crashes or hangs fails the calls that it had;
 * the next call has another one. One child at a time, and one that finishes its last calls. It ends with its parent.
 */
export function childCalls(settings: ChildSettings): Ask {
  let child: Child | undefined
  return (name, ...input) => {
    if (!child?.takesMore()) child = startChild(settings)
    return child.ask(name, input)
  }
}

type Child = ReturnType<typeof startChild>

function startChild(settings: ChildSettings) {
  const { idleMs, patienceMs, maxCalls, failure } = settings
  const child = forked(settings)
  const open: OpenCalls = new Map()
  let calls = 0
  let [isOver, idle] = [false, undefined as NodeJS.Timeout | undefined]

  const end = (why: 'slow' | 'gone') => {
    isOver = true
    child.kill('SIGKILL')
    for (const [id, { results }] of open) {
      results.error(failure(why))
      close(id)
    }
  }
  const close = (id: number) => {
    clearTimeout(open.get(id)?.patience)
    open.delete(id)
    if (open.size > 0 || isOver) return
    hold(child, false)
    if (calls >= maxCalls) end('gone')
    else idle = setTimeout(() => end('gone'), idleMs).unref()
  }
  for (const event of ['error', 'exit']) child.on(event, () => end('gone'))
  child.on('message', (message) => handOver(answerIn(message), open, close))

  const ask = (name: string, input: readonly unknown[]): ReadableStream<unknown> => {
    const id = (calls += 1)
    clearTimeout(idle)
    hold(child, true)
    return new ReadableStream({
      start(results) {
        open.set(id, { results, patience: setTimeout(end, patienceMs, 'slow') })
        send(child, { id, name, input }, () => end('gone'))
      },
      cancel: () => close(id),
    })
  }
  return { ask, takesMore: () => !isOver && calls < maxCalls }
}

function forked({ program, execArgv = [], serve }: ChildSettings): ChildProcess {
  const child = fork(program, {
    serialization: 'advanced',
    execArgv: [...execArgv],
    // Each arena of glibc's allocator keeps what was freed in it: two are enough.
    env: { ...process.env, MALLOC_ARENA_MAX: '2', MALLOC_MMAP_THRESHOLD_: undefined },
    stdio: serve
      ? ['ignore', 'ignore', 'ignore', 'ipc', 'pipe']
      : ['inherit', 'inherit', 'inherit', 'ipc'],
  })
  serve?.(child)
  return child
}

type OpenCalls = Map<
  number,
  { results: ReadableStreamDefaultController<unknown>; patience: NodeJS.Timeout }
>

/** Gives what the child answered to whoever asked; what nobody waits for any more is let go. */
function handOver(answer: ChildAnswer, open: OpenCalls, close: (id: number) => void): void {
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

const send = (child: ChildProcess, call: ChildCall, onFailure: () => void) =>
  child.send(call, (error) => error && onFailure())

/** A child with nothing to do keeps no process from ending. */
function hold(child: ChildProcess, isHeld: boolean): void {
  const change = isHeld ? 'ref' : 'unref'
  child[change]()
  child.channel?.[change]()
}

/** Nobody but the child holds the other end. */
// oxlint-disable-next-line no-unsafe-type-assertion -- what the child sends is typed where it is sent
const answerIn = (message: unknown) => message as ChildAnswer
