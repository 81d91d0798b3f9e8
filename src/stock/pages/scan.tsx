import { Button } from '../../web/components/button.tsx'
import { FormField } from '../../web/components/form-field.tsx'
import { lotWords as words } from '../lots/words.ts'
import { stockPaths } from '../words/paths.ts'

/** Leads to the lot whose label is scanned, or whose code is typed: a scanner types it and sends Enter. */
export const ScanField = () => (
  <form class="scan" method="get" action={stockPaths.lots}>
    <FormField name="code" label={words.scan} scope="scan" maxLength={500} />
    <Button look="plain" text={words.open} />
  </form>
)
