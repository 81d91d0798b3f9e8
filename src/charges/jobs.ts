import type { Context } from '../core/context.ts'
import { issueAllStatements } from './statements/actions/issue.ts'

export const issueMonthlyStatements = async (ctx: Context): Promise<void> => {
  await issueAllStatements(ctx)
}
