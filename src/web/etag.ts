import type { Context as HonoContext } from 'hono'
import { Problem } from '../core/problem.ts'

/** A record's version as its ETag. */
export const etagOf = (version: number) => `"${version}"`

const words = {
  needsIfMatch: {
    zh: '请在 If-Match 中写明您读取到的版本（ETag）；“*”表示不论版本。',
    en: 'Send the version you read (its ETag) in If-Match, or * for any version.',
  },
  stale: {
    zh: '内容已被他人修改。请重新打开后再保存您的修改。',
    en: 'This was changed by someone else since you opened it. Reload it, then save your changes.',
  },
}

/** The version named by If-Match: undefined for `*`; refused as invalid when absent, as stale when not ours. */
export function versionToMatch(c: HonoContext): number | undefined {
  const header = c.req.header('if-match')
  if (header === undefined)
    throw new Problem('invalid', words.needsIfMatch, {
      issues: [{ path: 'If-Match', message: words.needsIfMatch }],
    })
  if (header === '*') return undefined
  const version = /^(?:W\/)?"(\d+)"$/.exec(header)?.[1]
  if (version === undefined) throw new Problem('stale', words.stale)
  return Number(version)
}

/** The same where a caller need not say it: undefined when absent too. */
export const versionIfSent = (c: HonoContext): number | undefined =>
  c.req.header('if-match') === undefined ? undefined : versionToMatch(c)

/** Whether the caller has this version already: then a 304 without a body answers. */
export const hasVersion = (c: HonoContext, version: number) =>
  (c.req.header('if-none-match') ?? '').split(/\s*,\s*/).includes(etagOf(version))
