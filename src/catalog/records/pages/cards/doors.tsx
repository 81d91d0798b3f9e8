import type { Kind } from '../../model/record.ts'
import { formatCount, type Total } from '../../../../web/format.ts'
import { useLang, useText } from '../../../../web/lang.tsx'
import { paths, withQuery } from '../../../../web/paths.ts'
import { kindNames } from '../../words/names.ts'
import { Icon } from '../../../../web/components/icon.tsx'

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
