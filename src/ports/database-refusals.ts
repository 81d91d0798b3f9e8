import { Problem } from '../core/problem.ts'

const words = {
  away: {
    zh: '数据库暂时没有响应，未做任何修改。请稍后重试。',
    en: 'The database is not responding. Nothing was changed. Try again in a moment.',
  },
  unsure: {
    zh: '数据库在保存时断开，无法确定是否已保存。请先查看，再决定是否重试。',
    en: 'The database connection was lost while saving, so the change may or may not have been saved. Check before you try again.',
  },
  tooLong: {
    zh: '此查询用时过长，已中止。请缩小范围后重试。',
    en: 'This query took too long and was stopped. Narrow it and try again.',
  },
  full: {
    zh: '服务器的存储空间已满，未保存任何内容。请联系管理员。',
    en: 'The server’s storage is full. Nothing was saved. Contact the administrator.',
  },
}

export const databaseAway = (cause?: unknown) => unavailable(words.away, cause)
/** While a transaction was being committed: only the database knows. */
export const commitUnsure = (cause?: unknown) => unavailable(words.unsure, cause)

/**
 * The refusal that an error of the driver is to whoever asked; undefined for what is about the statement itself.
 * Codes: PostgreSQL's appendix A, and those of Node's sockets.
 */
export function databaseRefusal(error: unknown): Problem | undefined {
  if (!(error instanceof Error) || error instanceof Problem) return undefined
  const code = 'code' in error ? String(error.code) : ''
  if (code === '53100') return caused(new Problem('full', words.full), error)
  if (code === '57014') return caused(new Problem('unavailable', words.tooLong), error)
  if (awayCodes.has(code) || code.startsWith('08') || awayMessage.test(error.message))
    return databaseAway(error)
  return undefined
}

const awayCodes = new Set([
  // Too many connections, out of memory.
  '53300',
  '53200',
  // Shut down by its operator, after a crash, not yet up; a session that stood still.
  '57P01',
  '57P02',
  '57P03',
  '57P05',
  '25P03',
  // A primary that became a standby.
  '25006',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
])

/** What pg says without a code. */
const awayMessage =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Client was closed|Query read timeout)/

const retryAfterSeconds = 5

const unavailable = (text: typeof words.away, cause: unknown) =>
  caused(new Problem('unavailable', text, { retryAfterSeconds }), cause)

function caused(problem: Problem, cause: unknown): Problem {
  problem.cause = cause
  return problem
}
