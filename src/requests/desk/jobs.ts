import type { Context } from '../../core/context.ts'
import type { JobPayloads } from '../../core/ports.ts'
import { runBulkDecision } from './actions.ts'

declare module '../../core/ports.ts' {
  interface JobPayloads {
    decide_requests: { bulkDecisionId: string }
  }
}

/** Gives one answer to several requests, from where a run that was stopped was. */
export const decideRequests = (ctx: Context, { bulkDecisionId }: JobPayloads['decide_requests']) =>
  runBulkDecision(ctx, bulkDecisionId)
