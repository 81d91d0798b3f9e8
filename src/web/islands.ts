/** Everything that runs in the browser: each island enhances HTML that already works. */
// oxlint-disable import/no-unassigned-import -- an island defines its element, and there is nothing to take from it
import './islands/autosubmit.island.ts'
import './islands/cjk.island.ts'
import './islands/copy.island.ts'
import './islands/dialog.island.ts'
import './islands/dirty-form.island.ts'
import './islands/gallery.island.ts'
import './islands/menu.island.ts'
import './islands/rows.island.ts'
import './islands/search.island.ts'
import './islands/suggestions.island.ts'
import './islands/theme.island.ts'
import './islands/upload.island.ts'
