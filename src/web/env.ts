import type { Context } from '../core/context.ts'
import type { Navigation } from '../core/navigation.ts'
import type { Services } from './services.ts'

export type Theme = 'light' | 'dark' | 'auto'

/** What every handler finds on `c.var`. */
export type Env = {
  Variables: {
    ctx: Context
    services: Services
    theme: Theme
    /** Whether the request, or one before it, asked for a language. */
    hasChosenLang: boolean
    navigation: Navigation
    /** Of a route that takes files: how large one may be. */
    fileBytes: number | undefined
    /** Of an answer that holds a new secret: it is not kept to be answered again. */
    shownOnce: true | undefined
  }
}
