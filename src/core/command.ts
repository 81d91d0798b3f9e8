import type { Context } from './context.ts'
import type { Text } from './text.ts'

export type OptionValue = string | boolean | undefined

/** What a command may touch besides the context: the terminal, and files that were named on the line. */
export type CommandIo = {
  /** A line for people, on standard output. */
  say(text: Text): void
  /** A line for people, on standard error. */
  warn(text: Text): void
  /** How far long work is: a bar on a terminal, a plain line now and then otherwise. */
  progress(done: number, total: number | undefined, what: Text): void
  openFile(path: string): Promise<{ sizeBytes: number; body: ReadableStream<Uint8Array> }>
  /** Whether there is anything at a path. */
  hasFile(path: string): Promise<boolean>
  /** Writes a new file, as it comes where it is a stream; fails where there is one already. */
  writeFile(path: string, content: string | ReadableStream<Uint8Array>): Promise<void>
}

export type CommandOption = {
  type: 'string' | 'boolean'
  needed?: boolean
  /** The values that it may have; any, where they are not listed. */
  oneOf?: readonly string[]
  about: Text
}

/** One command of the program. What it refuses with is a {@link Problem}: exit 1; wrong usage is exit 2. */
export type Command = {
  name: string
  about: Text
  /** Names of what stands without dashes, in order: `FILE`. All are needed; the last, as `FILE…`, may be several. */
  positionals?: readonly string[]
  options?: Readonly<Record<string, CommandOption>>
  /** Answers how it went: `done`, or `failed` where it did what it could and said what it could not. */
  run(
    ctx: Context,
    given: { positionals: readonly string[]; options: Readonly<Record<string, OptionValue>> },
    io: CommandIo,
  ): Promise<'done' | 'failed'>
}
