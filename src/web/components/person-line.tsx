import type { LocalText } from '../../core/text.ts'
import { Local } from '../lang.tsx'

type Props = { name: string; institution?: LocalText | undefined; href?: string | undefined }

/** Somebody, by name and house. */
export function PersonLine({ name, institution, href }: Props) {
  return (
    <span class="person">
      {href ? <a href={href}>{name}</a> : <strong>{name}</strong>}
      {institution && (
        <span>
          <Local text={institution} />
        </span>
      )}
    </span>
  )
}
