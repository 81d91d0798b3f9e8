import { Hono, type MiddlewareHandler } from 'hono'
import { compress } from 'hono/compress'
import { auditPages } from './audit/pages/audit.tsx'
import { auditRoutes } from './audit/routes.ts'
import { findFreePart } from './bookings/openings/pages/find.tsx'
import { bookingPages } from './bookings/pages.ts'
import { brapiEntrance } from './brapi/middleware.ts'
import { brapiRoutes, providerRoutes } from './brapi/routes/brapi.ts'
import { bookingRoutes } from './bookings/routes.ts'
import { bulkRoutes } from './catalog/bulk/routes.ts'
import { catalogPages } from './catalog/pages.ts'
import { releaseIdentifiers } from './catalog/identifiers/actions/keep.ts'
import { identifierPages, identifierRoutes } from './catalog/identifiers/pages.tsx'
import { mapRoutes } from './catalog/map/routes.ts'
import { recordRoutes, relatedRoutes } from './catalog/records/routes.ts'
import { searchRoutes } from './catalog/search/routes.ts'
import { synonymPages, synonymRoutes } from './catalog/synonyms/pages.tsx'
import { vocabularyPages, vocabularyRoutes } from './catalog/vocabularies/pages.tsx'
import { germplasmPages } from './germplasm/pages.ts'
import { germplasmRoutes } from './germplasm/routes.ts'
import { institutionRecords } from './catalog/search/pages/home.tsx'
import { labCharges } from './charges/words/paths.ts'
import { bookingCharges } from './charges/charges/pages/lines.tsx'
import { pricesFor } from './charges/rates/actions.ts'
import { priceOf } from './charges/rates/pages/rates.tsx'
import { maxImportBytes } from './exchange/imports/model.ts'
import { importBench } from './exchange/imports/pages/bench.ts'
import { api as importRoutes, pages as importPages } from './exchange/imports/pages/wizard.tsx'
import { releaseDocuments } from './files/documents/actions.ts'
import { documentPages } from './files/documents/pages.tsx'
import { releasePictures } from './files/pictures/actions/change.ts'
import { picturesPages } from './files/pictures/pages/pictures.tsx'
import { reportOf } from './upkeep/problems/actions.ts'
import { NewProblem } from './upkeep/problems/model.ts'
import { chargePages } from './charges/pages.ts'
import { chargeRoutes } from './charges/routes.ts'
import { maxDocumentBytes } from './files/documents/model.ts'
import { maxPictureBytes } from './files/pictures/model.ts'
import { maxOrderFileBytes } from './orders/orders/model.ts'
import { documentRoutes } from './files/documents/routes.ts'
import { picturePages } from './files/pictures/pages/picture.tsx'
import { pictureRoutes, servedRoutes } from './files/pictures/routes.ts'
import { mostFormBytes, uploadPath } from './datasets/sending/pages/upload.tsx'
import { maxSampleFileBytes } from './exchange/samples/model.ts'
import { sampleImportPages, sampleImportRoutes } from './exchange/samples/pages.tsx'
import { mostScanBytes } from './samples/scans/model.ts'
import { mostPartBytes } from './datasets/sending/rules/parts.ts'
import { partContentPath } from './datasets/uploads/routes.ts'
import { publishWithRecord, releaseDataset } from './datasets/versions/actions.ts'
import { institutionStorage } from './datasets/storage/pages.tsx'
import { datasetPages } from './datasets/pages.ts'
import { datasetRoutes } from './datasets/routes.ts'
import { depositPages } from './deposits/pages.ts'
import { refuseDeposited } from './deposits/plans/actions.ts'
import { depositRoutes } from './deposits/routes.ts'
import { noteGone } from './exchange/oai/actions.ts'
import { oaiEntrance, oaiRoutes } from './exchange/oai/routes.ts'
import { dcatRoutes } from './exchange/dcat/routes.ts'
import { exportRoutes } from './exchange/exports/routes.ts'
import { fairPages, fairRoutes } from './exchange/fair/pages.tsx'
import { landingRoutes } from './exchange/landing/routes.ts'
import { packedCrateRoute } from './exchange/packages/routes.ts'
import { exportLinks } from './exchange/exports/rules/links.ts'
import { qualityPages, qualityRoutes } from './germplasm/quality/pages/lists.tsx'
import { qualityBench } from './germplasm/quality/pages/bench.ts'
import { viabilityBench } from './germplasm/viability/pages/bench.ts'
import { viabilitySection } from './germplasm/viability/pages/lot.tsx'
import { mailPages } from './mail/pages.tsx'
import { labelsOfCodes } from './catalog/vocabularies/actions.ts'
import { codeNames, fieldLabels, vocabulariesOf } from './labels.ts'
import { navigation } from './navigation.ts'
import { unreadPart } from './notices/inbox/pages/unread.tsx'
import { minePages, mineRoutes } from './notices/mine/pages.tsx'
import { bookingCounts, bookingWork } from './bookings/bookings/pages/work.ts'
import { statementWork } from './charges/statements/pages/work.ts'
import { grantWork } from './datasets/access/pages/work.ts'
import { depositMenuCounts, depositWork } from './deposits/plans/pages/work.ts'
import { orderCounts, orderWork } from './orders/orders/pages/work.ts'
import { requestCounts, requestsWaiting } from './requests/desk/pages/work.ts'
import { requestWork } from './requests/requests/pages/work.ts'
import { noticePages } from './notices/pages.ts'
import { noticeRoutes } from './notices/routes.ts'
import { orderPages } from './orders/pages.ts'
import { orderRoutes } from './orders/routes.ts'
import { basketTakenOver } from './requests/baskets/middleware.ts'
import { basketPicks } from './requests/baskets/words.ts'
import { basketPart } from './requests/baskets/pages/count.tsx'
import { visaRoutes } from './requests/entitlements/routes.ts'
import { requestPages } from './requests/pages.ts'
import { mostMessageBytes } from './requests/conversation/model.ts'
import { requestRoutes } from './requests/routes.ts'
import { figuresSection } from './requests/figures/pages.tsx'
import { findActor } from './people/accounts/actions/actor.ts'
import { peoplePages } from './people/pages.tsx'
import { peopleRoutes } from './people/routes.ts'
import { taskName } from './queue/words.ts'
import { filePages } from './previews/pages/file.tsx'
import { reviewedFiles } from './previews/pages/review.tsx'
import { previewRoutes } from './previews/routes.ts'
import { queuePages } from './queue/pages.tsx'
import { queueRoutes } from './queue/routes.ts'
import { reportPages } from './reports/pages.ts'
import { reportRoutes } from './reports/routes.ts'
import { maxLoggerBytes } from './stock/climate/model.ts'
import { refuseWithLots } from './stock/lots/actions/keep.ts'
import { stockBench } from './stock/lots/pages/bench.ts'
import { refuseWithSamples } from './samples/actions.ts'
import { pageOfSample } from './samples/samples/actions/keep.ts'
import { samplePages } from './samples/pages.ts'
import { sampleRoutes } from './samples/routes.ts'
import { stockPages } from './stock/pages.ts'
import { stockRoutes } from './stock/routes.ts'
import { kioskCode } from './upkeep/kiosk/pages/label.tsx'
import { upkeepWork } from './upkeep/overview/pages/work.ts'
import { upkeepPages } from './upkeep/pages.ts'
import { upkeepRoutes } from './upkeep/routes.ts'
import { aboutPages } from './web/about.pages.tsx'
import { openApi } from './web/api-docs.tsx'
import { contextual, identified, type ServicesOf } from './web/context.ts'
import type { Env } from './web/env.ts'
import { onError, onNotFound } from './web/errors.tsx'
import { guardHost, guardWrites } from './web/guard.ts'
import { healthRoutes } from './web/health.ts'
import { idempotent } from './idempotency/middleware.ts'
import { bounded, limited, type Load, takesFile } from './web/load.ts'
import { guarded, observed } from './web/observe.ts'
import { leadToPage, refuseOtherMethods } from './web/methods.ts'
import { preferencePages } from './web/preferences.pages.ts'
import { refusedPages } from './web/shown-again.tsx'
import type { Services } from './web/services.ts'
import { signedObjects } from './web/signed-objects.ts'
import { RememberingRouter } from './web/router.ts'
import { readableAddress } from './web/validate.ts'
import { styleguidePages } from './styleguide/pages/styleguide.tsx'
import { recordExtension } from './sections.ts'

