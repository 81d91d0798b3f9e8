import type { Images } from '../core/ports.ts'

/** What a process asks of its picture child: one of the port's functions, by name, with its arguments. */
export type ImagesCall = { id: number; name: keyof Images; input: readonly unknown[] }

/** What comes back for a call: results one by one, then its end or why it failed. */
export type ImagesAnswer = { id: number } & (
  | { result: unknown }
  | { ended: true }
  | { failed: string }
)
