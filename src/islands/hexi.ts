/** Everything that runs in the browser: each island enhances HTML that already works. */
// oxlint-disable import/no-unassigned-import -- an island defines its element, and there is nothing to take from it
import '../web/islands/autosubmit.island.ts'
import '../web/islands/cjk.island.ts'
import '../web/islands/copy.island.ts'
import '../web/islands/dialog.island.ts'
import '../web/islands/dirty-form.island.ts'
import '../web/islands/gallery.island.ts'
import '../web/islands/menu.island.ts'
import '../web/islands/rows.island.ts'
import '../web/islands/search.island.ts'
import '../web/islands/suggestions.island.ts'
import '../web/islands/theme.island.ts'
import '../web/islands/upload.island.ts'