const compression = compress()

/** Asked of those only who can read it. */
const compressed: MiddlewareHandler<Env> = (c, next) =>
  c.req.header('accept-encoding') === undefined ? next() : compression(c, next)

/** What other areas add to the catalogue's records. */
const steps = {
  publication: [publishWithRecord],
  deletion: [
    refuseWithLots,
    refuseWithSamples,
    refuseDeposited,
    releaseIdentifiers,
    noteGone,
    releasePictures,
    releaseDocuments,
    releaseDataset,
  ],
}
/** What a curator’s bench shows, most pressing first. */
const bench = [...viabilityBench, ...stockBench, ...qualityBench, ...importBench]

/** What everybody finds on the page of their work. */
const work = {
  waiting: [
    ...requestsWaiting,
    orderWork.toAnswer,
    bookingWork.waiting,
    orderWork.toWorkOn,
    depositWork.waiting,
  ],
  own: [
    bookingWork.own,
    bookingWork.waits,
    requestWork,
    orderWork.own,
    bookingWork.labs,
    depositWork.own,
    grantWork,
    statementWork,
  ],
  keeping: [upkeepWork, ...bench],
}

/** How much of it waits, beside the links of the menu. */
const menuCounts = { ...requestCounts, ...orderCounts, ...bookingCounts, ...depositMenuCounts }

