import type { Context as HonoContext } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { parseAccept } from 'hono/utils/accept'
import { type Lang, langs } from '../core/text.ts'
import type { Theme } from './env.ts'
import { paths } from './paths.ts'

export const langCookie = 'hexi_lang'
/** Read and written by the browser's own script too: a theme is nobody's secret. */
export const themeCookie = 'hexi_theme'

const year = 365 * 24 * 60 * 60

/** The language asked for with `?lang=`, which is remembered; else the remembered one; undefined where none was chosen. */
export function chosenLang(c: HonoContext): Lang | undefined {
  const asked = langs.find((lang) => lang === c.req.query('lang'))
  if (asked === undefined) return langs.find((lang) => lang === getCookie(c, langCookie))
  if (isForPeople(c.req.path)) remember(c, langCookie, asked)
  return asked
}

/** For who chose none: English where a browser lists languages and no Chinese among them; else Chinese. */
export function browserLang(c: HonoContext): Lang {
  const listed = parseAccept(c.req.header('accept-language') ?? '').filter(({ q }) => q > 0)
  return listed.length === 0 || listed.some(({ type }) => /^(zh|\*)(-|$)/i.test(type)) ? 'zh' : 'en'
}

/** The language that a person set in their account. */
export const rememberLang = (c: HonoContext, lang: Lang) => remember(c, langCookie, lang)

/** A program asks for a language once and is not given cookies; the documentation is read by people. */
const isForPeople = (path: string) => !path.startsWith('/api/') || path.startsWith(paths.apiDocs)

/** The theme asked for with `?theme=`, which is remembered; else the remembered one; `auto` follows their system. */
export function preferredTheme(c: HonoContext): Theme {
  const asked = themes.find((theme) => theme === c.req.query('theme'))
  if (asked === undefined || !isForPeople(c.req.path)) return themeIn(getCookie(c, themeCookie))
  remember(c, themeCookie, asked)
  return asked
}

/** The theme that somebody chose; anything else is none. */
export const rememberTheme = (c: HonoContext, theme: string) =>
  remember(c, themeCookie, themeIn(theme))

const themes = ['auto', 'light', 'dark'] as const

const themeIn = (value: unknown): Theme => themes.find((theme) => theme === value) ?? 'auto'

function remember(c: HonoContext, name: string, value: string): void {
  const secure = new URL(c.req.url).protocol === 'https:'
  setCookie(c, name, value, { path: '/', maxAge: year, sameSite: 'Lax', secure })
}
