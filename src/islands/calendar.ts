/** What runs in the browser on pages with a calendar, beside the islands of every page. */
// oxlint-disable import/no-unassigned-import -- an island defines its element, and there is nothing to take from it
import '../bookings/calendar/calendar.island.ts'
import '../bookings/calendar/confirm.island.ts'
import '../bookings/verdict/objections.island.ts'
import '../bookings/calendar/time-fields.island.ts'
import '../bookings/calendar/timeline.island.ts'
import '../bookings/calendar/times.island.ts'
import '../bookings/calendar/zone.island.ts'
import '../charges/rates/price.island.ts'
