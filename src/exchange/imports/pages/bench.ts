import { benchPart } from '../../../catalog/bench/pages.tsx'
import { searchImports } from '../actions/read.ts'
import { importPaths, stateNameOf, wizardWords as words } from '../words.ts'

/** What was imported last, and what came back. */
export const importBench = [
  benchPart({
    title: words.latest,
    none: words.none,
    href: importPaths.all,
    query: searchImports,
    item: ({ id, fileName, rows, ...found }) => ({
      href: importPaths.one(id),
      text: { zh: fileName || '—', en: fileName || '—' },
      about: words.ended(stateNameOf(found).text, rows.rejected),
    }),
  }),
]
