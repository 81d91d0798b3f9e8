import { html } from 'hono/html'
import type { Child } from 'hono/jsx'
import { useLang } from '../lang.tsx'

type Drawn = ReturnType<typeof html>
const drawn = new WeakMap<object, Map<string, Drawn>>()

/** Draws once what is made of something that never changes; `name` says all else that it depends on. */
export function drawnOnce(of: object, name: string, draw: () => Child): Drawn {
  const parts = drawn.get(of) ?? new Map<string, Drawn>()
  drawn.set(of, parts)
  const part = parts.get(name) ?? html`${draw()}`
  parts.set(name, part)
  return part
}

type Props = {
  /** What it is made of: words, links, addresses of assets. */
  of: object
  /** Which part of that, and all else that it depends on beside the page's language; nothing that somebody wrote. */
  name: string
  children?: Child
}

/** A part of the frame that is the same on many pages. */
export function Kept({ of, name, children }: Props) {
  return drawnOnce(of, `${useLang()} ${name}`, () => children)
}
