/** What runs in the browser on pages with a map, beside the islands of every page. */
// oxlint-disable import/no-unassigned-import -- an island defines its element, and there is nothing to take from it
import '../catalog/map/map.island.ts'
import '../catalog/map/drawing.island.ts'
