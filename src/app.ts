import { Hono, type MiddlewareHandler } from 'hono'
import { compress } from 'hono/compress'
import { auditPages } from './audit/pages.tsx'
import { auditRoutes } from './audit/routes.ts'
import { bookingPages } from './bookings/pages.ts'
import { calendarPages } from './bookings/pages/calendar.tsx'
import { openingsPages } from './bookings/pages/openings.tsx'
import { timelinePages } from './bookings/pages/timeline.tsx'
import { bookingRoutes } from './bookings/routes/bookings.ts'
import { instrumentTimeRoutes } from './bookings/routes/instruments.ts'
import { policyRoutes } from './bookings/routes/policy.ts'
import { timelineRoutes } from './bookings/routes/timeline.ts'
import { useOfBookingRoutes } from './bookings/routes/use.ts'
import { waitlistRoutes } from './bookings/routes/waitlist.ts'
import { deskPages } from './catalog/pages/desk.tsx'
import { editingPages } from './catalog/pages/editing.tsx'
import { historyPages } from './catalog/pages/history.tsx'
import { homePages } from './catalog/pages/home.tsx'
import { lifecyclePages } from './catalog/pages/lifecycle.tsx'
import { recordPages } from './catalog/pages/record.tsx'
import { resultsPages } from './catalog/pages/results.tsx'
import { recordRoutes } from './catalog/routes/records.ts'
import { relatedRoutes } from './catalog/routes/related.ts'
import { searchRoutes } from './catalog/routes/search.ts'
import { allStatementsPages } from './charges/pages/all-statements.tsx'
import { chargePages } from './charges/pages/charge.tsx'
import { monthPages } from './charges/pages/month.tsx'
import { ratesPages } from './charges/pages/rates.tsx'
import { statementListPages } from './charges/pages/statements.tsx'
import { voucherPages } from './charges/pages/vouchers.tsx'
import { chargeRoutes } from './charges/routes/charges.ts'
import { rateRoutes } from './charges/routes/rates.ts'
import { statementRoutes } from './charges/routes/statements.ts'
import { voucherRoutes } from './charges/routes/vouchers.ts'
import { picturePages } from './files/pages/picture.tsx'
import { documentPages } from './documents/pages/documents.tsx'
import { documentRoutes } from './documents/routes/documents.ts'
import { picturesPages } from './files/pages/pictures.tsx'
import { pictureRoutes } from './files/routes/pictures.ts'
import { servedRoutes } from './files/routes/served.ts'
import { instrumentPanel } from './instruments/pages/panel.tsx'
import { instrumentFormats, instrumentMetadata } from './instruments/routes.ts'
import { mailPages } from './mail/pages.tsx'
import { feedDoor } from './notices/pages/feed.ts'
import { feedPages } from './notices/pages/feeds.tsx'
import { noticePages } from './notices/pages/preferences.tsx'
import { feedRoutes } from './notices/routes/feeds.ts'
import { noticeRoutes } from './notices/routes/notices.ts'
import { editServicePages } from './orders/pages/edit-service.tsx'
import { orderListPages } from './orders/pages/lists.tsx'
import { orderFormPages } from './orders/pages/order-form.tsx'
import { orderPages } from './orders/pages/order.tsx'
import { servicesPages } from './orders/pages/services.tsx'
import { orderRoutes } from './orders/routes/orders.ts'
import { serviceRoutes } from './orders/routes/services.ts'
import { stepRoutes } from './orders/routes/steps.ts'
import { peoplePages } from './people/pages.tsx'
import { peopleRoutes } from './people/routes.ts'
import { queuePages } from './queue/pages.tsx'
import { queueRoutes } from './queue/routes.ts'
import { nriiRecordPages } from './reports/pages/nrii-record.tsx'
import { nriiPages } from './reports/pages/nrii.tsx'
import { useRowsPages } from './reports/pages/rows.tsx'
import { usePages } from './reports/pages/use.tsx'
import { reportSettingsPages } from './reports/pages/settings.tsx'
import { sharingPages } from './reports/pages/sharing.tsx'
import { nriiRoutes } from './reports/routes/nrii.ts'
import { sharingRoutes } from './reports/routes/sharing.ts'
import { useRoutes } from './reports/routes/use.ts'
import { duePages } from './upkeep/pages/due.tsx'
import { kioskPages } from './upkeep/pages/kiosk.tsx'
import { labelPages } from './upkeep/pages/label.tsx'
import { qualificationPages } from './upkeep/pages/qualifications.tsx'
import { trainingPages } from './upkeep/pages/training.tsx'
import { trainingsPages } from './upkeep/pages/trainings.tsx'
import { upkeepPages } from './upkeep/pages/upkeep.tsx'
import { outageRoutes } from './upkeep/routes/outages.ts'
import { planRoutes } from './upkeep/routes/plans.ts'
import { problemRoutes } from './upkeep/routes/problems.ts'
import { qualificationRoutes } from './upkeep/routes/qualifications.ts'
import { trainingRoutes } from './upkeep/routes/trainings.ts'
import { aboutPages } from './web/about.pages.tsx'
import { adminPages } from './web/admin.pages.tsx'
import { openApi } from './web/api-docs.tsx'
import { contextual, type ServicesOf } from './web/context.ts'
import type { Env } from './web/env.ts'
import { onError, onNotFound } from './web/errors.tsx'
import { guardWrites } from './web/guard.ts'
import { healthRoutes } from './web/health.ts'
import { idempotent } from './web/idempotency.ts'
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
  .route('/', instrumentTimeRoutes)
  .route('/', policyRoutes)
  .route('/', timelineRoutes)
  .route('/', waitlistRoutes)
  .route('/', bookingRoutes)
  .route('/', useOfBookingRoutes)
  .route('/', outageRoutes)
  .route('/', problemRoutes)
  .route('/', planRoutes)
  .route('/', qualificationRoutes)
  .route('/', trainingRoutes)
  .route('/', rateRoutes)
  .route('/', chargeRoutes)
  .route('/', voucherRoutes)
  .route('/', statementRoutes)
  .route('/', serviceRoutes)
  .route('/', orderRoutes)
  .route('/', stepRoutes)
  .route('/', feedRoutes)
  .route('/', noticeRoutes)
  .route('/', recordRoutes)
  .route('/', peopleRoutes)
  .route('/', auditRoutes)
  .route('/', queueRoutes)
  .route('/', useRoutes)
  .route('/', nriiRoutes)
  .route('/', sharingRoutes)

/** Everything that people look at. */
const pages = new Hono<Env>()
  .route('/', homePages)
  .route('/', calendarPages)
  .route('/', timelinePages)
  .route('/', openingsPages)
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
  .route('/', kioskPages)
  .route('/', labelPages)
  .route('/', upkeepPages)
  .route('/', duePages)
  .route('/', qualificationPages)
  .route('/', trainingsPages)
  .route('/', trainingPages)
  .route('/', servicesPages)
  .route('/', editServicePages)
  .route('/', orderFormPages)
  .route('/', orderListPages)
  .route('/', orderPages)
  .route('/', feedDoor)
  .route('/', feedPages)
  .route('/', noticePages)
  .route('/', peoplePages)
  .route('/', auditPages)
  .route('/', mailPages)
  .route('/', adminPages)
  .route('/', queuePages)
  .route('/', usePages)
  .route('/', useRowsPages)
  .route('/', sharingPages)
  .route('/', reportSettingsPages)
  .route('/', nriiPages)
  .route('/', nriiRecordPages)
  .route('/', ratesPages)
  .route('/', allStatementsPages)
  .route('/', statementListPages)
  .route('/', monthPages)
  .route('/', chargePages)
  .route('/', voucherPages)
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
