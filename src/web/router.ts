import type { Result, Router } from 'hono/router'
import { TrieRouter } from 'hono/router/trie-router'

/** Addresses that are remembered before it begins anew; the longest take three megabytes. */
const most = 200

/** Hono's own router, which is asked once for an address that comes again and again: finding one among ours takes time. */
export class RememberingRouter<T> implements Router<T> {
  readonly name = 'RememberingRouter'
  readonly #router = new TrieRouter<T>()
  readonly #found = new Map<string, Result<T>>()

  add(method: string, path: string, handler: T): void {
    this.#found.clear()
    this.#router.add(method, path, handler)
  }

  match(method: string, path: string): Result<T> {
    const asked = `${method} ${path}`
    const known = this.#found.get(asked)
    if (known) return known
    const found = this.#router.match(method, path)
    if (this.#found.size >= most) this.#found.clear()
    this.#found.set(asked, found)
    return found
  }
}
