import { ScanForm } from '../../web/components/scan-form.tsx'
import { lotWords as words } from '../lots/words.ts'
import { stockPaths } from '../words/paths.ts'

/** Leads to the lot whose label is scanned, or whose code is typed. */
export const ScanField = () => (
  <ScanForm action={stockPaths.lots} label={words.scan} submit={words.open} />
)
