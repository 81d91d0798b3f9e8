import type { ImageSize } from '../core/ports.ts'

/** Addresses of the pages, written once. */
export const paths = {
  home: '/',
  /** What waits for who is signed in: where signing in leads. */
  today: '/me',
  search: '/records',
  kind: (kind: string) => `/records?kind=${kind}`,
  record: (id: string) => `/records/${encodeURIComponent(id)}`,
  documents: (recordId: string) => `/records/${encodeURIComponent(recordId)}/documents`,
  pictures: (recordId: string) => `/records/${encodeURIComponent(recordId)}/pictures`,
  image: (id: string, size: ImageSize) => `/api/v1/images/${encodeURIComponent(id)}/${size}`,
  suggestions: '/api/v1/suggestions',
  signIn: '/sign-in',
  signOut: '/sign-out',
  /** Calendars under a secret address. */
  feeds: '/account/calendar',
  notices: '/account/notices',
  theme: '/preferences/theme',
  apiDocs: '/api/v1/docs',
  help: '/help',
  openData: '/help#open-data',
  styleguide: '/styleguide',
  privacy: '/privacy',
} as const

/**
 * An address of this site, with or without its origin: the path, and what it asks for. Every page takes several apart,
 * and parsing one as a URL costs as much as drawing a row of a table. Two slashes would lead to another site.
 */
export function partsOf(url: string): { pathname: string; search: string } {
  const [address = ''] = url.split('#', 1)
  const start = /^https?:/.test(address) ? address.indexOf('/', 'https://'.length) : 0
  const at = address.indexOf('?')
  const end = at < 0 ? address.length : at
  const pathname = address.slice(start, end).replace(/^[/\\]+/, '/')
  return { pathname, search: address.slice(end) }
}

/** The same address with some of its query changed; null takes a parameter away. */
export function withQuery(url: string, changes: Record<string, string | null>): string {
  const { pathname, search } = partsOf(url)
  const searchParams = new URLSearchParams(search)
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) searchParams.delete(name)
    else searchParams.set(name, value)
  }
  const query = searchParams.toString()
  return query ? `${pathname}?${query}` : pathname
}

/** An address on this site that a form sent along; anybody else's becomes the home page. */
export function ownPath(path: unknown): string {
  return typeof path === 'string' && /^\/(?![/\\])[\x21-\x7e]*$/.test(path) ? path : paths.home
}
