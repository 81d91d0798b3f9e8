import type { Context as HonoContext } from 'hono'

type NamesIn<Path extends string> = Path extends `${string}/:${infer Rest}`
  ? Rest extends `${infer Name}/${infer More}`
    ? Name | NamesIn<`/${More}`>
    : Rest
  : never

/** What a route's path names: `{ id }` of `/labs/:id`. */
export type InPath<Path extends string> = Readonly<Record<NamesIn<Path>, string>>

/** What the path of a request named. */
export const inPath = <Path extends string>(c: HonoContext): InPath<Path> =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the router matched every name of `Path`
  c.req.param() as InPath<Path>

/** A route's path with its names filled in. */
export const addressIn = (path: string, named: Readonly<Record<string, string>> = {}): string =>
  path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(named[name] ?? ''))
