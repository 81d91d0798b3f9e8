import type { ChildAnswer, ChildCall } from './child.calls.ts'

/** What a child can do, by name: one result, or several one by one. */
export type Functions = Readonly<Record<string, (...input: never[]) => Results>>
type Results = Promise<unknown> | AsyncIterable<unknown>

/** Makes this process the child that `child.node.ts` starts: it answers calls of these functions until its parent goes. */
export function answerCalls(functions: Functions): void {
  process.on('message', (message) => void answer(functions, callIn(message)))
  process.on('disconnect', () => process.exit())
  // Ctrl-C reaches the whole group: the parent finishes what it has begun, and ends this process itself.
  for (const signal of ['SIGHUP', 'SIGINT', 'SIGTERM'] as const) process.on(signal, () => {})
}

async function answer(functions: Functions, { id, name, input }: ChildCall): Promise<void> {
  try {
    for await (const result of resultsOf(functions[name], input)) send({ id, result })
    send({ id, ended: true })
  } catch (error) {
    send({ id, failed: error instanceof Error ? error.message : String(error) })
  }
}

/** The parent's call was typed by its port, whose functions answer once or several times. */
async function* resultsOf(work: unknown, input: readonly unknown[]) {
  // oxlint-disable-next-line no-unsafe-type-assertion -- a name and its arguments are one message; no type can follow them through a pipe
  const results = (work as (...args: readonly unknown[]) => Results)(...input)
  if (Symbol.asyncIterator in results) yield* results
  else yield await results
}

const send = (answered: ChildAnswer) => process.send?.(answered)

/** Nobody but the parent holds the other end. */
// oxlint-disable-next-line no-unsafe-type-assertion -- what the parent sends is typed where it is sent
const callIn = (message: unknown) => message as ChildCall
