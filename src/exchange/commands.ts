import type { CommandIo } from '../core/command.ts'
import { Problem } from '../core/problem.ts'
import { fileWords as words } from './words.ts'

/** Before anything is done for a file that could not be written in the end. */
export async function refuseOverwriting(io: CommandIo, path: string): Promise<void> {
  if (await io.hasFile(path)) throw new Problem('conflict', words.isThere(path))
}

/** Writes a file that nobody has yet. */
export async function writeNew(
  io: CommandIo,
  path: string,
  content: string | ReadableStream<Uint8Array>,
): Promise<void> {
  try {
    await io.writeFile(path, content)
  } catch (error) {
    // What fails while the content is made is a bug, and no trouble with the file.
    if (!(error instanceof Error && 'syscall' in error)) throw error
    throw new Problem('conflict', words.notWritten(path, error.message))
  }
}
