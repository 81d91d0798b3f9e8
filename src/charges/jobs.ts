import type { Context } from '../core/context.ts'
import { issueAllStatements } from './statements/actions.ts'

declare module '../core/ports.ts' {
  interface JobPayloads {
    /** Tells every lab what it owes for the months that are over. */
    issue_statements: Record<string, never>
  }
}

export const issueMonthlyStatements = async (ctx: Context): Promise<void> => {
  await issueAllStatements(ctx)
}
