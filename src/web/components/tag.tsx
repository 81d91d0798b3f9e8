import type { Child } from 'hono/jsx'
import type { Kind } from '../../catalog/records/model/record.ts'
import { useText } from '../lang.tsx'
import { oneOfKind } from '../words.ts'
import { Icon } from './icon.tsx'

/** A keyword or subject; with an `href` it leads to what shares it. */
export function Tag({ href, children }: { href?: string; children?: Child }) {
  return href ? (
    <a class="tag" href={href}>
      {children}
    </a>
  ) : (
    <span class="tag">{children}</span>
  )
}

/** What kind of resource it is: the kind's own sign and colour. */
export function KindTag({ kind, profile }: { kind: Kind; profile?: string | undefined }) {
  const t = useText()
  return (
    <span class={`kind kind-${kind}`}>
      <Icon name={kind} small />
      {t(oneOfKind[kind])}
      {profile && <span class="kind-profile">{profile}</span>}
    </span>
  )
}
