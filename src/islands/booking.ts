/** What runs in the browser on pages where a time is chosen by a form, beside the islands of every page. */
// oxlint-disable import/no-unassigned-import -- an island defines its element, and there is nothing to take from it
import '../bookings/bookings/book.island.ts'
import '../bookings/bookings/hold.island.ts'
import '../bookings/verdict/objections.island.ts'
import '../bookings/calendar/time-fields.island.ts'
import '../charges/rates/price.island.ts'
