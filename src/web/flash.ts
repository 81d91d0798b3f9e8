import type { Context as HonoContext } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { LocalText } from '../core/text.ts'

const cookie = 'hexi_flash'

/** One sentence that the next page shows once, after a form has sent the person on: “ZXM000123 已发布”. */
export function setFlash(c: HonoContext, text: LocalText): void {
  const secure = new URL(c.req.url).protocol === 'https:'
  const value = encodeURIComponent(JSON.stringify([text.zh, text.en])).slice(0, 2000)
  setCookie(c, cookie, value, { path: '/', maxAge: 60, httpOnly: true, sameSite: 'Lax', secure })
}

/** Takes the sentence that was left for this page, if there is one. */
export function takeFlash(c: HonoContext): LocalText | undefined {
  const value = getCookie(c, cookie)
  if (value === undefined) return undefined
  deleteCookie(c, cookie, { path: '/' })
  try {
    const parts: unknown = JSON.parse(decodeURIComponent(value))
    if (!Array.isArray(parts)) return undefined
    const [zh, en] = parts.map((part) => (typeof part === 'string' ? part : null))
    return { zh: zh ?? null, en: en ?? null }
  } catch {
    // Somebody else's cookie of that name: nothing to say.
    return undefined
  }
}
