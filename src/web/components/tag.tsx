import type { Child } from 'hono/jsx'

/** A keyword or subject; with an `href` it leads to what shares it. */
export function Tag({ href, children }: { href?: string; children?: Child }) {
  return href ? (
    <a class="tag" href={href}>
      {children}
    </a>
  ) : (
    <span class="tag">{children}</span>
  )
}
