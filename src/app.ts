import { Hono, type MiddlewareHandler } from 'hono'
import { compress } from 'hono/compress'
import { auditPages } from './audit/pages.tsx'
import { auditRoutes } from './audit/routes.ts'
import { bookingPages } from './bookings/pages.ts'
import { bookingRoutes } from './bookings/routes.ts'
import { deskPages } from './catalog/records/pages/desk.tsx'
import { editingPages } from './catalog/records/pages/editing.tsx'
import { historyPages } from './catalog/history/pages/history.tsx'
import { homePages } from './catalog/search/pages/home.tsx'
import { lifecyclePages } from './catalog/records/pages/lifecycle.tsx'
import { recordPages } from './catalog/records/pages/record.tsx'
import { resultsPages } from './catalog/search/pages/results.tsx'
import { recordRoutes } from './catalog/records/routes/records.ts'
import { relatedRoutes } from './catalog/records/routes/related.ts'
import { searchRoutes } from './catalog/search/routes.ts'
import { chargePages } from './charges/pages.ts'
import { chargeRoutes } from './charges/routes.ts'
import { documentPages } from './files/documents/pages/documents.tsx'
import { documentRoutes } from './files/documents/routes.ts'
import { picturePages } from './files/pictures/pages/picture.tsx'
import { picturesPages } from './files/pictures/pages/pictures.tsx'
import { pictureRoutes } from './files/pictures/routes/pictures.ts'
import { servedRoutes } from './files/pictures/routes/served.ts'
import { instrumentPanel } from './instruments/pages/panel.tsx'
import { instrumentFormats, instrumentMetadata } from './instruments/metadata/routes.ts'
import { mailPages } from './mail/pages.tsx'
import { noticePages } from './notices/pages.ts'
import { noticeRoutes } from './notices/routes.ts'
import { orderPages } from './orders/pages.ts'
import { orderRoutes } from './orders/routes.ts'
import { peoplePages } from './people/pages.tsx'
import { peopleRoutes } from './people/routes.ts'
import { queuePages } from './queue/pages.tsx'
import { queueRoutes } from './queue/routes.ts'
import { reportPages } from './reports/pages.ts'
import { reportRoutes } from './reports/routes.ts'
import { upkeepPages } from './upkeep/pages.ts'
import { upkeepRoutes } from './upkeep/routes.ts'
import { aboutPages } from './web/about.pages.tsx'
import { adminPages } from './web/admin.pages.tsx'
import { openApi } from './web/api-docs.tsx'
import { contextual, type ServicesOf } from './web/context.ts'
import type { Env } from './web/env.ts'
import { onError, onNotFound } from './web/errors.tsx'
import { guardWrites } from './web/guard.ts'
import { healthRoutes } from './web/health.ts'
import { idempotent } from './idempotency/middleware.ts'
import { guarded, observed } from './web/observe.ts'
import { preferencePages } from './web/preferences.ts'
import type { Services } from './web/services.ts'
import { signedObjects } from './web/signed-objects.ts'
import { styleguidePages } from './web/styleguide.pages.tsx'

const compression = compress()

/** Asked of those only who can read it. */
const compressed: MiddlewareHandler<Env> = (c, next) =>
  c.req.header('accept-encoding') === undefined ? next() : compression(c, next)

/** Everything under `/api/v1`. */
const api = new Hono<Env>()
  .use(idempotent)
  .route('/', searchRoutes)
  .route('/', relatedRoutes)
  .route('/', pictureRoutes)
  .route('/', documentRoutes)
  .route('/', servedRoutes)
  .route('/', bookingRoutes)
  .route('/', upkeepRoutes)
  .route('/', chargeRoutes)
  .route('/', orderRoutes)
  .route('/', noticeRoutes)
  .route('/', recordRoutes)
  .route('/', peopleRoutes)
  .route('/', auditRoutes)
  .route('/', queueRoutes)
  .route('/', reportRoutes)

/** Everything that people look at. */
const pages = new Hono<Env>()
  .route('/', homePages)
  .route('/', bookingPages)
  .route('/', resultsPages)
  .route('/', instrumentMetadata)
  .route('/', recordPages({ instrument: { panel: instrumentPanel, formats: instrumentFormats } }))
  .route('/', historyPages)
  .route('/', deskPages)
  .route('/', editingPages)
  .route('/', lifecyclePages)
  .route('/', picturesPages)
  .route('/', documentPages)
  .route('/', picturePages)
  .route('/', upkeepPages)
  .route('/', orderPages)
  .route('/', noticePages)
  .route('/', peoplePages)
  .route('/', auditPages)
  .route('/', mailPages)
  .route('/', adminPages)
  .route('/', queuePages)
  .route('/', reportPages)
  .route('/', chargePages)
  .route('/', preferencePages)
  .route('/', aboutPages)
  .route('/', styleguidePages)

/** The table of contents: every feature, mounted once. */
export const createApp = (services: Services) =>
  createAppFor(() => services, services.servesObjects ? signedObjectsOf(services) : undefined)

const signedObjectsOf = ({ objects, secret }: Services) => signedObjects({ objects, secret })

/**
 * The same where the outside world is reached anew for each request, as a Worker has to. Signed addresses come
 * before sessions and the guard of writes: their signature is the only right asked for.
 */
export function createAppFor(servicesOf: ServicesOf, signed = new Hono()) {
  return new Hono<Env>()
    .onError(onError)
    .notFound(onNotFound)
    .use(guarded)
    .route('/', signed)
    .use(contextual(servicesOf))
    .use(observed)
    .use(guardWrites)
    .use(compressed)
    .route('/', healthRoutes)
    .route('/api/v1', openApi(api))
    .route('/api/v1', api)
    .route('/', pages)
}
