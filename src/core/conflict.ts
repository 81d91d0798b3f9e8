import { Problem } from './problem.ts'
import type { Text } from './text.ts'

/** Runs `write`; if it breaks the named constraint, the caller learns `detail` as a conflict. */
export async function unlessBroken<T>(
  constraint: string,
  detail: Text,
  write: () => Promise<T>,
): Promise<T> {
  try {
    return await write()
  } catch (error) {
    throw isBroken(error, constraint) ? new Problem('conflict', detail) : error
  }
}

export const isBroken = (error: unknown, constraint: string): boolean =>
  error instanceof Error && 'constraint' in error && error.constraint === constraint
