import type { LocalText } from '../../core/text.ts'
import { Local } from '../lang.tsx'

/** A coded value: its label in words, the code on hover and for machines. */
export function CodeValue({ code, label }: { code: string; label: LocalText | undefined }) {
  if (!label) return <code>{code}</code>
  return (
    <data class="code-value" value={code} title={code}>
      <Local text={label} />
    </data>
  )
}
