import type { Context as HonoContext } from 'hono'
import type { ParamKeys } from 'hono/types'

/** Where a declared route is, and how the API documents it. */
export type Route<Path> = {
  /** Under `/api/v1`. */
  path: Path
  tag: string
  summary: string
  description?: string
  /** Statuses beyond those that follow from what it is. */
  refuses?: readonly number[]
}

/** What a route's path names: `{ id }` of `/labs/:id`. */
export type InPath<Path extends string> = Readonly<Record<ParamKeys<Path>, string>>

/** What the path of a request named. */
export const inPath = <Path extends string>(c: HonoContext): InPath<Path> =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the router matched every name of `Path`
  c.req.param() as InPath<Path>

/** A route's path with its names filled in. */
export const addressIn = (path: string, named: Readonly<Record<string, string>> = {}): string =>
  path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(named[name] ?? ''))
