import type { Services } from './services.ts'

type Bytes = Uint8Array<ArrayBuffer>

/** Some megabytes of what guests were shown last. */
const most = 200
const kept = new WeakMap<Services, Map<string, Bytes>>()

/** A page that was drawn before of all the same, or else a new drawing. */
export async function keptPage(
  services: Services,
  shows: readonly unknown[],
  draw: () => Promise<Bytes>,
): Promise<Bytes> {
  const pages = kept.get(services) ?? new Map<string, Bytes>()
  kept.set(services, pages)
  const key = JSON.stringify(shows)
  const page = pages.get(key) ?? (await draw())
  // Asked for last, dropped last.
  pages.delete(key)
  pages.set(key, page)
  const [oldest = key] = pages.keys()
  if (pages.size > most) pages.delete(oldest)
  return page
}
