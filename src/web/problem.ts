import type { Problem, ProblemKind } from '../core/problem.ts'
import { inLang, type Lang } from '../core/text.ts'

export const statusOf = {
  unreadable: 400,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  'not-allowed': 405,
  conflict: 409,
  stale: 412,
  'too-large': 413,
  unsupported: 415,
  invalid: 422,
  'too-many': 429,
  unavailable: 503,
  slow: 408,
  misdirected: 421,
  full: 507,
} as const satisfies Record<ProblemKind, number>

export const titleOf = {
  unreadable: { zh: '请求无法解析', en: 'Unreadable request' },
  unauthenticated: { zh: '请先登录', en: 'Please sign in' },
  forbidden: { zh: '没有权限', en: 'Not permitted' },
  'not-found': { zh: '未找到', en: 'Not found' },
  'not-allowed': { zh: '不支持的方法', en: 'Method not allowed' },
  conflict: { zh: '与现状冲突', en: 'Conflict' },
  stale: { zh: '内容已被他人修改', en: 'Changed by someone else' },
  'too-large': { zh: '内容过大', en: 'Too large' },
  unsupported: { zh: '不支持的格式', en: 'Format not supported' },
  invalid: { zh: '内容有误', en: 'Not valid' },
  'too-many': { zh: '请求过于频繁', en: 'Too many requests' },
  unavailable: { zh: '暂时不可用', en: 'Temporarily unavailable' },
  slow: { zh: '请求超时', en: 'Request timed out' },
  misdirected: { zh: '主机名不正确', en: 'Wrong host name' },
  full: { zh: '存储空间已满', en: 'Storage is full' },
} as const satisfies Record<ProblemKind, { zh: string; en: string }>

/** A refusal as RFC 9457 asks: `type`, `title`, `status`, `detail`, and the facts beside them. */
export function problemBody(problem: Problem, lang: Lang) {
  const { retryAfterSeconds, issues, objections, ...facts } = problem.facts
  return {
    ...facts,
    ...(issues && {
      issues: issues.map(({ path, message }) => ({ path, message: inLang(message, lang) })),
    }),
    ...(objections && {
      objections: objections.map((one) => ({ ...one, detail: inLang(one.detail, lang) })),
    }),
    ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
    type: `/problems/${problem.kind}`,
    title: inLang(titleOf[problem.kind], lang),
    status: statusOf[problem.kind],
    detail: inLang(problem.detail, lang),
  }
}

/** Status, headers and body of the answer to a program. */
export function problemAnswer(problem: Problem, lang: Lang) {
  const { retryAfterSeconds } = problem.facts
  return {
    status: statusOf[problem.kind],
    headers: {
      'content-type': 'application/problem+json',
      ...(retryAfterSeconds !== undefined && { 'retry-after': String(retryAfterSeconds) }),
    },
    body: JSON.stringify(problemBody(problem, lang)),
  }
}

/** The same as a response of its own, where no request's context is at hand. */
export function problemResponse(problem: Problem, lang: Lang): Response {
  const { body, ...init } = problemAnswer(problem, lang)
  return new Response(body, init)
}
