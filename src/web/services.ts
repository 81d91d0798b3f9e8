import type { BaseMap } from '../core/config.ts'
import type { Db } from '../core/database.ts'
import type { Images, Jobs, Mail, Objects, Passwords, Previews, Signals } from '../core/ports.ts'
import type { Registries } from '../core/registries.ts'
import type { Temporal } from '../core/time.ts'

export type Log = {
  info(facts: object, message: string): void
  warn(facts: object, message: string): void
  error(facts: object, message: string): void
  /** One answered request; its facts are ours, so nothing in them needs hiding. */
  request(facts: object): void
}

/** What the entries hand to the app: the doors to the outside world, and how this one is set up. */
export type Services = {
  db: Db
  /** Throws when the database cannot be written to now. */
  checkDatabase: () => Promise<void>
  /** For GETs; the same as `db` where there is one pool only. */
  reader: Db
  objects: Objects
  /** Whether the store's signed addresses lead to this app, as the filesystem store's do. */
  servesObjects?: boolean
  /** From which size on files are read at the bucket itself; unset: never, for readers do not reach it. */
  redirectsFromBytes?: number
  images: Images
  /** Reads files of any format; unset: another process does. */
  previews?: Previews
  jobs: Jobs
  passwords: Passwords
  /** Wakes answers that stay open; unset: none does. */
  signals?: Signals
  /** Sends letters; unset: they stay in the outbox. */
  mail?: Mail
  /** Where identifiers are registered; unset: nowhere. */
  registries?: Registries
  /** The mailbox that harvesters are told; unset: made of `baseUrl`. */
  adminEmail?: string
  /** Signs visas, as `core/signing.ts` takes it; unset: none are given. */
  visaKey?: string
  log: Log
  now: () => Temporal.Instant
  /** Where links lead, without a slash at its end; never taken from a request. */
  baseUrl: string
  /** Whether requests to other hosts than that of `baseUrl` and this machine's are refused. */
  ownHostOnly: boolean
  /** Signs what must not be forged (state of a sign-in elsewhere, object addresses). */
  secret: string
  demo: boolean
  /** Whether X-Forwarded-For and -Proto are a trusted proxy's. */
  trustProxy: boolean
  assets: Assets
  /** The operator's own; unset: the bundled one. */
  baseMap?: BaseMap
  oidc?: OidcSettings
  /** Prometheus text, where the entry keeps metrics. */
  metrics?: {
    text(): Promise<string>
    observe(route: string, method: string, status: number, seconds: number): void
  }
}

/** Addresses of the built assets, each with a hash of its content. */
export type Assets = {
  css: string
  js: string
  font: string
  icon: string
  calendar: Bundle
  booking: Bundle
  map: Bundle & { worker: string }
  uploads: Bundle & { worker: string }
}

/** Styles and islands that some pages need beside those of all. */
export type Bundle = { css?: string | undefined; js: string }

export type OidcSettings = { issuer: string; clientId: string; clientSecret: string; name: string }