const withNavigation: MiddlewareHandler<Env> = (c, next) => {
  c.set('navigation', navigation)
  c.set('frameParts', [basketPart, unreadPart])
  c.set('menuCounts', menuCounts)
  return next()
}

/** Where files are sent, by a program or by a form. */
const uploads = new Hono<Env>()
for (const [path, bytes] of Object.entries({
  '/records/:id/images': maxPictureBytes,
  '/records/:id/pictures': maxPictureBytes,
  '/records/:id/documents': maxDocumentBytes,
  '/instruments/:id/services/:service/order': maxOrderFileBytes,
  '/instruments/:id/services/:service/orders': maxOrderFileBytes,
  '/orders/:id/delivery': maxOrderFileBytes,
  '/requests/:id/answers': maxOrderFileBytes,
  '/requests/:id/files': maxOrderFileBytes,
  '/basket/checkout/purpose': maxOrderFileBytes,
  '/requests/:id/permits': maxDocumentBytes,
  '/requests/:id/:writing{messages|notes}': mostMessageBytes,
  '/requests/:id/use-reports/:report/files': mostMessageBytes,
  '/imports': maxImportBytes,
  '/places/:id/climate/file': maxLoggerBytes,
  '/places/:id/scan': mostScanBytes,
  '/collections/:id/sample-imports': maxSampleFileBytes,
  [partContentPath]: mostPartBytes,
  [uploadPath]: mostFormBytes,
}))
  for (const at of [path, `/api/v1${path}`]) uploads.use(at, takesFile(bytes))

/** Everything under `/api/v1`. */
const api = new Hono<Env>()
  .use(idempotent)
  .route('/', searchRoutes)
  .route('/', mapRoutes)
  .route('/', synonymRoutes)
  .route('/', vocabularyRoutes)
  // Before records by their ids.
  .route('/', exportRoutes)
  .route('/', fairRoutes)
  .route('/', relatedRoutes)
  .route('/', bulkRoutes)
  .route('/', identifierRoutes)
  .route('/', pictureRoutes)
  .route('/', documentRoutes)
  .route('/', servedRoutes)
  .route('/', datasetRoutes)
  .route('/', previewRoutes)
  .route('/', germplasmRoutes)
  .route('/', stockRoutes)
  .route('/', sampleRoutes)
  .route('/', sampleImportRoutes)
  .route('/', bookingRoutes({ input: NewProblem, report: reportOf }))
  .route('/', upkeepRoutes)
  .route('/', chargeRoutes)
  .route('/', orderRoutes)
  .route('/', requestRoutes)
  .route('/', depositRoutes(steps.publication))
  .route('/', noticeRoutes)
  .route('/', mineRoutes(work))
  .route('/', qualityRoutes)
  .route('/', recordRoutes(steps))
  .route('/', peopleRoutes)
  .route('/', auditRoutes)
  .route('/', queueRoutes)
  .route('/', importRoutes)
  .route('/', reportRoutes)

