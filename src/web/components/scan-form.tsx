import type { LocalText } from '../../core/text.ts'
import { Local, useText } from '../lang.tsx'
import { partWords as words } from '../words.ts'
import { Button } from './button.tsx'
import { FormField } from './form-field.tsx'

type Props = {
  action: string
  /** `post` where scanning does something. */
  method?: 'get' | 'post'
  label: LocalText
  submit: LocalText
}

/**
 * Leads to what is scanned or typed: a scanner types the code and sends Enter. Where the browser reads codes by a
 * camera, a button starts it.
 */
export function ScanForm({ action, method = 'get', label, submit }: Props) {
  const t = useText()
  return (
    <hexi-scan data-refused={t(words.cameraRefused)}>
      <form class="scan" method={method} action={action}>
        <FormField name="code" label={label} scope="scan" maxLength={500} />
        <Button look="plain" text={submit} />
        <button type="button" class="button button-plain" aria-pressed="false" hidden>
          <Local text={words.camera} />
        </button>
      </form>
      <video class="scan-view" muted playsinline hidden></video>
      <p role="status" class="quiet"></p>
    </hexi-scan>
  )
}
