/** What runs in the browser on the page that sends files into a version, beside the islands of every page. */
// oxlint-disable import/no-unassigned-import -- an island defines its element, and there is nothing to take from it
import '../datasets/sending/uploader.island.ts'