/** Everything that people look at. */
const pages = new Hono<Env>()
  .route('/', bookingPages({ priceOf, pricesFor, sections: [bookingCharges, kioskCode] }))
  .route('/', packedCrateRoute)
  .route('/', landingRoutes)
  .route('/', fairPages)
  .route('/', qualityPages)
  .route(
    '/',
    catalogPages({
      ...recordExtension,
      steps,
      exports: exportLinks,
      picks: basketPicks,
      numbered: [pageOfSample],
      bench,
      home: [findFreePart],
    }),
  )
  .route('/', identifierPages)
  .route('/', synonymPages)
  .route('/', vocabularyPages)
  .route('/', datasetPages)
  .route('/', filePages)
  .route('/', reviewedFiles)
  .route('/', germplasmPages)
  .route('/', picturesPages)
  .route('/', documentPages)
  .route('/', picturePages)
  .route('/', stockPages({ lot: [viabilitySection] }))
  .route('/', samplePages)
  .route('/', sampleImportPages)
  .route('/', upkeepPages)
  .route('/', orderPages)
  .route('/', requestPages)
  .route('/', depositPages(steps.publication))
  .route('/', noticePages)
  .route('/', minePages(work))
  .route(
    '/',
    peoplePages({
      institution: [institutionRecords, figuresSection, institutionStorage],
      lab: labCharges,
    }),
  )
  .route(
    '/',
    auditPages({
      nameOfJob: taskName,
      termLabels: labelsOfCodes,
      fieldLabels,
      codeNames,
      vocabulariesOf,
    }),
  )
  .route('/', mailPages)
  .route('/', queuePages)
  .route('/', importPages)
  .route('/', reportPages)
  .route('/', chargePages)
  .route('/', preferencePages)
  .route('/', aboutPages)
  .route('/', styleguidePages)

/** The table of contents: every feature, mounted once. */
export const createApp = (services: Services, load?: Load) =>
  createAppFor(() => services, services.servesObjects ? signedObjectsOf(services) : undefined, load)

const signedObjectsOf = ({ objects, secret }: Services) => signedObjects({ objects, secret })

/**
 * The same where the outside world is reached anew for each request, as a Worker has to. Signed addresses come
 * before sessions and the guard of writes: their signature is the only right asked for.
 */
export function createAppFor(servicesOf: ServicesOf, signed = new Hono(), load?: Load) {
  return new Hono<Env>({ router: new RememberingRouter() })
    .onError(onError)
    .notFound(onNotFound)
    .use(guarded)
    .route('/', signed)
    .use(withNavigation)
    .use(contextual(servicesOf))
    .use(observed)
    .route('/', brapiEntrance)
    .route('/', oaiEntrance)
    .use(guardHost)
    .use(readableAddress)
    .route('/', uploads)
    .use(bounded())
    .use(limited(load))
    .use(identified(findActor))
    .use(guardWrites)
    .use(basketTakenOver)
    .use(compressed)
    .route('/', healthRoutes)
    .route('/api/v1', openApi(api))
    .route('/api/v1', api)
    .all('/api/v1/*', refuseOtherMethods('/api/v1', api))
    .route('/api', visaRoutes)
    .route('/brapi/v2', brapiRoutes)
    .all('/brapi/v2/*', refuseOtherMethods('/brapi/v2', brapiRoutes))
    .route('/', providerRoutes)
    .route('/', oaiRoutes)
    .route('/', dcatRoutes)
    .use(refusedPages)
    .route('/', pages)
    .use(leadToPage(pages))
}
