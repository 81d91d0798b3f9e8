import { adminLink } from './core/navigation.ts'
import { bookingLinks } from './bookings/words/paths.ts'
import { benchLinks } from './catalog/bench/words.ts'
import { bulkLinks } from './catalog/bulk/words.ts'
import { catalogLinks } from './catalog/words/paths.ts'
import { chargeLinks } from './charges/words/paths.ts'
import type { Navigation } from './core/navigation.ts'
import { depositLinks } from './deposits/words/paths.ts'
import { germplasmLinks } from './germplasm/words/paths.ts'
import { qualityLinks } from './germplasm/quality/words.ts'
import { importLinks } from './exchange/imports/words.ts'
import { mailLinks } from './mail/words.ts'
import { mineLinks } from './notices/mine/words.ts'
import { orderLinks } from './orders/words/paths.ts'
import { peopleLinks } from './people/words/paths.ts'
import { directoryLinks, sampleLinks } from './samples/words/paths.ts'
import { stockLinks } from './stock/words/paths.ts'
import { requestLinks } from './requests/words/paths.ts'
import { reportLinks } from './reports/words/paths.ts'
import { upkeepLinks } from './upkeep/words/paths.ts'

/** The table of contents of the frame around every page: where each area is entered, in the order shown. */
export const navigation: Navigation = {
  header: [bookingLinks.calendar],
  menu: [
    mineLinks.work,
    bookingLinks.mine,
    requestLinks.requests,
    requestLinks.entitlements,
    requestLinks.consents,
    requestLinks.settings,
    requestLinks.fees,
    orderLinks.mine,
    requestLinks.projects,
    upkeepLinks.trainings,
    bookingLinks.queue,
    orderLinks.queue,
    requestLinks.picks,
    requestLinks.desk,
    requestLinks.forms,
    requestLinks.agreements,
    upkeepLinks.due,
    catalogLinks.desk,
    catalogLinks.synonyms,
    depositLinks.mine,
    depositLinks.checks,
    stockLinks.lots,
    sampleLinks.samples,
    germplasmLinks.viability,
    germplasmLinks.trials,
    importLinks.imports,
    chargeLinks.statements,
    reportLinks.use,
    peopleLinks.account,
    adminLink,
    mailLinks.outbox,
  ],
  desk: [benchLinks.bench, bulkLinks.edits, qualityLinks.incomplete, qualityLinks.suspicious],
  footer: [
    bookingLinks.calendar,
    bookingLinks.openings,
    germplasmLinks.libraries,
    germplasmLinks.taxa,
    germplasmLinks.missions,
    directoryLinks.locator,
    directoryLinks.biobanks,
    directoryLinks.networks,
    directoryLinks.resources,
    requestLinks.permits,
  ],
}
