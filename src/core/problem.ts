import type { Text } from './text.ts'

/** What a refusal is, in HTTP's terms once `web/problem.ts` renders it. */
export type ProblemKind =
  | 'unreadable'
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'not-allowed'
  | 'conflict'
  | 'stale'
  | 'too-large'
  | 'unsupported'
  | 'invalid'
  | 'too-many'
  | 'unavailable'
  | 'slow'
  | 'misdirected'
  | 'full'

/** One field that is wrong: `path` is dotted, as `title.zh` or `creators.0.name`. */
export type Issue = { path: string; message: Text }

/**
 * A refusal that the caller can act on; `web/problem.ts` renders it as RFC 9457.
 * `detail` tells a person what is wrong and what to do next.
 * Facts named `issues`, `objections` and `retryAfterSeconds` have a place of their own in the answer.
 */
export class Problem extends Error {
  readonly kind: ProblemKind
  readonly detail: Text
  readonly facts: ProblemFacts

  constructor(kind: ProblemKind, detail: Text, facts: ProblemFacts = {}) {
    super(detail.en)
    this.kind = kind
    this.detail = detail
    this.facts = facts
  }
}

/** A refusal of one field, in one sentence. */
export const invalidField = (path: string, message: Text): Problem =>
  new Problem('invalid', message, { issues: [{ path, message }] })

export type ProblemFacts = {
  issues?: readonly Issue[]
  retryAfterSeconds?: number
  /** Every reason of a conflict, by code. */
  objections?: readonly { code: string; detail: Text }[]
  [fact: string]: unknown
}
