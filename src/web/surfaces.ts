import { Hono } from 'hono'
import type { Env } from './env.ts'

type Part = { api?: Hono<Env>; pages?: Hono<Env> }

/** What is declared of an entity, mounted together: its JSON, its pages, and where its forms post to. */
export function surfaces(...parts: readonly Part[]): Required<Part> {
  const api = new Hono<Env>()
  const pages = new Hono<Env>()
  for (const part of parts) {
    if (part.api) api.route('/', part.api)
    if (part.pages) pages.route('/', part.pages)
  }
  return { api, pages }
}
