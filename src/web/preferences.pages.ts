import { Hono } from 'hono'
import type { Env } from './env.ts'
import { sentForm } from './forms.tsx'
import { ownPath, paths } from './paths.ts'
import { rememberTheme } from './preferences.ts'

/** The switch in the header, for browsers without JavaScript. */
export const preferencePages = new Hono<Env>().post(paths.theme, async (c) => {
  const form = await sentForm(c)
  rememberTheme(c, form.value('theme'))
  return c.redirect(ownPath(form.value('back')), 303)
})
