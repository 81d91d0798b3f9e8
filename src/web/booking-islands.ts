/** What runs in the browser on pages where a time is chosen by a form, beside the islands of every page. */
// oxlint-disable import/no-unassigned-import -- an island defines its element, and there is nothing to take from it
import '../bookings/islands/book.island.ts'
import '../bookings/islands/hold.island.ts'
import '../bookings/islands/objections.island.ts'
import '../bookings/islands/time-fields.island.ts'
import '../charges/islands/price.island.ts'
