/** What a process asks of its child: one of its functions, by name, with its arguments. */
export type ChildCall = { id: number; name: string; input: readonly unknown[] }

/** What comes back for a call: results one by one, then its end or why it failed. */
export type ChildAnswer = { id: number } & (
  | { result: unknown }
  | { ended: true }
  | { failed: string }
)
