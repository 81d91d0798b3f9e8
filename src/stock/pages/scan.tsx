import { ScanForm } from '../../web/components/scan-form.tsx'
import { lotWords as words } from '../lots/words.ts'
import { stockPaths } from '../words/paths.ts'

/** Leads to the lot whose label is scanned, or whose code is typed: a scanner may type as soon as the page is there. */
export const ScanField = ({ autofocus = true }: { autofocus?: boolean }) => (
  <ScanForm {...{ autofocus, action: stockPaths.lots, label: words.scan, submit: words.open }} />
)
