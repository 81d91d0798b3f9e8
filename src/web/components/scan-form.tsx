import type { Child } from 'hono/jsx'
import type { LocalText } from '../../core/text.ts'
import { Local, useText } from '../lang.tsx'
import { partWords as words } from '../words.ts'
import { Button } from './button.tsx'
import { type FieldCommon, FormField } from './form-field.tsx'

type Props = {
  action: string
  /** `post` where scanning does something. */
  method?: 'get' | 'post'
  label: LocalText
  submit: LocalText
  autofocus?: boolean
  /** What was scanned and refused. */
  form?: FieldCommon['form']
}

/**
 * Leads to what is scanned or typed: a scanner types the code and sends Enter. Where the browser reads codes by a
 * camera, a button starts it.
 */
export const ScanForm = ({ action, method = 'get', label, submit, ...field }: Props) => (
  <Scanning then="send">
    <form class="scan" method={method} action={action}>
      <FormField {...{ ...field, label, name: 'code', scope: 'scan', maxLength: 500 }} />
      <Button look="plain" text={submit} />
      <CameraButton />
    </form>
  </Scanning>
)

type TextProps = FieldCommon & {
  /** `scan`: what stands on a label; `scans`: on several, one behind the other. */
  type?: 'text' | 'email' | 'url' | 'search' | 'scan' | 'scans' | undefined
  short?: boolean | undefined
  maxLength?: number | undefined
  autocomplete?: string | undefined
}

/** One line of text, typed or scanned. */
export function TextField({ type = 'text', short = false, ...props }: TextProps) {
  if (type !== 'scan' && type !== 'scans') return <FormField {...{ ...props, type, short }} />
  return (
    <Scanning then={type === 'scans' ? 'add' : 'fill'}>
      <FormField {...{ ...props, short }} />
      <CameraButton />
    </Scanning>
  )
}

const CameraButton = () => (
  <button type="button" class="button button-plain" aria-pressed="false" hidden>
    <Local text={words.camera} />
  </button>
)

type ScanningProps = { then: 'send' | 'fill' | 'add'; children: Child }

/** What was read is sent at once, or stands in the field. */
function Scanning({ then, children }: ScanningProps) {
  return (
    <hexi-scan data-refused={useText()(words.cameraRefused)} data-then={then}>
      {children}
      <video class="scan-view" muted playsinline hidden></video>
      <p role="status" class="quiet"></p>
    </hexi-scan>
  )
}
