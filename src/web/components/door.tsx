import type { Kind } from '../../catalog/records/model/record.ts'
import { formatCount, type Total } from '../format.ts'
import { useLang, useText } from '../lang.tsx'
import { paths, withQuery } from '../paths.ts'
import { kindNames } from '../words.ts'
import { Icon } from './icon.tsx'

type Props = {
  counts: readonly { kind: Kind; total: Total }[]
  /** Filters that each way in keeps: an institution's own records. */
  keep?: Readonly<Record<string, string>>
}

/** The ways in: each kind with how many records of it the viewer may see. */
export function Doors({ counts, keep = {} }: Props) {
  const t = useText()
  const lang = useLang()
  return (
    <ul class="doors">
      {counts.map(({ kind, total }) => (
        <li>
          <a class={`door kind-${kind}`} href={withQuery(paths.kind(kind), keep)}>
            <Icon name={kind} />
            <strong>{t(kindNames[kind])}</strong>
            <span>{formatCount(total, lang)}</span>
          </a>
        </li>
      ))}
    </ul>
  )
}
