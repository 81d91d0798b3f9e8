/** What runs in the browser on pages with a calendar, beside the islands of every page. */
// oxlint-disable import/no-unassigned-import -- an island defines its element, and there is nothing to take from it
import '../bookings/islands/calendar.island.ts'
import '../bookings/islands/confirm.island.ts'
import '../bookings/islands/objections.island.ts'
import '../bookings/islands/time-fields.island.ts'
import '../bookings/islands/timeline.island.ts'
import '../bookings/islands/times.island.ts'
import '../bookings/islands/zone.island.ts'
