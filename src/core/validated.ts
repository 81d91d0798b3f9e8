import type { z } from 'zod'
import { issuesOf } from './issues.ts'
import { type Issue, Problem } from './problem.ts'

const words = {
  invalid: {
    zh: '内容有误，请按各字段的提示修改后重试。',
    en: 'Some fields are not valid. Correct the marked fields and try again.',
  },
}

/** Nobody reads more at once, and a small request must not be answered with a large one. */
const mostIssues = 100

/** What `schema` makes of a value, or a refusal that names every wrong path in both languages. */
export function validated<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
): z.output<Schema> {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  throw invalid(issuesOf(result.error, value))
}

/** What was sent, refused for all that is wrong with it. */
export const invalid = (issues: readonly Issue[]) =>
  new Problem('invalid', words.invalid, {
    issues: issues.slice(0, mostIssues),
    ...(issues.length > mostIssues && { issuesInAll: issues.length }),
  })
