import type { Kind } from '../../catalog/model/record.ts'
import { formatCount, type Total } from '../format.ts'
import { useLang, useText } from '../lang.tsx'
import { paths } from '../paths.ts'
import { kindNames } from '../words.ts'
import { Icon } from './icon.tsx'

/** The ways in: each kind with how many records of it the viewer may see. */
export function Doors({ counts }: { counts: readonly { kind: Kind; total: Total }[] }) {
  const t = useText()
  const lang = useLang()
  return (
    <ul class="doors">
      {counts.map(({ kind, total }) => (
        <li>
          <a class={`door kind-${kind}`} href={paths.kind(kind)}>
            <Icon name={kind} />
            <strong>{t(kindNames[kind])}</strong>
            <span>{formatCount(total, lang)}</span>
          </a>
        </li>
      ))}
    </ul>
  )
}
