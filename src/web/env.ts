import type { Context as HonoContext } from 'hono'
import type { Child } from 'hono/jsx'
import type { Context } from '../core/context.ts'
import type { Navigation } from '../core/navigation.ts'
import type { Problem } from '../core/problem.ts'
import type { Filled } from './forms.tsx'
import type { problemAnswer } from './problem.ts'
import type { Services } from './services.ts'

/** A part of the header, which every page has, of guests too: counted quickly, or left out. */
export type FramePart = (c: HonoContext<Env>) => Promise<Child>

/** How many things wait for a person on the pages that their menu leads to: one cheap query for each. */
export type MenuCounts = Readonly<Record<string, (ctx: Context) => Promise<number>>>

export type Theme = 'light' | 'dark' | 'auto'

/** What the page that answers a form carries, so that it can be shown again in another language or theme. */
export type Sent = {
  form: Filled
  problem?: Problem
  /** Whether the form is shown again, or the refusal has a page of its own. */
  by: 'form' | 'page'
}

/** What every handler finds on `c.var`. */
export type Env = {
  Variables: {
    ctx: Context
    services: Services
    theme: Theme
    /** Whether the request, or one before it, asked for a language. */
    hasChosenLang: boolean
    navigation: Navigation
    /** What areas show in the header. */
    /** None where an app mounts pages by itself. */
    frameParts?: readonly FramePart[]
    /** By the addresses of links in the menu. */
    menuCounts?: MenuCounts
    /** Of a route that takes files: how large one may be. */
    fileBytes: number | undefined
    /** Where a standard says how refusals look: status, headers and body of one. */
    refusalAnswer: typeof problemAnswer | undefined
    /** Of a search that is sent as a POST: it may come from anywhere, as a GET may. */
    isRead: true | undefined
    /** Of an answer that holds a new secret: it is not kept to be answered again. */
    shownOnce: true | undefined
    /** Where the page that is answered comes from a form. */
    sent: Sent | undefined
  }
}
